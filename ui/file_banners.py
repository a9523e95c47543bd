"""What is special about the open file, above every page: the sample, or one that can only be read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signatories.database import Database
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button


class FileBanners(QWidget):
    """Takes no room where nothing is special."""

    own_file_requested = Signal()
    writing_requested = Signal()  # though another computer seems to have the file open

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own = plain_button(self.tr("Start my own"))
        own.clicked.connect(self.own_file_requested)
        invented = self.tr("This is the sample: an invented coalition, for trying things out.")
        self._sample = Banner("sample", invented, [own])
        self._access: Banner | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._sample)
        self._sample.hide()
        self.hide()

    def show_sample(self, is_sample: bool) -> None:
        """Say whether the file is the sample."""
        self._sample.setVisible(is_sample)
        self._show_any()

    def show_access(self, database: Database) -> None:
        """Say why nothing can be changed, where that is so."""
        if self._access is not None:
            self._layout.removeWidget(self._access)
            self._access.hide()
            self._access.deleteLater()
        self._access = self._access_banner(database)
        if self._access is not None:
            self._layout.addWidget(self._access)
        self._show_any()

    def _access_banner(self, database: Database) -> Banner | None:
        if database.open_on is not None:
            write = plain_button(self.tr("Open for writing"))
            write.clicked.connect(self.writing_requested)
            words = self.tr(
                "{host} has this file open, and two computers cannot write one file: here it can only be read. "
                "When it is not open there any more, open it for writing."
            )
            return Banner("warning", words.format(host=database.open_on), [write])
        if database.read_only:
            words = self.tr(
                "This file is read-only: look and export as you like, nothing can be changed."
            )
            return Banner("warning", words, [])
        return None

    def _show_any(self) -> None:
        self.setVisible(not self._sample.isHidden() or self._access is not None)
