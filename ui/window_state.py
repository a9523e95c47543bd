"""What the window remembers between two starts: sizes, splitters, columns, the last file."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from ui.widgets.kept_state import KeptState
from ui.widgets.table import Table

LAST_FILE = "last file"
WELCOMED = "welcomed"
RUN_FOLDER = "folder of the last run"
TABLE_FOLDER = "folder of the last table"


class WindowState:
    """Reads and writes a store of its own: nothing here matters to the workspace."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def last_file(self) -> Path | None:
        """The workspace that was open last, if one was."""
        stored = self._store.value(LAST_FILE, "")
        return Path(stored) if isinstance(stored, str) and stored else None

    @last_file.setter
    def last_file(self, path: Path) -> None:
        self._store.setValue(LAST_FILE, str(path))

    @property
    def run_folder(self) -> Path | None:
        """The folder that the last run wrote to, if there was one."""
        stored = self._store.value(RUN_FOLDER, "")
        return Path(stored) if isinstance(stored, str) and stored else None

    @run_folder.setter
    def run_folder(self, path: Path) -> None:
        self._store.setValue(RUN_FOLDER, str(path))

    @property
    def table_folder(self) -> Path | None:
        """The folder that the last table was opened from, if there was one."""
        stored = self._store.value(TABLE_FOLDER, "")
        return Path(stored) if isinstance(stored, str) and stored else None

    @table_folder.setter
    def table_folder(self, path: Path) -> None:
        self._store.setValue(TABLE_FOLDER, str(path))

    @property
    def is_welcomed(self) -> bool:
        """Whether the first start's page has been answered."""
        return self._store.value(WELCOMED, "") == "yes"

    def set_welcomed(self) -> None:
        """Do not show the first start's page again."""
        self._store.setValue(WELCOMED, "yes")

    def restore_window(self, window: QMainWindow) -> None:
        """Give the window its last size and place."""
        window.restoreGeometry(self._bytes("window"))

    def save_window(self, window: QMainWindow) -> None:
        """Keep the window's size and place, and what was changed in it just now."""
        self._store.setValue("window", window.saveGeometry())
        for kept in window.findChildren(KeptState):
            kept.finish()

    def remember_table(self, table: Table) -> bool:
        """Give a table its last columns, and keep them when they have changed; return whether it had any."""
        header = table.header
        key = f"columns/{table.objectName()}/{header.count()}"  # other columns: start afresh
        is_known = header.restoreState(self._bytes(key))

        def keep() -> None:
            self._store.setValue(key, table.header.saveState())

        table.columns_changed.connect(KeptState(table, keep).note_change)
        return is_known

    def remember_splitter(self, splitter: QSplitter, name: str) -> None:
        """Give a splitter its last position, and keep it when it was moved."""
        key = f"splitters/{name}"
        splitter.restoreState(self._bytes(key))

        def keep() -> None:
            self._store.setValue(key, splitter.saveState())

        splitter.splitterMoved.connect(KeptState(splitter, keep).note_change)

    def _bytes(self, key: str) -> QByteArray:
        stored = self._store.value(key)
        return stored if isinstance(stored, QByteArray) else QByteArray()
