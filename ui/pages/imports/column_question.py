"""A question about a column, with buttons that say what they do."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signatories.imports.columns.column import Column
from signatories.imports.columns.mapping import OWN
from signatories.imports.columns.questions import ColumnQuestion
from ui.pages.imports.field_names import field_words, question_words
from ui.theme import GRID
from ui.widgets.buttons import quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import small_label


class ColumnQuestionView(QWidget):
    """Raises what the columns are, whether that is as proposed or as they stand; either way the question is settled."""

    answered = Signal(object)  # fields by column

    def __init__(
        self, question: ColumnQuestion, columns: Sequence[Column], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = question_words(question.text)
        self._buttons = FlowLayout()
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(GRID // 4)
        parts.addWidget(small_label(words, role="warning", wrap=True))
        parts.addLayout(self._buttons)
        present = {column.key: told(column) for column in columns if column.key in question.answer}
        if question.answer == present:
            self._add(_tr("That is right"), "check", present, words)
        else:
            self._add(accepting(question.answer), "check", question.answer, words)
            self._add(_tr("Leave as it is"), "close", present, words)

    def _add(self, text: str, sign: str, fields: Mapping[str, str], words: str) -> None:
        button = quiet_button(text, sign)
        button.setAccessibleDescription(words)
        button.clicked.connect(lambda: self.answered.emit(fields))
        self._buttons.addWidget(button)


def told(column: Column) -> str:
    """Return what a column would be told to be, for it to stay what it is."""
    return OWN if column.is_own else column.field


def accepting(answer: Mapping[str, str]) -> str:
    """Return what is done about columns, as the button says it that does it."""
    if len(answer) > 1:
        return _tr("Swap them")
    (field,) = answer.values()
    if not field:
        return _tr("Leave the column out")
    if field == OWN:
        return _tr("Keep it as a column of its own")
    return _tr("Take it as “{field}”").format(field=field_words(field))


def _tr(text: str) -> str:
    return QCoreApplication.translate("column_question", text)
