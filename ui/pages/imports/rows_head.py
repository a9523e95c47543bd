"""What stands above the rows of an import: counts that filter, what is to be said of the whole, and the legend."""

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signatories.imports.planned import ImportPlan
from signatories.imports.verdicts import State
from signatories.texts import N_, message
from ui.pages.imports.left_out_table import NOT_ROWS, NOT_ROWS_SIGN
from ui.pages.imports.plan_table import chips, legend, told
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import quiet_button
from ui.widgets.filter_chips import Chip, FilterChips
from ui.widgets.labels import small_label
from ui.widgets.line_parts import LineParts

WARNINGS = 3  # said beneath the counts; the others in the tip
LONGEST = 180  # letters of one of them; whole in the tip


class RowsHead(QWidget):
    """Tells a plan as a whole, and raises what its counts and questions lead to."""

    chosen_changed = Signal(object)  # the names of chips; none for all rows
    question_requested = Signal()  # to show the first question about a column
    duplicates_unwanted = Signal()  # to leave them all out

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = FilterChips()
        self._skip_all = quiet_button(self.tr("Leave out all duplicates"), "close")
        self._ask_first = quiet_button(self.tr("Show the question"), "left")
        self._warnings = small_label(role="warning", wrap=True)
        self._legend = LineParts(legend())
        self._build_layout()
        self._plan: ImportPlan | None = None
        self._chips.chosen_changed.connect(self._take_chosen)
        self._ask_first.clicked.connect(self.question_requested)
        self._skip_all.clicked.connect(self.duplicates_unwanted)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the names of the chosen chips, none for all rows."""
        return self._chips.chosen

    def choose(self, chosen: Sequence[str]) -> None:
        """Choose these chips, if they are there."""
        self._chips.choose(*chosen)

    def show_nothing(self) -> None:
        """Have nothing to say: there are no rows."""
        self._plan = None
        self._chips.set_chips([])
        for part in (self._ask_first, self._skip_all, self._warnings, self._legend):
            part.hide()

    def show_plan(self, plan: ImportPlan, *, has_lines: bool) -> None:
        """Tell this plan; where its rows show lines as they were read, with a legend."""
        self._plan = plan
        self._show_warnings(plan)
        self._show_chips(plan)
        self._legend.setVisible(has_lines)
        self._ask_first.setVisible(any(column.questions for column in plan.columns))
        self._skip_all.setVisible(plan.counts[State.DUPLICATE.value] > 0)

    def _show_chips(self, plan: ImportPlan) -> None:
        found = chips(plan, self.chosen)
        if count := len(plan.left_out):
            found.append(Chip(NOT_ROWS, self.tr("not rows"), count, NOT_ROWS_SIGN, alone=True))
        self._chips.set_chips(found)

    def _take_chosen(self) -> None:
        """Count again among what is chosen."""
        if self._plan is not None:
            self._show_chips(self._plan)
        self.chosen_changed.emit(self.chosen)

    def _show_warnings(self, plan: ImportPlan) -> None:
        said = [translate(text) for text in told(plan)]
        shown = [shorten(text, LONGEST, placeholder=" …") for text in said[:WARNINGS]]
        if len(said) > WARNINGS:
            shown.append(translate(message(N_("and %n more"), n=len(said) - WARNINGS)))
        self._warnings.setText("\n".join(shown))
        self._warnings.setToolTip("\n".join(said))
        self._warnings.setAccessibleDescription("\n".join(said))
        self._warnings.setVisible(bool(said))

    def _build_layout(self) -> None:
        beneath = QHBoxLayout()
        beneath.setSpacing(GRID)
        beneath.addWidget(self._warnings, 1)
        beneath.addStretch()
        beneath.addWidget(self._ask_first, 0, Qt.AlignmentFlag.AlignTop)
        beneath.addWidget(self._skip_all, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._chips)
        column.addLayout(beneath)
        column.addWidget(self._legend)
