"""How large the pictures of a list are, the same in every output: widths in millimetres."""

from math import sqrt

from signatories.block.settings import Layout
from signatories.typesetting.images import Image

BESIDE = 18.0, 9.0  # the room of a logo beside its line
SCANNED = 50.0, 14.0  # the most that a scanned signature takes
_FLATTEST, _STEEPEST = 4.0, 0.5  # the proportions that an area may be given on a wall
_HIGHEST = 99.0
_BROAD = 2.0  # a cell of a wall, in sides of a square logo: for logos four times as wide as high


def beside(image: Image, scale: float) -> float:
    """A logo beside its line; its own factor makes it higher, and never wider than its room."""
    width, height = BESIDE
    return _fitted(image, width * min(scale, 1.0), height * scale)


def scanned(image: Image) -> float:
    """A scanned signature above the name."""
    return _fitted(image, *SCANNED)


def on_wall(image: Image, area: float, scale: float) -> float:
    """A logo among others, so large that all have one area (mm²) to the eye.

    Its own factor makes it larger or smaller; what is very long or high gets less, and at most a third of a page.
    """
    shape = image.width / image.height
    seen = area * min(1.0, _FLATTEST / shape, shape / _STEEPEST)
    return min(sqrt(seen * shape) * scale, _HIGHEST * shape)


def across(layout: Layout, width: float, gap: float) -> int:
    """How many logos stand side by side on a wall: as its layout says, or as many as there is room for."""
    if layout.columns > 1:
        return layout.columns
    return max(1, int((width + gap) / (cell(layout) + gap)))


def cell(layout: Layout) -> float:
    """The least width of a cell of a wall that has as many as there is room for."""
    return sqrt(layout.logo_area) * _BROAD


def _fitted(image: Image, width: float, height: float) -> float:
    return min(width, height * image.width / image.height)
