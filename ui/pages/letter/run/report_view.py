"""The report on a letter, to be read here, copied or kept as a file."""

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from signatories import reports
from signatories.exports.naming import file_name
from signatories.exports.text.report import Part, report_of
from signatories.merge.course import Course
from ui.application import Application
from ui.asking import Asking
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button
from ui.widgets.captioned import stepped
from ui.widgets.labels import label, strong_label, title_label

SUFFIXES = {".pdf": "pdf", ".txt": "txt"}


class ReportView(QWidget):
    """Reads the report whenever it comes into sight; wishes for it to be saved."""

    save_requested = Signal(object, str, Path)  # the Course, the format, where to

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._letter_id = letter_id
        self._course: Course | None = None
        self._asking = Asking(self._show, self)
        self._day = stepped(QDateEdit(date=QDate.currentDate()))
        self._day.setCalendarPopup(True)
        self._day.setKeyboardTracking(False)
        self._day.setAccessibleName(self.tr("Standing as of"))
        self._save = plain_button(self.tr("Save the report…"), "file")
        self._words = QScrollArea(widgetResizable=True)
        self._words.setAccessibleName(self.tr("Report"))
        self._build_layout()
        self._day.dateChanged.connect(self.refresh)
        self._save.clicked.connect(self._ask_where)

    def refresh(self) -> None:
        """Read it again, if somebody looks."""
        if not self.isVisible():
            return
        day = self._day.date()
        moment = dt.date(day.year(), day.month(), day.day())
        read = partial(reports.read, letter_id=self._letter_id, day=moment)
        self._asking.wait_for(self._app.read(read, self.tr("Reading the report…")))

    def showEvent(self, event: QShowEvent) -> None:
        """Tell what is known now."""
        super().showEvent(event)
        self.refresh()

    def _build_layout(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(label(self.tr("Standing as of")))
        line.addWidget(self._day)
        line.addStretch(1)
        line.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(line)
        column.addWidget(self._words, 1)

    def _show(self, course: Course) -> None:
        self._course = course
        report = report_of(course)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(GRID)
        column.addWidget(_selectable(title_label(translate(report.title))))
        for part in report.parts:
            column.addSpacing(GRID if part.heading else 0)
            for words in _labels(part):
                column.addWidget(_selectable(words))
        column.addStretch(1)
        self._words.setWidget(content)

    def _ask_where(self) -> None:
        if self._course is None:
            return
        name = self.tr("{title} – report").format(title=self._course.title)
        folder = self._app.window_state.run_folder or Path.home()
        dialog = QFileDialog(
            self, self.tr("Save the report"), str(folder / file_name(name, ".pdf"))
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"*{suffix}" for suffix in SUFFIXES])
        dialog.setDefaultSuffix(".pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._wish, self._course))
        dialog.open()

    def _wish(self, course: Course, name: str) -> None:
        path = Path(name)
        self.save_requested.emit(course, SUFFIXES.get(path.suffix.lower(), "pdf"), path)


def _labels(part: Part) -> list[QLabel]:
    heading = [strong_label(translate(part.heading), wrap=True)] if part.heading else []
    facts = [label(translate(fact), wrap=True) for fact in part.facts]
    lines = [label("\n".join(f"•  {line}" for line in part.lines))] if part.lines else []
    return heading + facts + lines


def _selectable(words: QLabel) -> QLabel:
    words.setWordWrap(True)
    words.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return words
