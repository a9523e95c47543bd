"""What a run made: how much of what, the files to open, and what it warned of."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signatories.runs import Outcome
from signatories.texts import N_, Message, message
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.folded_part import FoldedPart
from ui.widgets.labels import ElidedLabel, label, strong_label, yielding

LISTED = 4  # files by name; the others are counted


class MadeFiles(QWidget):
    """Shows one run at a time."""

    open_requested = Signal(Path)  # a file, or the folder of all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._words = yielding(strong_label(wrap=True))
        self._lines = QWidget()
        self._warnings = yielding(label(wrap=True))
        self._warned = FoldedPart(self.tr("What was warned of"), self._warnings)
        self._show = plain_button(self.tr("Show in folder"), "folder")
        self._show.clicked.connect(lambda: self.open_requested.emit(self._folder))
        below = QHBoxLayout()
        below.addWidget(self._show)
        below.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        for part in (self._words, self._lines, self._warned):
            self._column.addWidget(part)
        self._column.addLayout(below)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show what the products of one run came to."""
        paths = [file.path for outcome in outcomes for file in outcome.files]
        self._folder = paths[0].parent
        self._words.setText(translate(_made(outcomes, self._folder)))
        self._words.setToolTip(str(self._folder))
        self._show_files(paths)
        warnings = list(dict.fromkeys(map(translate, _warnings(outcomes))))
        self._warnings.setText("\n".join(warnings))
        self._warned.set_summary(translate(message(N_("%n warning(s)"), n=len(warnings))))
        self._warned.setVisible(bool(warnings))
        self.show()

    def _show_files(self, paths: Sequence[Path]) -> None:
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for path in paths[:LISTED]:
            column.addLayout(self._line(path))
        if more := max(len(paths) - LISTED, 0):
            column.addWidget(label(translate(message(N_("and %n more"), n=more))))
        self._column.replaceWidget(self._lines, lines)
        lines.show()
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines

    def _line(self, path: Path) -> QHBoxLayout:
        name = ElidedLabel()
        name.set_words(path.name)
        opener = quiet_button(self.tr("Open"))
        opener.setAccessibleName(self.tr("Open {file}").format(file=path.name))
        opener.clicked.connect(lambda: self.open_requested.emit(path))
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(name, 1)
        line.addWidget(opener)
        return line


def _made(outcomes: Sequence[Outcome], folder: Path) -> Message:
    pages = sum(outcome.counts["pages"] for outcome in outcomes)
    files = sum(len(outcome.files) for outcome in outcomes)
    paged = N_("Made %n file(s) with {pages} pages in {folder}")
    text = paged if pages else N_("Made %n file(s) in {folder}")
    return message(text, n=files, pages=pages, folder=folder)


def _warnings(outcomes: Sequence[Outcome]) -> Iterator[Message]:
    for outcome in outcomes:
        yield from outcome.warnings
