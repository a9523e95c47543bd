"""How a letter's products are made: kept with the letter, and taken back as other actions are."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit

from signatories import letters
from signatories.database import Database
from signatories.run_settings import RunSettings
from tests.factories import Make
from tests.ui.pages.letter.hand import Hand
from ui.application import Application

Open = Callable[[int], Hand]


@pytest.fixture
def kept(database: Database) -> Callable[[int], RunSettings]:
    def kept(letter: int) -> RunSettings:
        with database.reading() as session:
            return letters.run_settings_of(letters.get(session, letter))

    return kept


@pytest.fixture
def letter(make: Make) -> int:
    made = make.letter(recipients=2, sign_ons=1)
    make.confirm(made)
    return made


def opened(open_letter: Open, letter: int) -> Hand:
    hand = open_letter(letter)
    hand.open_tab("Run")
    hand.press("How")
    return hand


def test_options_are_kept_with_the_letter_and_undone(
    letter: int, open_letter: Open, app: Application, kept: Callable[[int], RunSettings]
) -> None:
    hand = opened(open_letter, letter)

    hand.tick("Print the letterhead")
    hand.tick("For printing on both sides")
    hand.tick("PDFs for an archive (PDF/A-2b)")
    assert kept(letter) == RunSettings(letterhead=False, duplex=True, archive=True)

    app.take_back()
    hand.settle()
    assert kept(letter) == RunSettings(letterhead=False, duplex=True)
    hand.press("How")
    assert "Pre-printed paper · Both sides" in hand.words


def test_a_moment_is_chosen_in_the_zone_of_the_user(
    letter: int, open_letter: Open, kept: Callable[[int], RunSettings]
) -> None:
    hand = opened(open_letter, letter)
    hand.tick("Not before")
    (field,) = (one for one in hand.page.findChildren(QDateTimeEdit) if one.isVisible())
    assert field.dateTime() > QDateTime.currentDateTime()

    chosen = dt.datetime(2031, 5, 2, 9, 30).astimezone()
    field.setDateTime(QDateTime.fromSecsSinceEpoch(int(chosen.timestamp())))
    hand.wait_until(lambda: kept(letter).not_before == chosen)

    hand.tick("Not before")
    assert kept(letter) == RunSettings()


def test_everything_of_the_options_has_a_name(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)
    hand.tick("Not before")
    assert hand.nameless() == []
