"""One earlier run: of what it was made, what became of its files, and what can be done with it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signatories.runs.changes_since import ChangesSince
from signatories.runs.earlier import EarlierRun, FileState, KeptFile
from signatories.texts import N_, Message, message
from ui.pages.letter.run.changes_list import ChangesList
from ui.pages.letter.run.columns import is_of_recipients, made_words
from ui.pages.letter.run.file_picker import FilePicker
from ui.pages.letter.run.warned_part import WarnedPart
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import label, strong_label

STATES = {
    FileState.AS_MADE: N_("%n file(s) as made"),
    FileState.CHANGED: N_("%n file(s) changed since"),
    FileState.GONE: N_("%n file(s) not there any more"),
}
"""How many files are in each state."""
SIGNS = {FileState.CHANGED: N_("{name} (changed since)"), FileState.GONE: N_("{name} (gone)")}


class RunDetail(QWidget):
    """Shows one run at a time; wishes are about that one."""

    again_requested = Signal()
    reprint_requested = Signal()
    changes_requested = Signal()
    open_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = strong_label(wrap=True)
        self._states = label(wrap=True)
        self._files = FilePicker()
        self._files.open_requested.connect(self.open_requested)
        self._again = plain_button(self.tr("Make &again"), "redo")
        self._again.clicked.connect(self.again_requested)
        self._reprint = plain_button(self.tr("&Reprint these…"), "print")
        self._reprint.clicked.connect(self.reprint_requested)
        self._changes = plain_button(self.tr("&Changed since"), "compare")
        self._changes.clicked.connect(self.changes_requested)
        self._warned = WarnedPart()
        self._since = ChangesList()
        self._build_layout()

    def _build_layout(self) -> None:
        buttons = FlowLayout()
        for button in (self._again, self._reprint, self._changes):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._title)
        column.addLayout(buttons)
        column.addWidget(self._states)
        column.addWidget(self._files)
        column.addWidget(self._warned)
        column.addWidget(self._since, 1)
        column.addStretch()

    def show_run(self, run: EarlierRun) -> None:
        """Show a run, whose files are still to be looked at."""
        self._title.setText(made_words(run))
        self._reprint.setVisible(is_of_recipients(run))
        self._states.setText(self.tr("Looking for its files…"))
        self._files.hide()
        self._warned.show_warnings(run.warnings)
        self._since.hide()

    def show_files(self, files: Sequence[KeptFile]) -> None:
        """Show what became of the run's files."""
        self._states.setText("\n".join(map(translate, _states(files))))
        self._files.show_files([file.path for file in files], list(map(_words, files)))

    def show_changes(self, changes: ChangesSince) -> None:
        """Show what the run would print otherwise now."""
        self._since.show_changes(changes)

    def set_ready(self, ready: bool) -> None:
        """Let something be made, or not."""
        self._again.setEnabled(ready)
        self._reprint.setEnabled(ready)


def _states(files: Sequence[KeptFile]) -> Iterator[Message]:
    if not files:
        yield message(N_("Where its files were put was not kept."))
        return
    yield message(N_("In {folder}:"), folder=files[0].path.parent)
    for state, count in Counter(file.state for file in files).items():
        yield message(STATES[state], n=count)


def _words(file: KeptFile) -> str:
    text = SIGNS.get(file.state, N_("{name}"))
    return translate(message(text, name=file.path.name))
