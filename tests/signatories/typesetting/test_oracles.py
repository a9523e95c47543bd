"""Glyphs and their places, compared with two others: HarfBuzz on whole lines, and Qt's text layout."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import uharfbuzz
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout, QTextOption

from signatories.typesetting.direction import levels, visual_order
from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.fonts import Face
from signatories.typesetting.galleys import GlyphRun, Line
from signatories.typesetting.lines import set_lines
from signatories.typesetting.plain import SPACE
from signatories.typesetting.shaping import missing
from signatories.typesetting.styles import TextStyle
from signatories.typesetting.words import Words

FILE = Path(__file__).parents[2] / "data" / "names-in-scripts.tsv"
WORDS = Words()
# Between two letters of Hangul the Korean face puts a wider space, by 0.06 of the size. We shape word
# by word, so that a word is shaped once, and put the space that the face has everywhere else.
WIDER_SPACE = "선우 혜린"


class Set(NamedTuple):
    """A name as we set it, all in one face."""

    text: str
    face: Face
    runs: tuple[GlyphRun, ...]

    @property
    def glyphs(self) -> list[tuple[int, float]]:
        """Numbers and advances from left to right, in units of the font."""
        return [
            (glyph.number, glyph.advance / self.face.unit)
            for run in self.runs
            for cluster in run.clusters
            for glyph in cluster.glyphs
        ]

    @property
    def places(self) -> list[tuple[float, int]]:
        """From where each glyph is drawn, in units of the font, and its number."""
        places, x = [], 0.0
        for run in self.runs:
            for cluster in run.clusters:
                for glyph in cluster.glyphs:
                    places.append((x + glyph.dx / self.face.unit, glyph.number))
                    x += glyph.advance / self.face.unit
        return sorted(places)


def names_in_one_face() -> Iterator[Set]:
    """The names, regular and bold, that one face has with all their characters."""
    _, *rows = FILE.read_text(encoding="utf-8").splitlines()
    for row in rows:
        _, country, text = row.split("\t")
        for style in (TextStyle(country=country), TextStyle(country=country, bold=True)):
            if missing(text, style):
                continue
            (line,) = set_lines(Paragraph((Span(text, style),)), 10_000, WORDS)
            runs = _runs(line)
            if len({run.face for run in runs}) == 1 and text != WIDER_SPACE:
                yield Set(text, runs[0].face, runs)


def _runs(line: Line) -> tuple[GlyphRun, ...]:
    return tuple(run for word in line.printed for run in word.runs)


NAMES = list(names_in_one_face())


def _runs_one_way(name: Set) -> bool:
    """Whether a shaper that knows nothing of direction may take the line as a whole."""
    ways = {
        run.right_to_left
        for run in name.runs
        if "".join(cluster.text for cluster in run.clusters) != SPACE
    }
    return len(ways) == 1


def test_word_by_word_gives_what_harfbuzz_gives_for_the_whole_line() -> None:
    compared = [name for name in NAMES if _runs_one_way(name)]
    assert len(compared) > 400
    for name in compared:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(name.text)
        buffer.guess_segment_properties()
        buffer.language = "en"
        uharfbuzz.shape(name.face.font, buffer, {})
        shaped = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        theirs = [(info.codepoint, place.x_advance) for info, place in shaped]
        assert [number for number, _ in name.glyphs] == [number for number, _ in theirs]
        assert [advance for _, advance in name.glyphs] == pytest.approx(
            [advance for _, advance in theirs]
        )


@pytest.mark.usefixtures("qtbot")
def test_qt_puts_the_same_glyphs_at_the_same_places() -> None:
    """Qt cuts lines into runs, orders them by direction and shapes them by code of its own."""
    by_face = defaultdict(list)
    for name in NAMES:
        by_face[name.face].append(name)
    assert len(by_face) > 40
    for face, names in by_face.items():
        number = QFontDatabase.addApplicationFontFromData(_instance(face, names))
        font = _font(QFontDatabase.applicationFontFamilies(number)[0], face)
        for name in names:
            theirs = _places_in_qt(name.text, font)
            assert [glyph for _, glyph in theirs] == [glyph for _, glyph in _rounded(name.places)]
            assert [x for x, _ in theirs] == pytest.approx([x for x, _ in name.places], abs=2)
        QFontDatabase.removeApplicationFont(number)


@pytest.mark.usefixtures("qtbot")
@settings(max_examples=100)
@given(st.text(alphabet="ab .,()12-אבגדعم٣", min_size=1, max_size=20), st.sampled_from([0, 1]))
def test_qt_orders_what_runs_both_ways_as_we_do(text: str, base: int) -> None:
    text = text.strip()
    ways = Qt.LayoutDirection.RightToLeft if base else Qt.LayoutDirection.LeftToRight
    layout = _laid_out(text, QFont(), ways)
    wanted = QTextLayout.GlyphRunRetrievalFlag
    flags = wanted.RetrieveGlyphPositions | wanted.RetrieveStringIndexes
    places = [
        (place.x(), index)
        for run in layout.glyphRuns(-1, -1, flags | wanted.RetrieveGlyphIndexes)
        for index, place in zip(run.stringIndexes(), run.positions(), strict=True)
    ]
    assert [index for _, index in sorted(places)] == visual_order(
        range(len(text)), levels(text, base)
    )


def _rounded(places: list[tuple[float, int]]) -> list[tuple[float, int]]:
    return sorted((round(x), glyph) for x, glyph in places)


def _instance(face: Face, names: list[Set]) -> QByteArray:
    """The face at its weight as a file of its own, with the same numbers of glyphs."""
    request = uharfbuzz.SubsetInput()
    request.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS
    request.glyph_set.update(glyph for name in names for glyph, _ in name.glyphs)
    request.unicode_set.invert()
    request.layout_feature_tag_set.clear()
    request.layout_feature_tag_set.invert()
    request.pin_all_axes_to_default(face.outlines)
    request.pin_axis_location(face.outlines, "wght", face.weight)
    font = uharfbuzz.SubsetPlan(face.outlines, request).execute()
    return QByteArray(bytes(font.blob.data))


def _font(family: str, face: Face) -> QFont:
    """A font in which a pixel is a unit of the face."""
    font = QFont(family)
    font.setPixelSize(face.outlines.upem)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


def _places_in_qt(text: str, font: QFont) -> list[tuple[float, int]]:
    layout = _laid_out(text, font, Qt.LayoutDirection.LayoutDirectionAuto)
    left = layout.lineAt(0).naturalTextRect().x()
    return _rounded(
        [
            (place.x() - left, glyph)
            for run in layout.glyphRuns()
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True)
        ]
    )


def _laid_out(text: str, font: QFont, direction: Qt.LayoutDirection) -> QTextLayout:
    """The text in one line, as Qt sets it."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(1_000_000)
    layout.endLayout()
    return layout
