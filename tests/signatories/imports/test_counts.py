"""Whatever a table holds and whatever is chosen, the counts add up to the rows of the file."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from signatories.database import Database
from signatories.imports import apply, decisions, plan
from signatories.imports.planned import ImportRequest, OnDuplicate
from signatories.models import Organisation, Person, Recipient
from signatories.progress import Cancelled
from signatories.sources.opening import open_text
from tests.factories import Make
from tests.signatories.imports.conftest import PlanText

CELLS = st.sampled_from(["", "Well Fund", "well fund", "Fund Well", "Ghana", "a@well.example", "9"])
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8)
CHOICES = st.dictionaries(st.integers(2, 9), st.sampled_from(OnDuplicate), max_size=3)
NewWorkspace = Callable[[], Database]
KINDS = {"organisations": Organisation, "people": Person, "recipients": Recipient}


class CancelAfter:
    """Somebody who presses Cancel at a certain report."""

    def __init__(self, reports: int) -> None:
        self.left = reports

    def report(self, done: int, total: int | None, label: str = "") -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.fixture
def new_workspace(tmp_path: Path) -> NewWorkspace:
    """Make a workspace with one letter, whenever asked: examples must not meet each other's records."""
    numbers = count()

    def make() -> Database:
        database = Database.open(tmp_path / f"{next(numbers)}.signatories", create=True)
        Make(database).letter()
        return database

    return make


@given(
    rows=TABLES,
    kind=st.sampled_from(sorted(KINDS)),
    on_duplicate=st.sampled_from(OnDuplicate),
    choices=CHOICES,
)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_counts_add_up(database: Database, rows, kind, on_duplicate, choices) -> None:
    lines = [f"{name},{country},{email},x" for name, country, email in rows]
    source = open_text("\n".join(["Name,Country,E-mail,Mark", *lines]), "t.csv")
    request = ImportRequest(kind, on_duplicate=on_duplicate, choices=choices)
    with database.reading() as session:
        planned = plan.build(session, source, request)
        before = session.scalar(select(func.count()).select_from(KINDS[kind]))
    with database.work("Import", bulk=True) as unit:
        result = apply.apply(unit, planned)
    with database.reading() as session:
        after = session.scalar(select(func.count()).select_from(KINDS[kind]))
    assert sum(planned.counts.values()) == len(planned.rows) == len(list(planned.rows))
    assert sum(result.counts.values()) == len(planned.rows)
    assert len(planned.rows) + len(planned.left_out) == len(rows)
    assert after - before == result.added


@pytest.mark.parametrize("reports", range(4))
def test_a_plan_can_be_cancelled_at_every_step(database: Database, reports: int) -> None:
    rows = "\n".join(f"Well {number},Ghana" for number in range(400))
    source = open_text(f"Name,Country\n{rows}\n", "t.csv")
    with pytest.raises(Cancelled), database.reading() as session:
        plan.build(session, source, ImportRequest("recipients"), CancelAfter(reports))


@given(rows=TABLES, kind=st.sampled_from([*sorted(KINDS), "sign-ons"]))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_the_same_file_again_proposes_nothing_new(new_workspace: NewWorkspace, rows, kind) -> None:
    lines = [f"{name},{country},{mark},x" for name, country, mark in rows]
    source = open_text("\n".join(["Name,Country,Colour,Mark", *lines]), "t.csv")
    request = ImportRequest(kind, 1 if kind == "sign-ons" else None)
    with new_workspace() as database:
        with database.reading() as session:
            planned = plan.build(session, source, request)
        with database.work("Import", bulk=True) as unit:
            apply.apply(unit, planned)
        with database.reading() as session:
            again = plan.build(session, source, request)
    assert {row.state.value for row in again.rows} <= {"same", "error"}


def test_choices_about_lines_that_hold_no_row_count_for_nothing(plan_text: PlanText) -> None:
    chosen = dict.fromkeys((1, 3, 99), OnDuplicate.SKIP)

    planned = plan_text("name\nAnna Berg\n\nBob Hall\n", "a.csv", as_="people", choices=chosen)

    assert decisions.to_write(planned) == 2
