"""A workspace with one letter, and an import of a text into it."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from signatories import letters
from signatories.database import Database
from signatories.imports import apply, plan
from signatories.imports.apply import ImportResult
from signatories.imports.planned import ImportPlan, ImportRequest
from signatories.letters import text_file
from signatories.sources.opening import open_text

LETTER = """---
title: To the missions
language: en
recipients: status != party
as_of: 2010-07-26
---
The protocol has {{ count.parties }} parties; {{ recipient.country }} is none of them.
"""


class Imported(NamedTuple):
    """What was planned, and what was done."""

    plan: ImportPlan
    result: ImportResult

    @property
    def states(self) -> list[str]:
        return [row.state.value for row in self.plan.rows]


ImportText = Callable[..., Imported]
PlanText = Callable[..., ImportPlan]


@pytest.fixture
def letter(database: Database) -> int:
    with database.work("Add a letter") as unit:
        return letters.add(unit.session, text_file.parse(LETTER, "letter.md")).id


@pytest.fixture
def plan_text(database: Database) -> PlanText:
    """Plan a text: `plan_text("Anna Berg, Well Fund", letter_id=letter)`."""

    def planned(text: str, name: str = "list.txt", **request: Any) -> ImportPlan:
        with database.reading() as session:
            return plan.build(session, open_text(text, name), ImportRequest(**request))

    return planned


@pytest.fixture
def import_text(database: Database, plan_text: PlanText) -> ImportText:
    """Plan a text and apply the plan, as one bulk action."""

    def imported(text: str, name: str = "list.txt", **request: Any) -> Imported:
        planned = plan_text(text, name, **request)
        with database.work("Import", bulk=True) as unit:
            return Imported(planned, apply.apply(unit, planned))

    return imported
