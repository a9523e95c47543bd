"""A name that may be known: one match is linked, several are a question, none is somebody new."""

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ui.widgets.directory_field import DirectoryField, Known

HAVEN = Known(7, "Haven Trust", "Kenya")
OTHER = Known(8, "Haven Trust", "Ghana")


@pytest.fixture
def field(qtbot: QtBot) -> DirectoryField:
    made = DirectoryField("Will be added.")
    qtbot.addWidget(made)
    made.show()
    return made


def type_text(qtbot: QtBot, field: DirectoryField, text: str) -> None:
    qtbot.keyClicks(field.findChild(QLineEdit), text)


def note(field: DirectoryField) -> str:
    label = field.findChild(QLabel)
    return label.text() if label.isVisible() else ""


def test_typing_asks_once_after_a_pause(qtbot: QtBot, field: DirectoryField) -> None:
    asked: list[str] = []
    field.asked.connect(asked.append)

    type_text(qtbot, field, "Haven")

    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["Haven"]


def test_one_exact_match_is_linked(qtbot: QtBot, field: DirectoryField) -> None:
    type_text(qtbot, field, "haven trust")
    assert note(field) == "Will be added."

    field.offer(("haven trust", [HAVEN]))

    assert (field.linked_id(), note(field)) == (7, "")


def test_two_of_a_name_are_a_question(qtbot: QtBot, field: DirectoryField) -> None:
    type_text(qtbot, field, "Haven Trust")

    field.offer(("Haven Trust", [HAVEN, OTHER]))

    assert field.linked_id() is None
    assert note(field) == "There are 2 of this name: choose one, or add another."


def test_chosen_one_is_linked_by_what_tells_it_apart(qtbot: QtBot, field: DirectoryField) -> None:
    type_text(qtbot, field, "Haven")
    field.offer(("Haven", [HAVEN, OTHER]))

    completer = field.findChild(QLineEdit).completer()
    assert completer.popup().model().index(1, 0).data() == "Haven Trust (Ghana)"
    completer.activated[QModelIndex].emit(completer.popup().model().index(1, 0))

    assert (field.text(), field.linked_id()) == ("Haven Trust", 8)


def test_late_answer_is_dropped(qtbot: QtBot, field: DirectoryField) -> None:
    type_text(qtbot, field, "Haven Trust")

    field.offer(("Haven", [Known(9, "Haven")]))

    assert field.linked_id() is None


def test_typing_on_unlinks(qtbot: QtBot, field: DirectoryField) -> None:
    field.set_linked("Haven", 9)

    type_text(qtbot, field, "s")

    assert (field.text(), field.linked_id()) == ("Havens", None)
