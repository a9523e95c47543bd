"""A window with one letter, and a hand at its import page."""

import pytest

from tests.factories import Make
from tests.fakes import ImmediateJobs
from tests.import_hand import ImportHand
from ui.application import Application
from ui.main_window import MainWindow


@pytest.fixture
def hand(window: MainWindow, app: Application, make: Make, jobs: ImmediateJobs) -> ImportHand:
    letter = make.letter()
    app.file.look()
    jobs.settle()
    return ImportHand(window, jobs, letter)
