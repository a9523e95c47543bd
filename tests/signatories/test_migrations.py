"""The scripts lead from any older schema to the one of the models."""

import json
import re
import shutil
import sqlite3
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, select

from signatories import migrations, saved_presets, saved_views
from signatories.checking import check
from signatories.database import Database, files
from signatories.database.connections import make_engine
from signatories.database.headers import APPLICATION_ID, inspect_header
from signatories.errors import WorkspaceError
from signatories.history import Entry, entries, next_redo
from signatories.models import Base, WorkspaceSetting
from signatories.saved_views import View
from signatories.undoing import undo
from tests.factories import Make, content

OLD_FILES = Path(__file__).resolve().parents[1] / "old_files"
SCRIPTS = ScriptDirectory(str(Path(migrations.__file__).parent))


def make_oldest(path: Path) -> None:
    """A workspace from before the first script: ours by its number, and empty."""
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.execute("CREATE TABLE before_the_first_schema (id INTEGER)")
    raw.execute("DROP TABLE before_the_first_schema")
    raw.close()


def schema(path: Path) -> dict[str, str]:
    """Every table and index as SQLite keeps it, white space aside."""
    raw = sqlite3.connect(path)
    made = raw.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    found = {name: re.sub(r"\s*([(),\s])\s*", r"\1", sql or "") for name, sql in made}
    raw.close()
    del found["alembic_version"]
    return found


def test_the_scripts_make_what_the_models_say(tmp_path: Path) -> None:
    scripted, modelled = tmp_path / "a.signatories", tmp_path / "b.signatories"
    make_oldest(scripted)
    Database.open(scripted).close()
    Database.open(modelled, create=True).close()
    assert schema(scripted) == schema(modelled)


def test_nothing_is_left_to_migrate(tmp_path: Path) -> None:
    path = tmp_path / "a.signatories"
    make_oldest(path)
    Database.open(path).close()
    engine = make_engine(path, read_only=False)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Base.metadata) == []
        assert context.get_current_revision() == migrations.HEAD
    engine.dispose()


def test_a_new_workspace_stands_at_the_newest_script(database: Database) -> None:
    with database.reading() as session:
        context = MigrationContext.configure(session.connection())
        assert context.get_current_revision() == migrations.HEAD
        number = session.connection().exec_driver_sql("PRAGMA user_version").scalar()
    assert number == migrations.SCHEMA
    assert SCRIPTS.get_heads() == [migrations.HEAD]
    assert len(list(SCRIPTS.walk_revisions())) == migrations.SCHEMA


def test_a_copy_is_kept_before_an_update(tmp_path: Path) -> None:
    path = tmp_path / "mine.signatories"
    make_oldest(path)
    Database.open(path).close()
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == ["mine before update.signatories", "mine.signatories"]
    assert inspect_header(tmp_path / "mine before update.signatories") == 0
    assert inspect_header(path) == migrations.SCHEMA


def test_the_copy_of_an_earlier_update_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "mine.signatories"
    shutil.copy(OLD_FILES / "schema-0003.signatories", path)
    Database.open(path).close()
    files.restore(OLD_FILES / "schema-0001.signatories", path)
    Database.open(path).close()
    copies = tmp_path.glob("mine before update*.signatories")
    assert sorted(map(inspect_header, copies)) == [1, 3]


def test_who_comes_second_to_an_update_leaves_the_copy_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "mine.signatories"
    make_oldest(path)
    Database.open(path).close()
    files.bring_up_to_date(path, read_only=False)
    assert inspect_header(tmp_path / "mine before update.signatories") == 0
    assert inspect_header(path) == migrations.SCHEMA


def test_two_that_open_an_older_file_at_once_both_open_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.signatories"
    shutil.copy(OLD_FILES / "schema-0001.signatories", path)
    begin = threading.Barrier(2)

    def opened(_number: int) -> bool:
        begin.wait(10)
        with Database.open(path) as database:
            return check(database).problems == ()

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(opened, range(2))) == [True, True]


def test_an_update_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.signatories"
    make_oldest(path)

    def half(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE letters (id INTEGER)")
        raise RuntimeError("the power went")

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "upgrade", half)
        with pytest.raises(RuntimeError):
            Database.open(path)
    assert inspect_header(path) == 0
    Database.open(path).close()
    assert inspect_header(path) == migrations.SCHEMA


def test_an_older_file_that_cannot_be_written_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mine.signatories"
    make_oldest(path)
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match="made by an older version and is read-only"):
        Database.open(path, read_only=True)
    assert path.read_bytes() == before


@pytest.mark.parametrize("old", sorted(OLD_FILES.glob("*.signatories")), ids=lambda path: path.stem)
def test_every_old_file_opens_and_works(old: Path, tmp_path: Path) -> None:
    path = tmp_path / old.name
    shutil.copyfile(old, path)
    with Database.open(path) as opened:
        assert check(opened).problems == ()
        assert [row["title"] for row in content(opened)["letters"]] == ["To the lamp makers"]
        assert len(content(opened)["confirmations"]) == 2
        Make(opened).organisation("A new friend")
        undo(opened)
        undo(opened)


def waiting(database: Database) -> list[Entry]:
    """The actions that can be undone one after the other."""
    with database.reading() as session:
        every = entries(session)
    return [entry for entry in every if entry.undoes is None and entry.undone_by is None]


@pytest.fixture
def oldest(tmp_path: Path) -> Path:
    """A workspace as the first release left it."""
    path = tmp_path / "old.signatories"
    shutil.copyfile(OLD_FILES / "schema-0001.signatories", path)
    return path


def test_an_update_changes_no_content(oldest: Path) -> None:
    first_release_said = "48a07d9ca865f32c6fadb73ff2eff0b0afbdf212be7e3bec40fa9948d3122cef"
    with Database.open(oldest) as opened:
        assert check(opened).content_hash == first_release_said


def test_what_was_done_before_an_update_is_undone_and_done_again_after_it(oldest: Path) -> None:
    with Database.open(oldest) as opened:
        before = content(opened)
        undone = [undo(opened) for _ in waiting(opened)]
        assert not any(content(opened).values())
        for last in reversed(undone):
            undo(opened, last.change_set_id)
        assert content(opened) == before
        assert check(opened).problems == ()


def test_what_was_removed_before_an_update_comes_back_with_every_column(oldest: Path) -> None:
    with Database.open(oldest) as opened:
        name = "Friends of nobody"
        assert name not in [row["name"] for row in content(opened)["organisations"]]
        with opened.reading() as session:
            last = next_redo(session)
        assert last is not None
        undo(opened, last.id)
        row = content(opened)["organisations"][-1]
    assert (row["name"], row["logo_scale"], row["logo_shift"]) == (name, 1.0, 0.0)


def test_no_id_is_used_twice_after_an_update(oldest: Path) -> None:
    with Database.open(oldest) as opened:
        used = max(row["id"] for row in content(opened)["organisations"])
        assert (
            Make(opened).organisation() > used + 1
        )  # one more was made and undone in the old file


def test_there_is_an_old_file_of_every_schema() -> None:
    schemas = {inspect_header(old) for old in OLD_FILES.glob("*.signatories")}
    assert schemas == set(range(1, migrations.SCHEMA + 1))


def test_an_import_of_before_an_update_is_taken_back_row_by_row(tmp_path: Path) -> None:
    """Its log has a change for each row, and that of the undo has lots."""
    path = tmp_path / "old.signatories"
    shutil.copyfile(OLD_FILES / "schema-0003-with-imports.signatories", path)
    with Database.open(path) as opened:
        latest, earlier = (
            entry.id for entry in waiting(opened) if "import" in entry.message.values
        )
        before = content(opened)
        undone = undo(opened, earlier)
        kept = Counter((row.table, str(row.reason)) for row in undone.kept)
        assert kept == {("people", "was edited since"): 11, ("roles", "was edited since"): 2}
        assert undone.reversed == 1 + 13 + 22
        undo(opened, undone.change_set_id)
        assert content(opened) == before
        assert undo(opened, latest).reversed == 9
        assert check(opened).problems == ()


def test_what_was_kept_under_a_name_is_there_after_an_update(tmp_path: Path) -> None:
    """Views and blocks were settings of the workspace then, and a view had one trait at most."""
    path = tmp_path / "old.signatories"
    shutil.copy(OLD_FILES / "schema-0006.signatories", path)
    kept = {
        "views of people": {"Ours": {"words": "moth", "trait": "email"}, "All": {}},
        "block presets": {"Annex": {"count_line": True}},
        "other": {"stays": True},
    }
    raw = sqlite3.connect(path)
    raw.executemany(
        "INSERT INTO workspace_settings (key, value) VALUES (?, ?)",
        [(key, json.dumps(named)) for key, named in kept.items()],
    )
    raw.commit()
    raw.close()
    with Database.open(path) as database, database.reading() as session:
        assert saved_views.saved(session, "people") == {
            "All": View(),
            "Ours": View("moth", ("email",)),
        }
        (annex,) = saved_presets.saved(session)
        assert annex.settings.count_line
        assert session.scalars(select(WorkspaceSetting.key)).all() == ["other"]


def test_an_older_file_in_which_nobody_did_anything_is_opened(tmp_path: Path) -> None:
    """There is no action to which its views could belong."""
    path = tmp_path / "old.signatories"
    shutil.copy(OLD_FILES / "schema-0006.signatories", path)
    raw = sqlite3.connect(path)
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    for (table,) in raw.execute(tables).fetchall():
        if table != "alembic_version":
            raw.execute(f'DELETE FROM "{table}"')
    views = json.dumps({"Ours": {"words": "moth"}})
    raw.execute(
        "INSERT INTO workspace_settings (key, value) VALUES ('views of people', ?)", [views]
    )
    raw.commit()
    raw.close()
    with Database.open(path) as database, database.reading() as session:
        assert saved_views.saved(session, "people") == {}
        assert check(database).problems == ()
