"""The left side of the tab *Run*: what to look at, what to make and how, and the button that makes it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signatories.texts import N_, Message, message
from ui.pages.letter.run.finding_list import FindingList
from ui.pages.letter.run.options_panel import OptionsPanel
from ui.pages.letter.run.product_chooser import ProductChooser
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import primary_button, quiet_button, set_primary
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.folded_part import FoldedPart
from ui.widgets.labels import ElidedLabel, small_label, strong_label

BESIDE = 10 * GRID  # above and below a field that comes into sight: what is said at it


class MakingPanel(QWidget):
    """Holds its parts in the order in which somebody goes through them; the button stays in sight."""

    make_requested = Signal()
    copy_requested = Signal(str)  # the product to put on the clipboard

    def __init__(
        self,
        findings: FindingList,
        chooser: ProductChooser,
        options: OptionsPanel,
    ) -> None:
        super().__init__()
        self._options = options
        self._how = FoldedPart(self.tr("How"), options)
        self._why_not = small_label(wrap=True)
        self._target = ElidedLabel()
        self._target.setProperty("role", "muted")
        self._target.setProperty("textSize", "small")
        self._all = primary_button(self.tr("&Make all"), "print")
        self._all.clicked.connect(self.make_requested)
        self._area = self._build_area(findings, chooser)
        self._settling = QTimer(self, interval=0, singleShot=True)  # until all have their places
        self._settling.timeout.connect(self.show_focus)
        findings.renewed.connect(self._settling.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._area, 1)
        layout.addLayout(self._build_foot())
        self.set_ready(False)

    def show_summary(self) -> None:
        """Say beside the folded options what is chosen there."""
        self._how.set_summary(self._options.summary)

    def show_option(self, name: str) -> None:
        """Unfold the options, and go to one."""
        self._how.set_open(True)
        self._options.focus_on(name)

    def show_state(self, is_next: bool, why_not: Message | None) -> None:
        """Let making all be the next thing to do or not, and say at the button why it is not."""
        set_primary(self._all, is_next, "print")
        words = translate(why_not) if why_not else ""
        self._why_not.setText(words)
        self._all.setAccessibleDescription(words)

    def show_target(self, folder: Path | None, names: Sequence[str]) -> None:
        """Say at the button how much is made where, once that is known."""
        text = message(N_("%n thing(s) into {folder}"), n=len(names), folder=folder)
        self._target.set_words(translate(text) if names and folder else "")
        self._target.setToolTip("\n".join(names))

    def show_focus(self) -> None:
        """Bring the field into sight that has the cursor."""
        field = self.window().focusWidget()
        if field is not None and self._area.isAncestorOf(field):
            self._area.ensureWidgetVisible(field, 0, BESIDE)

    def set_ready(self, ready: bool) -> None:
        """Let all be made, or not."""
        self._all.setEnabled(ready)

    def _build_foot(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._why_not)
        words.addWidget(self._target)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addLayout(words, 1)
        foot.addWidget(self._all)
        return foot

    def _build_copying(self) -> FlowLayout:
        """Without a file: for a mail, or a page on the web."""
        buttons = FlowLayout()
        for product, text in (
            ("letters", self.tr("Copy all letters")),
            ("block", self.tr("Copy the list")),
        ):
            button = quiet_button(text, "copy")
            button.clicked.connect(lambda _=False, name=product: self.copy_requested.emit(name))
            buttons.addWidget(button)
        return buttons

    def _build_area(self, findings: FindingList, chooser: ProductChooser) -> QScrollArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        column.addWidget(findings)
        column.addSpacing(GRID)
        column.addWidget(strong_label(self.tr("What to make")))
        column.addWidget(chooser)
        column.addLayout(self._build_copying())
        column.addWidget(self._how)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its boxes and buttons have it
        area.setWidget(content)
        return area
