"""Logos beside lines, scanned signatures above names, and logos in a grid. Sizes in points."""

from collections.abc import Callable, Iterable, Iterator

from signatories.block.arrangement import Section
from signatories.block.entries import Entry
from signatories.merge import picture_sizes
from signatories.merge.block.looks import Look
from signatories.models.block import Fill, Form
from signatories.typesetting.flow import Cell, Item, Paragraph, Picture, Row, Together
from signatories.typesetting.images import Image
from signatories.typesetting.pages import MILLIMETRE
from signatories.typesetting.styles import Align, Level

_BETWEEN = 9.0
_WITH_LOGOS = frozenset({Form.LINES, Form.CARDS})


def scan_rooms(section: Section, look: Look) -> Callable[[int], float]:
    """How far down a name stands, by its place: as the highest scanned signature of those it stands level with.

    In one column that is its own, across the columns that of its row; where entries run down several columns, who
    stands level with whom is seen only when they are set.
    """
    if not look.layout.signatures:
        return lambda _: 0.0
    count, entries = look.layout.columns, section.entries
    if count > 1 and look.layout.fill is Fill.DOWN:
        highest = _scan_room(entries, look)
        return lambda _: highest

    def of_row(place: int) -> float:
        first = place - place % count
        return _scan_room(entries[first : first + count], look)

    return of_row


def with_pictures(entry: Entry, paragraph: Paragraph, look: Look, room: float) -> Item:
    """An entry with its scanned signature in the room above and its logo beside it, where the section shows them."""
    item: Item = paragraph
    if room:
        item = Together((*_scanned(entry, look, room), paragraph))
    return _beside(entry, item, look) if look.layout.logos else item


def logo_indent(look: Look) -> float:
    """Where the lines of a section begin: behind the logos beside them."""
    if not look.layout.logos or look.layout.form not in _WITH_LOGOS:
        return 0.0
    return picture_sizes.BESIDE[0] * MILLIMETRE + _BETWEEN


def logo_of_area(entry: Entry, look: Look, width: float) -> Picture | None:
    """The logo of an entry, so large that all have one area to the eye, in a cell of this width.

    It stays in its cell.
    """
    image = look.image(entry.logo)
    if image is None:
        return None
    wide = picture_sizes.on_wall(image, look.layout.logo_area, entry.signatory.logo_scale)
    return _sized(image, min(wide * MILLIMETRE, width), Align.CENTRE)


def _scan_room(entries: Iterable[Entry], look: Look) -> float:
    """The height of the highest scanned signature among these."""
    digests = {entry.signature for entry in entries}
    scans = [image for digest in digests if (image := look.image(digest))]
    return max((_scan(scan).height for scan in scans), default=0.0)


def _scanned(entry: Entry, look: Look, room: float) -> Iterator[Item]:
    """A scanned signature at the bottom of its room; the room alone where there is none."""
    image = look.image(entry.signature)
    scan = _scan(image) if image else None
    spare = room - scan.height if scan else room
    if spare > 0:
        yield look.room(spare)
    if scan:
        yield scan


def _beside(entry: Entry, item: Item, look: Look) -> Row:
    room = picture_sizes.BESIDE[0] * MILLIMETRE
    image = look.image(entry.logo)
    logo = (_logo(image, entry.signatory.logo_scale),) if image else ()
    rest = look.column - room - _BETWEEN
    first, then = (rest + _BETWEEN, 0.0) if look.right_to_left else (0.0, room + _BETWEEN)
    cells = (Cell(first, room, logo, Level.MIDDLE), Cell(then, rest, (item,), Level.MIDDLE))
    return Row(cells, space_after=look.gap)


def _logo(image: Image, scale: float) -> Picture:
    return _sized(image, picture_sizes.beside(image, scale) * MILLIMETRE, Align.START)


def _scan(image: Image) -> Picture:
    return _sized(image, picture_sizes.scanned(image) * MILLIMETRE, Align.START)


def _sized(image: Image, width: float, align: Align) -> Picture:
    height = width * image.height / image.width
    return Picture(image, width, height, align, keep_with_next=True)
