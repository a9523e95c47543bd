"""Rows held by column are the rows that they were made of, also when they have been on disk."""

import io

from hypothesis import given
from hypothesis import strategies as st

from signatories.sources import spool
from signatories.sources.documents import Row
from signatories.sources.lots import SIZE, Lot, lots
from signatories.sources.spool import SpoolWriter

cells = st.lists(st.text("a*é\n \x1e\x1f[", max_size=3), min_size=1, max_size=4).map(tuple)
tables = st.lists(cells, min_size=1, max_size=6).map(
    lambda rows: [Row(line, cells) for line, cells in enumerate(rows, 1)]
)


@given(rows=tables, out=st.sets(st.integers(0, 5)), cut=st.slices(6))
def test_a_lot_is_its_rows(rows: list[Row], out: set[int], cut: slice) -> None:
    lot = Lot.of(rows)
    assert [*lot] == rows == [lot[number] for number in range(len(lot))]
    assert [*lot[cut]] == rows[cut]
    left_out = [number for number in out if number < len(rows)]
    kept = [row for number, row in enumerate(rows) if number not in left_out]
    assert [*lot.without(left_out)] == kept


@given(rows=tables)
def test_rows_come_back_from_a_spool_as_they_were(rows: list[Row]) -> None:
    file = io.BytesIO()
    offsets, count = SpoolWriter(file, lambda _rows: None, "list.csv").write(iter(rows))
    assert (offsets, count) == ([0, len(file.getvalue())], len(rows))
    assert [*spool.rows(file.getvalue().decode())] == rows


def test_a_single_wide_row_does_not_widen_the_others_on_disk() -> None:
    rows = [Row(1, ("a",) * 10_000), *(Row(line, ("a", "b")) for line in range(2, SIZE + 1))]
    file = io.BytesIO()
    SpoolWriter(file, lambda _rows: None, "list.csv").write(iter(rows))
    assert len(file.getvalue()) < 100_000
    assert [*spool.rows(file.getvalue().decode())] == rows


def test_rows_in_memory_come_in_lots_too() -> None:
    rows = [Row(line, (str(line),)) for line in range(1, SIZE + 3)]
    found = list(lots(rows))
    assert [len(lot) for lot in found] == [SIZE, 2]
    assert [row for lot in found for row in lot] == rows
