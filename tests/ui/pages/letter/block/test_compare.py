"""The order of a block held against a list from elsewhere, and the block on the clipboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QTableView

from tests.factories import Make
from tests.ui.pages.letter.hand import Hand
from ui.pages.letter.block.compare_view import CompareView

Open = Callable[[int], Hand]


@pytest.fixture
def hand(make: Make, open_letter: Open) -> Hand:
    letter = make.letter(recipients=1)
    for person, body in (("Ada Vance", "Aurora"), ("Zoe Abel", "Haven"), ("Ida Roe", "Zenith")):
        make.sign_on(letter, person, body)
    make.confirm(letter)
    hand = open_letter(letter)
    hand.open_tab("Block")
    return hand


def differences(hand: Hand) -> list[str]:
    (shown,) = [
        one for one in hand.page.findChildren(QListWidget) if one.accessibleName() == "What differs"
    ]
    return [shown.item(row).text() for row in range(shown.count())]


def paste(hand: Hand, *lines: str) -> None:
    hand.press("Compare")
    hand.field("The other list").setPlainText("\n".join(lines))


def test_moves_and_who_is_missing_are_said(hand: Hand) -> None:
    paste(hand, "1. Zenith", "2. Aurora", "3. Nadir")

    hand.wait_for_words("1 line to move for that order")
    assert differences(hand) == [
        "By the rule of the order, “Ada Vance, Aurora” would stand before “Ida Roe, Zenith” (line 2 of that list).",
        "“Ida Roe, Zenith”: number 3 here, 1 there.",
        "Only in that list: “3. Nadir”.",
        "Not in that list: “Zoe Abel, Haven”.",
    ]


def test_the_order_of_the_other_list_can_be_taken_over(hand: Hand) -> None:
    paste(hand, "Zenith", "Aurora", "Haven")
    hand.wait_for_words("to move for that order")

    hand.press("Take over that order")
    hand.wait_for_words("The same order as in that list")
    assert differences(hand) == []  # the pins explain what is against the rule

    hand.press("Move lines")
    table = next(one for one in hand.page.findChildren(QTableView) if one.isVisible())
    model = table.model()
    shown = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert shown == ["Ida Roe, Zenith", "Ada Vance, Aurora", "Zoe Abel, Haven"]


def test_a_list_is_read_from_a_file(hand: Hand, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("Aurora\nHaven\nZenith\n", encoding="utf-8")
    hand.press("Compare")

    hand.page.findChild(CompareView).read(file)

    hand.wait_for_words("The same order")
    assert differences(hand) == []


def test_the_block_is_copied_as_text_and_as_html(hand: Hand) -> None:
    hand.press("Copy")

    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().splitlines() == ["Ada Vance, Aurora", "Zoe Abel, Haven", "Ida Roe, Zenith"]
    assert "Zoe Abel, Haven" in copied.html()
