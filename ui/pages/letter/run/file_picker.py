"""One of the files of a run, chosen by its name, to be opened."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.buttons import plain_button
from ui.widgets.captioned import narrow


class FilePicker(QWidget):
    """Takes one line, however many files there are."""

    open_requested = Signal(Path)  # a file, or the folder of all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: tuple[Path, ...] = ()
        self._files = narrow(QComboBox())
        self._files.setAccessibleName(self.tr("File"))
        opener = plain_button(self.tr("Open"), "file")
        opener.clicked.connect(self._open)
        folder = plain_button(self.tr("Show in folder"), "folder")
        folder.clicked.connect(self._show_folder)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        line.addWidget(self._files, 1)
        line.addWidget(opener)
        line.addWidget(folder)

    def show_files(self, paths: Sequence[Path], words: Sequence[str] = ()) -> None:
        """Offer these files, by these words; by their names without any."""
        self._paths = tuple(paths)
        names = list(words) or [path.name for path in paths]
        self._files.setModel(QStringListModel(names, self._files))
        self._files.setToolTip(str(paths[0].parent) if paths else "")
        self.setVisible(bool(paths))

    def _open(self) -> None:
        self.open_requested.emit(self._paths[self._files.currentIndex()])

    def _show_folder(self) -> None:
        self.open_requested.emit(self._paths[0].parent)
