"""Puts words on the clipboard, plain and rich at once."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from signatories.copies import Copied


def put(copied: Copied) -> None:
    """Let other programs paste this, each in the form that it knows."""
    data = QMimeData()
    data.setText(copied.plain)
    data.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(data)
