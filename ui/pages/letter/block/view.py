"""The right side of the tab *Block*: the page as it is printed, and the lines beside it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, QStringListModel, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from signatories.texts import Message
from ui.application import Application
from ui.pages.letter.block.compare_view import CompareView
from ui.pages.letter.block.desk import Sight
from ui.pages.letter.block.lines_view import LinesView
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import quiet_button
from ui.widgets.captioned import narrow
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import small_label
from ui.widgets.page_view import PageView
from ui.widgets.stacking import stack

MOST_SAID, MOST_TOLD = 2, 20  # of what did not fit


class BlockView(QWidget):
    """Shows one sight after the other; what is in sight stays until the next one is there."""

    wanted = Signal(object, str)  # a Change; nothing is typed here
    own_line_requested = Signal(object)  # an Entry
    sign_on_requested = Signal(int)
    copy_requested = Signal()
    recipient_changed = Signal()

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = PageView(app.jobs)
        self._lines = LinesView()
        self._compare = CompareView(app)
        self._trouble = small_label(role="danger", wrap=True)
        self._trouble.hide()
        self._misfits = small_label(role="warning", wrap=True)
        self._misfits.hide()
        self._offered = QStringListModel(self)
        self._whose = self._build_whose()
        self._beside = QStackedWidget()
        self._parts = QSplitter()
        self._build_parts()
        app.window_state.remember_splitter(self._parts, "letter block")
        self._build_layout()
        self._lines.wanted.connect(self.wanted)
        self._compare.wanted.connect(self.wanted)
        self._lines.own_line_requested.connect(self.own_line_requested)
        self._lines.sign_on_requested.connect(self.sign_on_requested)

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was ever shown."""
        return not self._page.is_showing

    @property
    def page(self) -> int:
        """Return the number of the page in sight, from 1."""
        return max(self._page.page, 1)

    @property
    def recipient(self) -> int:
        """Return the number of the recipient whose letter is in sight, from 1; 0 for the block alone."""
        return max(self._whose.currentIndex(), 0)

    def set_recipients(self, names: Sequence[str]) -> None:
        """Offer the letters of these recipients, in printing order; the chosen place stays if it is there."""
        offered = [self.tr("The block alone"), *names]
        if offered == self._offered.stringList():
            return
        chosen = self.recipient
        with QSignalBlocker(self._whose):
            self._offered.setStringList(offered)
            self._whose.setCurrentIndex(chosen if chosen < len(offered) else 0)

    def show_sight(self, sight: Sight) -> None:
        """Show a block as it was set; where it could not be, the last one stays, with the reason above it."""
        self._trouble.setText(translate(sight.trouble) if sight.trouble else "")
        self._trouble.setVisible(bool(sight.trouble))
        if sight.listing is not None:
            self.show_pages(sight)
            self._lines.show_listing(sight.listing)
            self._compare.show_listing(sight.listing)

    def show_pages(self, sight: Sight) -> None:
        """Show the pages that there are, all or the first ones."""
        if sight.sheets is not None and sight.sheets.is_whole:
            self._page.show_pdf(sight.pdf)
            self._show_misfits(sight.sheets.misfits)
        elif sight.sheets is not None:
            self._page.show_begun(sight.pdf, len(sight.sheets))

    def _show_misfits(self, misfits: Sequence[Message]) -> None:
        """Say what did not fit: the first few, and all of them to who points at it."""
        words = [translate(one) for one in misfits]
        self._misfits.setText("\n".join(words[:MOST_SAID]))
        self._misfits.setToolTip("\n".join(words[:MOST_TOLD]))
        self._misfits.setVisible(bool(words))

    def _build_whose(self) -> QComboBox:
        whose = narrow(QComboBox())
        whose.setMinimumContentsLength(18)
        whose.setModel(self._offered)
        whose.setAccessibleName(self.tr("What is shown"))
        whose.currentIndexChanged.connect(self.recipient_changed)
        return whose

    def _build_parts(self) -> None:
        self._beside.addWidget(self._lines)
        self._beside.addWidget(self._compare)
        self._beside.hide()
        self._parts.addWidget(self._page)
        self._parts.addWidget(self._beside)
        self._parts.setChildrenCollapsible(False)
        self._parts.setSizes([480, 400])

    def _build_layout(self) -> None:
        bar = FlowLayout()  # in a small window the buttons stand beneath
        bar.setSpacing(GRID // 2)
        bar.addWidget(self._whose)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for button in self._build_buttons():
            row.addWidget(button)
        bar.addWidget(buttons)
        column = stack(self, bar, self._trouble, self._misfits, self._parts)
        column.setStretchFactor(self._parts, 1)

    def _build_buttons(self) -> list[QPushButton]:
        lines = _toggle(quiet_button(self.tr("&Move lines"), "form-lines"))
        lines.setToolTip(self.tr("Show the lines in their order, to move them"))
        compare = _toggle(quiet_button(self.tr("Com&pare"), "compare"))
        compare.setToolTip(self.tr("Compare the order with a list from elsewhere"))
        self._toggles = {lines: self._lines, compare: self._compare}
        for button, part in self._toggles.items():
            button.clicked.connect(partial(self._show_beside, button, part))
        copy = quiet_button(self.tr("Cop&y"), "copy")
        copy.setToolTip(self.tr("Copy the whole block, for a mail or a document"))
        copy.clicked.connect(self.copy_requested)
        return [lines, compare, copy]

    def _show_beside(self, pressed: QPushButton, part: QWidget) -> None:
        """Show one part beside the page, or none."""
        shown = pressed.isChecked()
        for button in self._toggles:
            button.setChecked(shown and button is pressed)
        self._beside.setCurrentWidget(part)
        self._beside.setVisible(shown)
        if shown and part is self._compare:
            self._compare.compare_now()


def _toggle(button: QPushButton) -> QPushButton:
    button.setCheckable(True)
    button.setProperty("toggle", True)
    return button
