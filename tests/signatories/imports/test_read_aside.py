"""Rows that were read are written as they would be if they were read again, and are not read again."""

import errno

import pytest

from signatories.imports import apply
from signatories.imports.planning.directory_reading import DirectoryLot
from signatories.imports.planning.sign_on_rows import SignOnLot
from signatories.imports.read_aside import LotRead, ReadAside
from signatories.imports.verdicts import ReadRow, ReadRows
from signatories.models import Person, SignOn

PEOPLE = """name,organisation,country,email,tag,Table
Anna Berg,Well Trust,Norway,anna@well.example,a; b,1
Bo Hu and Cy Moss,Well Trust,Atlantis,bo(at)well,,2
,Hill Fund,Chad,,,3
ANNA BERG,Well Trust,Norway,,,4
Dina Ortiz,,,dina@hill.example dora@hill.example,,
"""
SIGN_ONS = """name,role,organisation,country,date,consent,capacity,response
Anna Berg,Chair,Well Trust (WT),Norway,2010-07-26,yes,organisation,1
Bo Hu and Cy Moss,Member,Hill Fund,Atlantis,yesterday,perhaps,personal,2
,,,,,,,3
Cy Moss,,Anna Berg,Chad,26/07/2010,no,nobody,4
Anna Berg,Director,Well Trust,Chad,2010-07-27,yes,,1
"""
LINES = """Anna Berg, Chair, Well Trust
Bo Hu (Member; Hill Fund)
Cy Moss - 11.11.11, Belgium
Well Trust, Chair, Anna Berg
"""


@pytest.fixture(params=[("people", PEOPLE), ("sign-ons", SIGN_ONS), (None, LINES)])
def planned(request, plan_text, letter):
    kind, text = request.param
    asked = {"letter_id": None if kind == "people" else letter, "as_": kind}
    return plan_text(text, "list.csv" if kind else "list.txt", **asked)


def said(lots) -> list[object]:
    """All that is known of the rows of lots."""
    return [
        (
            list(lot.lines),
            list(lot.digests),
            [list(column) for column in lot.refs],
            lot.others,
            [lot.row(place) for place in range(len(lot.lines))],
            list(lot.read),
        )
        for lot in lots
    ]


def test_what_was_put_aside_is_what_would_be_read_again(planned, monkeypatch) -> None:
    kept = said(planned.rows.lots({2}))
    monkeypatch.setattr(planned.rows._aside, "many", 0)
    assert said(planned.rows.lots({2})) == kept
    assert kept
    assert [row for lot in kept for row in lot[4]] == list(planned.rows)


def test_what_is_written_is_not_read_again(database, planned, monkeypatch) -> None:
    def read_again(*_arguments: object) -> None:
        raise AssertionError("read again")

    for lot in (SignOnLot, DirectoryLot):
        monkeypatch.setattr(lot, "__init__", read_again)
    monkeypatch.setattr("signatories.imports.apply.warnings_about", lambda _plan: ())
    with database.work("Import", bulk=True) as unit:
        assert apply.apply(unit, planned).added > 2


class FullDisk:
    """A temporary file on a disk that takes nothing."""

    closed = False

    def write(self, _packed: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def close(self) -> None:
        self.closed = True
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(("kind", "text"), [("people", PEOPLE), ("sign-ons", SIGN_ONS)])
def test_rows_that_the_disk_does_not_take_are_read_again(
    kind, text, database, letter, plan_text, monkeypatch
) -> None:
    monkeypatch.setattr("tempfile.SpooledTemporaryFile", lambda _size: FullDisk())
    asked = {"letter_id": letter} if kind == "sign-ons" else {}
    planned = plan_text(text, "list.csv", as_=kind, **asked)
    monkeypatch.undo()
    assert planned.rows._aside.many == 0
    with database.work("Import", bulk=True) as unit:
        added = apply.apply(unit, planned).added
    with database.reading() as session:
        table = Person if kind == "people" else SignOn
        assert session.query(table).count() == added > 2


def test_rows_that_are_made_already_are_not_put_aside() -> None:
    aside = ReadAside()
    aside.put(LotRead([1], ["digest"], ReadRows([ReadRow({"name": "Anna Berg"}, None)])))
    assert aside.many == 0
    assert list(aside) == []


def test_two_can_look_at_the_rows_in_step(planned) -> None:
    aside, read = ReadAside(), next(iter(planned.rows._aside)).read
    for line in (1, 2):
        aside.put(LotRead([line], ["digest"], read))
    in_step = [(one.lines, other.lines) for one, other in zip(aside, aside, strict=True)]
    assert in_step == [([1], [1]), ([2], [2])]
