"""The newest notice is seen at once; notices pass, and can be acted on."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.fakes import RecordingNotices
from ui.notices import Notice, NoticeView, Tone


@pytest.fixture
def view(qtbot: QtBot, notices: RecordingNotices) -> NoticeView:
    shown = NoticeView(notices)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def words(view: NoticeView) -> str:
    labels = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    return " ".join(text for text in labels if text)


def test_a_newer_notice_is_seen_at_once_and_the_error_after_it(
    notices: RecordingNotices, view: NoticeView
) -> None:
    notices.post(Notice("Imported 14 rows."))
    notices.post(Notice("There is no such file.", Tone.ERROR, title="Not found"))
    assert words(view) == "Not found There is no such file."
    notices.post(Notice("The text is not saved yet.", Tone.WARNING))
    assert words(view) == "The text is not saved yet."
    notices.close_current()
    assert words(view) == "Not found There is no such file."
    notices.close_current()
    assert words(view) == ""


def test_a_name_in_a_notice_is_never_markup(notices: RecordingNotices, view: NoticeView) -> None:
    plain_width = QLabel("<b>Bold</b> &amp; Sons").sizeHint().width()
    notices.post(Notice("<b>Bold</b> &amp; Sons"))
    label = next(label for label in view.findChildren(QLabel) if label.text().startswith("<b>"))
    assert label.isVisible()
    label.setWordWrap(False)
    assert label.sizeHint().width() > plain_width


def test_the_action_of_a_notice_is_done_once(
    qtbot: QtBot, notices: RecordingNotices, view: NoticeView
) -> None:
    undone: list[bool] = []
    notices.post(Notice("Removed.", action="Undo", act=lambda: undone.append(True)))
    button = view.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.text() == "Undo"
    button.click()
    button.click()
    assert undone == [True]


def test_an_error_waits_until_it_is_closed(
    qtbot: QtBot, notices: RecordingNotices, view: NoticeView
) -> None:
    error = Notice("There is no such file.", Tone.ERROR)
    notices.post(error)
    notices.hold()
    notices.release()
    assert notices.current is error
    close = view.findChild(QToolButton)
    assert isinstance(close, QToolButton)
    close.click()
    assert notices.current is None


def test_the_same_news_twice_is_said_once(notices: RecordingNotices) -> None:
    for _ in range(3):
        notices.post(Notice("The disk is full.", Tone.ERROR))
    notices.close_current()
    assert notices.current is None


def test_an_error_does_not_outlive_a_success(notices: RecordingNotices) -> None:
    for number in range(2):
        notices.post(Notice(f"Nothing was made: {number}", Tone.ERROR))
    notices.post(Notice("10 files made."))
    notices.close_current()
    assert notices.current is None


def test_errors_go_with_what_they_were_about_and_other_news_stays(
    notices: RecordingNotices,
) -> None:
    error, news = Notice("Nothing was made.", Tone.ERROR), Notice("Not saved yet.", Tone.WARNING)
    notices.post(error)
    notices.forget_errors()
    assert notices.current is None

    notices.post(error)
    notices.post(news)
    notices.forget_errors()
    assert notices.current is news
    notices.close_current()
    assert notices.current is None
