"""Words as PDF text operators that show their glyphs exactly and copy out as the text they stand for."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from signatories.exports.pdf.fonts import UsedFont
from signatories.exports.pdf.glyph_paths import glyph_path
from signatories.typesetting.fonts import Face
from signatories.typesetting.galleys import Cluster, Glyph, GlyphRun, Word

_HALF_A_THOUSANDTH = 0.5  # of the type size: what no reader can see
_KEPT = 1 << 15  # clusters in bytes, of one font


class Mark(NamedTuple):
    """A mark that stands for no text: where, from the word's start on the baseline, and how drawn."""

    x: float
    y: float
    drawing: bytes


class WordCode(NamedTuple):
    """A word in operators. A simple one is the inside of a string, to be joined with its neighbours.

    `font`: the operator that sets the font which is set after the word. `plain_font`: the same for a
    simple word without marks; such words in one font make a line without further questions.
    """

    simple: bool
    font: bytes
    plain_font: bytes
    operators: bytes
    marks: tuple[Mark, ...] = ()


class WordCoder:
    """Writes words as operators, and collects the fonts that they use."""

    def __init__(self) -> None:
        self._fonts: dict[Face, UsedFont] = {}
        self._plain: dict[Face, _PlainClusters] = {}

    @property
    def fonts(self) -> Iterable[UsedFont]:
        """The fonts used so far, in the order of their first use."""
        return self._fonts.values()

    def code(self, word: Word) -> WordCode:
        """The word in operators."""
        if len(word.runs) == 1:
            run = word.runs[0]
            font = self._font(run.face).operator(word.style.size)
            try:
                inner = b"".join(map(self._plain[run.face].__getitem__, run.clusters))
            except _NotPlainError:
                pass
            else:
                return WordCode(True, font, font, inner)
        return self._mixed_code(word)

    def _mixed_code(self, word: Word) -> WordCode:
        """The word in operators, in parts of one font each."""
        size = word.style.size
        parts = [part for run in word.runs for part in _parts(run, self._font(run.face))]
        fonts = [part.font.operator(size) for part in parts]
        marks = tuple(_marks(word))
        if len(parts) == 1 and parts[0].is_simple:
            inner = _inner(parts[0].glyphs, parts[0].font)
            return WordCode(True, fonts[0], b"" if marks else fonts[0], inner, marks)
        shown = []
        for part, font, before in zip(parts, fonts, (b"", *fonts), strict=False):
            shown += [font] * (font != before)
            shown.append(part.operators(size))
        return WordCode(False, fonts[-1] if fonts else b"", b"", b" ".join(shown), marks)

    def _font(self, face: Face) -> UsedFont:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = UsedFont(face, len(self._fonts) + 1)
            self._plain[face] = _PlainClusters(font)
        return font


class _NotPlainError(Exception):
    """A cluster that needs more than the codes of its glyphs."""


class _PlainClusters(dict[Cluster, bytes]):
    """The clusters of a font that are no more than their codes, in bytes: nearly all, and each made once."""

    def __init__(self, font: UsedFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, cluster: Cluster) -> bytes:
        if not _spells(cluster) or any(
            glyph.dy or _is_drawn(glyph, self._font.face) for glyph in cluster.glyphs
        ):
            raise _NotPlainError
        if len(self) > _KEPT:
            self.clear()
        inner = self[cluster] = _inner(cluster.glyphs, self._font)
        return inner


class _Part(NamedTuple):
    """Glyphs of one font; `actual` is their text where they do not spell it one by one."""

    font: UsedFont
    glyphs: tuple[Glyph, ...]
    actual: str

    @property
    def is_simple(self) -> bool:
        return not self.actual and not any(glyph.dy for glyph in self.glyphs)

    def operators(self, size: float) -> bytes:
        shown = _shown(self.glyphs, self.font, size)
        if not self.actual:
            return shown
        text = self.actual.encode("utf-16-be").hex().encode()
        return b"/Span<</ActualText<feff%b>>>BDC %b EMC" % (text, shown)


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
                    path = glyph_path(run.face, glyph.number)
                    drawing = b"%.6g 0 0 %.6g 0 0 cm %b" % (unit, unit, path)
                    yield Mark(x + glyph.dx * scale, glyph.dy * scale, drawing)
                x += glyph.advance * scale


def _shown(glyphs: Iterable[Glyph], font: UsedFont, size: float) -> bytes:
    """Operators that show the glyphs, those that stand higher or lower by a text rise."""
    out: list[bytes] = []
    for rise, level in groupby(glyphs, lambda glyph: glyph.dy):
        show = b"[(%b)]TJ" % _inner(level, font)
        out.append(b"%.4g Ts %b 0 Ts" % (rise * size / 1000, show) if rise else show)
    return b" ".join(out)


def _inner(glyphs: Iterable[Glyph], font: UsedFont) -> bytes:
    """The inside of a string in a TJ array: codes, and what to go back where a viewer would be too far."""
    out: list[bytes] = []
    owed = 0.0
    for glyph in glyphs:
        owed -= glyph.dx
        if abs(owed) >= _HALF_A_THOUSANDTH:
            out.append(b")%.6g(" % owed)
            owed = 0.0
        code = font.code(glyph.number, glyph.text)
        out.append(code.content)
        owed += code.width - glyph.advance + glyph.dx
    if abs(owed) >= _HALF_A_THOUSANDTH:
        out.append(b")%.6g(" % owed)
    return b"".join(out)
