"""The cells of a treaty table, with the marks that depositaries use."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from signatories.imports.columns.column import propose
from signatories.imports.planning.treaties import TreatyAct, TreatyRow, read_act, read_row
from signatories.imports.tables.table import find_table
from signatories.models import ActKind, Precision
from signatories.sources.opening import open_file


@pytest.mark.parametrize(
    ("cell", "kind", "date", "precision"),
    [
        ("19 Sep 2002 a", ActKind.ACCESSION, dt.date(2002, 9, 19), Precision.DAY),
        ("19 Sep 2002 (a)", ActKind.ACCESSION, dt.date(2002, 9, 19), Precision.DAY),
        ("6 Feb 1995 A", ActKind.ACCEPTANCE, dt.date(1995, 2, 6), Precision.DAY),
        ("6 Feb 1995 AA", ActKind.APPROVAL, dt.date(1995, 2, 6), Precision.DAY),
        ("1 Sep 1993 d *", ActKind.SUCCESSION, dt.date(1993, 9, 1), Precision.DAY),
        ("2002-09-19 s", ActKind.RATIFICATION, dt.date(2002, 9, 19), Precision.DAY),
        ("6 Sep 2000 1", ActKind.RATIFICATION, dt.date(2000, 9, 6), Precision.DAY),
        ("6 Sep 2000 [2]", ActKind.RATIFICATION, dt.date(2000, 9, 6), Precision.DAY),
        ("May 2001 d", ActKind.SUCCESSION, dt.date(2001, 5, 1), Precision.MONTH),
        ("2001", ActKind.RATIFICATION, dt.date(2001, 1, 1), Precision.YEAR),
    ],
)
def test_acts(cell: str, kind: ActKind, date: dt.date, precision: Precision) -> None:
    assert read_act(cell, ActKind.RATIFICATION) == TreatyAct(kind, date, precision)


@pytest.mark.parametrize("cell", ["yes", "31 Feb 2001", "19 Sep 2002 x", "03/04/2002"])
def test_what_is_no_date_or_no_mark_is_a_problem_and_not_a_guess(cell: str) -> None:
    row = read_row({"participant": "Ghana", "ratification": cell})
    assert row.acts == ()
    assert cell in str(row.problems[0])


def test_states_are_known_by_former_names_and_others_kept() -> None:
    assert read_row({"participant": "Swaziland"}).country == "SZ"
    assert read_row({"participant": "The former Yugoslav Republic of Macedonia"}).country == "MK"
    assert read_row({"participant": "Côte d'Ivoire [3]"}).country == "CI"
    assert read_row({"participant": "China2"}).country == "CN"
    assert read_row({"participant": "Atlantis", "signature": "2001"}) == TreatyRow(
        "Atlantis", None, (TreatyAct(ActKind.SIGNATURE, dt.date(2001, 1, 1), Precision.YEAR),), ()
    )


def test_the_protocol_had_137_parties_on_the_day_of_the_letter(shared_data: Path) -> None:
    table = find_table(open_file(shared_data / "recipients/treaty-opsc-2015.csv"))
    assert table is not None
    columns = [each for each in propose(table.headers, table.rows, "treaty") if each.field]
    rows = [read_row({c.field: row.cells[c.number] for c in columns}) for row in table.rows]
    day = dt.date(2010, 7, 26)
    joined = [
        row
        for row in rows
        if any(act.kind is not ActKind.SIGNATURE and act.date <= day for act in row.acts)
    ]
    assert (len(rows), len(joined)) == (178, 137)
    assert all(row.country and not row.problems for row in rows)
    assert Counter(act.kind for row in rows for act in row.acts) == {
        ActKind.SIGNATURE: 121,
        ActKind.RATIFICATION: 112,
        ActKind.ACCESSION: 56,
        ActKind.SUCCESSION: 1,
    }
