"""What somebody typed stands in place of the file's texts, however rows are read; the rest is the file's."""

from pathlib import Path

import pytest

from signatories.database import Database
from signatories.imports import apply, plan
from signatories.imports.cell_lots import cell_lots
from signatories.imports.planned import ImportPlan, ImportRequest
from signatories.imports.typed_rows import with_typed
from signatories.models import ImportedRecord
from signatories.sources.documents import Row
from signatories.sources.opening import open_file
from signatories.texts import N_

ROWS = [
    (Row(2, ("Well Fund", "Ghana")), {"name": "Well Fund", "country": "Ghana"}),
    (Row(3, ("", "Kenya")), {"name": "", "country": "Kenya"}),
    (Row(4, ("Air Trust",)), {"name": "Air Trust"}),
]
TYPED = {3: {"name": "Roof Trust"}, 4: {"country": "Mali"}}
EXPECTED = [
    {"name": "Well Fund", "country": "Ghana"},
    {"name": "Roof Trust", "country": "Kenya"},
    {"name": "Air Trust", "country": "Mali"},
]


def test_rows_slices_and_lots_say_the_same() -> None:
    rows = with_typed(ROWS, TYPED)
    assert [cells for _, cells in rows] == EXPECTED
    assert [rows[number][1] for number in range(len(rows))] == EXPECTED
    assert [cells for _, cells in rows[1:]] == EXPECTED[1:]
    assert [cells for lot in cell_lots(rows) for cells in lot.each()] == EXPECTED
    assert [row for row, _ in rows] == [row for row, _ in ROWS]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "members.csv"
    path.write_text("Name,Country\nWell Fund,Ghana\n,Kenya\n", encoding="utf-8")
    return path


def planned(database: Database, path: Path, **choices: object) -> ImportPlan:
    with database.reading() as session:
        return plan.build(session, open_file(path), ImportRequest("organisations", **choices))


def test_a_row_that_was_typed_in_is_remembered_as_the_file_has_it(
    database: Database, table: Path
) -> None:
    typed = planned(database, table, typed={3: {"name": "Roof Trust"}})
    as_given = planned(database, table)
    assert [row.state.value for row in typed.rows] == ["new", "new"]
    assert typed.rows[1].digest == as_given.rows[1].digest
    with database.work(N_("Import"), bulk=True) as unit:
        apply.apply(unit, typed)
        lines = {each.line: each.digest for each in unit.session.query(ImportedRecord)}
    assert lines[3] == as_given.rows[1].digest


def test_the_same_file_again_leaves_what_was_typed_alone(database: Database, table: Path) -> None:
    with database.work(N_("Import"), bulk=True) as unit:
        apply.apply(unit, planned(database, table, typed={3: {"name": "Roof Trust"}}))
    again = planned(database, table)
    assert [row.state.value for row in again.rows] == ["same", "error"]
    told = "What was typed then in 1 row is not in the file: line 3."
    assert told in [str(each) for each in again.warnings]
    typed = planned(database, table, typed={3: {"name": "Roof Trust"}})
    assert [row.state.value for row in typed.rows] == ["same", "same"]
