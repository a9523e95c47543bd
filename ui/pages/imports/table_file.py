"""Asks for a table or a list of lines, in the folder where the last one was."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.window_state import WindowState

PATTERNS = "*.csv *.tsv *.txt"


def ask_for_table(
    state: WindowState, parent: QWidget, take: Callable[[Path], object]
) -> QFileDialog:
    """Open the dialog; `take` is called with the file that is chosen, if one is."""
    dialog = QFileDialog(parent, _tr("Open a table"), str(_folder(state)))
    dialog.setNameFilters([f"{_tr('Tables and text')} ({PATTERNS})", f"{_tr('All files')} (*)"])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def chosen(name: str) -> None:
        state.table_folder = Path(name).parent
        take(Path(name))

    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def _folder(state: WindowState) -> Path:
    """Where the last table was, otherwise the user's documents."""
    if state.table_folder is not None and state.table_folder.is_dir():
        return state.table_folder
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents))


def _tr(text: str) -> str:
    return QCoreApplication.translate("table_file", text)
