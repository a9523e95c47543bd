"""Letters and lists on the clipboard: plain and rich, as they would be printed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from tests.factories import Make
from tests.fakes import RecordingNotices
from tests.ui.pages.letter.hand import Hand

Open = Callable[[int], Hand]


@pytest.fixture
def letter(make: Make) -> int:
    made = make.letter()
    for name in ("Aruba", "Benin", "بعثة"):
        make.recipient(name, letter=made)
    make.sign_on(made, "Ada Vance", "Haven Trust")
    make.confirm(made)
    return made


def copied() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def test_all_letters_and_the_list_are_copied(
    letter: int, open_letter: Open, notices: RecordingNotices
) -> None:
    hand = open_letter(letter)
    hand.open_tab("Run")

    hand.press("Copy all letters")
    for text in (copied().text(), copied().html()):
        assert all(f"We write to {name}." in text for name in ("Aruba", "Benin", "بعثة"))
    assert notices.texts == ["Copied: paste it where you need it."]

    hand.press("Copy the list")
    for text in (copied().text(), copied().html()):
        assert "Ada Vance, Haven Trust" in text
        assert "We write" not in text


def test_a_letter_of_the_sample_is_copied(letter: int, open_letter: Open) -> None:
    hand = open_letter(letter)
    hand.open_tab("Run")
    hand.press("Make a sample")
    hand.press("Next letter")

    hand.press("Copy this letter")

    for text in (copied().text(), copied().html()):
        assert "We write to Benin." in text
        assert "Aruba" not in text


def test_a_letter_of_the_sample_is_copied_as_it_is_shown(
    make: Make, letter: int, open_letter: Open
) -> None:
    hand = open_letter(letter)
    hand.open_tab("Run")
    hand.press("Make a sample")
    make.sign_on(letter, "Bea Later", "Later Trust")
    make.confirm(letter)

    hand.press("Copy this letter")

    for text in (copied().text(), copied().html()):
        assert "Ada Vance, Haven Trust" in text
        assert "Later Trust" not in text


def test_the_letter_in_the_preview_is_copied_as_it_is_typed(make: Make, open_letter: Open) -> None:
    letter = make.letter()
    for name in ("Aruba", "Benin"):
        make.recipient(name, letter=letter)
    hand = open_letter(letter)
    hand.write("Closing", "With kind regards,")
    hand.press("Next recipient")

    hand.press("Copy this letter")

    hand.wait_until(lambda: "With kind regards," in copied().text())
    assert "We write to Benin." in copied().text()
    assert "With kind regards," in copied().html()


def test_a_letter_with_a_gap_is_not_copied(
    make: Make, open_letter: Open, notices: RecordingNotices
) -> None:
    hand = open_letter(make.letter(recipients=1, body="To {{ recipient.person }}."))

    hand.press("Copy this letter")

    assert notices.current is not None
    assert "no value for recipient.person" in notices.current.text
