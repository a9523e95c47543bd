"""Saves the rows that cannot come in where the user says: beside their file, unless told otherwise."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui import operations
from ui.application import Application
from ui.pages.imports.looking import Look

SHEETS = ("xlsx", "xlsm", "xls", "xlsb", "ods")


def save_rows_with_errors(app: Application, parent: QWidget, look: Look) -> None:
    """Ask for a file, and write the rows with errors of a look into it."""

    def save(name: str) -> None:
        operations.imports.save_errors(app, Path(name), look.source, look.plan)

    suffix = ".xlsx" if look.source.format in SHEETS else ".csv"
    words = QCoreApplication.translate("errors_file", "Save the rows with errors")
    dialog = QFileDialog(parent, words, str(_suggested(look, suffix)))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([f"*{suffix}"])
    dialog.setDefaultSuffix(suffix)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(save)
    dialog.open()


def _suggested(look: Look, suffix: str) -> Path:
    source = look.reading.paths[0] if look.reading.paths else Path.home() / "import"
    name = QCoreApplication.translate("errors_file", "{name} - to correct")
    return source.with_name(name.format(name=source.stem) + suffix)
