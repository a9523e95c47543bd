"""One chip is chosen at a time, or several; or none."""

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
    chips.chosen_changed.connect(lambda: chosen.append(chips.chosen_one))
    new, errors = buttons(chips)
    new.click()
    errors.click()
    errors.click()
    assert chosen == ["new", "error", ""]
    assert not new.isChecked()
    assert not errors.isChecked()


def test_several_are_chosen_where_they_can_be(qtbot: QtBot) -> None:
    chips = FilterChips(several=True)
    qtbot.addWidget(chips)
    chips.set_chips([NEW, ERRORS])
    new, errors = buttons(chips)
    errors.click()
    new.click()
    assert chips.chosen == ("error", "new")
    errors.click()
    assert chips.chosen == ("new",)


def test_chips_that_come_and_go_leave_the_others_as_they_are(chips: FilterChips) -> None:
    new, errors = buttons(chips)
    chips.set_chips([ERRORS, Chip("same", "The same", 3)])
    chips.set_chips([NEW, ERRORS])
    shown = [button for button in buttons(chips) if not button.isHidden()]
    assert errors in shown
    assert new not in shown


def test_counts_change_and_the_choice_stays(chips: FilterChips) -> None:
    buttons(chips)[0].click()
    chips.set_chips([Chip("new", "New", 47), ERRORS])
    assert chips.chosen_one == "new"
    assert buttons(chips)[0].text() == "47  New"


def test_a_chip_that_is_gone_is_chosen_no_more(chips: FilterChips) -> None:
    buttons(chips)[1].click()
    chips.set_chips([NEW])
    assert chips.chosen == ()


def test_an_ampersand_is_shown_as_it_is(chips: FilterChips) -> None:
    assert buttons(chips)[1].text() == "1  Errors && doubts"
