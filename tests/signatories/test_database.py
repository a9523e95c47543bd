"""A workspace opens safely, and an action is written whole or not at all."""

import os
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import event, func, insert, select
from sqlalchemy.exc import StatementError

from signatories import database as databases
from signatories.database import Database, connections, files, headers, overwriting
from signatories.directory import organisations, people
from signatories.directory.organisations import OrganisationDraft
from signatories.directory.people import PersonDraft
from signatories.errors import Refused, UserFacingError, WorkspaceError
from signatories.models import Change, ChangeSet, Letter, Organisation, Person
from signatories.recording import logged
from tests.factories import Make, content

ROOT = Path(__file__).resolve().parents[2]


def rows(database: Database, model: type) -> int:
    with database.reading() as session:
        return session.scalars(select(func.count()).select_from(model)).one()


def organisation_row(name: str) -> dict[str, object]:
    return {"name": name, "sort_key": name.encode(), "search_key": name.casefold()}


def zip_bytes(folder: Path) -> bytes:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("letter.txt", "text")
    return (folder / "a.zip").read_bytes()


def other_database(folder: Path) -> bytes:
    other = sqlite3.connect(folder / "other.db")
    other.execute("CREATE TABLE songs (name TEXT)")
    other.close()
    return (folder / "other.db").read_bytes()


class TestOpening:
    def test_a_missing_workspace_is_named(self, workspace: Path) -> None:
        with pytest.raises(WorkspaceError, match=r"There is no workspace at .*work\.signatories"):
            Database.open(workspace)
        assert not workspace.exists()

    def test_a_workspace_is_made_where_folders_are_missing_too(self, tmp_path: Path) -> None:
        path = tmp_path / "new" / "folder" / "mine.signatories"
        Database.open(path, create=True).close()
        assert [file.name for file in path.parent.iterdir()] == ["mine.signatories"]

    def test_create_keeps_what_somebody_else_made_meanwhile(
        self, workspace: Path, make: Make
    ) -> None:
        make.organisation("Ours")
        files.create(workspace)
        assert rows(make.database, Organisation) == 1
        assert not list(workspace.parent.glob("*.new"))

    def test_where_none_can_be_made_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "list.csv").write_text("Name\n", encoding="utf-8")
        inside = tmp_path / "list.csv" / "letters.signatories"
        with pytest.raises(WorkspaceError, match="cannot be written"):
            Database.open(inside, create=True)
        with pytest.raises(WorkspaceError, match="cannot be written"), Database.begin(inside):
            pass

    def test_a_folder_is_no_workspace(self, tmp_path: Path) -> None:
        with pytest.raises(WorkspaceError, match="is a folder"):
            Database.open(tmp_path, create=True)

    @pytest.mark.parametrize(
        "bytes_of",
        [
            lambda path: b"",
            lambda path: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(500),
            zip_bytes,
            other_database,
            lambda path: b"SQLite format 3\0",
        ],
        ids=["empty", "pdf", "zip", "another program's database", "only a beginning"],
    )
    def test_what_is_not_ours_is_left_as_it_is(self, tmp_path: Path, bytes_of: object) -> None:
        path = tmp_path / "letter.signatories"
        path.write_bytes(before := bytes_of(tmp_path))
        with pytest.raises(WorkspaceError, match="is not a workspace of this program"):
            Database.open(path, create=True)
        assert path.read_bytes() == before

    def test_a_newer_workspace_is_left_as_it_is(self, workspace: Path, database: Database) -> None:
        database.close()
        with sqlite3.connect(workspace) as raw:
            raw.execute("PRAGMA user_version = 99")
        raw.close()
        before = workspace.read_bytes()
        with pytest.raises(WorkspaceError, match="newer version of this program"):
            Database.open(workspace)
        assert workspace.read_bytes() == before

    @pytest.mark.parametrize(
        "program",
        [
            "CREATE TRIGGER t AFTER INSERT ON people BEGIN DELETE FROM letters; END",
            "CREATE VIEW v AS SELECT * FROM people",
        ],
    )
    def test_programs_inside_a_file_are_refused(
        self, workspace: Path, database: Database, program: str
    ) -> None:
        database.close()
        with sqlite3.connect(workspace) as raw:
            raw.execute(program)
        raw.close()
        with pytest.raises(WorkspaceError, match="holds programs of its own"):
            Database.open(workspace)

    @pytest.mark.parametrize(
        ("text", "broken"),
        [(b"Marsh Watch", b"Marsh \xffatch"), (b"tableassets", b"table\xffssets")],
    )
    def test_a_text_whose_bytes_are_none_is_named_as_damage(
        self, make: Make, text: bytes, broken: bytes
    ) -> None:
        """Whether in a record or in what SQLite reads first: neither is a fault of the program."""
        make.organisation("Marsh Watch")
        path = make.database.path
        make.database.close()
        whole = path.read_bytes()
        assert text in whole
        path.write_bytes(whole.replace(text, broken))
        with (
            pytest.raises(WorkspaceError, match="is damaged"),
            Database.open(path) as damaged,
            damaged.reading() as session,
        ):
            session.scalars(select(Organisation.name)).all()

    @pytest.mark.parametrize("length", [100, 1000, 5000, 100_000])
    def test_a_truncated_file_is_named_as_damaged(
        self, workspace: Path, database: Database, length: int
    ) -> None:
        database.close()
        whole = workspace.read_bytes()
        workspace.write_bytes(whole[:length])
        with pytest.raises(WorkspaceError, match="is damaged"):
            Database.open(workspace)
        assert workspace.read_bytes() == whole[:length]

    def test_a_file_that_cannot_be_written_is_opened_to_read(
        self, workspace: Path, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        make.organisation("Ours")
        make.database.close()
        before = workspace.read_bytes()
        # Tests may run as root, whom no permission stops.
        monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
        with Database.open(workspace) as opened:
            assert opened.read_only
            assert rows(opened, Organisation) == 1
            with pytest.raises(WorkspaceError, match="is read-only"), opened.work("Write"):
                pass
        assert workspace.read_bytes() == before

    def test_what_another_computer_has_open_is_only_read(self, workspace: Path, make: Make) -> None:
        make.organisation("Ours")
        make.database.backup(kept := workspace.with_name("kept.signatories"))
        make.database.close()
        before = workspace.read_bytes()
        side = databases.side_file(workspace)
        side.write_text("4711\npython\nfar-laptop\n", encoding="utf-8")
        with Database.open(workspace) as opened:
            assert (opened.open_on, rows(opened, Organisation)) == ("far-laptop", 1)
            with pytest.raises(WorkspaceError, match="is open on far-laptop"), opened.work("Write"):
                pass
        with pytest.raises(WorkspaceError, match=re.escape(str(side))):
            databases.restore(kept, workspace)
        assert workspace.read_bytes() == before
        databases.take_over(workspace)
        with Database.open(workspace) as opened:
            assert (opened.open_on, opened.read_only) == (None, False)

    @pytest.mark.parametrize("words", ["", "4711\n", "4711\npython\n{here}\n", "\udcff\n\n\n"])
    def test_what_this_computer_or_nobody_has_open_is_written(
        self, workspace: Path, words: str
    ) -> None:
        words = words.format(here=socket.gethostname())
        databases.side_file(workspace).write_bytes(words.encode("utf-8", "surrogateescape"))
        with Database.open(workspace, create=True) as opened:
            assert not opened.read_only

    def test_reading_only_changes_no_byte(self, workspace: Path, make: Make) -> None:
        make.organisation("Ours")
        make.database.close()
        before = workspace.read_bytes()
        with Database.open(workspace, read_only=True) as opened:
            assert rows(opened, Organisation) == 1
        assert workspace.read_bytes() == before
        assert list(workspace.parent.iterdir()) == [workspace]

    def test_a_look_sees_what_is_still_in_the_log(self, workspace: Path, make: Make) -> None:
        make.organisation("Ours")
        with Database.open(workspace, read_only=True) as opened:
            assert rows(opened, Organisation) == 1

    def test_connections_keep_what_was_acknowledged(self, database: Database) -> None:
        with database.reading() as session:
            ask = session.connection().exec_driver_sql
            assert ask("PRAGMA journal_mode").scalar() == "wal"
            assert ask("PRAGMA synchronous").scalar() == 2
            assert ask("PRAGMA foreign_keys").scalar() == 1
            assert ask("PRAGMA trusted_schema").scalar() == 0


class TestBeginning:
    def test_a_begun_workspace_is_there_when_something_was_written(self, workspace: Path) -> None:
        with Database.begin(workspace) as begun:
            Make(begun).organisation("Ours")
            assert not workspace.exists()
        with Database.open(workspace) as opened:
            assert rows(opened, Organisation) == 1
        assert list(workspace.parent.iterdir()) == [workspace]

    def test_nothing_stays_of_what_failed_or_wrote_nothing(self, workspace: Path) -> None:
        def fail() -> None:
            with Database.begin(workspace) as begun:
                Make(begun).organisation("Ours")
                raise Refused("no")

        with pytest.raises(Refused):
            fail()
        with Database.begin(workspace):
            pass
        assert list(workspace.parent.iterdir()) == []

    def test_what_somebody_else_made_meanwhile_stays(self, workspace: Path, tmp_path: Path) -> None:
        elsewhere = tmp_path / "theirs.signatories"

        def begin() -> None:
            with Database.begin(workspace) as begun:
                Make(begun).organisation("Ours")
                with Database.open(elsewhere, create=True) as theirs:
                    Make(theirs).organisation("Theirs")
                elsewhere.rename(workspace)

        with pytest.raises(WorkspaceError, match="Somebody else made"):
            begin()
        with Database.open(workspace) as opened:
            assert [row["name"] for row in content(opened)["organisations"]] == ["Theirs"]


class TestWork:
    def test_an_exception_leaves_nothing(self, database: Database) -> None:
        def fail() -> None:
            with database.work("Add") as unit:
                organisations.add(unit.session, OrganisationDraft("First"))
                unit.insert(Organisation, [organisation_row("Second")])
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail()
        assert [rows(database, model) for model in (Organisation, ChangeSet, Change)] == [0, 0, 0]

    def test_a_work_that_changes_nothing_leaves_no_record(self, make: Make) -> None:
        oxford = make.organisation("Oxford Aid", country="GB")
        before = rows(make.database, ChangeSet)
        with make.database.work("Nothing"):
            pass
        with make.database.work("Same values") as unit:
            draft = organisations.draft_of(unit.session, organisations.get(unit.session, oxford))
            organisations.change(unit.session, oxford, draft)
        assert unit.change_set_id is None
        assert not unit.changes
        assert rows(make.database, ChangeSet) == before

    def test_a_change_taken_back_in_the_same_work_is_none(self, make: Make) -> None:
        oxford = make.organisation("Oxford Aid")
        before = content(make.database)
        with make.database.work("There and back") as unit:
            row = organisations.get(unit.session, oxford)
            stamp = row.changed_in
            row.name = "Another"
            unit.session.flush()
            row.name = "Oxford Aid"
            unit.session.flush()
        assert unit.change_set_id is None
        assert content(make.database) == before
        with make.database.reading() as session:
            assert organisations.get(session, oxford).changed_in == stamp

    def test_what_is_made_and_removed_in_one_work_is_none(self, database: Database) -> None:
        with database.work("There and gone") as unit:
            made = organisations.add(unit.session, OrganisationDraft("Brief"))
            organisations.remove(unit.session, [made.id])
        assert unit.change_set_id is None
        assert rows(database, ChangeSet) == 0

    def test_several_flushes_are_one_action(self, database: Database) -> None:
        with database.work("Add and rename") as unit:
            row = organisations.add(unit.session, OrganisationDraft("First"))
            unit.session.flush()
            row.name = "Second"
            unit.session.flush()
            person = people.add(unit.session, PersonDraft("Ada", organisation_id=row.id))
            ids = row.id, person.id
        assert unit.changes.touches("organisations") == {ids[0]}
        assert unit.changes.touches("organisations", "people") == set(ids)
        with database.reading() as session:
            assert set(session.scalars(select(Change.change_set_id))) == {unit.change_set_id}
            of_body, *others = logged(session)
            assert "organisations" not in {row.subject for row in others}
            assert of_body.latest["name"] == "Second"

    def test_bulk_rows_come_back_as_ids_in_order(self, database: Database) -> None:
        names = [f"Body {number}" for number in range(1200)]
        with database.work("Import", bulk=True) as unit:
            ids = unit.insert(Organisation, [organisation_row(name) for name in names])
        with database.reading() as session:
            found = dict(session.execute(select(Organisation.id, Organisation.name)).all())
            stamps = set(session.scalars(select(Organisation.changed_in)))
            assert [row.row_id for row in logged(session)] == ids
        assert [found[row_id] for row_id in ids] == names
        assert stamps == {unit.change_set_id}

    def test_an_overtaken_row_is_refused_in_plain_words(self, make: Make) -> None:
        oxford = make.organisation("Oxford Aid")

        def rename_what_somebody_else_writes() -> None:
            with make.database.work("Rename") as unit:
                row = organisations.get(unit.session, oxford)
                by_somebody_else = "UPDATE organisations SET revision = revision + 1"
                unit.session.connection().exec_driver_sql(by_somebody_else)
                row.name = "Too late"

        with pytest.raises(Refused, match="changed or removed meanwhile"):
            rename_what_somebody_else_writes()
        with make.database.reading() as session:
            assert organisations.get(session, oxford).name == "Oxford Aid"

    def test_a_row_that_names_a_missing_one_is_refused_in_plain_words(self, make: Make) -> None:
        with pytest.raises(WorkspaceError, match="changed or removed meanwhile"):
            make.person("Ada", organisation_id=404)
        assert rows(make.database, Person) == 0

    def test_half_a_character_is_refused_in_plain_words(self, make: Make) -> None:
        with pytest.raises(Refused, match=r"U\+DCFF"):
            make.organisation("Oxford \udcff Aid")
        assert rows(make.database, Organisation) == 0


class TestTogether:
    def test_reading_goes_on_while_a_write_runs(self, make: Make) -> None:
        make.organisation("First")
        with make.database.work("Add") as unit:
            organisations.add(unit.session, OrganisationDraft("Second"))
            assert rows(make.database, Organisation) == 1
        assert rows(make.database, Organisation) == 2

    def test_a_reader_sees_one_state_until_it_ends(self, make: Make) -> None:
        make.organisation("First")
        count = select(func.count()).select_from(Organisation)
        with make.database.reading() as session:
            assert session.scalar(count) == 1
            make.organisation("Second")
            assert session.scalar(count) == 1

    def test_two_threads_take_turns(self, database: Database) -> None:
        def add(kind: str) -> None:
            for number in range(20):
                Make(database).organisation(f"{kind} {number}")

        threads = [threading.Thread(target=add, args=(kind,)) for kind in ("Body", "Group")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert rows(database, Organisation) == 40
        assert rows(database, ChangeSet) == 40

    def test_another_writer_is_waited_for(self, workspace: Path, make: Make) -> None:
        other = connections.connect(workspace)
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.3, other.rollback)
        timer.start()
        make.organisation("Patient")
        timer.join()
        other.close()
        assert rows(make.database, Organisation) == 1

    def test_a_lasting_lock_is_named(
        self, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(connections, "BUSY_MS", 50)
        with Database.open(workspace, create=True) as opened:
            other = connections.connect(workspace)
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(WorkspaceError, match="written by another program"):
                Make(opened).organisation("Never")
            other.close()
            assert rows(opened, Organisation) == 0

    def test_the_lock_of_another_process_is_waited_for(self, workspace: Path, make: Make) -> None:
        holder = (
            "import sys, time; from signatories.database import connections;"
            "from pathlib import Path; other = connections.connect(Path(sys.argv[1]));"
            "other.execute('BEGIN IMMEDIATE'); print('held', flush=True); time.sleep(0.4)"
        )
        with subprocess.Popen(
            [sys.executable, "-c", holder, str(workspace)], stdout=subprocess.PIPE, cwd=ROOT
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"held\n"
            make.organisation("Patient")
        assert rows(make.database, Organisation) == 1

    def test_the_latest_change_grows_with_what_others_do(self, workspace: Path, make: Make) -> None:
        before = make.database.latest_change()
        with Database.open(workspace) as other:
            Make(other).organisation()
        assert make.database.latest_change() > before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps locks by handle")
def test_what_is_read_is_overwritten_when_it_is_closed(workspace: Path) -> None:
    """Not written anew in vain before that, though the reader came when SQLite's log was empty."""
    with Database.open(workspace, create=True) as erasing, erasing.writing() as session:
        overwriting.ask_for(session)
    reader = connections.connect(workspace)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM people").fetchone()
    with Database.open(workspace) as opened:
        with pytest.raises(WorkspaceError, match="is being read, and what was erased"):
            opened.overwrite()
        assert opened.is_to_be_overwritten()
        log = workspace.with_name(f"{workspace.name}-wal")
        assert log.stat().st_size < workspace.stat().st_size / 4
        reader.close()
    with Database.open(workspace, read_only=True) as looked_at:
        assert not looked_at.is_to_be_overwritten()


def test_to_look_at_a_file_lets_go_of_no_lock_on_it(make: Make, database: Database) -> None:
    """Else another process, when it closes, takes the log away from under us."""
    make.organisation("Ours")
    assert headers.is_workspace(database.path)
    Database.open(database.path).close()
    program = (
        "import sqlite3, sys; other = sqlite3.connect(sys.argv[1]);"
        "other.execute('SELECT count(*) FROM organisations').fetchone(); other.close()"
    )
    subprocess.run([sys.executable, "-c", program, str(database.path)], check=True)
    assert database.path.with_name(f"{database.path.name}-wal").exists()


class TestCopies:
    def test_a_backup_is_whole_and_restores(self, tmp_path: Path, make: Make) -> None:
        make.letter(recipients=1, sign_ons=1)
        make.database.backup(kept := tmp_path / "kept.signatories")
        before = content(make.database)
        make.organisation("Later")
        replaced = databases.restore(kept, make.database.path)
        assert content(make.database) == before
        assert replaced is not None
        with Database.open(replaced) as opened:
            assert "Later" in {row["name"] for row in content(opened)["organisations"]}
        assert not list(tmp_path.glob("*.part*"))

    def test_two_restores_in_one_second_keep_both_that_were_replaced(
        self, tmp_path: Path, make: Make
    ) -> None:
        make.organisation("First")
        make.database.backup(kept := tmp_path / "kept.signatories")
        make.organisation("Later")
        with_both = content(make.database)
        replaced = databases.restore(kept, make.database.path)
        assert replaced is not None
        assert databases.restore(replaced, make.database.path) != replaced
        assert content(make.database) == with_both

    def test_a_missing_workspace_is_restored(self, tmp_path: Path, make: Make) -> None:
        make.organisation()
        make.database.backup(kept := tmp_path / "kept.signatories")
        assert databases.restore(kept, tmp_path / "new.signatories") is None
        with Database.open(tmp_path / "new.signatories") as opened:
            assert content(opened) == content(make.database)

    def test_a_folder_that_is_missing_is_made(self, tmp_path: Path, make: Make) -> None:
        """As on a new machine, where nothing was opened yet."""
        make.organisation()
        make.database.backup(kept := tmp_path / "far" / "away" / "kept.signatories")
        target = tmp_path / "new" / "machine.signatories"
        assert databases.restore(kept, target) is None
        with Database.open(target) as opened:
            assert content(opened) == content(make.database)

    def test_a_damaged_workspace_is_set_aside(self, tmp_path: Path, make: Make) -> None:
        make.organisation()
        before = content(make.database)
        make.database.backup(kept := tmp_path / "kept.signatories")
        make.database.close()
        damaged = make.database.path.read_bytes()[:20_000]
        make.database.path.write_bytes(damaged)
        aside = databases.restore(kept, make.database.path)
        assert aside is not None
        assert aside.read_bytes() == damaged
        with Database.open(make.database.path) as opened:
            assert content(opened) == before

    def test_a_damaged_backup_is_refused(self, tmp_path: Path, make: Make) -> None:
        make.organisation()
        make.database.backup(kept := tmp_path / "kept.signatories")
        kept.write_bytes(kept.read_bytes()[:50_000])
        before = content(make.database)
        with pytest.raises(WorkspaceError, match="is damaged"):
            databases.restore(kept, make.database.path)
        assert content(make.database) == before

    def test_a_damaged_copy_replaces_no_backup(
        self, tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        make.database.backup(kept := tmp_path / "kept.signatories")
        before = kept.read_bytes()
        make.organisation()

        def half(source: Path, target: Path) -> None:
            target.write_bytes(source.read_bytes()[:10_000])

        monkeypatch.setattr(files, "copy_database", half)
        with pytest.raises(WorkspaceError, match=r"The copy of .* is damaged"):
            make.database.backup(kept)
        assert kept.read_bytes() == before
        assert not list(tmp_path.glob("*.part*"))

    def test_a_backup_replaces_nothing_but_a_workspace(self, tmp_path: Path, make: Make) -> None:
        letter = tmp_path / "letter.docx"
        letter.write_text("a letter")
        for target in (letter, tmp_path, make.database.path):
            with pytest.raises(WorkspaceError):
                make.database.backup(target)
        assert letter.read_text() == "a letter"

    def test_a_backup_replaces_no_workspace_that_is_open(self, tmp_path: Path, make: Make) -> None:
        with Database.open(tmp_path / "other.signatories", create=True) as other:
            Make(other).organisation("Theirs")
            before = content(other)
            with pytest.raises(WorkspaceError, match="is open elsewhere, or was not closed"):
                make.database.backup(other.path)
            assert content(other) == before
        make.database.backup(other.path)
        with Database.open(other.path) as copy:
            assert content(copy) == content(make.database)

    def test_a_workspace_is_known_by_another_of_its_names(self, tmp_path: Path, make: Make) -> None:
        (alias := tmp_path / "ALIAS.signatories").hardlink_to(make.database.path)
        with pytest.raises(WorkspaceError, match="is the workspace itself"):
            make.database.backup(alias)

    def test_a_restore_replaces_nothing_but_a_workspace(self, tmp_path: Path, make: Make) -> None:
        make.database.backup(kept := tmp_path / "kept.signatories")
        letter = tmp_path / "letter.docx"
        letter.write_text("a letter")
        for target in (letter, kept):
            with pytest.raises(UserFacingError):
                databases.restore(kept, target)
        assert letter.read_text() == "a letter"

    def test_a_full_disk_is_named(self, tmp_path: Path, make: Make) -> None:
        pages = "PRAGMA max_page_count = 1"

        def fill(connection: sqlite3.Connection, _record: object) -> None:
            connection.execute(pages)

        event.listen(make.database._engine, "connect", fill)
        make.database.close()  # the next connection has no room
        with pytest.raises(WorkspaceError, match="is full"):
            make.organisation("N" * 1_000_000)
        assert rows(make.database, Organisation) == 0


def test_what_goes_wrong_names_nobody(database: Database) -> None:
    """Errors of SQLAlchemy reach logs and terminals with all that was to be written, unless told otherwise."""
    with pytest.raises(StatementError) as raised, database.writing() as session:
        session.execute(insert(Letter), [{"title": "Ada Example", "date": "no day"}])
    assert "Ada" not in str(raised.value)
