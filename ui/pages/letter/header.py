"""The head of a letter's page: title, stage, counts, and what is still to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from signatories.models import LetterStage
from signatories.overview import Overview
from signatories.texts import N_, message
from ui.pages.letter.stage_line import StageLine
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import muted_label, title_label, yielding

STAGE_VERBS = {
    LetterStage.OPEN: N_("Open for signature again"),
    LetterStage.CLOSED: N_("Close: no more signatures"),
    LetterStage.SENT: N_("Mark as sent"),
}


class LetterHeader(QWidget):
    """Says in one line how far the letter is; the things to do open as a menu."""

    part_requested = Signal(object)  # the Tab where something is to do
    stage_requested = Signal(object)  # a LetterStage

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = yielding(title_label())
        self._title.setWordWrap(True)  # a long one must not widen the window
        self._stage = StageLine()
        self._stages = quiet_button(self.tr("Change"))
        self._stages.setAccessibleName(self.tr("Change the letter’s stage"))
        self._stages.setMenu(QMenu(self._stages))
        self._counts = muted_label()
        self._todo = quiet_button("")
        self._todo.setMenu(QMenu(self._todo))
        self._build_layout()

    def show_overview(self, overview: Overview) -> None:
        """Show a letter."""
        self._title.setText(overview.title)
        self._stage.show_stage(overview.stage)
        self._show_stages(overview.stage)
        counts = (
            message(N_("%n recipient(s)"), n=overview.choice.count),
            message(N_("%n confirmed"), n=overview.version.confirmed),
        )
        self._counts.setText(" · ".join(translate(count) for count in counts) + " ·")
        self._show_todo(overview)

    def _show_stages(self, present: LetterStage) -> None:
        """Offer the other stages of a letter that was opened; a draft opens with its first confirmation."""
        self._stages.setVisible(present is not LetterStage.DRAFT)
        menu = self._stages.menu()
        menu.clear()
        for stage, text in STAGE_VERBS.items():
            if stage is not present:
                action = menu.addAction(translate(text))
                action.triggered.connect(
                    lambda _=False, stage=stage: self.stage_requested.emit(stage)
                )

    def _show_todo(self, overview: Overview) -> None:
        todo = overview.todo
        self._todo.setVisible(bool(todo))
        if not todo:
            self._counts.setText(self._counts.text() + " " + self.tr("nothing to do here"))
        self._todo.setText(translate(message(N_("%n thing(s) to do"), n=len(todo))))
        menu = self._todo.menu()
        menu.clear()
        for one in todo:
            action = menu.addAction(translate(one.text).replace("&", "&&"))
            action.triggered.connect(lambda _=False, part=one.part: self.part_requested.emit(part))

    def _build_layout(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._stage)
        top.addWidget(self._stages)
        below = QHBoxLayout()
        below.setSpacing(GRID // 2)
        below.addWidget(self._counts)
        below.addWidget(self._todo)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(top)
        layout.addLayout(below)
