"""What the rows of the last lots say: rows are often compared with near ones."""

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence

from signatories.imports.verdicts import ReadLot, ReadRow

_KEPT = 16  # lots that stay in memory: some 4 MB


class RecentRows:
    """The rows that were read last, by line."""

    def __init__(self) -> None:
        self._lots = deque[tuple[Sequence[int], ReadLot]](maxlen=_KEPT)

    def add(self, lines: Sequence[int], read: ReadLot) -> None:
        """Keep those of one more lot in place of the oldest."""
        self._lots.append((lines, read))

    def get(self, line: int) -> ReadRow | None:
        """The row at a line; None where it is not kept any more."""
        for lines, read in reversed(self._lots):
            if lines[0] <= line:
                return read[bisect_left(lines, line)]
        return None

    def clear(self) -> None:
        """Keep none."""
        self._lots.clear()
