"""A label for a line of a block, with what is bold or italic in it."""

import html
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from signatories.block.pieces import Piece, plain


class PieceLabel(QLabel):
    """Shows pieces as they are printed. Their text is escaped: a name is never markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def show_pieces(self, pieces: Iterable[Piece]) -> None:
        """Show a line."""
        pieces = tuple(pieces)
        self.setText("".join(_markup(piece) for piece in pieces))
        self.setAccessibleDescription(plain(pieces))


def _markup(piece: Piece) -> str:
    text = html.escape(piece.text).replace("\n", "<br>")
    if piece.italic:
        text = f"<i>{text}</i>"
    return f"<b>{text}</b>" if piece.bold else text
