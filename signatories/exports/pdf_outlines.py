"""Glyphs as outlines in page operators, for marks that no text stands for."""

from functools import cache
from typing import Any

import uharfbuzz

from signatories.typesetting.fonts import Face


@cache
def outline(face: Face, glyph: int) -> str:
    """The operators that draw and fill the glyph, in units of the font."""
    path: list[str] = []
    face.font.draw_glyph(glyph, _drawing(), path)
    return " ".join([*path, "f"])


@cache
def _drawing() -> Any:
    drawing = uharfbuzz.DrawFuncs()
    drawing.set_move_to_func(lambda x, y, path: path.append(f"{x:g} {y:g} m"))
    drawing.set_line_to_func(lambda x, y, path: path.append(f"{x:g} {y:g} l"))
    drawing.set_cubic_to_func(_cubic_to)
    drawing.set_close_path_func(lambda path: path.append("h"))
    return drawing


def _cubic_to(*points_and_path: Any) -> None:
    *points, path = points_and_path
    path.append(" ".join(f"{value:g}" for value in points) + " c")
