"""What tests of the window share: the theme, jobs that run at once, and the notices that were posted."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.fakes import ImmediateJobs, RecordingNotices
from ui.theme import install_theme


@pytest.fixture(scope="session", autouse=True)
def theme(qapp: QApplication) -> None:
    install_theme(qapp)


@pytest.fixture
def jobs() -> Iterator[ImmediateJobs]:
    immediate = ImmediateJobs()
    yield immediate
    immediate.settle()
    immediate.close()


@pytest.fixture
def notices() -> RecordingNotices:
    return RecordingNotices()
