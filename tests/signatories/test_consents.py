"""Consent per use: asked for, noted with its moment, changed for many at once, and undone."""

import datetime as dt
from itertools import product

import pytest

from signatories import consents
from signatories.consents import ConsentDraft, Given
from signatories.errors import NotFound
from signatories.models import Use
from signatories.undoing import undo
from tests.factories import Make, content


@pytest.fixture
def asked(make: Make) -> Make:
    make.letter(recipients=2, sign_ons=3)
    return make


def note(make: Make, *ids: int, **draft: object) -> None:
    with make.database.work("Consent") as unit:
        consents.note(unit.session, ids, ConsentDraft(**draft))


def given(make: Make, sign_on_id: int) -> Given:
    with make.database.reading() as session:
        return consents.given(session, [sign_on_id])[sign_on_id]


@pytest.mark.parametrize(
    ("use", "unasked"),
    [
        (Use.LETTER, True),
        (Use.PUBLIC_LIST, True),
        (Use.LOGO, False),
        (Use.SIGNATURE, False),
        (Use.COUNT_ONLY, False),
    ],
)
def test_without_an_answer_names_are_printed_and_pictures_are_not(use: Use, unasked: bool) -> None:
    assert consents.allows({}, use) is unasked
    assert consents.allows({use: True}, use) is True
    assert consents.allows({use: False}, use) is False


def test_who_is_there_for_the_count_only_allows_nothing_else() -> None:
    for use, yes in product(set(Use) - {Use.COUNT_ONLY}, (True, False)):
        assert not consents.allows({Use.COUNT_ONLY: True, use: yes}, use)


def test_what_is_noted_is_given_and_the_rest_stays(asked: Make) -> None:
    before = dt.datetime.now(dt.UTC)
    note(asked, 1, 2, uses={Use.LOGO: True, Use.PUBLIC_LIST: False}, never_to={2: True})
    note(asked, 2, uses={Use.LOGO: False})
    assert given(asked, 1).uses == {Use.LOGO: True, Use.PUBLIC_LIST: False}
    assert given(asked, 2).uses == {Use.LOGO: False, Use.PUBLIC_LIST: False}
    assert given(asked, 2).never_to == {2}
    assert given(asked, 3) == Given()
    moment = given(asked, 1).asked_at
    assert moment is not None
    assert moment >= before


def test_an_answer_can_be_forgotten(asked: Make) -> None:
    note(asked, 1, uses={Use.LOGO: True}, never_to={1: True, 2: True})
    note(asked, 1, uses={Use.LOGO: None, Use.SIGNATURE: None}, never_to={1: False})
    assert (given(asked, 1).uses, given(asked, 1).never_to) == ({}, {2})


def test_the_same_answer_keeps_its_moment_and_is_no_action(asked: Make) -> None:
    note(asked, 1, uses={Use.LOGO: True})
    moment, latest = given(asked, 1).asked_at, asked.database.latest_change()
    note(asked, 1, uses={Use.LOGO: True})
    assert (given(asked, 1).asked_at, asked.database.latest_change()) == (moment, latest)


def test_it_can_be_undone_and_done_again(asked: Make) -> None:
    note(asked, 1, uses={Use.LOGO: True})
    before = content(asked.database)
    note(asked, 1, 2, 3, uses={Use.LOGO: False, Use.COUNT_ONLY: True}, never_to={1: True})
    after = content(asked.database)
    done = undo(asked.database).change_set_id
    assert content(asked.database) == before
    undo(asked.database, done)
    assert content(asked.database) == after


def test_a_sign_on_that_is_none_is_refused_and_nothing_is_noted(asked: Make) -> None:
    with pytest.raises(NotFound, match="no sign-on 9"):
        note(asked, 1, 9, uses={Use.LOGO: True})
    assert given(asked, 1) == Given()
