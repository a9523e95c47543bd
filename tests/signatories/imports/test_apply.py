"""An import is one action: all of it, or nothing, and it can be taken back."""

import pytest

from signatories import undoing
from signatories.database import Database
from signatories.errors import Refused
from signatories.imports import apply
from signatories.models import Import, Organisation, SignOn
from signatories.progress import Cancelled

LINES = "\n".join(f"Anna{chr(97 + n)} Berg, Well Network {n}" for n in range(20))


class CancelAtOnce:
    """Somebody who presses Cancel when the first progress shows."""

    def report(self, done: int, total: int | None, label: str = "") -> None:
        raise Cancelled


def rows(database: Database, table: type) -> int:
    with database.reading() as session:
        return session.query(table).count()


def test_cancel_leaves_nothing_behind(database, letter, plan_text) -> None:
    planned = plan_text(LINES, letter_id=letter)
    before = database.latest_change()
    with pytest.raises(Cancelled), database.work("Import", bulk=True) as unit:
        apply.apply(unit, planned, CancelAtOnce())
    assert (rows(database, Organisation), rows(database, Import)) == (0, 0)
    assert database.latest_change() == before


def test_undo_takes_all_back_but_the_record_of_the_import(database, letter, import_text) -> None:
    import_text(LINES, letter_id=letter)
    undone = undoing.undo(database)
    assert undone.kept == []
    assert (rows(database, SignOn), rows(database, Organisation)) == (0, 0)
    assert rows(database, Import) == 1
    assert import_text(LINES, letter_id=letter).states == ["new"] * 20


def test_a_plan_is_refused_when_the_workspace_changed_meanwhile(
    database, letter, plan_text, import_text
) -> None:
    planned = plan_text(LINES, letter_id=letter)
    import_text("Bo Lind, Air Trust", letter_id=letter)
    with (
        pytest.raises(Refused, match="has changed since these rows were compared"),
        database.work("Import", bulk=True) as unit,
    ):
        apply.apply(unit, planned)


def test_planning_writes_nothing(database, letter, plan_text) -> None:
    before = database.path.read_bytes(), database.latest_change()
    plan_text(LINES, letter_id=letter)
    assert (database.path.read_bytes(), database.latest_change()) == before
