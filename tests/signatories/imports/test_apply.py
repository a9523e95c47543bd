"""An import is one action: all of it, or nothing, and it can be taken back."""

import pytest

from signatories import history, undoing
from signatories.database import Database, integrity_problems, restore
from signatories.errors import Refused
from signatories.imports import apply
from signatories.models import ChangeSet, Import, Organisation, SignOn
from signatories.progress import Cancelled
from tests.factories import Make

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


def test_an_undone_import_is_none_that_was_before(database, letter, import_text, plan_text) -> None:
    import_text(LINES, letter_id=letter)
    assert "imported before" in str(plan_text(LINES, letter_id=letter).warnings[0])
    undoing.undo(database)
    assert plan_text(LINES, letter_id=letter).warnings == ()


def test_the_history_names_the_file_and_holds_only_its_record_s_id(
    database, letter, plan_text
) -> None:
    """A file may be called after a person, whom erasing must find in one place."""
    planned = plan_text("Anna Berg, Well Trust", "Answer of Anna Berg.txt", letter_id=letter)
    with database.work(apply.MESSAGE, bulk=True) as unit:
        done = apply.apply(unit, planned)
    undoing.undo(database)
    with database.reading() as session:
        assert session.get_one(ChangeSet, unit.change_set_id).values == {
            "subject": "sign-ons",
            "import": done.import_id,
        }
        said = [str(entry.message) for entry in history.entries(session, limit=2)]
    assert said == [
        "Undo: Import sign-ons from Answer of Anna Berg.txt",
        "Import sign-ons from Answer of Anna Berg.txt",
    ]


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


def test_a_plan_is_refused_when_a_copy_was_restored_meanwhile(
    database, letter, plan_text, tmp_path
) -> None:
    """Its ids are given again: somebody else's record would be taken for the one that the plan names."""
    database.backup(copy := tmp_path / "copy.signatories")
    make = Make(database)
    make.person("Ann Lee")
    planned = plan_text("Ann Lee", letter_id=letter)
    restore(copy, database.path)
    make.person("Bo Lind")
    with (
        pytest.raises(Refused, match="has changed since"),
        database.work("Import", bulk=True) as unit,
    ):
        apply.apply(unit, planned)


def test_planning_writes_nothing(database, letter, plan_text) -> None:
    before = database.path.read_bytes(), database.latest_change()
    plan_text(LINES, letter_id=letter)
    assert (database.path.read_bytes(), database.latest_change()) == before


class Watching:
    """Looks which indexes there are whenever progress is shown."""

    def __init__(self, session) -> None:
        self.session = session
        self.seen: list[set[str]] = []

    def report(self, done: int, total: int | None, label: str = "") -> None:
        self.seen.append(set(indexes(self.session)))


def indexes(session) -> dict[str, str]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    return dict(session.connection().exec_driver_sql(query).all())


def test_many_sign_ons_do_without_indexes_of_texts_meanwhile(
    database, letter, plan_text, monkeypatch
) -> None:
    monkeypatch.setattr("signatories.database.later_indexes._FEWEST", 20)
    planned = plan_text(LINES, letter_id=letter)
    with database.reading() as session:
        before = indexes(session)
    with database.work("Import", bulk=True) as unit:
        watching = Watching(unit.session)
        apply.apply(unit, planned, watching)
    of_people = {"ix_people_email", "ix_people_sort_key"}
    of_bodies = {"ix_organisations_country", "ix_organisations_sort_key"}
    assert watching.seen[0] == before.keys() - of_people - of_bodies
    with database.reading() as session:
        assert indexes(session) == before
    assert integrity_problems(database.path) == []
    assert rows(database, SignOn) == 20
