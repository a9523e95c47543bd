"""The head of a letter's page: stage, counts, things to do; and the tabs that say what is missing."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QTabWidget

from signatories import letters
from signatories.database import Database
from signatories.models import LetterStage
from signatories.undoing import undo
from tests.factories import Make
from tests.ui.pages.letter.hand import Hand
from ui.pages.letter.stage_line import StageLine

Open = Callable[[int], Hand]
SIDEBAR = 216  # pixels that the window's sidebar takes


def test_header_counts_and_leads_to_what_is_to_do(make: Make, open_letter: Open) -> None:
    hand = open_letter(make.letter(sign_ons=2))

    assert "0 recipients · 0 confirmed ·" in hand.words
    todo = next(one for one in hand.page.findChildren(QPushButton) if "to do" in one.text())
    assert todo.text() == "2 things to do"
    hand.pick(todo.menu(), "The letter goes to nobody yet")

    tabs = hand.page.findChild(QTabWidget)
    assert tabs.tabText(tabs.currentIndex()) == "Recipients  0"


def test_letter_with_a_long_title_fits_into_a_small_window(make: Make, open_letter: Open) -> None:
    long = "To the States that have not joined the Protocol on the Protection of the Night Sky"
    letter = make.letter(title=f"{long}, and to those that have")

    hand = open_letter(letter)

    assert hand.page.minimumSizeHint().width() <= 1024 - SIDEBAR


def test_nothing_to_do_is_said(make: Make, open_letter: Open) -> None:
    letter = make.letter(recipients=1, sign_ons=1)
    make.confirm(letter)

    hand = open_letter(letter)

    assert "1 recipient · 1 confirmed · nothing to do here" in hand.words


def test_stage_is_said_in_a_word(make: Make, open_letter: Open) -> None:
    letter = make.letter(sign_ons=1)
    hand = open_letter(letter)
    stages = hand.page.findChild(StageLine)
    assert stages.accessibleName() == "Stage: Draft"

    make.confirm(letter)
    hand.page.refresh(None)
    hand.settle()

    assert stages.accessibleName() == "Stage: Open"


def test_an_open_letter_is_closed_and_a_draft_is_not(
    make: Make, open_letter: Open, database: Database
) -> None:
    letter = make.letter(sign_ons=1)
    hand = open_letter(letter)
    change = next(one for one in hand.page.findChildren(QPushButton) if one.text() == "Change")
    assert not change.isVisible()

    make.confirm(letter)
    hand.page.refresh(None)
    hand.settle()
    hand.pick(change.menu(), "Close: no more signatures")
    hand.settle()

    assert hand.page.findChild(StageLine).accessibleName() == "Stage: Closed"
    undo(database)
    with database.reading() as session:
        assert letters.get(session, letter).stage is LetterStage.OPEN


def test_find_goes_to_the_search_box_of_the_tab(make: Make, open_letter: Open) -> None:
    hand = open_letter(make.letter(sign_ons=1))
    hand.open_tab("Signatories")

    hand.page.find_here()

    assert hand.field("Search in all columns").hasFocus()


def test_every_control_has_a_name(make: Make, open_letter: Open) -> None:
    letter = make.letter(recipients=1, sign_ons=1)
    make.confirm(letter)
    hand = open_letter(letter)
    tabs = hand.page.findChild(QTabWidget)

    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        hand.settle()
        assert hand.nameless() == []
