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
    made: list[Piece] = []
    texts: list[str] = []
    look = None
    for text, bold, italic in pieces:
        if (bold, italic) != look:
            if look:
                made.append(Piece("".join(texts), *look))
            look, texts = (bold, italic), []
        texts.append(text)
    return (*made, Piece("".join(texts), *look)) if look else ()
