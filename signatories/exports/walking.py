"""Walks through a list for an output that writes it, and holds the finished file against it."""

from collections.abc import Callable, Iterable, Iterator

from signatories.block.arrangement import Arrangement, Section
from signatories.block.entries import Entry
from signatories.exports import Written
from signatories.exports.characters import lost
from signatories.exports.checks.list_checks import shown_in
from signatories.progress import Progress
from signatories.texts import Message

Entries = Callable[[Section], Iterable[Entry]]


class Walk:
    """A walk through a list: tells how far it is, and notes what no file can hold of the entries."""

    def __init__(self, arrangement: Arrangement, progress: Progress) -> None:
        self.arrangement = arrangement
        self._progress = progress
        self._total = sum(len(section.entries) for section in arrangement.sections)
        self._reached = 0
        self._warnings: list[Message] = []

    def written(self, text: str) -> Written:
        """What the finished file of that text shows. Raises UnwritableFile unless it is the whole list."""
        lines = shown_in(text, self.arrangement)
        return Written(documents=1, lines=lines, warnings=tuple(self._warnings))

    def entries(self, section: Section) -> Iterator[Entry]:
        """The entries of a section. Raises Cancelled when the progress asks to stop."""
        for entry in section.entries:
            self._reached += 1
            self._progress.report(self._reached, self._total)
            self._warnings += lost(entry.text)
            yield entry


def plain_entries(section: Section) -> Iterable[Entry]:
    """The entries of a section for who counts nothing, such as the clipboard."""
    return section.entries
