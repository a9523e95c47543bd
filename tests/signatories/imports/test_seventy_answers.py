"""Seventy answers in ten formats: each handled once, nothing typed twice, all undone again."""

from collections import Counter
from typing import Any

import pytest
from sqlalchemy import select

from signatories import printed_lines, sign_ons, undoing
from signatories.database import Database
from signatories.imports import apply, plan
from signatories.imports.planned import ImportRequest
from signatories.models import Confirmation, SignOn, SignOnStatus
from signatories.sources.documents import Source
from tests import answer_files
from tests.answer_files import BODIES, ENGLISH, FRENCH, GERMAN, PEOPLE, address
from tests.factories import content


@pytest.fixture
def invited(database: Database, make, letter: int) -> range:
    """The first ten, who were invited at their addresses."""
    for number in range(10):
        made = make.organisation(BODIES[number])
        person = make.person(PEOPLE[number], organisation_id=made, email=address(number))
        with database.work("Invite") as unit:
            sign_ons.add(
                unit.session,
                letter,
                organisation_id=made,
                signer_id=person,
                status=SignOnStatus.INVITED,
            )
    return range(10)


class Desk:
    """Brings sources in, one after the other, as somebody does who drops them and presses OK."""

    def __init__(self, database: Database, letter: int) -> None:
        self.database = database
        self.letter = letter
        self.actions: list[int] = []
        self.states: Counter[str] = Counter()

    def take(self, source: Source, **request: Any) -> dict[str, int]:
        with self.database.reading() as session:
            planned = plan.build(session, source, ImportRequest(letter_id=self.letter, **request))
        with self.database.work("Import", bulk=True) as unit:
            apply.apply(unit, planned)
            self.actions.append(unit.change_set_id)
        found = {state: count for state, count in planned.counts.items() if count}
        self.states.update(found)
        return found


def test_seventy_answers_in_ten_formats(database, letter, invited, tmp_path) -> None:
    before = content(database)
    desk = Desk(database, letter)
    several = answer_files.mails(tmp_path, range(20), [ENGLISH, FRENCH, GERMAN])
    assert desk.take(several, confirm=True) == {"update": 10, "new": 10}
    assert desk.take(answer_files.a_mailbox(tmp_path, range(20, 28)), confirm=True) == {"new": 8}
    (tmp_path / "more").mkdir()
    assert desk.take(answer_files.outlook(tmp_path / "more", range(28, 30)), confirm=True) == {
        "new": 2
    }
    assert desk.take(answer_files.a_paste(range(30, 38))) == {"new": 8}
    assert desk.take(answer_files.a_workbook(tmp_path, range(38, 46))) == {"new": 8}
    assert desk.take(answer_files.a_table(tmp_path, range(46, 52))) == {"new": 6}
    assert desk.take(answer_files.a_table(tmp_path, range(52, 56), "form.csv")) == {"new": 4}
    assert desk.take(answer_files.a_table(tmp_path, range(52, 60), "form.csv")) == {
        "same": 4,
        "new": 4,
    }
    assert desk.take(answer_files.a_word_table(tmp_path, range(60, 64))) == {"new": 4}
    assert desk.take(answer_files.a_page(tmp_path, range(64, 67))) == {"new": 3}
    assert desk.take(answer_files.records(tmp_path, range(67, 70))) == {"new": 3}
    assert desk.states == {"update": 10, "new": 60, "same": 4}
    with database.reading() as session:
        found = session.scalars(select(SignOn).order_by(SignOn.place)).all()
        names = [printed_lines.printed(session, each, "en").name for each in found]
        assert sorted(names) == sorted(PEOPLE)
        assert Counter(each.status.value for each in found) == {
            "confirmed": 28,
            "declined": 2,
            "promised": 40,
        }
        assert len(session.scalars(select(Confirmation)).all()) == 28
    for action in reversed(desk.actions):
        assert not undoing.undo(database, action).kept
    assert content(database) == before
