"""What is read of many rows at once is what is read of each by itself."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.imports.cell_lots import cell_lots
from signatories.imports.columns.cells import CellReader
from signatories.imports.columns.column import propose
from signatories.imports.planning.directory_reading import DirectoryLot
from signatories.imports.tables import cleaning
from signatories.imports.tables.name_questions import questions_in
from signatories.sources.documents import Row
from signatories.sources.lots import Lot

HEADERS = (
    "First name|Last name|Organisation|E-mail|Country|Tags|Tags (2)|Notes|Shoe size",
    "Name|Organisation|E-mail|Country|Tags|Role",
    "Notes|Name",
)
TEXTS = ("", " ", "n/a", "-", "ANNA", "Anna  Berg", "Bo*", "Wеll", "Bo\nLind", "x@y.example", "@")
WORDS = (*TEXTS, "Total", "Norway", "Atlantis", "a; b", ";", "Zoë\u200b", "MÃ¼hle", "11", "\u00a0é")
tables = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(tuple), min_size=1, max_size=5
)


def lot_of(header: str, kind: str, table: list[tuple[str, ...]]) -> tuple[CellReader, list[Row]]:
    rows = [Row(line, cells) for line, cells in enumerate(table, 1)]
    return CellReader(propose(header.split("|"), (), kind), kind), rows


@given(table=tables, header=st.sampled_from(HEADERS))
@pytest.mark.parametrize("kind", ["people", "organisations", "recipients"])
def test_cells_of_many_rows(kind: str, header: str, table: list[tuple[str, ...]]) -> None:
    reader, rows = lot_of(header, kind, table)
    lot, each = reader.lot(Lot.of(rows)), [reader.read(row) for row in rows]
    assert [*lot.each()] == each == [lot.cells(number) for number in range(len(rows))]
    for name in lot.columns:
        assert lot.count(name) == sum(name in cells for cells in each)


@given(table=tables, header=st.sampled_from(HEADERS))
@pytest.mark.parametrize("kind", ["people", "organisations"])
def test_what_many_rows_say(kind: str, header: str, table: list[tuple[str, ...]]) -> None:
    reader, rows = lot_of(header, kind, table)
    lot, singly = reader.lot(Lot.of(rows)), [reader.lot(Lot.of([row])) for row in rows]
    alone = [DirectoryLot(one, kind)[0] for one in singly]
    assert [*DirectoryLot(lot, kind)] == alone
    asked = questions_in(lot, range(len(rows)))
    assert [asked.get(number) for number in range(len(rows))] == [
        questions_in(one, [0]).get(0) for one in singly
    ]
    assert cleaning.proposals([lot]) == cleaning.proposals(singly)


def test_rows_that_have_other_fields_keep_theirs() -> None:
    cells: list[Mapping[str, str]] = [{"entry": "a"}, {"entry": "b", "group": ""}, {}]
    given = [(Row(line, ()), each) for line, each in enumerate(cells, 1)]
    (lot,) = cell_lots(given)
    assert [*lot.each()] == cells
    assert lot.columns == {"entry": ["a", "b", ""], "group": ["", "", ""]}
    assert (lot.count("entry"), lot.count("group")) == (2, 1)
