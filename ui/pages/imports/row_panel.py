"""One row of an import: what its line was taken for, what it would change, what it may be, what becomes of it."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signatories.imports.decisions import Decision, decide
from signatories.imports.planned import ImportRequest, OnDuplicate
from signatories.imports.planned_row import PlannedRow
from signatories.imports.verdicts import State
from signatories.texts import N_, message
from ui.pages.imports.field_names import ANSWERS, cell_words, field_words
from ui.pages.imports.pieces_editor import PiecesEditor
from ui.pages.imports.row_words import is_mail, match_words, state_words
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.captioned import Captioned, narrow
from ui.widgets.labels import small_label, strong_label, yielding

HEIGHT = 18 * GRID
NARROW = 27 * GRID
CHOICES = {
    OnDuplicate.SKIP: N_("Leave this row out"),
    OnDuplicate.UPDATE: N_("Update what is there"),
    OnDuplicate.FILL: N_("Fill in what is missing"),
    OnDuplicate.KEEP: N_("Add as another one"),
}
AS_FOR_ALL = {
    Decision.ADD: N_("Add it (as for all)"),
    Decision.UPDATE: N_("Update it (as for all)"),
    Decision.FILL: N_("Fill it in (as for all)"),
    Decision.LEAVE: N_("Leave it out (as for all)"),
}
"""What becomes of a row that nobody chose anything about."""


HOW_TO_MEND = N_(
    "Type what is missing or wrong into its cell: F2, or a double click. The file stays as it is."
)


class RowPanel(QWidget):
    """Raises corrections of a line and choices about the row; keeps its height, so that nothing moves."""

    corrected = Signal(object)  # a Correction
    chosen = Signal(int, object)  # a row's line, and an OnDuplicate or None
    answered = Signal(int, str)  # a mail's line, and the answer that it gives

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: PlannedRow | None = None
        self._heading = yielding(strong_label())
        self._pieces = PiecesEditor()
        self._pieces.setFixedHeight(9 * GRID)
        self._said = QScrollArea(widgetResizable=True)
        self._said.setAccessibleName(self.tr("What is to be looked at"))
        self._choice = narrow(QComboBox())
        self._choices = Captioned(self.tr("What becomes of this row"), self._choice)
        self._choices.setFixedWidth(NARROW)
        self._answer = narrow(QComboBox())
        for value, words in ANSWERS.items():
            self._answer.addItem(translate(words), value)
        self._answers = Captioned(self.tr("What this mail answers"), self._answer)
        self._answers.setFixedWidth(NARROW)
        self._build_layout()
        self._pieces.corrected.connect(self.corrected)
        self._choice.activated.connect(self._choose)
        self._answer.activated.connect(self._take_answer)
        self.show_row(None, ImportRequest(), 0)

    def show_row(self, row: PlannedRow | None, request: ImportRequest, alike: int) -> None:
        """Show a row and what was chosen about it; `alike` rows have a line of the same build."""
        self._row = row
        is_split = row is not None and row.split is not None
        is_typed = row is not None and row.line in request.typed
        self._heading.setText(self._words(row, alike, is_typed=is_typed) if row else "")
        self._pieces.setVisible(is_split)
        self._pieces.show_split(row.split if row else None)
        self._choices.setVisible(row is not None and row.state not in (State.SAME, State.ERROR))
        answer = row.fields.get("answer", "") if row else ""
        self._answers.setVisible(answer in ANSWERS)
        self._answer.setCurrentIndex(self._answer.findData(answer))
        if row is not None:
            self._show_choices(row, request)
        self._show_said(row)

    def _words(self, row: PlannedRow, alike: int, *, is_typed: bool) -> str:
        words = (
            self.tr("Mail {line} · {state}") if is_mail(row) else self.tr("Line {line} · {state}")
        )
        words = words.format(line=row.line, state=state_words(row))
        if is_typed:
            words = self.tr("{line} · typed by hand").format(line=words)
        if row.split is None or alike < 1:
            return words
        more = message(N_("a correction applies to %n row(s) built like this"), n=alike)
        return f"{words} · {translate(more)}"

    def _show_choices(self, row: PlannedRow, request: ImportRequest) -> None:
        is_new = row.state is State.NEW
        usual = AS_FOR_ALL[decide(row, replace(request, choices={}))]
        self._choice.clear()
        self._choice.addItem(translate(N_("Add it") if is_new else usual), None)
        for value in (OnDuplicate.SKIP,) if is_new else CHOICES:
            self._choice.addItem(translate(CHOICES[value]), value)
        self._choice.setCurrentIndex(max(self._choice.findData(request.choices.get(row.line)), 0))

    def _show_said(self, row: PlannedRow | None) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for words in _said(row) if row else ():
            column.addWidget(small_label(words, role="text", wrap=True))
        if row is not None and (held := _held(row)):
            column.addWidget(small_label(held, wrap=True))
        column.addStretch(1)
        self._said.setWidget(inside)

    def _build_layout(self) -> None:
        self.setFixedHeight(HEIGHT)
        right = QVBoxLayout()
        right.addWidget(self._answers)
        right.addWidget(self._choices)
        right.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(2 * GRID)
        beside.addWidget(self._said, 1)
        beside.addLayout(right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GRID // 2)
        whole.addWidget(self._heading)
        whole.addWidget(self._pieces)
        whole.addLayout(beside, 1)

    def _take_answer(self, _index: int) -> None:
        if self._row is not None:
            self.answered.emit(self._row.line, self._answer.currentData())

    def _choose(self, _index: int) -> None:
        if self._row is not None:
            self.chosen.emit(self._row.line, self._choice.currentData())


def _said(row: PlannedRow) -> Iterator[str]:
    """What is to be looked at, what may be there already, and what would change, in words."""
    for problem in row.problems:
        yield translate(problem)
    if row.state is State.ERROR and not is_mail(row):
        yield translate(HOW_TO_MEND)
    for match in row.matches:
        yield match_words(match)
    for field, (old, new) in row.changes.items():
        yield f"{field_words(field)}: {old or '–'}  →  {new}"


def _held(row: PlannedRow) -> str:
    """All cells of a row with their fields, whole where the table cuts them off."""
    if row.split is not None:
        return ""
    cells = ((field_words(field), cell_words(field, row)) for field in row.fields)
    return "\n".join(f"{field}: {cell}" for field, cell in cells if cell)
