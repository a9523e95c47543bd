"""Entries as cards in a grid, as logos on a wall, or as lines to sign by hand."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from signatories.block.arrangement import Section
from signatories.block.entries import Entry
from signatories.merge.block.lines import in_columns
from signatories.merge.block.looks import GAP, Look
from signatories.merge.block.pictures import logo_of_area, scan_rooms, with_pictures
from signatories.merge.picture_sizes import across
from signatories.typesetting.flow import (
    Cell,
    Columns,
    Item,
    Paragraph,
    Picture,
    Row,
    Rule,
    Span,
    Together,
)
from signatories.typesetting.pages import MILLIMETRE
from signatories.typesetting.styles import Align, Level, ParagraphStyle

_EDGE = 0.4  # the rule above a card
_PADDING = 5.0
_LINE_TO_SIGN = 70 * MILLIMETRE  # at most


def cards(section: Section, look: Look) -> Iterator[Item | Columns]:
    """Each entry below a fine rule, in the columns of the section."""
    room = scan_rooms(section, look)
    style = look.paragraph()
    items = (_card(entry, style, look, room(place)) for place, entry in enumerate(section.entries))
    yield from in_columns(items, section, look)


def to_sign(section: Section, look: Look) -> Iterator[Item | Columns]:
    """Room to sign, a line, and below it who is to sign there."""
    style = replace(look.paragraph(), space_after=look.gap)
    items = (_to_sign(entry, style, look) for entry in section.entries)
    yield from in_columns(items, section, look)


def logo_wall(section: Section, look: Look) -> Iterator[Columns]:
    """Logos row by row, in the middle of their cells; who has none stands there by name."""
    count = across(look.layout, look.given.width / MILLIMETRE, GAP / MILLIMETRE)
    width = (look.given.width - GAP * (count - 1)) / count
    yield Columns(_wall_rows(section.entries, count, width, look))


def _card(entry: Entry, style: ParagraphStyle, look: Look, room: float) -> Row:
    item = with_pictures(entry, Paragraph(_marked(entry, look), style), look, room)
    cell = Cell(0.0, look.column, (item,))
    return Row((cell,), padding=_PADDING, rule_above=_EDGE, space_after=look.gap)


def _to_sign(entry: Entry, style: ParagraphStyle, look: Look) -> Together:
    length = look.column if look.right_to_left else min(_LINE_TO_SIGN, look.column)
    line = Rule(length=length, space_after=3.0, keep_with_next=True)
    text = Paragraph(_marked(entry, look), style)
    return Together((look.room(look.layout.signing_room), line, text))


def _marked(entry: Entry, look: Look) -> tuple[Span, ...]:
    spans = look.spans(entry)
    return (Span(f"{entry.marker} ", look.text), *spans) if entry.marker else spans


def _wall_rows(entries: Iterable[Entry], count: int, width: float, look: Look) -> Iterator[Row]:
    waiting = iter(entries)
    while row := list(islice(waiting, count)):
        logos = [logo_of_area(entry, look, width) for entry in row]
        shown = list(zip(row, logos, strict=True))
        highest = max((_above(entry, logo) for entry, logo in shown if logo), default=0.0)
        cells = tuple(
            _on_wall(entry, logo, look, highest, Cell(_left(place, width, look), width, ()))
            for place, (entry, logo) in enumerate(shown)
        )
        yield Row(cells, space_after=max(look.gap, look.leading / 2))


def _above(entry: Entry, logo: Picture) -> float:
    """How much of a logo stands above the middle of its row: half of it, less its own shift."""
    return logo.height * (0.5 - entry.signatory.logo_shift)


def _on_wall(entry: Entry, logo: Picture | None, look: Look, highest: float, cell: Cell) -> Cell:
    """A logo with its middle in that of its row, but for its shift; the name in the place of one that is missing.

    The mark of a footnote stands below a logo.
    """
    if logo is None:
        name = Paragraph(look.spans(entry), look.paragraph(Align.CENTRE))
        return cell._replace(items=(name,), level=Level.MIDDLE)
    spare = highest - _above(entry, logo)
    items: tuple[Item, ...] = (look.room(spare), logo) if spare > 0 else (logo,)
    if entry.note is not None:
        items += (Paragraph((look.mark(entry.note),), look.paragraph(Align.CENTRE)),)
    return cell._replace(items=items)


def _left(place: int, width: float, look: Look) -> float:
    left = place * (width + GAP)
    return look.given.width - left - width if look.right_to_left else left
