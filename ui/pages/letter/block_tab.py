"""The tab *Block*: the order of the signatures, their figures, and the block as it is printed."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from signatories.block.settings import BlockSettings
from signatories.block.signatory import Counts, count
from signatories.errors import UserFacingError
from signatories.exports import block as block_export
from signatories.merge.snapshot import Choices, take
from signatories.models import Articles, Order
from signatories.overview import Overview
from signatories.progress import SILENT
from signatories.texts import N_, Message, message
from ui.application import Application
from ui.jobs import Job
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.empty_state import EmptyState
from ui.widgets.form import Form
from ui.widgets.labels import label, strong_label
from ui.widgets.page_view import PageView

WIDTH = 360  # pixels of the settings beside the page
ORDERS = {
    Order.ORGANISATION: N_("By organisation"),
    Order.FAMILY: N_("By family name"),
    Order.GIVEN: N_("By name as it is printed"),
    Order.COUNTRY: N_("By country"),
    Order.SIGNED: N_("By date of signing"),
    Order.AS_GIVEN: N_("As they were given"),
}
ARTICLES = {
    Articles.COUNT: N_("Counts: The Haven stands under T"),
    Articles.IGNORE: N_("Is passed over: under H"),
}


@dataclass(frozen=True, slots=True)
class Block:
    """The block as it would be printed now, of which version, with its figures; or why there is none."""

    pdf: bytes = b""
    version: int = 0
    counts: Counts | None = None
    trouble: Message | None = None


class BlockTab(QWidget):
    """Changes the settings of a block at once; each change can be undone."""

    settings_requested = Signal(object)  # BlockSettings

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._letter_id = letter_id
        self._asked: Job | None = None
        self._settings = BlockSettings()
        self._order = _box(ORDERS)
        self._articles = _box(ARTICLES)
        self._figures = label(wrap=True)
        self._page = PageView(app.jobs)
        self._nobody = EmptyState(
            "signature",
            self.tr("Nobody has confirmed yet"),
            self.tr("Confirm signatories first: the block prints nobody else."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._nobody)
        self._build_layout()
        self._order.activated.connect(self._wish)
        self._articles.activated.connect(self._wish)

    def show_overview(self, overview: Overview) -> None:
        """Show the block of a letter."""
        self._settings = overview.block
        order, articles = overview.block.order.order, overview.block.order.articles
        self._order.setCurrentIndex(self._order.findData(order))
        self._articles.setCurrentIndex(self._articles.findData(articles))
        if self._asked is not None:
            self._asked.drop()
        letter_id = self._letter_id
        self._asked = self._app.read(
            lambda session: read_block(session, letter_id), self.tr("Setting the block…")
        )
        self._asked.succeeded.connect(self._show)

    def _build_layout(self) -> None:
        form = Form()
        form.add_row("order", self.tr("&Order"), self._order)
        form.add_row("articles", self.tr("“&The” in front"), self._articles)
        settings = QWidget()
        settings.setFixedWidth(WIDTH)
        column = QVBoxLayout(settings)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(form)
        column.addSpacing(GRID)
        column.addWidget(strong_label(self.tr("Figures")))
        column.addWidget(self._figures)
        column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        layout.setSpacing(3 * GRID)
        layout.addWidget(settings)
        layout.addWidget(self._stack, 1)

    def _wish(self) -> None:
        order: Order = self._order.currentData()
        articles: Articles = self._articles.currentData()
        rule = replace(self._settings.order, order=order, articles=articles)
        self.settings_requested.emit(replace(self._settings, order=rule))

    def _show(self, block: Block) -> None:
        self._asked = None
        self._stack.setCurrentIndex(1 if block.trouble else 0)
        self._figures.setText(figures_in_words(block))
        if block.pdf:
            self._page.show_pdf(block.pdf)


def read_block(session: Session, letter_id: int) -> Block:
    """Set the block of the latest version that somebody has confirmed."""
    try:
        snapshot = take(session, letter_id, Choices())
    except UserFacingError as error:
        return Block(trouble=error.message)
    with tempfile.TemporaryDirectory(prefix="signatories-") as folder:
        path = Path(folder) / "block.pdf"
        block_export.write(snapshot, path, SILENT)
        return Block(path.read_bytes(), snapshot.version, count(snapshot.signatories))


def figures_in_words(block: Block) -> str:
    """The figures of a block, one a line; why there are none in their place."""
    if block.counts is None:
        return translate(block.trouble) if block.trouble else ""
    counts = block.counts
    lines = [
        message(N_("Version {number}"), number=block.version),
        message(N_("Organisations: {number}"), number=counts.organisations),
        message(N_("People who sign for themselves: {number}"), number=counts.people),
        message(N_("Countries: {number}"), number=counts.countries),
    ]
    if counts.withheld:
        text = N_("Withheld: {number}, counted here and nowhere printed")
        lines.append(message(text, number=counts.withheld))
    return "\n".join(translate(line) for line in lines)


def _box(texts: dict[Order, str] | dict[Articles, str]) -> QComboBox:
    box = QComboBox()
    for value, text in texts.items():
        box.addItem(translate(text), value)
    return box
