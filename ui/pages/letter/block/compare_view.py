"""The order of the block held against a list from elsewhere: pasted or opened, with what differs below."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from signatories.block.comparing import Comparison
from signatories.block.settings import BlockSettings
from signatories.sources import opening
from signatories.texts import N_, Message, message
from ui.application import Application
from ui.asking import Asking
from ui.pages.imports.table_file import ask_for_tables
from ui.pages.letter.block.listing import Compared, Listing, compared
from ui.theme import GRID, icon
from ui.translation import translate
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.labels import small_label, strong_label

PAUSE = 250  # milliseconds of quiet before what is typed is compared
MOST = 500  # differences in sight
SIGNS = {"move": "compare", "unknown": "question", "absent": "close", "inversion": "warning"}
Difference = tuple[str, Message]


class CompareView(QWidget):
    """Compares again whenever the list or the block changes."""

    wanted = Signal(object, str)  # a Change; nothing is typed here

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._listing = Listing(BlockSettings())
        self._asking = Asking(self._show, self)
        self._found: Compared | None = None
        self._given = QPlainTextEdit()
        self._given.setAccessibleName(self.tr("The other list"))
        self._given.setPlaceholderText(self.tr("Paste the other list here, one signatory a line"))
        self._open = quiet_button(self.tr("Open a file…"), "folder")
        self._summary = strong_label(wrap=True)
        self._hint = small_label(
            self.tr("Numbers, bullets, commas and capitals make no difference."), wrap=True
        )
        self._differences = QListWidget()
        self._differences.setWordWrap(True)
        self._differences.setAccessibleName(self.tr("What differs"))
        self._adopt = plain_button(self.tr("Take over that order"), "pin")
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._build_layout()
        self._pause.timeout.connect(self._ask)
        self._given.textChanged.connect(self._pause.start)
        self._open.clicked.connect(self._choose_file)
        self._adopt.clicked.connect(self._take_over)
        self._show(None)

    def show_listing(self, listing: Listing) -> None:
        """Compare another order with the same list."""
        self._listing = listing
        if self.isVisible():
            self._ask()

    def compare_now(self) -> None:
        """Compare with the order as it is now, and begin to type."""
        self._given.setFocus()
        self._ask()

    def _build_layout(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._given, 2)
        column.addWidget(self._hint)
        column.addLayout(buttons)
        column.addWidget(self._summary)
        column.addWidget(self._differences, 3)
        column.addWidget(self._adopt)

    def _ask(self) -> None:
        self._asking.drop()
        listing, texts = self._listing, self._given.toPlainText().splitlines()
        if not any(text.strip() for text in texts):
            self._show(None)
            return
        self._asking.wait_for(
            self._app.produce("", lambda _database, _progress: compared(listing, texts))
        )

    def _show(self, found: Compared | None) -> None:
        self._found = found
        differences = list(_differences(found.comparison)) if found else []
        self._differences.clear()
        for kind, words in differences[:MOST]:
            sign = icon(SIGNS[kind], "warning" if kind == "inversion" else "muted")
            self._differences.addItem(QListWidgetItem(sign, translate(words)))
        self._differences.setVisible(bool(differences))
        self._adopt.setVisible(bool(found and found.comparison.moves))
        self._summary.setText(translate(_summary(found.comparison)) if found else "")
        self._summary.setVisible(found is not None)
        self._hint.setVisible(found is None)

    def _take_over(self) -> None:
        if self._found is not None:
            pins = self._found.pins
            self.wanted.emit(lambda settings: replace(settings, pins=pins), "")

    def _choose_file(self) -> None:
        ask_for_tables(self._app.window_state, self, lambda paths: self.read(paths[0]))

    def read(self, path: Path) -> None:
        """Read a list from a file into the field."""
        job = self._app.produce(
            self.tr("Reading {file}…").format(file=path.name),
            lambda _database, progress: [
                "\t".join(row.cells) for row in opening.open_file(path, progress=progress).rows
            ],
        )
        job.succeeded.connect(lambda lines: self._given.setPlainText("\n".join(lines)))


def _summary(found: Comparison) -> Message:
    if found.moves:
        return message(N_("%n line(s) to move for that order"), n=len(found.moves))
    if found.unknown or found.absent:
        return message(N_("The same order as in that list, but not the same signatories"))
    return message(N_("The same order as in that list"))


def _differences(found: Comparison) -> Iterator[Difference]:
    """What differs, in words: first where that list is against the rule, then moves, then who is missing."""
    for inversion in found.inversions:
        text = N_(
            "By the rule of the order, “{second}” would stand before “{first}” (line {line} of that list)."
        )
        first, second = inversion.first.line, inversion.second.line
        yield "inversion", message(text, line=inversion.line + 1, first=first, second=second)
    for move in found.moves:
        text = N_("“{line}”: number {here} here, {there} there.")
        yield (
            "move",
            message(text, line=move.signatory.line, here=move.here, there=move.there),
        )
    for given in found.unknown:
        yield "unknown", message(N_("Only in that list: “{text}”."), text=given.strip())
    for line in found.absent:
        yield "absent", message(N_("Not in that list: “{line}”."), line=line.line)
