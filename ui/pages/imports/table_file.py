"""Asks for tables, lists or mails, in the folder where the last ones were."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.window_state import WindowState

TABLES = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.tab"
TEXTS = "*.txt *.docx *.html *.htm *.json *.jsonl *.ndjson *.yaml *.yml"
MAILS = "*.eml *.msg *.mbox"


def ask_for_tables(
    state: WindowState, parent: QWidget, take: Callable[[tuple[Path, ...]], object]
) -> QFileDialog:
    """Open the dialog; `take` is called with the files that are chosen, if any."""
    dialog = QFileDialog(parent, _tr("Open files to import"), str(_folder(state)))
    kinds = (
        (_tr("Tables, lists and mails"), f"{TABLES} {TEXTS} {MAILS}"),
        (_tr("Tables"), TABLES),
        (_tr("Lists and documents"), TEXTS),
        (_tr("Mails"), MAILS),
        (_tr("All files"), "*"),
    )
    dialog.setNameFilters([f"{words} ({patterns})" for words, patterns in kinds])
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def chosen(names: list[str]) -> None:
        paths = tuple(Path(name) for name in names)
        state.table_folder = paths[0].parent
        take(paths)

    dialog.filesSelected.connect(chosen)
    dialog.open()
    return dialog


def _folder(state: WindowState) -> Path:
    """Where the last table was, otherwise the user's documents."""
    if state.table_folder is not None and state.table_folder.is_dir():
        return state.table_folder
    places = QStandardPaths.StandardLocation
    documents = Path(QStandardPaths.writableLocation(places.DocumentsLocation))
    if documents.is_dir():
        return documents
    return Path.home()  # Qt would take the name of a folder that is not there for a file's


def _tr(text: str) -> str:
    return QCoreApplication.translate("table_file", text)
