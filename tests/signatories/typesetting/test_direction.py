"""Reading direction, checked against the display order that python-bidi itself gives."""

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from signatories.typesetting import direction
from signatories.typesetting.direction import (
    base_level,
    levels,
    runs_left_to_right,
    visual_order,
)

LETTERS = "ab .,()12-אבגدعم٣"


@settings(deadline=None)
@given(st.text(alphabet=LETTERS, min_size=1, max_size=30), st.sampled_from([0, 1]))
def test_the_visual_order_is_that_of_the_bidi_algorithm(text: str, base: int) -> None:
    found = levels(text, base)
    printed = "".join(visual_order(list(text), _with_trailing_spaces(text, found, base)))
    assert printed == get_display(text, base_dir="R" if base else "L")


def _with_trailing_spaces(text: str, found: tuple[int, ...], base: int) -> list[int]:
    """Rule L1, which our lines keep by having no spaces at their end."""
    kept = len(text.rstrip(" "))
    return [*found[:kept], *[base] * (len(text) - kept)]


def test_digits_and_brackets_in_arabic_stand_as_they_are_read() -> None:
    text = "منظمة (ABC) 12"
    assert levels(text, 1) == (1,) * 7 + (2,) * 3 + (1,) * 2 + (2,) * 2


@pytest.mark.parametrize(
    ("text", "expected"), [("Anne", 0), ("محمد", 1), ("12 – שלום", 1), ("12", 0)]
)
def test_the_base_is_that_of_the_first_strong_letter(text: str, expected: int) -> None:
    assert base_level(text) == expected


def test_a_text_without_letters_has_the_base_that_is_given() -> None:
    assert [base_level(text, 1) for text in ("12 – *", "", "Anne 12", "12 שלום")] == [1, 1, 0, 1]


@settings(deadline=None)
@given(st.text(max_size=20))
def test_text_without_right_to_left_characters_is_level_nought(text: str) -> None:
    directions = {unicodedata.bidirectional(character) for character in text}
    if runs_left_to_right(text) and not directions & {"B"}:
        assert set(levels(text, 0)) <= {0}


@pytest.mark.parametrize("account", ["", "levels: [Level(1)]", "Level(1), Level(1), Level(1)"])
def test_an_account_that_cannot_be_read_is_no_order(
    monkeypatch: pytest.MonkeyPatch, account: str
) -> None:
    monkeypatch.setattr(direction, "get_display", lambda *_, **__: account)
    with pytest.raises(RuntimeError, match="python-bidi"):
        levels("\u05e7\u0661\u05e7 (1-2", 1)
