"""Bodies that stand on a list with their kin, and a list that others may still join."""

import datetime as dt

import pytest

from signatories import printed_lines, sign_ons
from signatories.findings import Level, Spot, Tab
from signatories.models import Capacity, Letter, Organisation
from signatories.sign_ons import lists
from tests.factories import Make
from tests.found import findings, ready


def told(make: Make, **choices: object) -> list[str]:
    return [str(finding.message) for finding in findings(make, **choices)]


def sign(make: Make, *bodies: int, printed: printed_lines.Printed | None = None) -> None:
    with make.database.work("Add") as unit:
        for body in bodies:
            sign_ons.add(unit.session, 1, organisation_id=body, printed=printed)
    make.confirm(1)


def test_a_chapter_beside_its_parent_is_told(make: Make) -> None:
    make.letter(recipients=1)
    parent, chapter = make.organisation("Clear Wells"), make.organisation("Clear Wells Ghana")
    with make.database.work("Join") as unit:
        unit.session.get_one(Organisation, chapter).parent_id = parent
    sign(make, parent, chapter)
    (found,) = findings(make)
    assert str(found.message) == (
        "1 organisation on the list beside the body to which they belong: Clear Wells Ghana (Clear Wells)."
    )
    assert found.place is not None
    assert found.place.ids == (2, 1)


def test_one_body_under_two_names_is_told(make: Make) -> None:
    make.letter(recipients=1)
    body = make.organisation("Clear Wells")
    sign(make, body)
    sign(make, body, printed=printed_lines.Printed(organisation="CW International"))
    assert told(make) == [
        "One organisation stands on the list more than once: Clear Wells, CW International."
    ]


def test_bodies_of_one_name_in_two_countries_are_two(make: Make) -> None:
    make.letter(recipients=1)
    sign(make, make.organisation("Clear Wells", country="GH"))
    sign(make, make.organisation("Clear Wells", country="KE"))
    assert told(make) == []


def test_people_of_one_university_are_no_double(make: Make) -> None:
    make.letter(recipients=1)
    for person in ("Ada Example", "Bo Lind"):
        make.sign_on(1, person, "University of Examples", capacity=Capacity.PERSONAL)
    make.confirm(1)
    assert told(make) == []


@pytest.mark.parametrize(("days", "found"), [(0, 1), (3, 1), (-1, 0)])
def test_a_deadline_that_has_not_passed_is_told(make: Make, days: int, found: int) -> None:
    ready(make)
    today = dt.datetime.now(dt.UTC).astimezone().date()
    with make.database.work("Deadline") as unit:
        unit.session.get_one(Letter, 1).deadline = today + dt.timedelta(days)
    assert len([each for each in told(make) if "deadline" in each]) == found
    now = dt.datetime.now(dt.UTC)
    assert told(make, signed_by=now) == []
    assert len(told(make, signed_by=now + dt.timedelta(60))) == found


def test_late_signers_and_who_withdrew_from_a_list_are_told(make: Make) -> None:
    make.letter(recipients=1)
    make.sign_on(1, "Ada Example", "Clear Wells")
    make.sign_on(1, "Bo Lind", "Tide Watch")
    make.confirm(1)
    closed = make.close_list(1)
    assert told(make, list_number=1) == []
    make.sign_on(1)
    make.confirm(1)
    make.withdraw(1)
    withdrew, later = findings(make, list_number=1)
    moment = lists.in_words(closed.cut_off)
    assert str(later.message) == f"Not on list 1, closed as of {moment}: 1 sign-on of this version."
    assert (later.level, later.place) == (Level.NOTE, Spot(Tab.RUN, "signed_by"))
    assert str(withdrew.message) == (
        "1 on list 1 do not agree any more and are not printed: Ada Example, Clear Wells."
    )
    assert withdrew.level is Level.WARNING


def test_an_earlier_list_than_the_last_one_is_told(make: Make) -> None:
    make.letter(recipients=1, sign_ons=2)
    make.confirm(1, 1)
    make.close_list(1)
    make.confirm(1, 2)
    make.close_list(1)
    assert told(make, list_number=2) == []
    assert told(make, list_number=1)[0] == "List 1 is printed, though list 2 was closed since."
