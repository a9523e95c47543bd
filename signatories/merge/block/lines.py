"""Entries below each other, in one to four columns, or one after the other in a paragraph."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import repeat

from signatories.block import wording
from signatories.block.arrangement import Section
from signatories.block.entries import Entry, Lot
from signatories.merge.block.looks import GAP, Look
from signatories.merge.block.pictures import scan_rooms, with_pictures
from signatories.merge.styles import HAN_COUNTRIES
from signatories.models import block as words
from signatories.typesetting.direction import runs_left_to_right
from signatories.typesetting.flow import Columns, Item, Paragraph, Span, Texts
from signatories.typesetting.styles import Direction, Fill, ParagraphStyle

_NO_BREAK = "\u00a0"
_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_PLAIN = 500  # entries in one column that are set as one piece with what stands around them
_UNBROKEN = 1 / 3  # of the measure: what is shorter in a paragraph stays in one line
_FILLS = {words.Fill.DOWN: Fill.DOWN, words.Fill.ACROSS: Fill.ACROSS}


def lines(section: Section, look: Look) -> Iterator[Item | Columns]:
    """Each entry a paragraph, with a bullet or its number before it."""
    style = replace(look.paragraph(), space_after=look.gap, indent=_indent(section, look))
    runs_down = section.layout.columns == 1 or section.layout.fill is words.Fill.DOWN
    is_drawn = section.layout.logos or section.layout.signatures
    made = _in_lots if runs_down and not is_drawn else _one_by_one
    return in_columns(made(section, style, look), section, look)


def _one_by_one(section: Section, style: ParagraphStyle, look: Look) -> Iterator[Item]:
    """The entries, each with its pictures."""
    room = scan_rooms(section, look)
    for place, entry in enumerate(section.entries):
        yield with_pictures(entry, _line(entry, style, look), look, room(place))


def _in_lots(section: Section, style: ParagraphStyle, look: Look) -> Iterator[Item]:
    """The entries without pictures, many at a time where they are nothing but texts: of a long list, nearly all."""
    for lot in section.entries.lots():
        if not isinstance(lot, Lot):
            yield from (_line(entry, style, look) for entry in lot)
        elif HAN_COUNTRIES.isdisjoint(lot.countries):
            yield Texts(lot.texts, look.text, style, lot.markers)
        else:
            markers = [Span(text, look.text) for text in lot.markers] or repeat(None)
            for text, country, marker in zip(lot.texts, lot.countries, markers, strict=False):
                yield Paragraph((Span(text, look.style(country)),), style, marker)


def in_columns(items: Iterable[Item], section: Section, look: Look) -> Iterator[Item | Columns]:
    """Items in the columns of a section; a short list in one column stays part of the flow around it.

    One whose heading stands again where it goes on does not: it is known then where it ends.
    """
    count, fill = section.layout.columns, _FILLS[section.layout.fill]
    if count == 1 and len(section.entries) <= _PLAIN and not section.again:
        yield from items
    else:
        yield Columns(items, count, GAP, fill, right_to_left=look.right_to_left)


def run_in(section: Section, look: Look) -> Iterator[Item]:
    """All entries in one paragraph. A short name is not broken, nor a number parted from its entry."""
    separator = wording.separator(section.layout.separator, look.given.letter.language)
    between = Span(separator, look.text)
    spans: list[Span] = []
    for entry in section.entries:
        if spans:
            spans.append(between)
        spans += _in_one_piece(entry, look)
    direction = Direction.RIGHT_TO_LEFT if look.right_to_left else Direction.LEFT_TO_RIGHT
    style = replace(look.paragraph(), keep_together=False, direction=direction)
    yield Paragraph(tuple(spans), style)


def _line(entry: Entry, style: ParagraphStyle, look: Look) -> Paragraph:
    marker = Span(entry.marker, look.text) if entry.marker else None
    return Paragraph(look.spans(entry), style, marker)


def _indent(section: Section, look: Look) -> float:
    """Room for the widest marker and half an em."""
    if not len(section.entries):
        return 0.0
    widest = section.entries[-1].marker
    return look.given.measure(widest, look.text) + look.layout.size / 2 if widest else 0.0


def _in_one_piece(entry: Entry, look: Look) -> Iterator[Span]:
    """An entry of a paragraph. What runs the other way ends with a mark, so that it draws nothing after it along."""
    if entry.marker:
        yield Span(f"{entry.marker}{_NO_BREAK}", look.text)
    for span in look.spans(entry):
        text = _unbroken(span.text.replace("\n", " "), entry.signatory.name, look)
        yield span._replace(text=text)
    if look.right_to_left:
        yield Span(_RIGHT_TO_LEFT_MARK, look.text)
    elif not runs_left_to_right(entry.text):
        yield Span(_LEFT_TO_RIGHT_MARK, look.text)


def _unbroken(text: str, name: str, look: Look) -> str:
    """A text that no line end parts, where that leaves no large gap; else one in which none parts the name."""
    for part in (text, name):
        if part and len(part) * look.layout.size / 2 < look.given.width * _UNBROKEN:
            text = text.replace(part, part.replace(" ", _NO_BREAK))
    return text
