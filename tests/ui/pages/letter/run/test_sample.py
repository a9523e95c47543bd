"""A sample that is looked at before all letters are made: real pages, whose they are, and why."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.factories import Make
from tests.fakes import RecordingNotices
from tests.ui.pages.letter.hand import Hand
from ui.widgets.page_view import PageView

Open = Callable[[int], Hand]
LETTER = "Letter of the sample"


@pytest.fixture
def letter(make: Make) -> int:
    made = make.letter(sign_ons=1, body="\n\n".join(["We write to {{ recipient.name }}."] * 50))
    for name in ("Aruba", "Benin and its very long name", "Chad", "بعثة", "Élan"):
        make.recipient(name, letter=made)
    make.confirm(made)
    return made


def opened(open_letter: Open, letter: int) -> Hand:
    hand = open_letter(letter)
    hand.open_tab("Run")
    return hand


def pages_in_sight(hand: Hand) -> list[str]:
    return [text for text in hand.words if text.startswith("Page ")]


def reasons(hand: Hand) -> str:
    return next(text for text in hand.words if text.startswith("Why this one: "))


def test_sample_is_shown_letter_by_letter(letter: int, open_letter: Open, tmp_path: Path) -> None:
    hand = opened(open_letter, letter)
    assert "No sample yet" in hand.words

    hand.field("Letters in the sample").setValue(2)
    hand.press("Make a sample")

    assert hand.field(LETTER).currentText() == "Aruba"
    assert "the first to be printed" in reasons(hand)
    assert "1 of 2 picked of 5" in hand.words
    assert pages_in_sight(hand) == ["Page 1 of 4"]
    assert not hand.button("Previous letter").isEnabled()

    hand.press("Next letter")
    assert hand.field(LETTER).currentText() == "بعثة"
    assert "the last to be printed" in reasons(hand)
    assert pages_in_sight(hand) == ["Page 3 of 4"]
    assert not hand.button("Next letter").isEnabled()
    assert not list(tmp_path.glob("**/*.pdf"))


def test_the_letter_is_named_to_which_the_pages_are_turned(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)
    hand.press("Make a sample")
    (view,) = (one for one in hand.page.findChildren(PageView) if one.isVisible())

    hand.key_on(view, Qt.Key.Key_PageDown)
    assert hand.field(LETTER).currentText() == "Aruba"
    hand.key_on(view, Qt.Key.Key_PageDown)

    assert hand.field(LETTER).currentText() != "Aruba"
    assert "2 of 5 picked of 5" in hand.words


def test_a_sample_made_before_a_change_says_so(make: Make, letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)
    hand.press("Make a sample")
    changed = "Something was changed since. Make the sample again."
    assert changed not in hand.words

    make.recipient("Denmark", letter=letter)
    hand.page.refresh(None)
    hand.settle()
    assert changed in hand.words

    hand.press("Make a sample")
    assert changed not in hand.words
    assert "1 of 5 picked of 6" in hand.words


def test_without_a_confirmation_there_is_no_sample(
    make: Make, open_letter: Open, notices: RecordingNotices
) -> None:
    letter = make.letter(recipients=1, sign_ons=1)
    hand = opened(open_letter, letter)

    hand.press("Make a sample")

    assert any("Nobody has confirmed" in text for text in notices.texts)
    assert "No sample yet" in hand.words
    assert hand.button("Make a sample").isEnabled()

    make.confirm(letter)
    hand.page.refresh(None)
    hand.settle()
    assert not any("Nobody has confirmed" in text for text in hand.words)
    assert notices.current is None


def test_everything_of_a_sample_has_a_name(letter: int, open_letter: Open) -> None:
    hand = opened(open_letter, letter)
    hand.press("Make a sample")
    assert hand.nameless() == []
