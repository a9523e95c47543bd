"""The lines of a block: listed with their reasons, kept in place by key, menu and mouse, and let go."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QTableView

from signatories import letters
from signatories.block.settings import BlockSettings
from signatories.database import Database
from signatories.models import Capacity
from tests.factories import Make
from tests.ui.pages.letter.hand import Hand
from ui.application import Application
from ui.pages.letter.block.lines_view import LinesView

Open = Callable[[int], Hand]
LIST = "Lines of the block, in their order"


@pytest.fixture
def letter(make: Make) -> int:
    letter = make.letter(recipients=1)
    for person, body in (("Ada Vance", "Aurora"), ("Zoe Abel", "Haven"), ("Ida Roe", "Zenith")):
        make.sign_on(letter, person, body)
    make.confirm(letter)
    return letter


@pytest.fixture
def hand(open_letter: Open, letter: int) -> Hand:
    hand = open_letter(letter)
    hand.open_tab("Block")
    hand.press("Move lines")
    return hand


def table(hand: Hand) -> QTableView:
    return next(
        one
        for one in hand.page.findChildren(QTableView)
        if one.isVisible() and one.accessibleName() == LIST
    )


def lines(hand: Hand) -> list[str]:
    model = table(hand).model()
    return [model.index(row, 1).data().partition(",")[0] for row in range(model.rowCount())]


def kept(hand: Hand) -> list[str]:
    model = table(hand).model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def click(hand: Hand, row: int) -> None:
    shown = table(hand)
    shown.setFocus()
    shown.selectRow(row)
    hand.settle()


def menu(hand: Hand, text: str) -> None:
    hand.pick(hand.page.findChild(LinesView).row_menu(), text)


def drop(hand: Hand, row: int, before: int) -> None:
    """Let go of a dragged row above another; offscreen no drag can be begun by the mouse."""
    shown = table(hand)
    click(hand, row)
    place = QPointF(20, shown.rowViewportPosition(before) + 2)
    data = QMimeData()
    event = QDropEvent(
        place,
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    shown.dropEvent(event)
    hand.settle()


def stored(database: Database, letter: int) -> BlockSettings:
    with database.reading() as session:
        return letters.block_of(letters.get(session, letter))


def test_each_line_says_why_it_stands_there(hand: Hand) -> None:
    click(hand, 1)

    assert lines(hand) == ["Ada Vance", "Zoe Abel", "Ida Roe"]
    assert "Sorted under “haven”." in hand.words
    assert table(hand).model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == (
        "Sorted under “aurora”."
    )


def test_alt_and_an_arrow_keep_a_line_elsewhere(hand: Hand) -> None:
    click(hand, 2)

    hand.alt(table(hand), Qt.Key.Key_Up)
    assert lines(hand) == ["Ada Vance", "Ida Roe", "Zoe Abel"]
    assert kept(hand) == ["", "here", ""]
    assert "Kept after “Ada Vance, Aurora”." in hand.words

    hand.alt(table(hand), Qt.Key.Key_Up)
    assert lines(hand) == ["Ida Roe", "Ada Vance", "Zoe Abel"]
    assert kept(hand) == ["first", "", ""]

    hand.alt(table(hand), Qt.Key.Key_Up)
    assert kept(hand) == ["first", "", ""]


def test_a_line_goes_down_to_the_end_and_is_kept_last(hand: Hand) -> None:
    click(hand, 0)

    hand.alt(table(hand), Qt.Key.Key_Down)
    hand.alt(table(hand), Qt.Key.Key_Down)

    assert lines(hand) == ["Zoe Abel", "Ida Roe", "Ada Vance"]
    assert kept(hand) == ["", "", "last"]


def test_the_menu_keeps_a_line_and_lets_it_go(hand: Hand, database: Database, letter: int) -> None:
    click(hand, 2)
    menu(hand, "Keep first")
    assert lines(hand) == ["Ida Roe", "Ada Vance", "Zoe Abel"]
    assert [pin.place.value for pin in stored(database, letter).pins] == ["first"]

    menu(hand, "Let go")
    assert lines(hand) == ["Ada Vance", "Zoe Abel", "Ida Roe"]
    assert stored(database, letter).pins == ()


def test_a_line_is_dragged_and_can_be_put_back_by_undo(hand: Hand, app: Application) -> None:
    drop(hand, 2, 1)
    assert lines(hand) == ["Ada Vance", "Ida Roe", "Zoe Abel"]

    app.take_back()
    hand.settle()
    assert lines(hand) == ["Ada Vance", "Zoe Abel", "Ida Roe"]


def test_one_line_can_say_something_else(hand: Hand) -> None:
    click(hand, 1)
    menu(hand, "This line only…")
    hand.write("Pattern of this line", "{organisation}: {name}")
    hand.press("Save")

    model = table(hand).model()
    assert [model.index(row, 1).data() for row in range(3)] == [
        "Ada Vance, Aurora",
        "Haven: Zoe Abel",
        "Ida Roe, Zenith",
    ]

    menu(hand, "This line only…")
    hand.press("As the others")
    assert model.index(1, 1).data() == "Zoe Abel, Haven"


def test_a_line_leads_to_its_sign_on(hand: Hand) -> None:
    click(hand, 1)
    menu(hand, "Show in Signatories")

    (seen,) = [one for one in hand.page.findChildren(QTableView) if one.isVisible()]
    assert seen.accessibleName() == "Signatories"
    assert len(seen.selectionModel().selectedRows()) == 1


def test_a_line_stays_in_its_group(make: Make, open_letter: Open) -> None:
    letter = make.letter(recipients=1)
    make.sign_on(letter, "Ada Vance", "Aurora")
    make.sign_on(letter, "Zoe Abel", "Haven", capacity=Capacity.PERSONAL)
    make.confirm(letter)
    hand = open_letter(letter)
    hand.open_tab("Block")
    hand.press("Groups")
    hand.choose("Group by", "Capacity")
    hand.press("Move lines")
    assert lines(hand) == ["Organisations", "Ada Vance", "In a personal capacity", "Zoe Abel"]

    drop(hand, 3, 1)

    assert lines(hand) == ["Organisations", "Ada Vance", "In a personal capacity", "Zoe Abel"]
    assert "A line stays in its group: only its order there changes." in hand.words
