"""Numbers are put together from their figures: exactly as HarfBuzz would shape them whole."""

from itertools import product

import pytest
import uharfbuzz

from signatories.typesetting.shaping import main_face, shape
from signatories.typesetting.styles import Family, TextStyle

PAIRS = ["".join(pair) for pair in product("0123456789.", repeat=2)]
STYLES = [
    TextStyle(bold=bold, italic=italic, family=family)
    for family, bold, italic in product(Family, (False, True), (False, True))
]


def shaped_whole(text: str, style: TextStyle) -> list[tuple[int, float, float, float]]:
    face = main_face(style)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(face.font, buffer, {})
    return [
        (info.codepoint, place.x_advance * face.unit, place.x_offset, place.y_offset)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


@pytest.mark.parametrize("style", STYLES)
def test_no_face_moves_a_figure_for_the_one_beside_it(style: TextStyle) -> None:
    for text in (*PAIRS, "100000.", "1234567890"):
        (run,) = shape(text, style, right_to_left=False).runs
        glyphs = [glyph for cluster in run.clusters for glyph in cluster.glyphs]
        assert [glyph[:4] for glyph in glyphs] == shaped_whole(text, style)
        assert "".join(cluster.text for cluster in run.clusters) == text


@pytest.mark.parametrize("style", STYLES)
def test_all_figures_are_of_one_width(style: TextStyle) -> None:
    widths = {shape(figure, style, right_to_left=False).width for figure in "0123456789"}
    assert len(widths) == 1
