"""Envelopes to print on, one for every recipient in the order of the letters."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from signatories.exports import Written, pdf
from signatories.exports.checks.reopening import check_pdf
from signatories.exports.checks.tally import Tally
from signatories.exports.pages.address_boxes import Addresses, Box
from signatories.exports.pages.letters import about
from signatories.merge.addresses import address_of
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.typesetting.pages import MILLIMETRE, Document, Page

_BEGINS = 0.45  # of the width and the height: above and to the left are sender and stamp
_RIGHT = 12.0  # millimetres that stay free
_EDGE = 8.0  # millimetres from the upper left corner to the sender
_CODES = 18.0  # millimetres at the lower edge, where the post prints its codes


class Envelope(NamedTuple):
    """An envelope, long side across, in millimetres."""

    width: float
    height: float

    @property
    def box(self) -> Box:
        """Where the address stands."""
        x, y = self.width * _BEGINS, self.height * _BEGINS
        width, height = self.width - x - _RIGHT, self.height - y - _CODES
        return Box.in_millimetres(x, y, width, height)

    @property
    def sender_box(self) -> Box:
        """Where it says who sends it: above the address, and left of the stamp."""
        width, height = self.width * _BEGINS - _EDGE, self.height * _BEGINS - 2 * _EDGE
        return Box.in_millimetres(_EDGE, _EDGE, width, height)


DL = Envelope(220, 110)
C5 = Envelope(229, 162)
NUMBER_10 = Envelope(241.3, 104.775)


def write(envelope: Envelope, snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write an envelope for every recipient who has an address; the others are warned of."""
    addresses, tally = Addresses(snapshot), Tally()
    documents = _documents(envelope, snapshot, addresses, tally)
    pdf.write(path, documents, about(snapshot), progress, len(addresses.recipients))
    check_pdf(path, tally.starts, tally.pages)
    return Written(tally.documents, 0, tally.pages, addresses.warnings)


def _documents(
    envelope: Envelope, snapshot: Snapshot, addresses: Addresses, tally: Tally
) -> Iterator[Document]:
    width, height = envelope.width * MILLIMETRE, envelope.height * MILLIMETRE
    sender = addresses.sender(snapshot.run.sender, envelope.sender_box)
    for recipient in addresses.recipients:
        page = Page(width, height, (*sender, addresses.placed(recipient, envelope.box)))
        language = recipient.language or snapshot.text.language
        document = Document(recipient.name, language, (page,))
        yield tally.add(document, iter([(recipient.id, address_of(recipient))]))


write_dl = partial(write, DL)
write_c5 = partial(write, C5)
write_10 = partial(write, NUMBER_10)
