"""What a block prints of each signatory as text, to be held against its pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload

from signatories.block.arrangement import Arrangement
from signatories.block.entries import Entry, Listed, Lot


def shown_texts(arrangement: Arrangement) -> Iterator[tuple[int, str]]:
    """The text of each entry, by the id of the sign-on; empty where its logo says it."""
    for section in arrangement.sections:
        for entry in section.entries:
            yield entry.signatory.sign_on_id, entry.shown


class Told:
    """What the entries of a list show, told while they are walked on their way to the pages: none is made twice."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def take(self) -> list[str]:
        """What was told since this was last asked, in the order of the list."""
        taken, self._texts = self._texts, []
        return taken

    def by(self, arrangement: Arrangement) -> Arrangement:
        """The same list; its entries tell here what they show when they are walked."""
        sections = (
            replace(section, entries=_Telling(section.entries, self))
            for section in arrangement.sections
        )
        return replace(arrangement, sections=tuple(sections))

    def tell(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The same entries."""
        for entry in entries:
            self._texts.append(entry.shown)
            yield entry

    def tell_lots(self, lots: Iterable[Lot | Iterable[Entry]]) -> Iterator[Lot | Iterable[Entry]]:
        """The same entries."""
        for lot in lots:
            if isinstance(lot, Lot):
                self._texts += lot.texts
                yield lot
            else:
                yield self.tell(lot)


@dataclass(frozen=True, slots=True)
class _Telling(Listed):
    """Entries that are told to somebody when they are walked, and not where one is only looked at."""

    entries: Listed
    told: Told

    def __len__(self) -> int:
        return len(self.entries)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        return self.entries[index]

    def lots(self) -> Iterator[Lot | Iterable[Entry]]:
        return self.told.tell_lots(self.entries.lots())

    def __iter__(self) -> Iterator[Entry]:
        return self.told.tell(self.entries)
