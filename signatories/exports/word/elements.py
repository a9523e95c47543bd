"""Paragraphs, runs and tables of a Word document. Whatever a name holds becomes text of an element."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from signatories.block.pieces import Piece
from signatories.exports.characters import printable
from signatories.merge.styles import HAN_LANGUAGES
from signatories.models.block import Rules
from signatories.typesetting.direction import base_level

Element = Any  # of lxml, made by python-docx
_WORDS = {"w": nsmap["w"]}
_LONGEST_PROPERTY = 255
_GREY = "EEEEEE"
_WHOLE = "5000"  # the width of the text, in fiftieths of a per cent


def as_property(text: str) -> str:
    """As a property of a document holds a text: cut off where it is longer."""
    return printable(text)[:_LONGEST_PROPERTY]


def element(name: str, /, *children: Element, **attributes: str) -> Element:
    """An element of the main vocabulary, with its children in order."""
    made: Element = oxml_parser.makeelement(_in_words(name), nsmap=_WORDS)
    for key, value in attributes.items():
        made.set(_in_words(key), value)
    made.extend(children)
    return made


@cache
def _in_words(name: str) -> str:
    """The whole name of an element or attribute of the main vocabulary, whose names are few."""
    return qn(f"w:{name}")


def paragraph(
    style: str,
    runs: Iterable[Element],
    text: str,
    numbering: int | None = None,
    *,
    right: bool = False,
) -> Element:
    """A paragraph in a style, by its id; it runs in the direction of its text. `right`: it stands there anyway."""
    properties = element("pPr", element("pStyle", val=style))
    if numbering is not None:
        level, number = element("ilvl", val="0"), element("numId", val=str(numbering))
        properties.append(element("numPr", level, number))
    if _runs_left(text):
        properties.append(element("bidi"))
    elif right:
        properties.append(element("jc", val="right"))
    return element("p", properties, *runs)


def runs_of(pieces: Iterable[Piece], country: str | None = None) -> list[Element]:
    """The runs of pieces in their looks; Han has the shapes of a country."""
    return [_run(piece, country) for piece in pieces]


def mark(number: int) -> Element:
    """The raised number of a footnote."""
    return element(
        "r", element("rPr", element("vertAlign", val="superscript")), *_texts(str(number))
    )


def table(
    columns: int,
    rows: Iterable[Element],
    rules: Rules = Rules.NONE,
    *,
    right_to_left: bool = False,
) -> Element:
    """A table as wide as the text, with columns of equal width until a reader fits them."""
    properties = element("tblPr", *([element("bidiVisual")] if right_to_left else ()))
    properties.extend((element("tblW", w=_WHOLE, type="pct"), _borders(rules)))
    grid = element("tblGrid", *(element("gridCol") for _ in range(columns)))
    return element("tbl", properties, grid, *rows)


def row(cells: Sequence[Sequence[Element]], *, heads: bool = False, grey: bool = False) -> Element:
    """A row that no page parts; each cell holds paragraphs. `heads`: underlined, and repeated on every page."""
    properties = element("trPr", element("cantSplit"))
    if heads:
        properties.append(element("tblHeader"))
    return element("tr", properties, *(_cell(cell, heads=heads, grey=grey) for cell in cells))


def _cell(paragraphs: Sequence[Element], *, heads: bool, grey: bool) -> Element:
    properties = element("tcPr")
    if heads:
        properties.append(element("tcBorders", _line("bottom")))
    if grey:
        properties.append(element("shd", val="clear", color="auto", fill=_GREY))
    return element("tc", properties, *paragraphs)


def _borders(rules: Rules) -> Element:
    sides = {
        Rules.NONE: (),
        Rules.ROWS: ("top", "bottom", "insideH"),
        Rules.ALL: ("top", "left", "bottom", "right", "insideH", "insideV"),
    }[rules]
    return element("tblBorders", *map(_line, sides))


def _line(side: str) -> Element:
    return element(side, val="single", sz="4", space="0", color="auto")


def _run(piece: Piece, country: str | None) -> Element:
    properties = element("rPr")
    if piece.bold:
        properties.extend((element("b"), element("bCs")))
    if piece.italic:
        properties.extend((element("i"), element("iCs")))
    if _runs_left(piece.text):
        properties.append(element("rtl"))
    if country in HAN_LANGUAGES:
        properties.append(element("lang", eastAsia=HAN_LANGUAGES[country]))
    return element("r", properties, *_texts(piece.text))


def _runs_left(text: str) -> bool:
    """Whether a text runs from right to left."""
    words = printable(text).strip()
    return bool(words) and base_level(words) == 1


def _texts(text: str) -> Iterable[Element]:
    """The text of a run; where it begins a new line, a break."""
    for place, line in enumerate(printable(text).split("\n")):
        if place:
            yield element("br")
        made = element("t")
        made.text = line
        made.set(qn("xml:space"), "preserve")
        yield made
