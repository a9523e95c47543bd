"""Text in one look: what lines and headings of a block are made of."""

from collections.abc import Iterable
from typing import NamedTuple


class Piece(NamedTuple):
    r"""Text in one look. It is printed as it is; "\n" begins a new line of the entry."""

    text: str
    bold: bool = False
    italic: bool = False


def plain(pieces: Iterable[Piece]) -> str:
    """The text of pieces, without their looks."""
    return "".join([piece[0] for piece in pieces])


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same text in as few pieces as its looks allow."""
    texts: list[str] = []
    made: list[Piece] = []
    look = False, False
    for text, *other in pieces:
        bold, italic = other
        if (bold, italic) != look and texts:
            made.append(Piece("".join(texts), *look))
            texts = []
        look = bold, italic
        texts.append(text)
    if texts:
        made.append(Piece("".join(texts), *look))
    return tuple(made)
