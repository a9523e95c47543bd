"""Logos beside lines, scanned signatures above names, and logos in a grid. Sizes in points."""

from collections.abc import Iterator
from math import sqrt

from signatories.block.arrangement import Section
from signatories.block.entries import Entry
from signatories.merge.block.looks import Look
from signatories.typesetting.flow import Cell, Item, Paragraph, Picture, Row, Together
from signatories.typesetting.images import Image
from signatories.typesetting.pages import MILLIMETRE
from signatories.typesetting.styles import Align, Level

_BESIDE = 18 * MILLIMETRE, 9 * MILLIMETRE  # the room of a logo beside its line
_SCANNED = 50 * MILLIMETRE, 14 * MILLIMETRE  # the most that a scanned signature takes
_BETWEEN = 9.0
_FLATTEST, _STEEPEST = 4.0, 0.5  # the proportions that an area may be given in a grid


def scan_room(section: Section, look: Look) -> float:
    """The height of the highest scanned signature that a section shows: all its names stand that far down."""
    if not look.layout.signatures:
        return 0.0
    digests = {entry.signature for entry in section.entries}
    scans = [image for digest in digests if (image := look.image(digest))]
    return max((_fitted(scan, *_SCANNED).height for scan in scans), default=0.0)


def with_pictures(entry: Entry, paragraph: Paragraph, look: Look, room: float) -> Item:
    """An entry with its scanned signature in the room above and its logo beside it, where the section shows them."""
    item: Item = paragraph
    if room:
        item = Together((*_scanned(entry, look, room), paragraph))
    return _beside(entry, item, look) if look.layout.logos else item


def logo_of_area(entry: Entry, look: Look, width: float) -> Picture | None:
    """The logo of an entry, so large that all have one area to the eye, in a cell of this width.

    A signatory's own factor makes it larger or smaller. What is very long or high gets less, so that it stays in
    its cell and takes at most a third of the page.
    """
    image = look.image(entry.logo)
    if image is None:
        return None
    shape = image.width / image.height
    area = look.layout.logo_area * MILLIMETRE**2 * min(1.0, _FLATTEST / shape, shape / _STEEPEST)
    wide = sqrt(area * shape) * entry.signatory.logo_scale
    highest = look.given.letter.paper.height / 3
    return _sized(image, min(wide, width, highest * shape), Align.CENTRE)


def _scanned(entry: Entry, look: Look, room: float) -> Iterator[Item]:
    """A scanned signature at the bottom of its room; the room alone where there is none."""
    image = look.image(entry.signature)
    scan = _fitted(image, *_SCANNED) if image else None
    spare = room - scan.height if scan else room
    if spare > 0:
        yield look.room(spare)
    if scan:
        yield scan


def _beside(entry: Entry, item: Item, look: Look) -> Row:
    room, height = _BESIDE
    image = look.image(entry.logo)
    scale = entry.signatory.logo_scale
    logo = (_fitted(image, room * min(scale, 1), height * scale),) if image else ()
    rest = look.column - room - _BETWEEN
    first, then = (rest + _BETWEEN, 0.0) if look.right_to_left else (0.0, room + _BETWEEN)
    cells = (Cell(first, room, logo, Level.MIDDLE), Cell(then, rest, (item,), Level.MIDDLE))
    return Row(cells, space_after=look.gap)


def _fitted(image: Image, width: float, height: float) -> Picture:
    """As large as fits into a room."""
    wide = min(width, height * image.width / image.height)
    return _sized(image, wide, Align.START)


def _sized(image: Image, width: float, align: Align) -> Picture:
    height = width * image.height / image.width
    return Picture(image, width, height, align, keep_with_next=True)
