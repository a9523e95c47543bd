"""The report on a letter in the Run tab: read, as of another day, and saved."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFileDialog

from tests.factories import Make
from tests.fakes import RecordingNotices
from tests.printed import pages_of
from tests.ui.pages.letter.hand import Hand

Open = Callable[[int], Hand]


@pytest.fixture
def hand(make: Make, open_letter: Open) -> Hand:
    letter = make.letter(sign_ons=2)
    make.recipient("Aruba", letter=letter)
    make.confirm(letter)
    hand = open_letter(letter)
    hand.open_tab("Run")
    return hand


def ask_where(hand: Hand) -> QFileDialog:
    hand.press("Save the report…")
    (dialog,) = [one for one in hand.page.findChildren(QFileDialog) if one.isVisible()]
    return dialog


def test_it_tells_how_far_the_letter_is_and_what_has_been_made_since(
    hand: Hand, tmp_path: Path
) -> None:
    hand.press("Report")
    assert "Report on “To the missions”" in hand.words
    assert any(words.startswith("2 signatory lines") for words in hand.words)
    assert "The letters have not all been made yet." in hand.words
    hand.press("Make")
    hand.write("Folder", str(tmp_path))
    hand.press("Make all")
    hand.press("Report")
    assert any(words.startswith("1 letter of version 1, made on") for words in hand.words)


def test_another_day_is_told_of_when_it_is_chosen(hand: Hand) -> None:
    hand.press("Report")
    hand.field("Standing as of").setDate(QDate(2031, 5, 4))
    hand.settle()
    assert any(words.startswith("On 4 May 2031 the letter is") for words in hand.words)


@pytest.mark.parametrize("name", ["report.pdf", "report.txt"])
def test_it_is_saved_in_the_format_of_its_name(
    hand: Hand, notices: RecordingNotices, tmp_path: Path, name: str
) -> None:
    hand.press("Report")
    dialog = ask_where(hand)
    assert dialog.selectedFiles()[0].endswith("To the missions – report.pdf")
    dialog.fileSelected.emit(str(tmp_path / name))
    hand.settle()
    path = tmp_path / name
    text = pages_of(path)[0] if name.endswith("pdf") else path.read_text(encoding="utf-8")
    assert "2 signatory lines" in text
    assert notices.texts[-1] == f"Report saved as {path}."


def test_where_no_file_can_be_it_says_so(
    hand: Hand, notices: RecordingNotices, tmp_path: Path
) -> None:
    hand.press("Report")
    ask_where(hand).fileSelected.emit(str(tmp_path / "missing" / "report.pdf"))
    hand.settle()
    assert not (tmp_path / "missing").exists()
    assert "missing" in notices.texts[-1]
