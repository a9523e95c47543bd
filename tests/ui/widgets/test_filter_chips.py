"""Several chips are chosen at a time, or none; some only by themselves."""

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


def test_one_that_stands_alone_lets_go_of_the_others_and_they_of_it(chips: FilterChips) -> None:
    chips.set_chips([NEW, ERRORS, Chip("rest", "Not rows", 2, alone=True)])
    chosen: list[tuple[str, ...]] = []
    chips.chosen_changed.connect(lambda: chosen.append(chips.chosen))
    new, errors, rest = buttons(chips)
    new.click()
    errors.click()
    rest.click()
    assert not new.isChecked()
    errors.click()
    errors.click()
    assert chosen == [("new",), ("new", "error"), ("rest",), ("error",), ()]
    assert not rest.isChecked()


def test_several_are_chosen_at_a_time(chips: FilterChips) -> None:
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
    assert chips.chosen == ("new",)
    assert buttons(chips)[0].text() == "47  New"


def test_a_chip_that_is_gone_is_chosen_no_more(chips: FilterChips) -> None:
    buttons(chips)[1].click()
    chips.set_chips([NEW])
    assert chips.chosen == ()


def test_an_ampersand_is_shown_as_it_is(chips: FilterChips) -> None:
    assert buttons(chips)[1].text() == "1  Errors && doubts"
