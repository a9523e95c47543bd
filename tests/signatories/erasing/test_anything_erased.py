"""Whatever a letter says: who is erased is gone from all that it printed, and it can be printed as before."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from sqlalchemy import select

from signatories import erasing, runs
from signatories.checking import check
from signatories.database import Database
from signatories.errors import Refused
from signatories.merge.snapshot import Choices
from signatories.models import SignOn
from signatories.runs import Request
from tests.anything import CASES, Case, sign_on_mark, workspace_of
from tests.traces import traces_in

PRODUCTS = [("letters", "txt"), ("annex", "html"), ("sign-ons", "xlsx")]


@settings(max_examples=2, derandomize=True)
@given(case=CASES)
def test_everybody_can_be_erased(empty: Path, case: Case) -> None:
    erase_everybody(empty, case)


@pytest.mark.long
@settings(max_examples=60)
@given(case=CASES)
def test_everybody_can_be_erased_of_many_letters(empty: Path, case: Case) -> None:
    erase_everybody(empty, case)


def erase_everybody(empty: Path, case: Case) -> None:
    """Erase one person after the other, and look after each for what names them."""
    with workspace_of(empty, case) as (database, folder):
        made = _made(database, case, folder)
        for person, mark in _people(database):
            assert traces_in(database.path, [mark]) == {mark}
            assert erasing.erase(database, person).elsewhere == ()
            assert traces_in(database.path, [mark]) == set()
        assert check(database).problems == ()
        for run in made:
            runs.again(database, run, folder / "again")
        _made(database, case, folder)


def _people(database: Database) -> list[tuple[int, str]]:
    """Who signs, each with the mark of their line."""
    query = select(SignOn.signer_id, SignOn.id).where(SignOn.signer_id.is_not(None))
    with database.reading() as session:
        return [
            (person, sign_on_mark(row_id).casefold()) for person, row_id in session.execute(query)
        ]


def _made(database: Database, case: Case, folder: Path) -> list[int]:
    """The runs of the products that nothing blocks."""
    made = []
    for product, format_ in PRODUCTS:
        wanted = Request(product, format_, folder / f"{product}.{format_}")
        with suppress(Refused):
            made.append(runs.make(database, 1, Choices(limit=case.limit), wanted).run_id)
    return [run for run in made if run is not None]
