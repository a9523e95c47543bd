"""What comes from outside, dropped or pasted, as readings for an import."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from ui.pages.imports.looking import Reading, readings_of


def can_be_read(data: QMimeData) -> bool:
    """Whether it is files, or a text that is not blank."""
    return data.hasUrls() or bool(data.text().strip())


def readings_in(data: QMimeData, letter_id: int | None) -> list[Reading]:
    """Files, or a text with the tables and lists that it has where it was copied; for a letter, if one is meant."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return readings_of(files, letter_id)
    return [Reading(text=data.text(), html=data.html()).asking(letter_id=letter_id)]
