"""What columns became is proposed again for a table with the same headers."""

import datetime as dt
from collections.abc import Mapping

from signatories import undoing
from signatories.database import Database
from signatories.imports.columns import remembered
from signatories.imports.columns.column import propose, stored
from signatories.imports.columns.remembered import Remembered
from signatories.models import Import

HEADERS = ["Quién", "Seat", "Extra"]
TOLD = {"Quién": "name", "Seat": "own", "Extra": ""}


def record(
    database: Database, mapping: Mapping[str, str], kind: str = "recipients", day: int = 3
) -> int:
    """Record an import of a table with these columns, as one action; its change set."""
    with database.work("Import", bulk=True) as unit:
        made = Import(
            change_set_id=unit.recorder.begin(),
            at=dt.datetime(2026, 5, day, tzinfo=dt.UTC),
            subject=kind,
            source_name="list.csv",
            source_digest="0" * 64,
            source_format="csv",
            mapping=dict(mapping),
        )
        unit.session.add(made)
        return made.change_set_id


def find(database: Database, headers: list[str], kind: str = "recipients") -> Remembered | None:
    with database.reading() as session:
        return remembered.find(session, kind, headers)


def test_the_latest_import_of_the_same_headers_is_proposed_again(database) -> None:
    record(database, {"Quién": "person", "Seat": "", "Extra": ""}, day=1)
    record(database, stored(propose(HEADERS, (), "recipients", TOLD)), day=3)
    found = find(database, ["Extra", "quien", "SEAT"])
    columns = propose(["Extra", "quien", "SEAT"], (), "recipients", remembered=found)
    assert [column.field for column in columns] == ["", "name", "SEAT"]
    assert {str(column.reason) for column in columns} == {"As in the import of 2026-05-03."}


def test_what_is_told_now_counts_more(database) -> None:
    record(database, {"Quién": "name", "Seat": "Seat", "Extra": ""})
    columns = propose(HEADERS, (), "recipients", {"Seat": "country"}, find(database, HEADERS))
    assert [column.field for column in columns] == ["name", "country", ""]


def test_other_headers_and_other_kinds_remember_nothing(database) -> None:
    record(database, {"Quién": "name", "Seat": "Seat", "Extra": ""})
    assert find(database, ["Quién", "Seat"]) is None
    assert find(database, [*HEADERS, "More"]) is None
    assert find(database, HEADERS, "sign-ons") is None
    assert find(database, HEADERS, "treaty") is None


def test_a_treaty_is_remembered_as_a_treaty(database) -> None:
    record(database, {"State": "participant", "Joined": "ratification"})
    assert find(database, ["State", "Joined"]) is None
    assert find(database, ["State", "Joined"], "treaty") is not None


def test_an_import_that_was_undone_is_not_believed(database) -> None:
    change = record(database, {"Quién": "name", "Seat": "", "Extra": ""})
    undoing.undo(database, change)
    assert find(database, HEADERS) is None


def test_the_next_table_of_a_series_is_read_as_the_first_was(
    letter, import_text, plan_text
) -> None:
    told = {"Wer": "name", "Wohin": "tag", "Schuhe": ""}
    import_text("Wer;Wohin;Schuhe\nBo Lind;Wells;44\n", "may.csv", letter_id=letter, overrides=told)
    again = plan_text("Wer;Wohin;Schuhe\nEva Holm;Lakes;39\n", "june.csv", letter_id=letter)
    assert again.mapping == {"Wer": "name", "Wohin": "tag"}
    assert [column.field for column in again.columns] == ["name", "tag", ""]
