"""A list of signatories as HTML: one document that needs no other file, or a part of one for the clipboard.

Whatever a name holds is text: it comes into the markup by `markup` only.
"""

import base64
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from signatories.block import wording
from signatories.block.arrangement import Arrangement, Section
from signatories.block.entries import Entry
from signatories.block.pieces import Piece
from signatories.block.settings import Layout
from signatories.exports import Written
from signatories.exports.checks.list_checks import text_of_page
from signatories.exports.html.markup import (
    TAIL,
    attribute,
    escaped,
    head,
    in_language,
    own_direction,
    styled,
)
from signatories.exports.html.style import STYLE, of_columns, of_paper
from signatories.exports.line_files import write_lines
from signatories.exports.walking import Entries, Walk, plain_entries
from signatories.merge import listing, picture_sizes
from signatories.merge.snapshot import Snapshot
from signatories.merge.styles import HAN_LANGUAGES
from signatories.models.block import Form, Marker
from signatories.progress import Progress
from signatories.typesetting.images import Image

LOGO_ALONE = "logo alone"
"""What a picture is called that stands for the words of an entry, not beside them."""


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the whole list as a document in UTF-8. Raises UnwritableFile when it reads otherwise."""
    walk = Walk(listing.whole(snapshot), progress)
    lines = lines_of(walk.arrangement, snapshot.images, walk.entries)
    style = STYLE + of_paper(snapshot.run.paper)
    write_lines(path, chain(head(snapshot.text, style), lines, TAIL))
    return walk.written(text_of_page(path))


def fragment(arrangement: Arrangement, images: Mapping[str, Image]) -> str:
    """The list as a part of a document, as a clipboard carries it."""
    return "\n".join(lines_of(arrangement, images))


def lines_of(
    arrangement: Arrangement,
    images: Mapping[str, Image],
    entries: Entries = plain_entries,
    anchor: str = "",
) -> Iterator[str]:
    """The list line by line; `anchor` keeps its footnotes apart from those of other lists in the document."""
    return _Part(arrangement, images, entries, anchor).lines()


class _Part:
    """Makes the markup of one list, line by line."""

    def __init__(
        self, arrangement: Arrangement, images: Mapping[str, Image], entries: Entries, anchor: str
    ) -> None:
        self._list = arrangement
        self._images = images
        self._entries = entries
        self._note = f"{anchor}signatory-note"

    def lines(self) -> Iterator[str]:
        yield f'<section class="signatories" {in_language(self._list.language)}>'
        if self._list.heading:
            yield f"<h2>{escaped(self._list.heading)}</h2>"
        yield from map(_paragraph, self._list.above)
        for section in self._list.sections:
            if section.title:
                yield f"<h3>{_pieces(section.title)}</h3>"
            yield from self._section(section)
        yield from map(_paragraph, self._list.below)
        yield from self._notes()
        yield "</section>"

    def _section(self, section: Section) -> Iterator[str]:
        form = section.layout.form
        if form is Form.TABLE:
            return self._table(section)
        if form is Form.RUN_IN:
            return self._run_in(section)
        return self._items(section)

    def _table(self, section: Section) -> Iterator[str]:
        zebra = " zebra" if section.layout.zebra else ""
        yield f'<table class="rules-{section.layout.rules.value}{zebra}">'
        heads = "".join(f'<th scope="col">{escaped(head)}</th>' for head in section.head)
        yield f"<thead><tr>{heads}</tr></thead>"
        yield "<tbody>"
        for entry in self._entries(section):
            cells = [f"<td{_own(entry, cell)}>{escaped(cell)}" for cell in entry.cells]
            cells[entry.noted] += self._mark(entry)
            row = "".join(f"{cell}</td>" for cell in cells)
            yield f"<tr>{row}</tr>"
        yield "</tbody>"
        yield "</table>"

    def _run_in(self, section: Section) -> Iterator[str]:
        joint = escaped(wording.separator(section.layout.separator, self._list.language))
        shown = (
            f"{entry.marker} {self._entry(entry, 'span')}".lstrip()
            for entry in self._entries(section)
        )
        yield f"<p>{joint.join(shown)}</p>"

    def _items(self, section: Section) -> Iterator[str]:
        """Lines as a list, with its own numbers; grids of cards, logos and places to sign as lists too."""
        layout = section.layout
        numbered = layout.marker in {Marker.NUMBERS, Marker.NUMBERS_PER_GROUP}
        element = "ol" if numbered else "ul"
        kind = layout.form.value.replace(" ", "-")
        plain = " plain" if layout.marker is Marker.NONE else ""
        start = ""
        for place, entry in enumerate(self._entries(section)):
            if place == 0:
                start = f' start="{entry.number}"' if numbered else ""
                yield f'<{element} class="{kind}{plain}"{start} style="{of_columns(layout)}">'
            alone = entry.only_logo
            yield self._logo_alone(entry, layout) if alone else self._entry(entry, "li")
        if len(section.entries):
            yield f"</{element}>"

    def _entry(self, entry: Entry, element: str) -> str:
        pictures = "".join(self._pictures(entry))
        words = f"{_pieces(entry.pieces)}{self._mark(entry)}"
        return f"<{element}{_own(entry, entry.text)}>{pictures}{words}</{element}>"

    def _mark(self, entry: Entry) -> str:
        if not entry.note:
            return ""
        return f'<sup><a href="#{self._note}-{entry.note}">{entry.note}</a></sup>'

    def _logo_alone(self, entry: Entry, layout: Layout) -> str:
        """An entry of a wall: its logo in the place of its words, which a reader of the page has none the less."""
        logo = self._images.get(entry.logo or "")
        if logo is None:
            return self._entry(entry, "li")
        member = entry.signatory
        wide = picture_sizes.on_wall(logo, layout.logo_area, member.logo_scale)
        picture = _picture(logo, entry.text, LOGO_ALONE, wide, member.logo_shift)
        return f"<li>{picture}{self._mark(entry)}</li>"

    def _pictures(self, entry: Entry) -> Iterator[str]:
        logo = self._images.get(entry.logo or "")
        if logo is not None:
            wide = picture_sizes.beside(logo, entry.signatory.logo_scale)
            yield _picture(logo, entry.signatory.organisation, "logo", wide)
        scan = self._images.get(entry.signature or "")
        if scan is not None:
            yield _picture(scan, "", "signature", picture_sizes.scanned(scan))

    def _notes(self) -> Iterator[str]:
        if self._list.notes:
            yield '<ol class="notes">'
            for number, note in enumerate(self._list.notes, start=1):
                own = f'id="{self._note}-{number}"{own_direction(note)}'
                yield f"<li {own}>{escaped(note)}</li>"
            yield "</ol>"


def _paragraph(text: str) -> str:
    return f"<p{own_direction(text)}>{escaped(text)}</p>"


def _pieces(pieces: tuple[Piece, ...]) -> str:
    return "".join(styled(text, bold=bold, italic=italic) for text, bold, italic in pieces)


def _own(entry: Entry, text: str) -> str:
    """What tells a browser how to set somebody's own words: their direction, and the shapes of Han."""
    language = HAN_LANGUAGES.get(entry.signatory.country_code or "")
    direction = own_direction(text)
    return f'{direction} lang="{language}"' if language else direction


def _picture(image: Image, alternative: str, kind: str, wide: float, shift: float = 0.0) -> str:
    """A picture so many millimetres wide; `shift`: how far it stands lower, in parts of its height."""
    content = base64.b64encode(image.content).decode("ascii")
    source = f"data:{image.media_type};base64,{content}"
    words = attribute(" ".join(alternative.split()))
    lower = f"; transform: translateY({shift:.0%})" if shift else ""
    style = f"width: {wide:.1f}mm{lower}"
    return f'<img class="{kind}" alt="{words}" style="{style}" src="{source}">'
