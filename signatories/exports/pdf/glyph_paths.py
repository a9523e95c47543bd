"""Glyphs as outlines in page operators, for marks that no text stands for."""

from functools import cache
from typing import Any

import uharfbuzz

from signatories.typesetting.fonts import Face


@cache
def glyph_path(face: Face, glyph: int) -> bytes:
    """The operators that draw and fill the glyph, in units of the font."""
    path: list[bytes] = []
    face.font.draw_glyph(glyph, _drawing(), path)
    return b" ".join([*path, b"f"])


@cache
def _drawing() -> Any:
    drawing = uharfbuzz.DrawFuncs()
    drawing.set_move_to_func(lambda x, y, path: path.append(b"%g %g m" % (x, y)))
    drawing.set_line_to_func(lambda x, y, path: path.append(b"%g %g l" % (x, y)))
    drawing.set_cubic_to_func(_cubic_to)
    drawing.set_close_path_func(lambda path: path.append(b"h"))
    return drawing


def _cubic_to(*points_and_path: Any) -> None:
    *points, path = points_and_path
    path.append(b"%g %g %g %g %g %g c" % tuple(points))
