"""Parts of a line: each has a colour and a line of its own, and no letter is lost."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import colour
from ui.widgets.line_parts import MARKS, formats

PIECES = [
    ("name", "Amélie 🌊 Roux"),
    (None, ", "),
    ("organisation", "Forum der Flüsse"),
    (None, " – "),
    ("country", "ガーナ"),
]


def test_each_part_is_marked_where_it_stands(qapp: QApplication) -> None:
    text = "".join(piece for _, piece in PIECES).encode("utf-16-le")
    found = [
        text[2 * mark.start : 2 * (mark.start + mark.length)].decode("utf-16-le")  # type: ignore[attr-defined]
        for mark in formats(PIECES)
    ]
    assert found == ["Amélie 🌊 Roux", "Forum der Flüsse", "ガーナ"]


@pytest.mark.parametrize("field", MARKS)
def test_colour_never_speaks_alone(qapp: QApplication, field: str) -> None:
    (mark,) = formats([(field, "x")])
    look = mark.format  # type: ignore[attr-defined]
    assert look.foreground().color() == colour(MARKS[field][0])
    assert look.underlineStyle() == MARKS[field][1]


def test_no_two_fields_have_the_same_line() -> None:
    assert len({line for _, line in MARKS.values()}) == len(MARKS)
