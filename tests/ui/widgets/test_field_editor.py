"""The text field of letters: grows with its text, keeps every character, marks fields."""

import pytest
from PySide6.QtGui import QColor, QTextCharFormat
from pytestqt.qtbot import QtBot

from ui.theme import colour
from ui.widgets.field_editor import FieldChoice, FieldEditor

CHOICES = [
    FieldChoice("recipient.name", "Name of the recipient", "The recipient"),
    FieldChoice("letter.date", "Date of the letter", "The letter"),
]


@pytest.fixture
def editor(qtbot: QtBot) -> FieldEditor:
    made = FieldEditor()
    qtbot.addWidget(made)
    made.set_choices(CHOICES)
    made.resize(400, 100)
    made.show()
    return made


def formats(editor: FieldEditor, text: str) -> dict[str, tuple[QColor, object]]:
    """The colour and the underline of each stretch of the first line."""
    editor.set_text(text)
    found = editor.document().firstBlock().layout().formats()
    return {
        text[one.start : one.start + one.length]: (
            one.format.foreground().color(),
            one.format.underlineStyle(),
        )
        for one in found
    }


def test_known_field_is_coloured_and_an_unknown_one_underlined(editor: FieldEditor) -> None:
    shown = formats(editor, "To {{ recipient.name }} and {{ recipient.nmae }}.")

    lines = QTextCharFormat.UnderlineStyle
    assert shown["recipient.name"] == (colour("accent"), lines.NoUnderline)
    assert shown["recipient.nmae"] == (colour("danger"), lines.WaveUnderline)


@pytest.mark.parametrize("text", ["Chers amis\u00a0:", "one\n\ntwo\n", "\u202fA\u2010B", "العربية"])
def test_text_is_kept_to_the_character(editor: FieldEditor, text: str) -> None:
    editor.set_text(text)

    assert editor.text() == text


def test_it_grows_and_shrinks_with_its_lines(editor: FieldEditor) -> None:
    one = editor.height()

    editor.set_text("a\nb\nc")
    assert editor.height() == one + 2 * editor.fontMetrics().lineSpacing()

    editor.set_text("a")
    assert editor.height() == one


def test_menu_names_each_field_in_plain_words_under_its_heading(editor: FieldEditor) -> None:
    menu = editor.offer_fields()

    assert [action.text() for action in menu.actions()] == [
        "The recipient",
        "Name of the recipient\trecipient.name",
        "The letter",
        "Date of the letter\tletter.date",
    ]
    menu.close()


def test_inserted_field_replaces_the_selection(editor: FieldEditor) -> None:
    editor.set_text("To NAME")
    cursor = editor.textCursor()
    cursor.setPosition(3)
    cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)

    editor.insert_field("recipient.name")

    assert editor.text() == "To {{ recipient.name }}"
