"""The rows that an action has touched: what each was before, and which are new."""

from collections.abc import Iterator, Sequence

from signatories.recording.images import chunks


class Touched:
    """The rows of one table that an action touched, by id.

    `before` has each row's image, None for a row that was not there. Rows that came in bulk are known by the
    runs of their ids alone, so that a million of them take no memory.
    """

    def __init__(self) -> None:
        self.before: dict[int, str | None] = {}
        self._new: list[range] = []

    def __contains__(self, row_id: int) -> bool:
        return row_id in self.before or any(row_id in run for run in self._new)

    def chunks(self) -> Iterator[Sequence[int]]:
        """The ids of `before` in order, in lists that are short enough for one query."""
        return chunks(sorted(self.before))

    def new_chunks(self) -> Iterator[Sequence[int]]:
        """The same for those that came in bulk."""
        for run in self._new:
            yield from chunks(run)

    def add_new(self, ids: range) -> None:
        """Note rows that were not there; their ids are above all of before."""
        if self._new and self._new[-1].stop == ids.start:
            ids = range(self._new.pop().start, ids.stop)
        self._new.append(ids)
