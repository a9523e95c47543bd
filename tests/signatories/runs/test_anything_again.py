"""Whatever a letter says: what a run printed is printed again, even when all of it has been taken back since."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from signatories import runs
from signatories.database import Database
from signatories.errors import Refused
from signatories.history import next_undo
from signatories.merge.snapshot import Choices
from signatories.runs import Request
from signatories.undoing import undo
from tests.anything import CASES, Case, workspace_of
from tests.factories import content

PRODUCTS = [("letters", "pdf"), ("annex", "pdf"), ("cover", "pdf"), ("sign-ons", "xlsx")]


@settings(max_examples=3)
@given(case=CASES)
def test_what_was_printed_stays_what_was_printed(empty: Path, case: Case) -> None:
    make_again(empty, case)


@pytest.mark.long
@settings(max_examples=40)
@given(case=CASES)
def test_what_was_printed_of_many_letters_stays(empty: Path, case: Case) -> None:
    make_again(empty, case)


def make_again(empty: Path, case: Case) -> None:
    """Make what can be made of a letter, take all back that was ever done, and make it again."""
    with workspace_of(empty, case) as (database, folder):
        made = _made(database, case, folder)
        assert made, "the answers can always be made"
        _take_everything_back(database)
        for run, file in made.items():
            again = runs.again(database, run, folder / "again")
            assert again.differences == ()
            assert (folder / "again").read_bytes() == file.read_bytes()


def _made(database: Database, case: Case, folder: Path) -> dict[int, Path]:
    """The products that nothing blocks, by run."""
    made = {}
    for product, format_ in PRODUCTS:
        target = folder / f"{product}.{format_}"
        wanted = Request(product, format_, target)
        try:
            run = runs.make(database, 1, Choices(limit=case.limit), wanted).run_id
        except Refused:
            continue
        assert run is not None
        made[run] = target
    return made


def _take_everything_back(database: Database) -> None:
    while True:
        with database.reading() as session:
            if next_undo(session) is None:
                break
        undo(database)
    assert not any(content(database).values())
