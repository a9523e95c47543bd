"""Entries below each other, in one to four columns, or one after the other in a paragraph."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from signatories.block import wording
from signatories.block.arrangement import Section
from signatories.block.entries import Entry
from signatories.merge.block.looks import GAP, Look
from signatories.merge.block.pictures import with_pictures
from signatories.models import block as words
from signatories.models.block import Marker
from signatories.typesetting.flow import Columns, Item, Paragraph, Span
from signatories.typesetting.styles import Fill, ParagraphStyle

BULLET = "•"
_NO_BREAK = "\u00a0"
_PLAIN = 500  # entries in one column that are set as one piece with what stands around them
_UNBROKEN = 1 / 3  # of the measure: what is shorter in a paragraph stays in one line
_FILLS = {words.Fill.DOWN: Fill.DOWN, words.Fill.ACROSS: Fill.ACROSS}


def lines(section: Section, look: Look) -> Iterator[Item | Columns]:
    """Each entry a paragraph, with a bullet or its number before it."""
    style = look.paragraph(space_after=look.gap, indent=_indent(section, look))
    items = (with_pictures(entry, _line(entry, style, look), look) for entry in section.entries)
    return in_columns(items, section, look)


def in_columns(items: Iterable[Item], section: Section, look: Look) -> Iterator[Item | Columns]:
    """Items in the columns of a section; a short list in one column stays part of the flow around it."""
    count, fill = section.layout.columns, _FILLS[section.layout.fill]
    if count == 1 and len(section.entries) <= _PLAIN:
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
    yield Paragraph(tuple(spans), look.paragraph(keep_together=False))


def _line(entry: Entry, style: ParagraphStyle, look: Look) -> Paragraph:
    return Paragraph(look.spans(entry), style, _marker(entry, look))


def _marker(entry: Entry, look: Look) -> Span | None:
    if entry.number is not None:
        return Span(f"{entry.number}.", look.text)
    return Span(BULLET, look.text) if look.layout.marker is Marker.BULLETS else None


def _indent(section: Section, look: Look) -> float:
    """Room for the widest marker and half an em."""
    if not len(section.entries):
        return 0.0
    widest = _marker(section.entries[-1], look)
    return look.given.measure(widest.text, look.text) + look.layout.size / 2 if widest else 0.0


def _in_one_piece(entry: Entry, look: Look) -> Iterator[Span]:
    if entry.number is not None:
        yield Span(f"{entry.number}.{_NO_BREAK}", look.text)
    width = len(entry.text) * look.layout.size / 2
    for span in look.spans(entry):
        text = span.text.replace("\n", " ")
        if width < look.given.width * _UNBROKEN:
            text = text.replace(" ", _NO_BREAK)
        yield replace(span, text=text)
