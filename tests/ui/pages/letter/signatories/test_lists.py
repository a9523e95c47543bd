"""Numbered lists: closed above the signatories, shown one by one, and taken back."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QDateTimeEdit

from signatories import letters
from signatories.database import Database
from signatories.models import Evidence
from signatories.sign_ons import lists
from signatories.sign_ons.lists import NumberedList
from tests.factories import Make
from tests.fakes import RecordingNotices
from tests.ui.pages.letter.hand import Hand
from tests.ui.pages.letter.tables import shown
from ui.pages.letter.signatories.listing import SignOnListing

Open = Callable[[int], Hand]


def closed(database: Database) -> tuple[NumberedList, ...]:
    with database.reading() as session:
        return lists.of_letter(session, letters.get(session, 1))


@pytest.fixture
def letter(make: Make) -> int:
    made = make.letter(recipients=1)
    make.sign_on(made, "Ada Vance", "Haven Trust")
    make.sign_on(made, "Bo Okoro", "Quiet Hours")
    make.confirm(made)
    return made


def late(make: Make, letter: int) -> None:
    make.sign_on(letter, "Cy Lund", "Night Rangers")
    make.confirm(letter)


def opened(open_letter: Open, letter: int) -> Hand:
    hand = open_letter(letter)
    hand.open_tab("Signatories")
    return hand


def test_a_list_is_closed_and_taken_back(
    database: Database, letter: int, open_letter: Open, notices: RecordingNotices
) -> None:
    hand = opened(open_letter, letter)
    assert any(each.startswith("To send the letter while others still sign") for each in hand.words)
    hand.press("Close list 1…")
    hand.press("Close list 1")
    assert [each.signatories for each in closed(database)] == [2]
    assert notices.posted[-1].text == "List 1 is closed, with 2 on it."
    assert "List 1: 2 on it" in hand.words
    assert not hand.button("Close list 2…").isEnabled()

    hand.act_on(notices.posted[-1])
    assert closed(database) == ()
    assert hand.button("Close list 1…").isEnabled()


def test_cancel_closes_nothing(database: Database, letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)
    hand.press("Close list 1…")
    hand.press("Cancel")
    assert closed(database) == ()


def test_a_list_is_closed_as_of_an_earlier_moment(
    database: Database, make: Make, letter: int, open_letter: Open
) -> None:
    hand = opened(open_letter, letter)
    with make.database.work("Date back") as unit:
        unit.session.get_one(Evidence, 1).received_at = dt.datetime(2010, 7, 1, tzinfo=dt.UTC)
    late(make, letter)
    hand.press("Close list 1…")
    hand.tick("As of an earlier moment")
    (field,) = (one for one in hand.page.findChildren(QDateTimeEdit) if one.isVisible())
    assert field.dateTime() < QDateTime.currentDateTime()
    field.setDateTime(QDateTime(2010, 7, 26, 12, 0, 0))
    hand.press("Close list 1")
    (only,) = closed(database)
    assert only.cut_off == dt.datetime(2010, 7, 26, 12).astimezone()
    assert (only.signatories, only.later) == (2, 1)
    assert "List 1: 2 on it · 1 agreed since" in hand.words


def test_a_moment_to_come_is_told_at_its_field(
    database: Database, letter: int, open_letter: Open
) -> None:
    hand = opened(open_letter, letter)
    hand.press("Close list 1…")
    hand.tick("As of an earlier moment")
    (field,) = (one for one in hand.page.findChildren(QDateTimeEdit) if one.isVisible())
    field.setDateTime(QDateTime.currentDateTime().addDays(1))
    hand.press("Close list 1")
    assert "That is still to come: until then others may sign." in hand.words
    hand.tick("As of an earlier moment")
    hand.press("Close list 1")
    assert len(closed(database)) == 1


def test_a_refusal_is_said_and_nothing_is_closed(
    database: Database, letter: int, open_letter: Open, notices: RecordingNotices
) -> None:
    hand = opened(open_letter, letter)
    hand.press("Close list 1…")
    hand.tick("As of an earlier moment")
    (field,) = (one for one in hand.page.findChildren(QDateTimeEdit) if one.isVisible())
    field.setDateTime(QDateTime(2010, 7, 26, 12, 0, 0))
    hand.press("Close list 1")
    assert closed(database) == ()
    assert "Nobody had confirmed by 2010-07-26 12:00 (UTC" in notices.posted[-1].text


def test_who_is_on_a_list_and_who_came_since_are_shown(
    make: Make, letter: int, open_letter: Open
) -> None:
    moment = make.close_list(letter).cut_off
    late(make, letter)
    make.sign_on(letter, "Di Marsh", "Still Asked")
    make.withdraw(1)
    hand = opened(open_letter, letter)
    box = hand.field("List")
    assert [box.itemText(n) for n in (0, 2)] == ["Everybody", "Agreed since list 1"]
    assert box.itemText(1).startswith("List 1 · ")
    assert f"{moment:%M}" in box.itemText(1)

    assert {"2  Confirmed", "1  Withdrawn"} < set(hand.buttons)
    hand.choose("List", box.itemText(1))
    assert shown(hand, "Organisation") == ["Haven Trust", "Quiet Hours"]
    assert {"1  Confirmed", "1  Withdrawn"} < set(hand.buttons)
    assert "List 1: 2 on it · 1 withdrew since · 1 agreed since" in hand.words
    hand.choose("List", "Agreed since list 1")
    assert shown(hand, "Organisation") == ["Night Rangers"]
    hand.press("Close list 2…")
    said = (
        "It keeps everybody who has confirmed, whatever is recorded later. 1 agreed since list 1."
    )
    assert any(words.startswith(said) for words in hand.words)
    hand.press("Close list 2")
    assert "List 1: 2 on it · 1 withdrew since · 1 agreed since" in hand.words
    hand.choose("List", "Everybody")
    assert len(shown(hand, "Organisation")) == 4
    assert "List 2: 2 on it · 1 not on the one before" in hand.words


def test_a_list_that_was_taken_back_filters_nothing(
    make: Make, database: Database, letter: int, open_letter: Open, notices: RecordingNotices
) -> None:
    hand = opened(open_letter, letter)
    hand.press("Close list 1…")
    hand.press("Close list 1")
    late(make, letter)
    hand.choose("List", "Agreed since list 1")
    hand.act_on(notices.posted[-1])
    assert hand.field("List").currentText() == "Everybody"
    assert len(shown(hand, "Organisation")) == 3


def test_what_is_to_be_shown_is_shown_whatever_list_was_chosen(
    make: Make, letter: int, open_letter: Open
) -> None:
    make.close_list(letter)
    late(make, letter)
    hand = opened(open_letter, letter)
    hand.choose("List", "Agreed since list 1")
    hand.page.findChild(SignOnListing).show_sign_ons([1])
    hand.settle()
    assert len(shown(hand, "Organisation")) == 3
    assert hand.field("List").currentText() == "Everybody"


def test_nobody_confirmed_is_no_list_to_close(make: Make, open_letter: Open) -> None:
    hand = opened(open_letter, make.letter(sign_ons=1))
    assert not [name for name in hand.buttons if name.startswith("Close list")]


def test_everything_has_a_name_and_the_keyboard_reaches_it(
    make: Make, letter: int, open_letter: Open
) -> None:
    make.close_list(letter)
    hand = opened(open_letter, letter)
    assert hand.nameless() == []
    hand.alt(hand.page, Qt.Key.Key_L)
    assert hand.field("List").hasFocus()


def test_a_list_with_nobody_says_so_and_leads_back(
    make: Make, letter: int, open_letter: Open
) -> None:
    make.close_list(letter)
    hand = opened(open_letter, letter)
    hand.choose("List", "Agreed since list 1")
    assert "Nobody to show here" in hand.words
    hand.press("Show everybody")
    assert "Nobody to show here" not in hand.words
    assert len(shown(hand, "Organisation")) == 2
