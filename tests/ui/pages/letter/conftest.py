"""A letter's page on a small workspace, as a user meets it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from signatories import letters
from signatories.database import Database
from signatories.letters.text_file import LetterFile
from tests.fakes import ImmediateJobs
from tests.ui.pages.letter.hand import Hand
from ui.application import Application
from ui.pages.letter import LetterPage


@pytest.fixture
def open_letter(qtbot: QtBot, app: Application, jobs: ImmediateJobs) -> Callable[[int], Hand]:
    """Open the page of a letter; it hears of changes as it does in the window."""
    kept: list[
        LetterPage
    ] = []  # a page that only its cycles refer to may be collected while it is painted

    def open_letter(letter: int) -> Hand:
        page = LetterPage(app, letter)
        qtbot.addWidget(page)
        app.changed.connect(page.refresh)
        page.resize(1000, 760)
        with qtbot.waitActive(page):  # else no shortcut works
            page.show()
            page.activateWindow()
        page.refresh(None)
        jobs.settle()
        kept.append(page)
        return Hand(qtbot, jobs, page)

    return open_letter


@pytest.fixture
def stored(database: Database) -> Callable[[int], LetterFile]:
    """Read a letter's newest text from the file."""

    def stored(letter: int) -> LetterFile:
        with database.reading() as session:
            return letters.file_of(session, letters.get(session, letter))

    return stored
