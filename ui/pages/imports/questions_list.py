"""The questions that an import left open: each leads to its record, and is answered by having looked at it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from signatories.questions import OpenQuestion
from signatories.texts import N_, message
from ui import operations
from ui.application import Application
from ui.places import Place
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import label, small_label, strong_label

PAGES = ("organisations", "people", "recipients")
"""Tables that have a page of the same name."""


class QuestionsList(QWidget):
    """Shows the first of `count` questions; answering is undone like any other change."""

    place_requested = Signal(object)  # a Place

    def __init__(
        self,
        app: Application,
        asked: Sequence[OpenQuestion],
        count: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        heading = message(N_("%n question(s) to look at"), n=count)
        column.addWidget(strong_label(translate(heading)))
        for question in asked:
            column.addLayout(self._build_question(question))
        if more := count - sum(len(question.ids) for question in asked):
            column.addWidget(small_label(translate(message(N_("and %n more"), n=more))))

    def _build_question(self, question: OpenQuestion) -> QHBoxLayout:
        words = label(f"{question.about}: {translate(question.text)}", wrap=True)
        done = quiet_button(self.tr("Looked at"), "check")
        done.setAccessibleDescription(words.text())
        done.clicked.connect(lambda: operations.imports.answer_questions(self._app, question.ids))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(words, 1)
        if (place := _place(question)) is not None:
            row.addWidget(self._build_way(question, place))
        row.addWidget(done)
        return row

    def _build_way(self, question: OpenQuestion, place: Place) -> QPushButton:
        """Lead to what is asked about."""
        show = quiet_button(self.tr("Show"), "right")
        show.setAccessibleDescription(question.about)
        show.clicked.connect(lambda: self.place_requested.emit(place))
        return show


def _place(question: OpenQuestion) -> Place | None:
    """Where the records are that a question is about: a page of their own, or among a letter's signatories."""
    if question.letter_id is not None:
        return Place("letter", question.letter_id, "signatories", question.row_ids)
    return Place(question.table, question.row_id) if question.table in PAGES else None
