"""What in the fields of a letter is not saved yet."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from signatories.letters.text_file import LetterFile
from signatories.models import Paper
from ui.pages.letter.text.form import LetterForm
from ui.pages.letter.text.typed import TypedText

STORED = LetterFile(title="To the Missions", place="Geneva", body="We write.", paper=Paper.A4)


@pytest.fixture
def form(qtbot: QtBot) -> LetterForm:
    made = LetterForm()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def typed(form: LetterForm) -> TypedText:
    text = TypedText(form)
    assert not text.is_edited, "nothing is shown yet"
    text.fill(STORED, is_same=False)
    return text


def write(form: LetterForm, part: str, text: str) -> None:
    form.findChild(QLineEdit, part).setText(text)


def test_what_is_shown_is_saved(typed: TypedText) -> None:
    assert (typed.is_edited, typed.is_reworded) == (False, False)


def test_the_heading_is_none_of_the_words_that_are_frozen(
    form: LetterForm, typed: TypedText
) -> None:
    write(form, "place", "Berne")
    assert (typed.is_edited, typed.is_reworded) == (True, False)


def test_what_cannot_be_read_is_typed_all_the_same(form: LetterForm, typed: TypedText) -> None:
    write(form, "date", "soon")
    assert typed.is_edited


def test_what_is_typed_stays_while_other_parts_follow(form: LetterForm, typed: TypedText) -> None:
    write(form, "place", "Berne")
    newer = replace(STORED, title="To all Missions", place="Vienna")
    typed.fill(newer, is_same=True)
    assert form.file(newer) == replace(newer, place="Berne")
    assert typed.is_edited
    write(form, "place", "Vienna")
    assert not typed.is_edited, "it is what was stored meanwhile"


def test_another_text_takes_the_place_of_what_is_typed(form: LetterForm, typed: TypedText) -> None:
    write(form, "place", "Berne")
    typed.fill(STORED, is_same=False)
    assert form.file(STORED) == STORED
    assert not typed.is_edited
