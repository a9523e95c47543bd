"""One chip is chosen at a time, or none."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.widgets.filter_chips import Chip, FilterChips

NEW, ERRORS = Chip("new", "New", 48), Chip("error", "Errors & doubts", 1)


@pytest.fixture
def chips(qtbot: QtBot) -> FilterChips:
    made = FilterChips()
    qtbot.addWidget(made)
    made.set_chips([NEW, ERRORS])
    return made


def buttons(chips: FilterChips) -> list[QPushButton]:
    return chips.findChildren(QPushButton)


def test_choosing_one_lets_go_of_the_other(chips: FilterChips) -> None:
    chosen: list[str] = []
    chips.chosen_changed.connect(chosen.append)
    new, errors = buttons(chips)
    new.click()
    errors.click()
    errors.click()
    assert chosen == ["new", "error", ""]
    assert not new.isChecked()
    assert not errors.isChecked()


def test_counts_change_and_the_choice_stays(chips: FilterChips) -> None:
    buttons(chips)[0].click()
    chips.set_chips([Chip("new", "New", 47), ERRORS])
    assert chips.chosen == "new"
    assert buttons(chips)[0].text() == "47  New"


def test_a_chip_that_is_gone_is_chosen_no_more(chips: FilterChips) -> None:
    buttons(chips)[1].click()
    chips.set_chips([NEW])
    assert chips.chosen == ""


def test_an_ampersand_is_shown_as_it_is(chips: FilterChips) -> None:
    assert buttons(chips)[1].text() == "1  Errors && doubts"
