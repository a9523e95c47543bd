"""A letter's parsed text and a recipient's values become paragraphs to set."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from signatories.expressions import blocks
from signatories.expressions.fields import Field, MissingValues
from signatories.merge.links import linked
from signatories.merge.styles import BODY, HALF, HEADING, LetterStyles
from signatories.typesetting.flow import Item, Paragraph, Rule, Span
from signatories.typesetting.plain import SPACE
from signatories.typesetting.styles import ParagraphStyle, TextStyle

INDENT = 18.0  # points for each level of a list or quote


class _Gap(NamedTuple):
    """Where a field's value goes, and how it looks."""

    field: Field
    style: TextStyle


_Piece = Span | _Gap


@dataclass(frozen=True, slots=True)
class Running:
    """A paragraph of fields and words. `ending`: its spans after the last field, the same for everybody.

    `beginning`: the spans before those. Raises MissingValues for a field that nothing stands in for. `look`: of the
    tallest words.
    """

    look: TextStyle
    beginning: Callable[[Mapping[str, str | None]], tuple[Span, ...]]
    ending: tuple[Span, ...]
    style: ParagraphStyle

    def items(self, values: Mapping[str, str | None]) -> list[Item]:
        """The whole paragraph, none where it is blank. Raises MissingValues for a field that nothing stands in for."""
        return _paragraph((*self.beginning(values), *self.ending), self.style)

    @property
    def may_be_blank(self) -> bool:
        """Whether nothing is left of the paragraph where its beginning is blank."""
        return not has_words(self.ending)


def running(paragraph: blocks.Paragraph, styles: LetterStyles) -> Running:
    """A paragraph of the text. A space behind its last field is no part of the ending: words are set with theirs."""
    pieces = list(_pieces(paragraph.content, styles.text))
    ending: list[Span] = []
    while pieces and isinstance(last := pieces[-1], Span):
        ending.insert(0, last)
        pieces.pop()
    if pieces and ending and ending[0].text.startswith(SPACE):
        first = ending[0]
        pieces.append(first._replace(text=SPACE))
        ending[0] = first._replace(text=first.text[1:])
    return Running(styles.text, partial(_filled, pieces), tuple(ending), BODY)


def body_items(
    block: blocks.Block, styles: LetterStyles, values: Mapping[str, str | None]
) -> list[Item]:
    """A block of a text as items to set. Raises MissingValues for a field that nothing stands in for."""
    return _items(block, values, styles, BODY)


def _items(
    block: blocks.Block,
    values: Mapping[str, str | None],
    styles: LetterStyles,
    style: ParagraphStyle,
) -> list[Item]:
    match block:
        case blocks.Paragraph(content):
            return _paragraph(_spans(content, values, styles.text), style)
        case blocks.Heading(level, content):
            heading = replace(HEADING, indent=style.indent)
            return _paragraph(_spans(content, values, styles.heading(level)), heading)
        case blocks.Listing():
            return _listing(block, values, styles, style)
        case blocks.Quote(quoted):
            inner = _indented(style)
            return [item for part in quoted for item in _items(part, values, styles, inner)]
        case blocks.Rule():
            return [Rule(space_before=HALF, space_after=HALF)]


def _listing(
    listing: blocks.Listing,
    values: Mapping[str, str | None],
    styles: LetterStyles,
    style: ParagraphStyle,
) -> list[Item]:
    inner = _indented(style)
    close = replace(inner, space_after=2.0) if listing.tight else inner
    items: list[Item] = []
    for number, parts in enumerate(listing.items):
        sign = "•" if listing.start is None else f"{listing.start + number}."
        last = number == len(listing.items) - 1
        own = [
            item
            for part in parts
            for item in _items(part, values, styles, inner if last else close)
        ]
        items += _marked(own or [Paragraph((), inner)], Span(sign, styles.text))
    return items


def _marked(items: Sequence[Item], marker: Span) -> list[Item]:
    first, *others = items
    if isinstance(first, Paragraph):
        first = first._replace(marker=marker)
    return [first, *others]


def _paragraph(spans: tuple[Span, ...], style: ParagraphStyle) -> list[Item]:
    """A paragraph; what comes out blank takes no room."""
    return [Paragraph(spans, style)] if has_words(spans) else []


def has_words(spans: Iterable[Span]) -> bool:
    """Whether anything of them is to be seen."""
    return any(span.text.strip() for span in spans)


def _indented(style: ParagraphStyle) -> ParagraphStyle:
    return replace(style, indent=style.indent + INDENT)


def _spans(
    content: Iterable[blocks.Inline], values: Mapping[str, str | None], style: TextStyle
) -> tuple[Span, ...]:
    return _filled(_pieces(content, style), values)


def _pieces(content: Iterable[blocks.Inline], style: TextStyle) -> Iterator[_Piece]:
    for node in content:
        match node:
            case blocks.Text(text, look):
                yield from linked(text, _styled(style, look))
            case blocks.Break():
                yield Span("\n", style)
            case blocks.FieldNode(field, look):
                yield _Gap(field, _styled(style, look))


def _filled(pieces: Iterable[_Piece], values: Mapping[str, str | None]) -> tuple[Span, ...]:
    """The spans with the values, those of one look that meet as one. Raises MissingValues."""
    missing: list[str] = []
    spans: list[Span] = []
    text = ""  # before the piece at hand
    for piece in pieces:
        if isinstance(piece, Span):
            words = piece.text
        elif (value := piece.field.printed(values, text)) is None:
            missing.append(piece.field.name)
            continue
        else:
            words = value
        text += words
        if spans and spans[-1].style is piece.style:
            spans[-1] = Span(spans[-1].text + words, piece.style)
        else:
            spans.append(Span(words, piece.style))
    if missing:
        raise MissingValues(missing)
    return tuple(spans)


def _styled(style: TextStyle, look: blocks.Style) -> TextStyle:
    if look == blocks.PLAIN:
        return style
    bold, italic = style.bold or look.bold, style.italic or look.italic
    return replace(style, bold=bold, italic=italic, link=look.link)
