"""The rows of an import that could not be used: which, why, and what to do about them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from signatories.imports.planned import ImportPlan
from signatories.imports.verdicts import State
from signatories.texts import N_, message
from ui.pages.imports.row_words import problems
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.labels import label, muted_label, small_label, strong_label

MOST = 50


class LeftBehind(QWidget):
    """Names the rows with errors of a plan that was just applied; the button to save them is the owner's."""

    def __init__(self, plan: ImportPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        left = plan.rows.numbers(State.ERROR)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(strong_label(translate(message(N_("%n row(s) left behind"), n=len(left)))))
        way = self.tr(
            "Save them with the button below, put them right there, and import that file."
        )
        column.addWidget(muted_label(way, wrap=True))
        for number in left[:MOST]:
            words = self.tr("Line {line}: {problem}")
            said = words.format(line=plan.rows.line_of(number), problem=problems(plan.rows[number]))
            column.addWidget(label(said, wrap=True))
        if (more := len(left) - MOST) > 0:
            column.addWidget(small_label(translate(message(N_("and %n more"), n=more))))
