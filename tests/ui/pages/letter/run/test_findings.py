"""What to look at before printing: seen one by one or together, and led to where it is mended."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QScrollArea, QTableView, QTabWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from signatories import letters
from signatories.database import Database
from signatories.findings import Finding, Level
from signatories.models import ActKind, Capacity, Recipient, Run
from signatories.texts import message
from tests.factories import Make
from tests.ui.pages.letter.hand import Hand
from ui.pages.letter.run.finding_list import MOST, FindingList
from ui.widgets.table import Table

Open = Callable[[int], Hand]


@pytest.fixture
def letter(make: Make) -> int:
    """Printable, with two recipients of one name, and somebody whose yes is not to this version."""
    made = make.letter(sign_ons=1)
    for name in ("Aruba", "Benin", "Benin"):
        make.recipient(name, letter=made)
    make.confirm(made)
    make.sign_on(made, "Ada Vance", "Haven Trust")
    return made


def opened(open_letter: Open, letter: int, folder: Path) -> Hand:
    hand = open_letter(letter)
    hand.open_tab("Run")
    hand.write("Folder", str(folder))
    return hand


def boxes(hand: Hand) -> dict[str, QCheckBox]:
    found = [one for one in hand.page.findChildren(QCheckBox) if one.isVisible()]
    return {
        name.removeprefix("Seen: "): one
        for one in found
        if (name := one.accessibleName()).startswith("Seen: ")
    }


def show(hand: Hand, words: str) -> None:
    (button,) = [one for one in hand.named_buttons if one.startswith("Show: ") and words in one]
    hand.press(button)


def in_sight(hand: Hand) -> str:
    tabs = hand.page.findChild(QTabWidget)
    return tabs.tabText(tabs.currentIndex()).partition("  ")[0]


def test_making_is_the_next_thing_when_all_is_seen(
    letter: int, open_letter: Open, tmp_path: Path
) -> None:
    hand = opened(open_letter, letter, tmp_path)
    assert len(boxes(hand)) == 2
    assert "2 things above to look at first." in hand.words
    assert not hand.button("Make all").property("primary")

    next(iter(boxes(hand).values())).click()
    assert "1 thing above to look at first." in hand.words

    hand.press("All seen")
    assert all(box.isChecked() for box in boxes(hand).values())
    assert hand.button("Make all").property("primary")
    assert "All seen" not in hand.buttons


def test_what_was_seen_is_kept_with_the_run(
    letter: int, open_letter: Open, tmp_path: Path, database: Database, make: Make
) -> None:
    hand = opened(open_letter, letter, tmp_path)
    words, box = next(iter(boxes(hand).items()))
    box.click()

    hand.press("Make all")

    with database.reading() as session:
        (kept,) = session.scalars(select(Run.warnings))
    assert ["acknowledged" in warning for warning in kept] == [True, False]
    make.recipient("Chad", letter=letter)
    hand.page.refresh(None)
    hand.settle()
    assert boxes(hand)[words].isChecked()
    assert "1 thing above to look at first." in hand.words


def test_everything_is_read_whole_in_large_letters(
    letter: int, open_letter: Open, tmp_path: Path
) -> None:
    hand = opened(open_letter, letter, tmp_path)
    hand.press("All seen")
    hand.press("Make all")
    again = opened(open_letter, letter, tmp_path)
    again.page.setStyleSheet("* { font-size: 14pt; }")
    again.page.resize(780, 560)
    again.settle()
    (area,) = [
        one
        for one in again.page.findChildren(QScrollArea)
        if one.widget() and one.widget().isAncestorOf(next(iter(boxes(again).values())))
    ]

    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_what_was_seen_in_an_earlier_run_says_by_whom(
    letter: int, open_letter: Open, tmp_path: Path
) -> None:
    hand = opened(open_letter, letter, tmp_path)
    hand.press("All seen")
    hand.press("Make all")

    again = opened(open_letter, letter, tmp_path)

    assert all(box.isChecked() for box in boxes(again).values())
    earlier = [text for text in again.words if text.startswith("Seen in an earlier run, by")]
    assert len(earlier) == len(boxes(again))
    assert again.button("Make all").property("primary")


def test_another_finding_is_to_be_seen_again(
    letter: int, open_letter: Open, tmp_path: Path, make: Make
) -> None:
    hand = opened(open_letter, letter, tmp_path)
    hand.press("All seen")

    make.sign_on(letter, "Bo Reed", "Moth Society")
    hand.page.refresh(None)
    hand.settle()

    assert "1 thing above to look at first." in hand.words
    assert sorted(box.isChecked() for box in boxes(hand).values()) == [False, True]


def test_a_finding_leads_to_its_records(
    letter: int, open_letter: Open, tmp_path: Path, make: Make
) -> None:
    for name in ("Cy Stone", "Di Brook"):
        make.sign_on(letter, name, "River Forum")
    make.confirm(letter)
    hand = opened(open_letter, letter, tmp_path)

    show(hand, "2 recipients with the same name")
    assert in_sight(hand) == "Recipients"
    (table,) = [one for one in hand.page.findChildren(QTableView) if one.isVisible()]
    assert isinstance(table, Table)
    assert [table.model().index(row, 0).data() for row in range(3)].count("Benin") == 2
    assert len(table.selected_ids()) == 2

    hand.open_tab("Run")
    show(hand, "River Forum")
    assert in_sight(hand) == "Signatories"
    (table,) = [one for one in hand.page.findChildren(QTableView) if one.isVisible()]
    assert isinstance(table, Table)
    assert len(table.selected_ids()) == 2


def test_only_the_records_of_a_finding_are_selected(
    letter: int, open_letter: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    hand = open_letter(letter)
    hand.open_tab("Recipients")
    (table,) = hand.tables("Recipients of this letter")
    table.selectRow(0)
    hand.open_tab("Run")
    (name,) = [one for one in hand.named_buttons if one.startswith("Show: 2 recipients with")]
    button = hand.button(name)

    qtbot.keyPress(button, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    button.click()
    qtbot.keyRelease(button, Qt.Key.Key_Control)

    assert isinstance(table, Table)
    assert len(table.selected_ids()) == 2


def test_a_finding_leads_to_its_field(make: Make, open_letter: Open, tmp_path: Path) -> None:
    letter = make.letter(recipients=1, sign_ons=1, salutation="")
    make.confirm(letter)
    hand = opened(open_letter, letter, tmp_path)

    show(hand, "salutation")

    assert in_sight(hand) == "Text"
    assert hand.page.focusWidget().accessibleName() == "Salutation"


def test_a_finding_leads_to_the_option_that_it_is_about(
    letter: int, open_letter: Open, tmp_path: Path
) -> None:
    hand = opened(open_letter, letter, tmp_path)
    hand.press("How")
    hand.tick("Not before")
    hand.press("How")

    show(hand, "not to be made before")

    assert in_sight(hand) == "Run"
    assert hand.page.focusWidget().text() == "&Not before"
    assert hand.page.focusWidget().isVisible()


def test_before_its_moment_nothing_is_made_until_that_is_seen(
    letter: int, open_letter: Open, tmp_path: Path
) -> None:
    hand = opened(open_letter, letter, tmp_path)
    hand.press("How")
    hand.tick("Not before")

    why = "Tick “Seen” there to make it all the same."
    assert any(
        text.startswith("This is not to be made before 2") and why in text for text in hand.words
    )
    assert not hand.button("Make all").isEnabled()

    (box,) = [box for name, box in boxes(hand).items() if "not to be made before" in name]
    box.click()

    assert hand.button("Make all").isEnabled()
    assert not any(why in text for text in hand.words)


def test_what_is_only_good_to_know_need_not_be_seen(
    make: Make, letter: int, open_letter: Open, tmp_path: Path
) -> None:
    make.instrument("Protocol", {"VA": {ActKind.RATIFICATION: dt.date(2001, 10, 24)}})
    with make.database.work("State") as unit:
        unit.session.get_one(Recipient, 1).country = "KE"
        unit.session.get_one(Recipient, 1).state = True
    hand = opened(open_letter, letter, tmp_path)

    assert any("Holy See" in text for text in hand.words)
    assert not any("Holy See" in name for name in boxes(hand))


def test_everything_of_the_findings_has_a_name(
    letter: int, open_letter: Open, tmp_path: Path
) -> None:
    assert opened(open_letter, letter, tmp_path).nameless() == []


def test_a_finding_leads_to_the_setting_of_the_block(
    make: Make, open_letter: Open, tmp_path: Path
) -> None:
    letter = make.letter(recipients=1)
    make.sign_on(letter, "Ada Vance", "Haven Trust", capacity=Capacity.IDENTIFICATION)
    make.confirm(letter)
    hand = opened(open_letter, letter, tmp_path)

    show(hand, "for identification only")

    assert in_sight(hand) == "Block"
    assert hand.page.focusWidget().text() == "“For &identification only”"
    assert hand.page.focusWidget().isVisible()


def test_a_finding_leads_to_the_day_of_the_standing(
    make: Make, open_letter: Open, tmp_path: Path
) -> None:
    make.instrument(acts={"GH": {ActKind.RATIFICATION: dt.date(2010, 1, 1)}})
    letter = make.letter(sign_ons=1, where="status != party")
    make.recipient("Chad", letter=letter, country="TD")
    make.confirm(letter)
    with make.database.work("Choose") as unit:
        letters.get(unit.session, letter).as_of = dt.date(2010, 7, 20)
    hand = opened(open_letter, letter, tmp_path)

    show(hand, "where States stood")

    assert in_sight(hand) == "Recipients"
    assert hand.page.focusWidget().accessibleName() == "Standing as of"


def test_what_is_not_in_sight_is_not_ticked_with_the_others(qtbot: QtBot) -> None:
    findings = [Finding(Level.WARNING, message(f"Trouble {n}")) for n in range(MOST + 20)]
    widget = FindingList()
    qtbot.addWidget(widget)
    widget.show_findings(findings, {})
    widget.show()

    def press(words: str) -> None:
        (button,) = [
            one
            for one in widget.findChildren(QAbstractButton)
            if one.isVisible() and one.text() == words
        ]
        button.click()

    press("All seen")
    assert (len(widget.seen), widget.unseen) == (MOST, 20)
    press("Show 20 more")
    assert (len(widget.seen), widget.unseen) == (MOST, 20)
    press("All seen")
    assert (len(widget.seen), widget.unseen) == (MOST + 20, 0)


def test_a_product_that_cannot_be_made_says_so_beside_its_box(
    letter: int, open_letter: Open, tmp_path: Path
) -> None:
    hand = opened(open_letter, letter, tmp_path)
    hand.press("More to make")
    why = (
        "“Envelopes (PDF), C5” cannot be made: no recipient has an address. "
        "Fill one in, or leave this out."
    )
    assert why not in hand.words

    hand.tick("C5")
    assert hand.words.count(why) == 2, "among what must be mended, and beneath the box"
    assert "1 thing above must be mended first." in hand.words

    hand.tick("C5")
    assert why not in hand.words
