"""The parts of a letter from its letterhead to the copies, each with the fields that it names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from signatories.dates import place_and_date
from signatories.expressions import blocks
from signatories.expressions.fields import Field
from signatories.expressions.letter_text import parse_body
from signatories.letters import printed_parts
from signatories.merge import styles, wording
from signatories.merge.addresses import ADDRESSEE, addressee_of
from signatories.merge.block.looks import Resources
from signatories.merge.blocks import Blocks
from signatories.merge.body import Running, body_items, running
from signatories.merge.links import linked
from signatories.merge.snapshot import Snapshot
from signatories.merge.styles import LetterStyles
from signatories.merge.values import Values
from signatories.merge.windows import Window, window_of
from signatories.models.block import Place
from signatories.typesetting.flow import Flow, Item, Paragraph, Rule, Span
from signatories.typesetting.styles import Direction, ParagraphStyle, TextStyle


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the letter: the fields it names, and how it is made from their values.

    `running`: the same, of a part that is one paragraph.
    """

    fields: tuple[Field, ...]
    items: Callable[[Values], Flow]
    running: Running | None = None

    @property
    def varies(self) -> bool:
        """Whether recipients get different words here."""
        return any(field.is_of_recipient for field in self.fields)


class Opening(NamedTuple):
    """The parts before the body. `above`: what stands in a place of its own, so that the others begin in the window."""

    above: list[Part]
    flow: list[Part]


def letterhead(snapshot: Snapshot, look: LetterStyles) -> list[Item]:
    """The lines at the head of the first page, above a rule; nothing when there are none."""
    lines = snapshot.text.letterhead
    if not lines:
        return []
    items: list[Item] = [
        Paragraph(tuple(linked(line, look.small)), styles.LETTERHEAD) for line in lines
    ]
    return [*items, Rule(space_before=4)]


def opening(snapshot: Snapshot, look: LetterStyles) -> Opening:
    """Reference, place and date, addressee, subject and salutation, of what there is.

    With a window the addressee comes first in the flow, and what is the same for everybody stands above it.
    """
    text = snapshot.text
    written = place_and_date(text.place, text.date, text.language)
    heading = _there(
        _line("reference", snapshot, look.text, styles.LAST_LINE),
        _fixed(written, look.text, styles.LAST_LINE),
    )
    beginning = _there(
        _line("subject", snapshot, look.heading(3), styles.SUBJECT),
        _line("salutation", snapshot, look.text, styles.BODY),
    )
    address = _there(addressee(snapshot, look))
    if window_of(snapshot) is None:
        return Opening([], [*heading, *address, *beginning])
    above = [part for part in heading if not part.varies]
    own = [part for part in heading if part.varies]
    return Opening(above, [*address, *own, *beginning])


def addressee(snapshot: Snapshot, look: LetterStyles) -> Part | None:
    """As the letter says; else who the recipient is, and its address. It fills the window that it shows in."""
    window = window_of(snapshot)
    least = window.lines if window else 0
    style = _in_window(window, look) if window else styles.LAST_LINE
    if snapshot.text.addressee:
        return _line("addressee", snapshot, look.text, style, least=least)

    def lines(values: Mapping[str, str | None]) -> tuple[Span]:
        return (Span(_filling(addressee_of(values), least), look.text),)

    fields = tuple(Field(name, "", "") for name in ADDRESSEE)
    return _paragraph(fields, Running(look.text, lines, (), style))


def _in_window(window: Window, look: LetterStyles) -> ParagraphStyle:
    """Lines at the left of the page, whatever they are written in. Where the language runs left, they begin right."""
    if not look.right_to_left:
        return replace(styles.LAST_LINE, direction=Direction.LEFT_TO_RIGHT)
    indent = look.paper.measure - window.width
    return replace(styles.LAST_LINE, direction=Direction.RIGHT_TO_LEFT, indent=indent)


def body(snapshot: Snapshot, look: LetterStyles) -> list[Part]:
    """The text, a part for each block."""
    parsed = parse_body(snapshot.text.body, snapshot.known_fields)
    return [_block(block, look) for block in parsed.blocks]


def ending(snapshot: Snapshot, made: Blocks, given: Resources) -> list[Part]:
    """Closing, block, enclosures and copies, in the order that the block's place asks for, and the annex."""
    look, language = given.letter, snapshot.text.language
    notes = (
        _line("enclosures", snapshot, look.small, styles.NOTE, wording.enclosures(language)),
        _line("cc", snapshot, look.small, styles.NOTE, wording.copies(language)),
    )
    block = Part((), lambda _values: made.end_flow(given))
    follows = snapshot.block.place is Place.NOTES
    parts = (
        _line("closing", snapshot, look.text, styles.CLOSING),
        *((*notes, block) if follows else (block, *notes)),
        Part((), lambda _values: made.annex_flow(given)),
    )
    return [part for part in parts if part is not None]


def _block(block: blocks.Block, look: LetterStyles) -> Part:
    if isinstance(block, blocks.Paragraph):
        return _paragraph(block.fields, running(block, look))
    return Part(block.fields, partial(body_items, block, look))


def _there(*parts: Part | None) -> list[Part]:
    return [part for part in parts if part is not None]


def _fixed(text: str, style: TextStyle, paragraph: ParagraphStyle) -> Part | None:
    return Part((), lambda _values: [Paragraph((Span(text, style),), paragraph)]) if text else None


def _line(
    part: str,
    snapshot: Snapshot,
    style: TextStyle,
    paragraph: ParagraphStyle,
    heading: str = "",
    least: int = 0,
) -> Part | None:
    """A part of the letter as one paragraph, below a heading where it has one; None when nothing is written.

    `least`: how many lines it has where it has any.
    """
    parsed = printed_parts.parsed(snapshot.text, part, snapshot.known_fields)
    if not parsed:
        return None
    written = printed_parts.in_lines(parsed)

    def lines(values: Mapping[str, str | None]) -> tuple[Span]:
        text = printed_parts.filled(written, values)
        if text and heading:
            text = f"{heading}\n{text}"
        return (Span(_filling(text, least), style),)

    return _paragraph(_named(parsed), Running(style, lines, (), paragraph))


def _filling(text: str, lines: int) -> str:
    """The text, with blank lines below it where it has fewer."""
    return text + "\n" * (lines - 1 - text.count("\n"))


def _paragraph(fields: tuple[Field, ...], running: Running) -> Part:
    return Part(fields, running.items, running)


def _named(parsed: Iterable[str | Field]) -> tuple[Field, ...]:
    return tuple(part for part in parsed if isinstance(part, Field))
