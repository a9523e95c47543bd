"""One letter in the body of a Word document, in styles that somebody can change for all letters."""

from docx.oxml.ns import qn

from signatories.block.pieces import Piece
from signatories.exports.letter_texts import LetterText, Line, Listed
from signatories.exports.word.body import Body
from signatories.exports.word.elements import Element, element, paragraph, runs_of
from signatories.exports.word.pages import ANNEX, OF_PARTS
from signatories.exports.word.signatories import ListWriter
from signatories.exports.word.styles import Styles
from signatories.expressions.blocks import (
    Block,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Text,
)
from signatories.expressions.filling import words_of
from signatories.merge.links import is_safe

_DEEPEST = 3  # levels of lists that Word has styles for


class LetterWriter:
    """Writes letters one after the other."""

    def __init__(self, body: Body, styles: Styles, lists: ListWriter) -> None:
        self._body = body
        self._styles = styles
        self._lists = lists

    def write(self, letter: LetterText) -> None:
        """Write a letter, from a new page on."""
        self._body.begin_letter(letter.language)
        for part in letter.parts:
            match part:
                case Line(name, text):
                    self._say(OF_PARTS[name], (Text(text),))
                case Listed(list_, annex):
                    if annex:
                        self._say(ANNEX, (Text(annex),))
                    self._lists.write(list_)
                case _:
                    self._block(part, "Body Text")

    def _block(self, block: Block, style: str, depth: int = 0) -> None:
        """Write a block; `style`: what its paragraphs look like, inside so many lists."""
        match block:
            case Paragraph(content):
                self._say(style, content)
            case Heading(level, content):
                self._say(f"Heading {level}", content)
            case Listing():
                self._listing(block, depth + 1)
            case Quote(quoted):
                for part in quoted:
                    self._block(part, "Quote", depth)
            case Rule():
                self._rule()

    def _listing(self, listing: Listing, depth: int) -> None:
        """Items with the first paragraph of each marked; the others stand below it."""
        marked = _of_level("List Bullet" if listing.start is None else "List Number", depth)
        number = None
        if listing.start is not None:
            number = self._styles.numbers_from(listing.start, marked)
        for item in listing.items:
            first, *others = item or (Paragraph(()),)
            if isinstance(first, Paragraph):
                self._say(marked, first.content, number)
            else:
                others = [first, *others]
                self._say(marked, (), number)
            for part in others:
                self._block(part, _of_level("List Continue", depth), depth)

    def _say(self, style: str, content: tuple[Inline, ...], number: int | None = None) -> None:
        runs = [run for node in content for run in self._runs(node)]
        name = self._styles.built_in(style)
        self._body.add(paragraph(name, runs, words_of(content), number))

    def _runs(self, node: Inline) -> list[Element]:
        if not isinstance(node, Text):
            return runs_of([Piece("\n")])
        look = node.style
        runs = runs_of([Piece(node.text, bold=look.bold, italic=look.italic)])
        if not is_safe(look.link):
            return runs
        link = element("hyperlink", *runs)
        link.set(qn("r:id"), self._body.link(look.link))
        return [link]

    def _rule(self) -> None:
        """A paragraph of nothing but its lower border."""
        made = paragraph(self._styles.built_in("Body Text"), (), "")
        line = element("bottom", val="single", sz="4", space="1", color="auto")
        made.find(qn("w:pPr")).append(element("pBdr", line))
        self._body.add(made)


def _of_level(style: str, depth: int) -> str:
    level = min(depth, _DEEPEST)
    return style if level == 1 else f"{style} {level}"
