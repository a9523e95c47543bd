"""The few words that stand for a folded panel: what is not as usual, and who is printed."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from signatories.letters.run_settings import RunSettings
from signatories.sign_ons.lists import NumberedList
from ui.pages.letter.run.settings_words import words_on

CLOSED = (NumberedList(1, 1, dt.datetime(2026, 11, 20, 18, tzinfo=dt.UTC), 5, 5, 0, 0),)


@pytest.mark.parametrize(
    ("settings", "lists", "words"),
    [
        (RunSettings(), (), "On plain paper, one side"),
        (RunSettings(letterhead=False, duplex=True), (), "Pre-printed paper · Both sides"),
        (RunSettings(first_label=5), (), "From label 5"),
        (RunSettings(), CLOSED, "Everybody; list 1 is closed"),
        (RunSettings(list_number=1), CLOSED, "List 1"),
        (RunSettings(list_number=1, archive=True), CLOSED, "List 1 · PDF/A-2b"),
    ],
)
def test_what_is_not_as_usual_is_said(
    qapp: QApplication, settings: RunSettings, lists: tuple[NumberedList, ...], words: str
) -> None:
    assert words_on(settings, lists) == words
