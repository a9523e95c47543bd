"""One product: made beside its place of what a snapshot may show, counted, and put there when it is right."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from signatories.errors import Refused
from signatories.exports.index import refuse_others
from signatories.exports.swapping import Beside, replacing_file, replacing_folder
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Place
from signatories.progress import SILENT, Progress
from signatories.texts import N_, Message


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote, counted while writing.

    `documents`: letters, or the one list; `lines`: the sign-ons that are shown, however often. `warnings`: what the
    format could not hold.
    """

    documents: int
    lines: int
    pages: int = 0
    warnings: tuple[Message, ...] = ()


class Write(Protocol):
    """Makes a product of a snapshot, counts it and opens it again.

    Raises UnwritableFile, Refused when it is not what the snapshot says, and Cancelled when `progress` asks to stop.
    """

    def __call__(self, snapshot: Snapshot, path: Path, progress: Progress) -> Written:
        """Write the product to a new file, or into a new folder, at `path`; say what was written."""


def _all_of_it(snapshot: Snapshot) -> Snapshot:
    return snapshot


class Expected(NamedTuple):
    """How many documents a product must have, and how many sign-ons they must show."""

    documents: int
    lines: int


class Product(NamedTuple):
    """A finished product, of this snapshot. It stands `beside` its place until `swap_in` puts it there."""

    snapshot: Snapshot
    written: Written
    beside: Path
    swap_in: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A product in one format; with `separate`, a folder of files. `suffix`: what its file's name ends in."""

    product: str
    format: str
    title: str
    suffix: str
    load: Callable[[], Write]
    separate: bool = False

    @property
    def needs_confirmed(self) -> bool:
        """Whether it prints the list of the confirmed, which must not be empty."""
        return self.product != "sign-ons" and not self.is_for_addresses

    @property
    def is_for_addresses(self) -> bool:
        """Whether it prints where the letters go, and nothing of what they say."""
        return self.product.startswith(("labels-", "envelopes-"))

    @contextmanager
    def making(
        self, snapshot: Snapshot, path: Path, progress: Progress = SILENT
    ) -> Iterator[Product]:
        """The finished product, counted; what stands at `path` stays until it is swapped in.

        Raises as `Write` does, and UnwritableFile for a folder with anything but letters of ours.
        """
        shown = _SHOWN.get(self.product, _all_of_it)(snapshot)
        with self._replacing(path) as beside:
            written = self.load()(shown, beside.path, progress)
            expected = _EXPECTED.get(self.product, _of_addresses)(shown)
            if (written.documents, written.lines) != expected:
                raise Refused(N_("What was made is not what the letter says; nothing was written."))
            yield Product(shown, written, beside.path, beside.swap_in)

    def _replacing(self, path: Path) -> AbstractContextManager[Beside]:
        return replacing_folder(path, refuse_others) if self.separate else replacing_file(path)


def _of_letters(snapshot: Snapshot) -> Expected:
    """A letter for each recipient; every line that some of them are to see."""
    recipients, block = snapshot.recipients, snapshot.block
    if block.place is Place.COUNT_ONLY:
        return Expected(len(recipients), 0)
    if block.reduced:
        lists = (snapshot.signatories_for(recipient) for recipient in recipients)
        shown = {line.sign_on_id for lines in lists for line in lines if not line.withheld}
        return Expected(len(recipients), len(shown))
    ids = {recipient.id for recipient in recipients}
    return Expected(len(recipients), sum(not ids <= line.never_to for line in snapshot.printed))


def _of_list(snapshot: Snapshot) -> Expected:
    return Expected(1, len(snapshot.printed))


def _of_addresses(snapshot: Snapshot) -> Expected:
    """One for each recipient that has an address."""
    return Expected(sum(bool(each.address.strip()) for each in snapshot.recipients), 0)


_SHOWN: dict[str, Callable[[Snapshot], Snapshot]] = {
    "block": lambda snapshot: snapshot.public,
    "annex": lambda snapshot: snapshot.annexed,
}
"""What of a snapshot a product may show; the others show what consent allows each reader of theirs."""

_EXPECTED: dict[str, Callable[[Snapshot], Expected]] = {
    "letters": _of_letters,
    "block": _of_list,
    "annex": _of_list,
    "sign-ons": lambda snapshot: Expected(1, len(snapshot.sign_ons)),
    "cover": lambda _: Expected(1, 0),
}
