"""Asks where the rows that could not come in shall be saved: beside their file, unless told otherwise."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.pages.imports.looking import Look

SHEETS = ("xlsx", "xlsm", "xls", "xlsb", "ods")


def ask_where_to_save(parent: QWidget, done: Look, take: Callable[[Path], object]) -> QFileDialog:
    """Open the dialog; `take` is called with the file that is chosen."""
    suffix = ".xlsx" if done.source.format in SHEETS else ".csv"
    words = QCoreApplication.translate("rejects_file", "Save the rows with errors")
    dialog = QFileDialog(parent, words, str(_suggested(done, suffix)))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([f"*{suffix}"])
    dialog.setDefaultSuffix(suffix)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    dialog.open()
    return dialog


def _suggested(done: Look, suffix: str) -> Path:
    source = done.reading.paths[0] if done.reading.paths else Path.home() / "import"
    name = QCoreApplication.translate("rejects_file", "{name} - to correct")
    return source.with_name(name.format(name=source.stem) + suffix)
