"""The rows that an action has touched: what each was before, and which are new."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from signatories.recording.images import CHUNK, chunks
from signatories.recording.lots import Lot, make_lot
from signatories.recording.lots_aside import LotsAside


class NewLot(NamedTuple):
    """What the log is to say of new rows; None where one of them was changed since, so that it has to be read."""

    ids: range
    lot: Lot | None


class Touched:
    """The rows of one table that an action touched, by id.

    `before` has each row's image, None for a row that was not there. What is said of rows that came in bulk is packed
    as they come, and put aside: as a rule nothing changes them in the same action, and there may be a million.
    """

    def __init__(self) -> None:
        self.before: dict[int, str | None] = {}
        self._runs: list[range] = []
        self._lots = LotsAside()
        self._rest: list[str] = []  # images of the latest, which make no lot yet
        self._changed: set[int] = set()

    def unseen(self, ids: Iterable[int]) -> list[int]:
        """Those of these rows of which it is not known what they were. They are about to be changed."""
        unseen = [row_id for row_id in ids if row_id not in self.before]
        if not self._runs:
            return unseen
        new = {row_id for row_id in unseen if any(row_id in run for run in self._runs)}
        self._changed |= new
        return [row_id for row_id in unseen if row_id not in new]

    def chunks(self) -> Iterator[Sequence[int]]:
        """The ids of `before` in order, in lists that are short enough for one query."""
        return chunks(sorted(self.before))

    def add_new(self, ids: range, images: Sequence[str]) -> None:
        """Note rows that were not there; their ids are above all of before."""
        if self._runs and self._runs[-1].stop == ids.start:
            self._runs[-1] = range(self._runs[-1].start, ids.stop)
        else:
            self._pack_rest()
            self._runs.append(ids)
        self._rest += images
        while len(self._rest) >= CHUNK:
            self._pack(CHUNK)

    def new_lots(self) -> Iterator[NewLot]:
        """All that came in bulk, in the order of their ids."""
        self._pack_rest()
        for ids, lot in self._lots:
            yield NewLot(ids, lot if self._changed.isdisjoint(ids) else None)

    def _pack_rest(self) -> None:
        if self._rest:
            self._pack(len(self._rest))

    def _pack(self, many: int) -> None:
        """Make a lot of the first of those that are in none."""
        first = self._runs[-1].stop - len(self._rest)
        ids, images = range(first, first + many), self._rest[:many]
        self._lots.put(ids, make_lot(ids, repeat(None, many), images))
        del self._rest[:many]
