"""Who signs for whom in the rows of a file: sixteen bytes a line."""

from array import array
from typing import NamedTuple

from signatories.matching.records import Ref

_NOBODY = 0  # no reference is 0
_ROOM = 1000  # lines that are made room for together


class Pair(NamedTuple):
    """Who signs for whom."""

    organisation: Ref | None
    person: Ref | None


class RowPairs:
    """The pair of each row, by line."""

    def __init__(self) -> None:
        self._organisations = array("q")
        self._people = array("q")

    def note(self, line: int, pair: Pair) -> None:
        """Note that of a row."""
        missing = line + 1 - len(self._people)
        if missing > 0:
            room = [_NOBODY] * max(missing, _ROOM)
            self._organisations.extend(room)
            self._people.extend(room)
        self._organisations[line] = pair.organisation or _NOBODY
        self._people[line] = pair.person or _NOBODY

    def at(self, line: int) -> Pair:
        """That of a row that was noted."""
        return Pair(self._organisations[line] or None, self._people[line] or None)
