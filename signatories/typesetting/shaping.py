"""Characters become glyphs: each word is shaped once, in the first faces that have its letters."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby, repeat
from operator import itemgetter
from typing import Any, NamedTuple

import uharfbuzz
from bidi.mirror import MIRRORED

from signatories.typesetting import fonts
from signatories.typesetting.clusters import clusters, covered, visible
from signatories.typesetting.fonts import Face
from signatories.typesetting.galleys import Cluster, Glyph, GlyphRun, Word
from signatories.typesetting.scripts import COMMON, script_of
from signatories.typesetting.styles import Family, TextStyle

_FIGURES = frozenset("0123456789.")
_START = itemgetter(0)
_KEPT = 1 << 14  # clusters of one face
REPLACEMENT = "\ufffd"  # stands in a preview for what has no glyph; a run is refused before


class _Piece(NamedTuple):
    """Text to shape at one go."""

    text: str
    face: Face
    script: str


class _Set(NamedTuple):
    """A cluster, or a character of one that no face has as a whole, with its face if there is one."""

    text: str
    face: Face | None
    script: str


def shape(text: str, style: TextStyle, *, right_to_left: bool) -> Word:
    """Shape a text that runs one way and holds no line break."""
    if text and not right_to_left and _FIGURES.issuperset(text):
        return _number(text, style)
    pieces, language = _pieces(text, style), style.language
    runs = tuple([_run(piece, language, right_to_left=right_to_left) for piece in pieces])
    width = sum(map(_advance, runs)) * style.size / 1000
    return Word(text, style, width, runs[::-1] if right_to_left else runs)


def _number(text: str, style: TextStyle) -> Word:
    """A number from its figures. The main faces have them all of one width and kern none of them.

    A long list has as many numbers as lines: shaping each would take longer than all of its names.
    """
    face = main_face(style)
    figures = tuple([_figure(character, face, style.language) for character in text])
    run = GlyphRun(face, figures, right_to_left=False)
    return Word(text, style, _advance(run) * style.size / 1000, (run,))


@cache
def _figure(character: str, face: Face, language: str) -> Cluster:
    return _run(_Piece(character, face, COMMON), language, right_to_left=False).clusters[0]


@lru_cache(maxsize=1 << 10)
def space(style: TextStyle, face: Face) -> Word:
    """A space of this face, so that it is one with the word before it, in print and when copied."""
    run = _run(_Piece(" ", face, COMMON), style.language, right_to_left=False)
    return Word(" ", style, _advance(run) * style.size / 1000, (run,))


def space_after(words: tuple[Word, ...], style: TextStyle) -> Word:
    """The space after these words, in the face that ends them."""
    faces = [run.face for word in words for run in word.runs]
    return space(style, faces[-1] if faces else main_face(style))


def missing(text: str, style: TextStyle) -> tuple[str, ...]:
    """The characters of the text that no face has, each once, in their order."""
    if all(_has_a_face(character, style.family) for character in set(text)):
        return ()
    lacking = (part.text for part in _faces(text, style) if part.face is None)
    return tuple(dict.fromkeys(lacking))


@cache
def _has_a_face(character: str, family: Family) -> bool:
    upright = _main_faces(family, fonts.REGULAR, italic=False)
    others = fonts.fallbacks(COMMON, "en", None, fonts.REGULAR)
    return _first_with(character, (*upright, *others)) is not None


def main_face(style: TextStyle) -> Face:
    """The face that text in this style is set in as long as it has the characters."""
    return _main_faces(style.family, _weight(style), italic=style.italic)[0]


def _pieces(text: str, style: TextStyle) -> list[_Piece]:
    """Neighbouring clusters in one face and script, joined."""
    main = main_face(style)
    scripts = {*map(_script_in, repeat(main), text)} - {COMMON}
    if len(scripts) <= 1 and None not in scripts:  # nearly all words
        return [_Piece(text, main, scripts.pop() or COMMON if scripts else COMMON)]
    cut = (
        (part.text, part.face, part.script) if part.face else (REPLACEMENT, main, COMMON)
        for part in _faces(text, style)
    )
    return [
        _Piece("".join([cluster for cluster, _, _ in group]), face, script)
        for (face, script), group in groupby(cut, lambda part: part[1:])
    ]


@cache
def _script_in(face: Face, character: str) -> str | None:
    """The script of a character; None if the face lacks it."""
    return script_of(character) if ord(character) in face.coverage else None


def _faces(text: str, style: TextStyle) -> Iterator[_Set]:
    """The clusters of the text in the first face that has them; else their characters, each in its own."""
    parts = list(clusters(text))
    weight = _weight(style)
    main = _main_faces(style.family, weight, italic=style.italic)
    for cluster, script in zip(parts, _scripts(parts), strict=True):
        candidates = (*main, *fonts.fallbacks(script, style.language, style.country, weight))
        whole = _first_with(cluster, candidates)
        if whole or len(cluster) == 1:
            yield _Set(cluster, whole, script)
        else:
            for character in visible(cluster):
                yield _Set(character, _first_with(character, candidates), script)


def _first_with(cluster: str, candidates: Iterable[Face]) -> Face | None:
    return next((face for face in candidates if covered(cluster, face.coverage)), None)


def _scripts(parts: list[str]) -> list[str]:
    """The script of each cluster; what is common goes with the letters before it, or else after it."""
    scripts = [script_of(part[0]) for part in parts]
    known = next((script for script in scripts if script != COMMON), COMMON)
    for number, script in enumerate(scripts):
        known = scripts[number] = known if script == COMMON else script
    return scripts


def _weight(style: TextStyle) -> int:
    return fonts.BOLD if style.bold else fonts.REGULAR


@cache
def _main_faces(family: Family, weight: int, *, italic: bool) -> tuple[Face, ...]:
    """The main face, and for what an italic lacks the upright one."""
    slants = (True, False) if italic else (False,)
    files = (fonts.main_file(serif=family is Family.SERIF, italic=slant) for slant in slants)
    return tuple(fonts.face(file, weight) for file in files)


def _run(piece: _Piece, language: str, *, right_to_left: bool) -> GlyphRun:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(piece.text)
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.script = "Latn" if piece.script == COMMON else piece.script
    buffer.language = language
    uharfbuzz.shape(piece.face.font, buffer, {})
    return GlyphRun(piece.face, _clusters(buffer, piece, right_to_left), right_to_left)


def _advance(run: GlyphRun) -> float:
    return sum([glyph.advance for cluster in run.clusters for glyph in cluster.glyphs])


def _clusters(buffer: uharfbuzz.Buffer, piece: _Piece, right_to_left: bool) -> tuple[Cluster, ...]:
    text, kept = piece.text, _made_in(piece.face, right_to_left=right_to_left)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = [info.cluster for info in infos]
    places = [(info.codepoint, *at.position) for info, at in zip(infos, positions, strict=True)]
    if starts == [*range(len(text))]:  # a glyph for each character: nearly all words
        return tuple(map(kept.__getitem__, zip(text, places, strict=True)))
    order = sorted(set(starts))
    ends = dict(zip(order, (*order[1:], len(text)), strict=True))
    groups = groupby(zip(starts, places, strict=True), _START)
    return tuple(
        kept[(text[start : ends[start]], *[place for _, place in group])] for start, group in groups
    )


class _Clusters(dict[tuple[Any, ...], Cluster]):
    """The clusters of a face, by their text and the places of their glyphs in units of the font.

    Kept, because words are made of the same few: a word then takes a quarter of the memory.
    """

    def __init__(self, unit: float, right_to_left: bool) -> None:
        super().__init__()
        self._unit = unit
        self._right_to_left = right_to_left

    def __missing__(self, key: tuple[Any, ...]) -> Cluster:
        if len(self) > _KEPT:
            self.clear()
        (text, *places), unit = key, self._unit
        glyphs = [
            Glyph(number, advance * unit, dx * unit, dy * unit, "")
            for number, dx, dy, advance, _ in places
        ]
        cluster = self[key] = Cluster(text, _spelled(glyphs, text, self._right_to_left))
        return cluster


@cache
def _made_in(face: Face, *, right_to_left: bool) -> _Clusters:
    return _Clusters(face.unit, right_to_left)


def _spelled(glyphs: list[Glyph], text: str, right_to_left: bool) -> tuple[Glyph, ...]:
    """The glyphs of a cluster with its characters shared out, so that read one by one they spell it.

    Where there are fewer characters than glyphs, those that only add a mark go without.
    """
    if right_to_left:
        text = "".join(MIRRORED.get(character, character) for character in text)
    order = list(range(len(glyphs)))[:: -1 if right_to_left else 1]
    if len(text) < len(order):
        order.sort(key=lambda index: not glyphs[index].advance)
        order = sorted(order[: len(text)], reverse=right_to_left)
    spelled = list(glyphs)
    for place, index in enumerate(order):
        characters = text[place:] if place == len(order) - 1 else text[place]
        spelled[index] = glyphs[index]._replace(text=characters)
    return tuple(spelled)
