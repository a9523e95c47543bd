"""A form on a frozen record: every kind of field shows its value, and gives the whole record anew."""

import enum
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from ui.widgets.record_form import RecordForm, measure, whole_number


class Tone(enum.Enum):
    LOUD = "loud"
    LOW = "low"


@dataclass(frozen=True)
class Song:
    tone: Tone = Tone.LOUD
    verses: int | None = None
    length: float = 2.5
    sung: bool = False
    title: str = ""
    words: str = ""


@pytest.fixture
def form(qtbot: QtBot) -> RecordForm:
    made = RecordForm()
    made.add_choice("tone", "&Tone", {Tone.LOUD: "Loud", Tone.LOW: "Low"})
    verses = whole_number(0, 9)
    verses.setSpecialValueText("All")
    made.add_number("verses", "&Verses", verses)
    made.add_number("length", "&Length", measure(0, 9, 0.5, " min"))
    made.add_tick("sung", "&Sung")
    made.add_text("title", "T&itle")
    made.add_lines("words", "&Words")
    made.show_record(Song())
    qtbot.addWidget(made)
    made.show()
    return made


def told(form: RecordForm) -> list[tuple[object, str]]:
    found: list[tuple[object, str]] = []
    form.edited.connect(lambda record, typed_in: found.append((record, typed_in)))
    return found


def test_a_choice_and_a_tick_are_told_at_once(form: RecordForm, qtbot: QtBot) -> None:
    news = told(form)
    box = form.findChild(QComboBox)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    form.findChild(QCheckBox).click()

    assert news == [
        (Song(tone=Tone.LOW), ""),
        (Song(tone=Tone.LOW, sung=True), ""),
    ]


def test_what_is_typed_says_where(form: RecordForm, qtbot: QtBot) -> None:
    news = told(form)
    title = next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == "Title")
    qtbot.keyClicks(title, "La")
    qtbot.keyClicks(form.findChild(QPlainTextEdit), "O")

    assert news == [
        (Song(title="L"), "title"),
        (Song(title="La"), "title"),
        (Song(title="La", words="O"), "words"),
    ]


def test_the_least_number_can_mean_none(form: RecordForm) -> None:
    news = told(form)
    verses = form.findChild(QSpinBox)
    assert verses.text() == "All"

    verses.stepUp()
    verses.stepDown()

    assert [record.verses for record, _ in news if isinstance(record, Song)] == [1, None]


def test_showing_a_record_tells_nothing_and_keeps_the_cursor(
    form: RecordForm, qtbot: QtBot
) -> None:
    title = next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == "Title")
    qtbot.keyClicks(title, "Lala")
    title.setCursorPosition(2)
    news = told(form)

    form.show_record(replace(form.record, sung=True))

    assert news == []
    assert title.cursorPosition() == 2
    assert form.findChild(QCheckBox).isChecked()


def test_a_row_is_hidden_with_its_label(form: RecordForm) -> None:
    form.show_row("title", False)

    hidden = [one for one in form.findChildren(QLineEdit) if not one.isVisible()]
    assert "Title" in [one.accessibleName() for one in hidden]
