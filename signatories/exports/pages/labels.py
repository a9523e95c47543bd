"""Address labels on the sheets that shops sell, row by row in the order of the letters."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from signatories.errors import Refused
from signatories.exports import Written, pdf
from signatories.exports.checks.reopening import check_pdf
from signatories.exports.checks.tally import Tally
from signatories.exports.pages.address_boxes import Addresses, Box
from signatories.exports.pages.letters import about
from signatories.merge.addresses import address_of
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.recipients.choosing import Addressed
from signatories.texts import N_
from signatories.typesetting.pages import MILLIMETRE, Document, Page

_PADDING = 3.0  # millimetres inside a label, which no printer meets exactly


class Sheet(NamedTuple):
    """A sheet of labels, in millimetres. `left`, `top`: where the first one begins; then one each so far on."""

    width: float
    height: float
    columns: int
    rows: int
    label_width: float
    label_height: float
    left: float
    top: float
    across: float
    down: float

    @property
    def places(self) -> int:
        """How many labels it has."""
        return self.columns * self.rows

    def box(self, place: int) -> Box:
        """The room inside a label, counted from 0 along the rows."""
        row, column = divmod(place, self.columns)
        x = self.left + column * self.across + _PADDING
        y = self.top + row * self.down + _PADDING / 2
        width, height = self.label_width - 2 * _PADDING, self.label_height - _PADDING
        return Box.in_millimetres(x, y, width, height, middle=True)


L7159 = Sheet(210, 297, 3, 8, 63.5, 33.9, left=7.2, top=12.9, across=66.0, down=33.9)
L7163 = Sheet(210, 297, 2, 7, 99.1, 38.1, left=4.65, top=15.15, across=101.6, down=38.1)
US_5160 = Sheet(215.9, 279.4, 3, 10, 66.675, 25.4, left=4.7625, top=12.7, across=69.85, down=25.4)


def write(sheet: Sheet, snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write a label for every recipient who has an address; the others are warned of.

    Raises Refused where the first free label is on no such sheet.
    """
    first = snapshot.run.first_label
    if first > sheet.places:
        text = N_("Such a sheet has {places} labels: none is number {first}.")
        raise Refused(text, places=sheet.places, first=first)
    addresses, tally = Addresses(snapshot), Tally()
    pages = tuple(_pages(sheet, addresses, first - 1, progress))
    document = Document(snapshot.text.title, snapshot.text.language, pages)
    wanted = {each.id: address_of(each) for each in addresses.recipients}
    pdf.write(path, [tally.add(document, wanted)], about(snapshot), progress, 1)
    check_pdf(path, tally.starts, tally.pages)
    return Written(len(tally.shown), 0, tally.pages, addresses.warnings)


def _pages(sheet: Sheet, addresses: Addresses, used: int, progress: Progress) -> Iterator[Page]:
    """The sheets; of the first one so many labels are used already."""
    waiting = iter(addresses.recipients)
    done, total = 0, len(addresses.recipients)
    while some := list(islice(waiting, sheet.places - used)):
        progress.report(done, total)
        done += len(some)
        yield _page(sheet, addresses, some, used)
        used = 0


def _page(sheet: Sheet, addresses: Addresses, some: list[Addressed], used: int) -> Page:
    placed = (addresses.placed(each, sheet.box(place)) for place, each in enumerate(some, used))
    return Page(sheet.width * MILLIMETRE, sheet.height * MILLIMETRE, tuple(placed))


SHEETS = {"labels-l7159": L7159, "labels-l7163": L7163, "labels-5160": US_5160}
"""By the product that is printed on them."""

write_l7159 = partial(write, L7159)
write_l7163 = partial(write, L7163)
write_5160 = partial(write, US_5160)
