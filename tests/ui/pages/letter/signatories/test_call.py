"""Deadline and target of a letter: typed above its signatories, kept, and taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from signatories import letters, sign_ons
from signatories.letters.text_file import LetterFile
from signatories.models import SignOnStatus
from tests.factories import Make
from tests.ui.pages.letter.hand import Hand
from ui.application import Application

Open = Callable[[int], Hand]
Stored = Callable[[int], LetterFile]


@pytest.fixture
def letter(make: Make) -> int:
    made = make.letter(recipients=1, sign_ons=3)
    make.confirm(made, 1)
    with make.database.work("Ask") as unit:
        sign_ons.set_status(unit, [2], SignOnStatus.INVITED)
    return made


@pytest.fixture
def hand(open_letter: Open, letter: int) -> Hand:
    made = open_letter(letter)
    made.open_tab("Signatories")
    return made


def test_deadline_and_target_are_kept_and_say_who_is_missing(
    hand: Hand, letter: int, stored: Stored, app: Application
) -> None:
    hand.write("Deadline", "1 July 2010")
    hand.key("Deadline", Qt.Key.Key_Return)
    hand.settle()
    hand.write("Target", "20")
    hand.key("Target", Qt.Key.Key_Return)
    hand.settle()

    file = stored(letter)
    assert (str(file.deadline), file.target) == ("2010-07-01", 20)
    assert "1 of 20 have confirmed · 1 without a reply" in hand.words
    assert hand.field("Deadline").text() == "1 Jul 2010"

    app.take_back()
    hand.settle()
    assert (str(stored(letter).deadline), stored(letter).target) == ("2010-07-01", None)
    assert "1 without a reply" in hand.words


def test_a_day_that_is_none_is_told_and_not_kept(hand: Hand, letter: int, stored: Stored) -> None:
    hand.write("Deadline", "03/04/2010")
    hand.key("Deadline", Qt.Key.Key_Return)
    hand.settle()
    assert stored(letter).deadline is None
    assert "This is not one certain day. Write it as 2010-07-26." in hand.words


def test_what_is_typed_in_the_text_stays(hand: Hand, letter: int, stored: Stored) -> None:
    hand.open_tab("Text")
    hand.press("Heading")
    hand.write("Notes", "Ask Ada first.")
    hand.open_tab("Signatories")
    hand.write("Target", "5")
    hand.key("Target", Qt.Key.Key_Return)
    hand.settle()
    hand.open_tab("Text")
    hand.press("Save")
    assert (stored(letter).notes, stored(letter).target) == (("Ask Ada first.",), 5)


def test_what_is_being_typed_outlasts_another_change(
    hand: Hand, make: Make, app: Application
) -> None:
    hand.write("Deadline", "31 Dec 20")
    with make.database.work("Elsewhere") as unit:
        sign_ons.set_status(unit, [2], SignOnStatus.DECLINED)
    app.file.look()
    hand.settle()
    assert hand.field("Deadline").text() == "31 Dec 20"


def test_a_target_is_kept_beside_a_day_that_is_none(
    hand: Hand, letter: int, stored: Stored
) -> None:
    hand.write("Deadline", "03/04/2010")
    hand.key("Deadline", Qt.Key.Key_Return)
    hand.write("Target", "50")
    hand.key("Target", Qt.Key.Key_Return)
    hand.settle()
    assert (stored(letter).deadline, stored(letter).target) == (None, 50)
    assert hand.field("Deadline").text() == "03/04/2010"
    assert "This is not one certain day. Write it as 2010-07-26." in hand.words


def test_a_deadline_is_kept_beside_a_condition_that_is_broken(
    hand: Hand, letter: int, make: Make, stored: Stored
) -> None:
    with make.database.work("Break") as unit:
        letters.get(unit.session, letter).recipients_where = "region = A"
    hand.write("Deadline", "2010-07-01")
    hand.key("Deadline", Qt.Key.Key_Return)
    hand.settle()
    assert str(stored(letter).deadline) == "2010-07-01"
