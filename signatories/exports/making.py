"""One product: made beside its place of what a snapshot may show, counted, and put there when it is right."""

import importlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from signatories.errors import Refused
from signatories.exports.index import refuse_fewer, refuse_others
from signatories.exports.swapping import Beside, replacing_file, replacing_folder
from signatories.expressions.fields import MissingValues
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Place
from signatories.progress import SILENT, Progress
from signatories.recipients.choosing import Addressed
from signatories.texts import N_, Message, message


@dataclass(frozen=True, slots=True)
class Written:
    """What an export wrote, counted while writing.

    `documents`: letters, or the one list; `lines`: the sign-ons that are shown, however often. `warnings`: what the
    format could not hold. `blank`: how many of the pages are empty backs. `in_letters`: the lines of all letters.
    """

    documents: int
    lines: int
    pages: int = 0
    warnings: tuple[Message, ...] = ()
    blank: int = 0
    in_letters: int = 0


class Write(Protocol):
    """Makes a product of a snapshot, counts it and opens it again.

    Raises UnwritableFile, Refused when it is not what the snapshot says, and Cancelled when `progress` asks to stop.
    """

    def __call__(self, snapshot: Snapshot, path: Path, progress: Progress) -> Written:
        """Write the product to a new file, or into a new folder, at `path`; say what was written."""


class Expected(NamedTuple):
    """How many documents a product must have, how many sign-ons they must show, and how often letters do in all."""

    documents: int
    lines: int
    in_letters: int = 0


class Product(NamedTuple):
    """A finished product, of this snapshot. It stands `beside` its place until `swap_in` puts it there."""

    snapshot: Snapshot
    written: Written
    beside: Path
    swap_in: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Content:
    """What products of one kind show: what of a snapshot, and how much of that there must be.

    `needs_confirmed`: it prints the list of the confirmed, which must not be empty.
    """

    shown: Callable[[Snapshot], Snapshot]
    expected: Callable[[Snapshot], Expected]
    needs_confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Exporter:
    """A product in one format; with `separate`, a folder of files. `suffix`: what its file's name ends in.

    `title`: what it is; `variant`: the format, or the kind of paper, by which those of one title differ.

    `writer`: a module of this package and what writes in it, imported when asked for. A list as text must not pay
    for PDF fonts, nor a letter for workbooks.
    """

    product: str
    format: str
    title: str
    variant: str
    suffix: str
    content: Content
    writer: str
    separate: bool = False

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.product}.{self.format}{'.separate' if self.separate else ''}"

    @property
    def name(self) -> Message:
        """What it is, and in which format."""
        words = message(self.title), message(self.variant)
        return message(N_("{title}, {variant}"), title=words[0], variant=words[1])

    def load(self) -> Write:
        """What makes the product."""
        module, _, name = self.writer.rpartition(".")
        write: Write = getattr(importlib.import_module(f"{__package__}.{module}"), name)
        return write

    @contextmanager
    def making(
        self, snapshot: Snapshot, path: Path, progress: Progress = SILENT
    ) -> Iterator[Product]:
        """The finished product, counted; what stands at `path` stays until it is swapped in.

        Raises as `Write` does, and UnwritableFile for a folder with anything but letters of ours, or with letters that
        are not made now because only some are.
        """
        shown = self.content.shown(snapshot)
        with self._replacing(path) as beside:
            written = self._written(shown, beside.path, progress)
            counted = Expected(written.documents, written.lines, written.in_letters)
            if counted != self.content.expected(shown):
                raise Refused(N_("What was made is not what the letter says; nothing was written."))
            if self.separate and len(shown.recipients) < len(shown.selection.recipients):
                refuse_fewer(path, beside.path)
            beside.flush()
            yield Product(shown, written, beside.path, beside.put)

    def _written(self, shown: Snapshot, path: Path, progress: Progress) -> Written:
        try:
            return self.load()(shown, path, progress)
        except MissingValues as missing:
            text = N_(
                "Some letters have no value for {fields}. Fill it, or write what stands in for it."
            )
            raise Refused(text, fields=", ".join(missing.names)) from missing

    def _replacing(self, path: Path) -> AbstractContextManager[Beside]:
        return replacing_folder(path, refuse_others) if self.separate else replacing_file(path)


def _all_of_it(snapshot: Snapshot) -> Snapshot:
    """Consent is asked for each reader, where the product is made."""
    return snapshot


def _of_letters(snapshot: Snapshot) -> Expected:
    """A letter for each recipient; every line that some of them are to see, and by how many."""
    recipients, block = snapshot.recipients, snapshot.block
    if block.place is Place.COUNT_ONLY:
        return Expected(len(recipients), 0)
    if block.reduced:
        return _of_reduced(snapshot, recipients)
    readers = {recipient.id for recipient in recipients}
    seen_by = [len(readers) - len(readers & line.never_to) for line in snapshot.printed]
    return Expected(len(recipients), sum(map(bool, seen_by)), sum(seen_by))


def _of_reduced(snapshot: Snapshot, recipients: Sequence[Addressed]) -> Expected:
    shown, in_letters = set[int](), 0
    for recipient in recipients:
        lines = snapshot.signatories_for(recipient)
        ids = [line.sign_on_id for line in lines if not line.withheld]
        shown.update(ids)
        in_letters += len(ids)
    return Expected(len(recipients), len(shown), in_letters)


def _of_list(snapshot: Snapshot) -> Expected:
    return Expected(1, len(snapshot.printed))


def _of_answers(snapshot: Snapshot) -> Expected:
    return Expected(1, len(snapshot.sign_ons))


def _of_register(snapshot: Snapshot) -> Expected:
    return Expected(len(snapshot.recipients), 0)


def _of_addresses(snapshot: Snapshot) -> Expected:
    """One for each recipient that has an address."""
    return Expected(sum(bool(each.address.strip()) for each in snapshot.recipients), 0)


LETTERS = Content(_all_of_it, _of_letters)
PUBLIC_LIST = Content(lambda snapshot: snapshot.public, _of_list)
ANNEX = Content(lambda snapshot: snapshot.annexed, _of_list)
ANSWERS = Content(_all_of_it, _of_answers, needs_confirmed=False)
REGISTER = Content(_all_of_it, _of_register, needs_confirmed=False)
ADDRESSES = Content(_all_of_it, _of_addresses, needs_confirmed=False)
COVER = Content(_all_of_it, lambda _: Expected(1, 0))
