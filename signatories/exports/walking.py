"""Counts what an output shows of a list while it is written."""

from collections.abc import Callable, Iterable, Iterator

from signatories.block.arrangement import Arrangement, Section
from signatories.block.entries import Entry
from signatories.exports import Written
from signatories.exports.characters import lost
from signatories.progress import Progress
from signatories.texts import Message

Entries = Callable[[Section], Iterable[Entry]]


class Walk:
    """A walk through a list: counts the entries that were asked for, and notes what no file can hold of them."""

    def __init__(self, arrangement: Arrangement, progress: Progress) -> None:
        self.arrangement = arrangement
        self._progress = progress
        self._total = sum(len(section.entries) for section in arrangement.sections)
        self._shown = 0
        self._warnings: list[Message] = []

    @property
    def written(self) -> Written:
        """What was shown so far, as one document."""
        return Written(documents=1, lines=self._shown, warnings=tuple(self._warnings))

    def entries(self, section: Section) -> Iterator[Entry]:
        """The entries of a section, each counted. Raises Cancelled when the progress asks to stop."""
        for entry in section.entries:
            self._shown += 1
            self._progress.report(self._shown, self._total)
            self._warnings += lost(entry.text)
            yield entry


def plain_entries(section: Section) -> Iterable[Entry]:
    """The entries of a section for who counts nothing, such as the clipboard."""
    return section.entries
