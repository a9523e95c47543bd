"""What changed between two versions of a text, word by word: added words underlined, removed ones struck out."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from signatories.languages import called
from signatories.letters.words import LanguageChange
from signatories.texts import N_
from ui.pages.letter.text.form import WORDS
from ui.theme import colour
from ui.translation import translate

MARGIN = 16  # pixels
SAME = N_("Nothing has changed since the version open for signature.")


class ChangesView(QTextEdit):
    """Shows differences to read and to copy; colour only repeats what the lines through and under say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[LanguageChange, ...] = ()
        self._are_named = False
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("What changed, word by word"))
        self.document().setDocumentMargin(MARGIN)
        self._write()

    def show_changes(self, changes: Sequence[LanguageChange], *, are_named: bool) -> None:
        """Show what changed, part by part, one language after the other, with its name if these are several."""
        if (tuple(changes), are_named) != (self._changes, self._are_named):
            self._changes, self._are_named = tuple(changes), are_named
            self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Take the new colours when the system turns light or dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        self.clear()
        cursor = self.textCursor()
        if not self._changes:
            cursor.insertText(translate(SAME), _format("kept"))
        for language, parts in self._changes:
            if self._are_named:
                cursor.insertText(called(language) + "\n\n", _heading("text"))
            for change in parts:
                cursor.insertText(_part(change.part) + "\n", _heading())
                for piece in change.pieces:
                    cursor.insertText(piece.text, _format(piece.kind))
                cursor.insertText("\n\n", _format("kept"))
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _part(name: str) -> str:
    text = next(part.text for part in WORDS if part.name == name)
    return translate(text)


def _heading(role: str = "muted") -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setForeground(colour(role))
    shape.setFontWeight(600)
    return shape


def _format(kind: str) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setForeground(colour({"added": "success", "removed": "danger"}.get(kind, "text")))
    shape.setFontUnderline(kind == "added")
    shape.setFontStrikeOut(kind == "removed")
    return shape
