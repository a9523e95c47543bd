"""A block as a flow of items: its heading, what stands above, each section in its form, what stands below."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from signatories.block.arrangement import Arrangement, Section
from signatories.block.pieces import Piece
from signatories.block.settings import Layout
from signatories.merge import styles
from signatories.merge.block.cards import cards, logo_wall, to_sign
from signatories.merge.block.keeping import keeping_last
from signatories.merge.block.lines import lines, run_in
from signatories.merge.block.looks import Look, Resources
from signatories.merge.block.pictures import logo_indent
from signatories.merge.block.tables import table
from signatories.models.block import Form
from signatories.typesetting.flow import Columns, Item, Paragraph, Span

_FORMS: Mapping[Form, Callable[[Section, Look], Iterator[Item | Columns]]] = {
    Form.LINES: lines,
    Form.RUN_IN: run_in,
    Form.TABLE: table,
    Form.CARDS: cards,
    Form.LOGOS: logo_wall,
    Form.TO_SIGN: to_sign,
}


def block_flow(arrangement: Arrangement, given: Resources) -> Iterator[Item | Columns]:
    """The items of a block; those of long lists are made while they are walked."""
    letter = given.letter
    if arrangement.heading:
        heading = Span(arrangement.heading, letter.heading(2))
        yield Paragraph((heading,), letter.standing(styles.HEADING))
    above = replace(letter.standing(styles.BODY), keep_with_next=True)
    for text in arrangement.above:
        yield Paragraph((Span(text, letter.text),), above)
    entries = _sections(arrangement, given)
    yield from keeping_last(entries) if arrangement.below else entries
    indent = _indent_below(arrangement, given)
    room = styles.LEADING
    for text in arrangement.below:
        below = replace(styles.BELOW, indent=indent, space_before=room)
        yield Paragraph((Span(text, letter.text),), letter.standing(below))
        room = styles.HALF


def _indent_below(arrangement: Arrangement, given: Resources) -> float:
    """Where the lines of the last section begin: what is said of a list stands below its lines."""
    if not arrangement.sections:
        return 0.0
    return logo_indent(_look(arrangement.sections[-1].layout, arrangement, given))


def _sections(arrangement: Arrangement, given: Resources) -> Iterator[Item | Columns]:
    looks: dict[Layout, Look] = {}
    for section in arrangement.sections:
        if section.title:
            yield _title(section.title, given, section.heading)
        again = (_title(section.again, given),) if section.again else ()
        look = looks.get(section.layout)
        if look is None:
            look = looks[section.layout] = _look(section.layout, arrangement, given)
        for item in _FORMS[section.layout.form](section, look):
            yield replace(item, again=again) if isinstance(item, Columns) else item


def _look(layout: Layout, arrangement: Arrangement, given: Resources) -> Look:
    """The look of all sections of one layout, which are alike."""
    alike = [section for section in arrangement.sections if section.layout == layout]
    return Look(layout, given, arrangement.notes, alike)


def _title(title: tuple[Piece, ...], given: Resources, heads: str = "") -> Paragraph:
    """The heading of a section: bold, unless it has looks of its own. `heads`: what the outline calls its place."""
    is_plain = not any(piece.bold or piece.italic for piece in title)
    style = replace(given.letter.text, heads=" ".join(heads.split()))
    spans = tuple(
        Span(piece.text, replace(style, bold=piece.bold or is_plain, italic=piece.italic))
        for piece in title
    )
    return Paragraph(spans, given.letter.standing(styles.HEADING))
