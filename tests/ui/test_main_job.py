"""The job that defines the program, from a text to letters ready to print, as the window does it."""

import re
import unicodedata
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from signatories import checking
from signatories.history import next_undo
from tests.fakes import ImmediateJobs
from tests.ui.pages.letter.hand import Hand
from ui.main_window import MainWindow
from ui.pages.imports.looking import Reading
from ui.pages.letters import LettersPage
from ui.places import Place

LETTER = """---
title: To the Permanent Missions
language: en
place: Geneva
date: 2010-07-26
salutation: '{{ recipient.salutation | "Your Excellency," }}'
closing: Sincerely yours,
recipients: status != party
as_of: 2010-07-26
---

The optional protocol has {{ count.parties }} states parties. We regret that {{ recipient.country }}
is not yet one of them. This letter is signed by {{ count.organisations }} organisations.
"""

TREATY = """Participant,Signature,"Ratification, Accession(a), Succession(d)"
Ghana,24 Sep 2003,
Holy See,10 Oct 2000,24 Oct 2001
Kenya,8 Sep 2000,26 Jul 2010
Turkey,8 Sep 2000,30 Jul 2010
France,6 Sep 2000,5 Feb 2003
"""
PASTED = """Zoë Ångström, Network of Invented Friends – NIF
Anne‐Sophie Exemple, Plan Imaginary
Мария Примерова, Центр примеров
"""


@pytest.fixture
def hand(qtbot: QtBot, window: MainWindow, jobs: ImmediateJobs) -> Hand:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.show_place(Place("letters"))
    jobs.settle()
    return Hand(qtbot, jobs, window)


def add_letter(hand: Hand, window: MainWindow, folder: Path) -> None:
    file = folder / "letter.md"
    file.write_text(LETTER, encoding="utf-8")
    page = window.stack.page
    assert isinstance(page, LettersPage)
    page.read_file(file)
    hand.settle()
    assert window.stack.place == Place("letter", 1)


def import_all(hand: Hand, window: MainWindow, reading: Reading) -> None:
    window.incoming.begin(reading.asking(letter_id=1))
    hand.settle()
    texts = [button.text() for button in window.findChildren(QPushButton) if button.isVisible()]
    hand.press(next(text for text in texts if re.fullmatch(r"Import \d+ rows?", text)))


def confirm_all(hand: Hand, window: MainWindow, count: int) -> None:
    window.show_place(Place("letter", 1))
    hand.settle()
    hand.open_tab("Signatories")
    hand.press("Confirm…")
    hand.write("In words", "their mails")
    hand.press(f"Confirm {count} sign-ons")


def make_letters(hand: Hand, folder: Path) -> list[str]:
    """Make one PDF with all letters; return the text of each page, as one line."""
    hand.open_tab("Run")
    hand.write("Folder", str(folder))
    hand.press("Make all")
    document = pypdfium2.PdfDocument(folder / "To the Permanent Missions – letters.pdf")
    try:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return [unicodedata.normalize("NFC", re.sub(r"\s+", " ", text)) for text in texts]


def can_undo(window: MainWindow) -> bool:
    with window.app.reading() as session:
        return next_undo(session) is not None


def undo_everything(hand: Hand, window: MainWindow) -> int:
    """Take back one action after the other; return how many there were."""
    count = 0
    while can_undo(window):
        window.menu_actions["undo"].trigger()
        hand.settle()
        count += 1
        assert count < 20
    return count


def from_text_to_print_and_back(
    hand: Hand, window: MainWindow, folder: Path, treaty: Path, pasted: str
) -> list[str]:
    """All of the job, then everything undone; return the letters' texts."""
    database = window.app.database
    empty = checking.check(database).content_hash
    add_letter(hand, window, folder)
    import_all(hand, window, Reading((treaty,)))
    import_all(hand, window, Reading(text=pasted))
    lines = [" ".join(line.split()) for line in pasted.splitlines() if line.strip()]
    confirm_all(hand, window, len(lines))
    letters = make_letters(hand, folder)
    for letter in letters:
        assert f"signed by {len(lines)} organisations" in letter
        assert "Geneva, 26 July 2010" in letter
        for line in lines:
            assert line in letter
    assert undo_everything(hand, window) == 4
    assert checking.check(database).content_hash == empty
    return letters


def test_invented_letters_from_text_to_print_and_back(
    hand: Hand, window: MainWindow, tmp_path: Path
) -> None:
    treaty = tmp_path / "protocol.csv"
    treaty.write_text(TREATY, encoding="utf-8")
    letters = from_text_to_print_and_back(hand, window, tmp_path, treaty, PASTED)
    assert len(letters) == 192 - 2  # two members were parties that day, the Holy See is no member
    assert all("has 3 states parties" in letter for letter in letters)


def test_the_seed_letter_from_text_to_print_and_back(
    hand: Hand, window: MainWindow, tmp_path: Path, shared_data: Path
) -> None:
    seed = (shared_data / "letters/joint-letter-to-missions.txt").read_text(encoding="utf-8")
    _text, pasted = re.split(r"Sincerely\s+yours,", seed)
    treaty = shared_data / "recipients/treaty-opsc-2015.csv"
    letters = from_text_to_print_and_back(hand, window, tmp_path, treaty, pasted)
    assert len(letters) == 56
    assert all("has 137 states parties" in letter for letter in letters)
