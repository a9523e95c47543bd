"""The ids of records that rows made, by line: eight bytes a line of the file."""

from array import array

from signatories.matching.records import Ref

_EXPECTED = -1  # its row is to be added, and has no id yet
_ROOM = 1000  # lines that are made room for together


class MadeIds:
    """What references of one table became. A reference is the id of a stored record, or minus the line of its row."""

    def __init__(self) -> None:
        self._ids: array[int] = array("q", [0])

    def expect(self, *lines: int) -> None:
        """Say that the rows of these lines are going to be added."""
        for line in lines:
            self._set(line, _EXPECTED)

    def note(self, line: int, row_id: int) -> None:
        """Say what the row of a line became."""
        self._set(line, row_id)

    def has(self, ref: Ref) -> bool:
        """Whether there is a record, or is going to be: a row may have been left out."""
        return ref > 0 or (-ref < len(self._ids) and self._ids[-ref] != 0)

    def known(self, ref: Ref) -> int | None:
        """The id of a reference; None when its row was left out."""
        return self.id(ref) if self.has(ref) else None

    def id(self, ref: Ref) -> int:
        """The id of a reference that has one."""
        return ref if ref > 0 else self._ids[-ref]

    def _set(self, line: int, row_id: int) -> None:
        missing = line + 1 - len(self._ids)
        if missing > 0:
            self._ids.extend([0] * max(missing, _ROOM))
        self._ids[line] = row_id
