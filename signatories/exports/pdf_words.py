"""Words as PDF text operators that show their glyphs exactly and copy out as the text they stand for."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from signatories.exports.pdf_fonts import UsedFont
from signatories.exports.pdf_outlines import outline
from signatories.typesetting.fonts import Face
from signatories.typesetting.galleys import Cluster, Glyph, GlyphRun, Word

_HALF_A_THOUSANDTH = 0.5  # of the type size: what no reader can see


class Mark(NamedTuple):
    """A mark that stands for no text: where, from the word's start on the baseline, and how drawn."""

    x: float
    y: float
    drawing: str


class WordCode(NamedTuple):
    """A word in operators. A simple one is the inside of a TJ array, to be joined with its neighbours.

    `font`: the operator that sets the font which is set after the word. `plain_font`: the same, for
    a simple word without marks; such words in one font make a line without further questions.
    """

    simple: bool
    font: str
    plain_font: str
    operators: str
    marks: tuple[Mark, ...]


class WordCoder:
    """Writes words as operators, and collects the fonts that they use."""

    def __init__(self) -> None:
        self._fonts: dict[Face, UsedFont] = {}

    @property
    def fonts(self) -> Iterable[UsedFont]:
        """The fonts used so far, in the order of their first use."""
        return self._fonts.values()

    def code(self, word: Word) -> WordCode:
        """The word in operators."""
        size = word.style.size
        parts = [part for run in word.runs for part in _parts(run, self._font(run.face))]
        fonts = [f"/{part.font.name} {size:g} Tf" for part in parts]
        marks = tuple(_marks(word))
        if len(parts) == 1 and parts[0].is_simple:
            operators = _array(parts[0].glyphs, parts[0].font)
            return WordCode(True, fonts[0], "" if marks else fonts[0], operators, marks)
        shown = []
        for part, font, before in zip(parts, fonts, ("", *fonts), strict=False):
            shown += [font] * (font != before)
            shown.append(part.operators(size))
        return WordCode(False, fonts[-1] if fonts else "", "", " ".join(shown), marks)

    def _font(self, face: Face) -> UsedFont:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = UsedFont(face, f"F{len(self._fonts) + 1}")
        return font


class _Part(NamedTuple):
    """Glyphs of one font; `actual` is their text where they do not spell it one by one."""

    font: UsedFont
    glyphs: tuple[Glyph, ...]
    actual: str

    @property
    def is_simple(self) -> bool:
        return not self.actual and not any(glyph.dy for glyph in self.glyphs)

    def operators(self, size: float) -> str:
        shown = _shown(self.glyphs, self.font, size)
        if not self.actual:
            return shown
        text = self.actual.encode("utf-16-be").hex()
        return f"/Span<</ActualText<feff{text}>>>BDC {shown} EMC"


def _parts(run: GlyphRun, font: UsedFont) -> Iterator[_Part]:
    """The glyphs of a run, as many together as spell their text."""
    for spells, clusters in groupby(run.clusters, _spells):
        if spells:
            glyphs = (glyph for cluster in clusters for glyph in cluster.glyphs)
            yield _Part(font, tuple(_carried(glyphs, run)), "")
        else:
            yield from (_Part(font, cluster.glyphs, cluster.text) for cluster in clusters)


def _spells(cluster: Cluster) -> bool:
    """Whether the glyphs say the text one by one, but for marks that are drawn as outlines."""
    return all(glyph.text or not glyph.advance for glyph in cluster.glyphs)


def _is_drawn(glyph: Glyph, face: Face) -> bool:
    """Whether the glyph is a mark to draw as an outline.

    As text, a mark without characters is read as a letter of its own, and a mark that is moved to
    its place is read in the wrong order or with a space beside it.
    """
    if glyph.advance:
        return False
    return not glyph.text or (face.blank is not None and bool(glyph.dx or glyph.dy))


def _carried(glyphs: Iterable[Glyph], run: GlyphRun) -> Iterator[Glyph]:
    """The glyphs as text: what is drawn instead leaves its characters to one empty glyph."""
    for drawn, group in groupby(glyphs, lambda glyph: _is_drawn(glyph, run.face)):
        if not drawn:
            yield from group
            continue
        texts = [glyph.text for glyph in group]
        text = "".join(reversed(texts) if run.right_to_left else texts)
        if text and run.face.blank:
            yield Glyph(run.face.blank, 0.0, 0.0, 0.0, text)


def _marks(word: Word) -> Iterator[Mark]:
    """The glyphs of a word that are drawn as outlines."""
    scale = word.style.size / 1000
    x = 0.0
    for run in word.runs:
        unit = scale * run.face.unit
        for cluster in run.clusters:
            spells = _spells(cluster)
            for glyph in cluster.glyphs:
                if spells and _is_drawn(glyph, run.face):
                    path = f"{unit:.6g} 0 0 {unit:.6g} 0 0 cm {outline(run.face, glyph.number)}"
                    yield Mark(x + glyph.dx * scale, glyph.dy * scale, path)
                x += glyph.advance * scale


def _shown(glyphs: Iterable[Glyph], font: UsedFont, size: float) -> str:
    """Operators that show the glyphs, those that stand higher or lower by a text rise."""
    out: list[str] = []
    for rise, level in groupby(glyphs, lambda glyph: glyph.dy):
        array = f"[{_array(level, font)}]TJ"
        out.append(f"{rise * size / 1000:.4g} Ts {array} 0 Ts" if rise else array)
    return " ".join(out)


def _array(glyphs: Iterable[Glyph], font: UsedFont) -> str:
    """The inside of a TJ array: codes, and what to go back where a viewer would be too far."""
    out: list[str] = []
    codes, owed = "", 0.0
    for glyph in glyphs:
        owed -= glyph.dx
        if abs(owed) >= _HALF_A_THOUSANDTH:
            out += [f"<{codes}>" if codes else "", f"{owed:.6g}"]
            codes, owed = "", 0.0
        code = font.code(glyph.number, glyph.text)
        codes += f"{code:04x}"
        owed += font.width(code) - glyph.advance + glyph.dx
    out.append(f"<{codes}>" if codes else "")
    if abs(owed) >= _HALF_A_THOUSANDTH:
        out.append(f"{owed:.6g}")
    return "".join(out)
