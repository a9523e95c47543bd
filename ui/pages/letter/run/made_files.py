"""What a run made: how much of what, the files to open, and what it warned of."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signatories.runs import Outcome
from signatories.texts import N_, Message, message
from ui.pages.letter.run.file_picker import FilePicker
from ui.pages.letter.run.warned_part import WarnedPart
from ui.translation import translate
from ui.widgets.buttons import icon_button
from ui.widgets.labels import muted_label, strong_label, yielding


class MadeFiles(QWidget):
    """Shows one run at a time."""

    open_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = yielding(strong_label(wrap=True))
        self._remark = yielding(muted_label(wrap=True))
        self._files = FilePicker()
        self._files.open_requested.connect(self.open_requested)
        self._warned = WarnedPart()
        hide = icon_button("close", self.tr("Hide what was made"))
        hide.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(self._words, 1)
        head.addWidget(hide, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._remark)
        column.addLayout(head)
        column.addWidget(self._files)
        column.addWidget(self._warned)

    def show_outcomes(self, outcomes: Sequence[Outcome], remark: str) -> None:
        """Show what the products of one run came to, and what is to be said of it."""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        paths = [file.path for outcome in outcomes for file in outcome.files]
        self._words.setText(translate(_made(outcomes, paths[0].parent)))
        self._files.show_files(paths)
        self._warned.show_warnings(_warnings(outcomes))
        self.show()


def _made(outcomes: Sequence[Outcome], folder: Path) -> Message:
    pages = sum(outcome.counts["pages"] for outcome in outcomes)
    files = sum(len(outcome.files) for outcome in outcomes)
    paged = N_("Made %n file(s) with {pages} pages in {folder}")
    text = paged if pages else N_("Made %n file(s) in {folder}")
    return message(text, n=files, pages=pages, folder=folder)


def _warnings(outcomes: Sequence[Outcome]) -> Iterator[Message]:
    for outcome in outcomes:
        yield from outcome.warnings
