"""Passing notices with an action such as Undo, the newest in the status line; never a box."""

import enum
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui.theme import icon
from ui.widgets.labels import IconLabel

TIME_SHOWN = 8000  # milliseconds; long enough to read two sentences and reach for Undo


class Tone(enum.Enum):
    """What kind of news it is: the name of its icon and the role of its colour."""

    DONE = ("check", "success")
    INFORMATION = ("info", "muted")
    WARNING = ("warning", "warning")
    ERROR = ("error", "danger")


@dataclass(frozen=True, slots=True)
class Notice:
    """One piece of news: plain text, what to do about it, and what to do otherwise."""

    text: str
    tone: Tone = Tone.DONE
    title: str = ""
    action: str = ""
    act: Callable[[], object] | None = None
    other: str = ""
    act_otherwise: Callable[[], object] | None = None

    @property
    def stays(self) -> bool:
        """Errors wait until they are read and closed."""
        return self.tone is Tone.ERROR


class Notices(QObject):
    """The newest notice, and beneath it the errors that nobody has closed. Anybody may post; one view shows them.

    An error holds until something is done with success, or until what it was about is left.
    """

    current_changed = Signal(object)  # a Notice, or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._beneath: list[Notice] = []
        self.current: Notice | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.close_current)

    def post(self, notice: Notice) -> None:
        """Show a notice at once. An error that it covers comes back after it; the same news is kept once.

        News of something done is the end of all errors before it.
        """
        if notice.tone is Tone.DONE:
            self._beneath.clear()
        elif self.current is not None and self.current.stays:
            self._beneath.append(self.current)
        self._beneath = [one for one in self._beneath if one != notice]
        self._show(notice)

    def close_current(self) -> None:
        """Let the shown notice go, and show the error beneath it."""
        self._show(self._beneath.pop() if self._beneath else None)

    def forget_errors(self) -> None:
        """Let all errors go: what they were about is left, or tried again."""
        self._beneath.clear()
        if self.current is not None and self.current.stays:
            self.close_current()

    def forget_all(self) -> None:
        """Let all notices go, with what they offer: it was about another file."""
        self._beneath.clear()
        self.close_current()

    def hold(self) -> None:
        """Keep the shown notice while somebody is about to use it."""
        self._timer.stop()

    def release(self) -> None:
        """Let time run again for the shown notice."""
        if self.current and not self.current.stays:
            self._timer.start(TIME_SHOWN)

    def _show(self, notice: Notice | None) -> None:
        self._timer.stop()
        self.current = notice
        self.release()
        self.current_changed.emit(notice)


class NoticeView(QWidget):
    """The left part of the status line: icon, title, sentence, the action, and a button to close."""

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._icon = IconLabel("info", "muted")
        plain = Qt.TextFormat.PlainText  # a name in a notice is never markup
        self._title = QLabel(textFormat=plain)
        self._title.setProperty("strong", True)
        self._text = QLabel(textFormat=plain, wordWrap=True)
        self._act, self._other = QPushButton(), QPushButton()
        self._close = QToolButton(autoRaise=True)
        self._close.setIcon(icon("close", "muted"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.setAccessibleName(self._close.toolTip())
        self._act.clicked.connect(self._do)
        self._other.clicked.connect(self._do_otherwise)
        self._close.clicked.connect(notices.close_current)
        self._build_layout()
        notices.current_changed.connect(self._show)
        self._show(notices.current)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is near: the notice waits."""
        self._notices.hold()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has gone: time runs on."""
        self._notices.release()
        super().leaveEvent(event)

    def _build_layout(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._icon, self._title):
            layout.addWidget(widget)
        layout.addWidget(self._text, 1)
        for button in (self._act, self._other, self._close):
            layout.addWidget(button)

    def _do(self) -> None:
        notice = self._notices.current
        self._notices.close_current()
        if notice and notice.act:
            notice.act()

    def _do_otherwise(self) -> None:
        notice = self._notices.current
        self._notices.close_current()
        if notice and notice.act_otherwise:
            notice.act_otherwise()

    def _show(self, notice: Notice | None) -> None:
        for part in (self._icon, self._title, self._text, self._act, self._other, self._close):
            part.setVisible(notice is not None)
        if notice is None:
            return
        self._icon.set_icon(icon(*notice.tone.value))
        self._title.setText(notice.title)
        self._title.setVisible(bool(notice.title))
        self._text.setText(notice.text)
        self._act.setText(notice.action)
        self._act.setVisible(bool(notice.action))
        self._other.setText(notice.other)
        self._other.setVisible(bool(notice.other))
        self._announce(f"{notice.title} {notice.text}".strip())

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
