"""The rows that an action has touched: what each was before, and which are new."""

from collections.abc import Iterator, Sequence

from signatories.recording.images import ImageText, chunks


class Touched:
    """The rows of one table that an action touched, by id.

    `before` has each row's image, None for a row that was not there. Rows that came in bulk are known by the
    runs of their ids alone, so that a million of them take no memory.
    """

    def __init__(self) -> None:
        self.before: dict[int, ImageText | None] = {}
        self._new: list[range] = []

    def __contains__(self, row_id: int) -> bool:
        return row_id in self.before or any(row_id in run for run in self._new)

    def chunks(self) -> Iterator[Sequence[int]]:
        """The ids in lists that are short enough for one query."""
        yield from chunks(list(self.before))
        for run in self._new:
            yield from chunks(run)

    def add_new(self, ids: Sequence[int]) -> None:
        """Note rows that were not there, by ascending ids."""
        for row_id in ids:
            if self._new and self._new[-1].stop == row_id:
                self._new[-1] = range(self._new[-1].start, row_id + 1)
            else:
                self._new.append(range(row_id, row_id + 1))
