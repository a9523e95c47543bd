"""An import that is killed, cancelled or fails leaves the workspace as it was; or it is there whole."""

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select

from signatories import letters
from signatories.checking import check
from signatories.database import Database
from signatories.imports import apply, plan
from signatories.imports.planned import ImportRequest
from signatories.letters import text_file
from signatories.models import Base
from signatories.progress import Cancelled
from signatories.sources.opening import open_text

ROOT = Path(__file__).resolve().parents[3]
COUNTED = ("change_sets", "changes", "imports", "imported_records", "organisations", "sign_ons")
SYLLABLES = [
    "bar",
    "can",
    "dor",
    "fel",
    "gar",
    "hol",
    "jin",
    "kal",
    "lor",
    "mar",
    "nor",
    "pel",
    "qui",
]

# Plans once, then imports in a fork for each workspace that it is told: no kill waits for the reading. The moment is
# one of the processor time that the writing takes, which does not depend on what else the machine does.
VICTIM = """
import os, signal, sys, time
from pathlib import Path
from signatories.database import Database
from signatories.imports import apply, plan
from signatories.imports.planned import ImportRequest
from signatories.sources.opening import open_file

template, table = map(Path, sys.argv[1:])
with Database.open(template) as database, database.reading() as session:
    planned = plan.build(session, open_file(table), ImportRequest(as_="sign-ons", letter_id=1))
print("planned", flush=True)
for line in sys.stdin:
    moment, workspace = line.strip().split(" ", 1)
    if not (child := os.fork()):
        with Database.open(Path(workspace)) as database:
            with database.work(apply.MESSAGE, bulk=True) as unit:
                begun = time.process_time()
                signal.setitimer(signal.ITIMER_PROF, float(moment))  # nobody hears it: it ends the process
                apply.apply(unit, planned)
        signal.setitimer(signal.ITIMER_PROF, 0)
        print(time.process_time() - begun, flush=True)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        print("killed", flush=True)
"""
KILLED = "killed"


class Victim:
    """A process that imports one table into copies of one workspace."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._tell, self._hear = process.stdin, process.stdout
        assert self._hear.readline() == "planned\n"

    def write(self, workspace: Path, moment: float = 0) -> str:
        """Let it write, and kill it at a moment, 0: at none. "killed", or the seconds that it took."""
        print(moment, workspace, file=self._tell, flush=True)
        return self._hear.readline().strip()


@contextmanager
def victim(template: Path, table: Path) -> Iterator[Victim]:
    command = [sys.executable, "-c", VICTIM, str(template), str(table)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        yield Victim(process)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A closed workspace with one letter."""
    path = tmp_path / "template.signatories"
    with Database.open(path, create=True) as database, database.work("Add a letter") as unit:
        letters.add(unit.session, text_file.parse("---\ntitle: A\n---\nText", "a.md"))
    return path


def table_of(path: Path, rows: int) -> Path:
    """A table of invented sign-ons, one organisation for two people.

    With more, or with names like one another, most of what is written would be questions about them.
    """
    chance = random.Random(20100726)

    def word(syllables: int) -> str:
        return "".join(chance.choices(SYLLABLES, k=syllables)).capitalize()

    bodies = [f"{word(4)} Network" for _ in range(0, rows, 2)]
    lines = [f"{word(2)} {word(4)},Director,{bodies[n // 2]},Ghana" for n in range(rows)]
    path.write_text("\n".join(["Name,Role,Organisation,Country", *lines]), "utf-8")
    return path


def counts(workspace: Path) -> dict[str, int]:
    with Database.open(workspace, read_only=True) as database, database.reading() as session:
        tables = [Base.metadata.tables[name] for name in COUNTED]
        return {t.name: session.scalar(select(func.count()).select_from(t)) or 0 for t in tables}


def kill_at_random(template: Path, rows: int, moments: int) -> None:
    """Kill an import at so many moments between its first write and its end: each time all of it is there, or none.

    Every fifth falls into the last tenth, where the log is written and all of it is committed.
    """
    chance = random.Random(20100726)
    table = table_of(template.with_name("table.csv"), rows)
    copy = template.with_name("copy.signatories")
    with victim(template, table) as importing:
        shutil.copyfile(template, copy)
        lasted = float(importing.write(copy))
        before, after = counts(template), counts(copy)
        assert (before["sign_ons"], after["sign_ons"]) == (0, rows)
        ends, found = [], []
        for number in range(moments):
            earliest = 0.9 * lasted if number % 5 == 4 else 0.001
            for old in template.parent.glob("copy.signatories*"):
                old.unlink()
            shutil.copyfile(template, copy)
            ends.append(importing.write(copy, chance.uniform(earliest, lasted)))
            with Database.open(copy) as database:
                assert check(database).problems == ()
            found.append(counts(copy))
        assert all(each in (before, after) for each in found)
        assert before in found, "no kill fell into the writing"
        assert ends.count(KILLED) > moments / 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_killed_at_ten_moments_of_five_thousand_rows(template: Path) -> None:
    kill_at_random(template, rows=5_000, moments=10)


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_killed_at_two_hundred_moments_of_a_hundred_thousand_rows(template: Path) -> None:
    kill_at_random(template, rows=100_000, moments=200)


class CancelAfter:
    """Somebody who presses Cancel after so many reports."""

    def __init__(self, reports: int) -> None:
        self.left = reports

    def report(self, done: int, total: int | None, label: str = "") -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.parametrize("reports", [0, 1, 2])
def test_a_cancelled_import_leaves_every_byte(
    template: Path, monkeypatch: pytest.MonkeyPatch, reports: int
) -> None:
    monkeypatch.setattr("signatories.imports.written.LOTS", 3)
    before = template.read_bytes()
    with pytest.raises(Cancelled):
        import_two_thousand(template, CancelAfter(reports))
    assert_as_before(template, before)


def test_an_import_that_fails_at_its_end_leaves_every_byte(
    template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log is written last: a full disk may well be noticed there."""

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("signatories.recording.chain.ChangeLog.append_lot", fail)
    before = template.read_bytes()
    with pytest.raises(OSError, match="No space left"):
        import_two_thousand(template, CancelAfter(1000))
    assert_as_before(template, before)


def import_two_thousand(workspace: Path, progress: CancelAfter) -> None:
    table = table_of(workspace.with_name("table.csv"), 2_000)
    with Database.open(workspace) as database:
        source = open_text(table.read_text("utf-8"), table.name)
        with database.reading() as session:
            planned = plan.build(session, source, ImportRequest(as_="sign-ons", letter_id=1))
        with database.work(apply.MESSAGE, bulk=True) as unit:
            apply.apply(unit, planned, progress)


def assert_as_before(workspace: Path, before: bytes) -> None:
    assert workspace.read_bytes() == before
    assert [path.name for path in workspace.parent.glob(f"{workspace.name}-*")] == []
