"""A process that is killed in the middle of an action leaves the state before it, or the state after it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from signatories.checking import check
from signatories.database import Database
from signatories.models import ChangeSet, Organisation

ROOT = Path(__file__).resolve().parents[2]
ROWS = 3000

# Makes one action of two flushes and many rows, again and again, until it is killed.
VICTIM = f"""
import sys
from pathlib import Path
from signatories.database import Database
from signatories.models import Organisation

row = {{"name": "Body", "sort_key": b"", "search_key": ""}}
with Database.open(Path(sys.argv[1])) as database:
    while True:
        with database.work("Import", bulk=True) as unit:
            print("begun", flush=True)
            unit.insert(Organisation, [row] * {ROWS // 2})
            unit.session.flush()
            unit.insert(Organisation, [row] * {ROWS // 2})
"""


def kill_in_the_middle(workspace: Path, after: float) -> None:
    """Kill it so many seconds after its first action began: in it, at its end, or in a later one."""
    with subprocess.Popen(
        [sys.executable, "-c", VICTIM, str(workspace)], stdout=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        time.sleep(after)
        os.kill(process.pid, signal.SIGKILL)


def assert_whole(workspace: Path) -> None:
    with Database.open(workspace) as database:
        with database.reading() as session:
            rows = session.scalars(select(func.count()).select_from(Organisation)).one()
            actions = session.scalars(select(func.count()).select_from(ChangeSet)).one()
        assert rows == actions * ROWS
        assert check(database).problems == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.parametrize("after", [0.0, 0.03, 0.12, 0.3])
def test_killed_in_an_action(workspace: Path, after: float) -> None:
    Database.open(workspace, create=True).close()
    kill_in_the_middle(workspace, after)
    assert_whole(workspace)


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_killed_fifty_times_in_one_workspace(workspace: Path) -> None:
    chance = random.Random(20100726)
    Database.open(workspace, create=True).close()
    for _ in range(50):
        kill_in_the_middle(workspace, chance.uniform(0, 0.4))
        assert_whole(workspace)
