"""Galleys as PDF page operators."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from signatories.exports.pdf_fonts import UsedFont
from signatories.exports.pdf_words import WordCode, WordCoder
from signatories.typesetting.galleys import Galley, Line, Stroke, Word
from signatories.typesetting.words import KEPT, SPACE


class Pen:
    """Writes galleys as page operators; each word is put into operators once."""

    def __init__(self) -> None:
        self._coder = WordCoder()
        self._codes = _Codes(self._coder)

    @property
    def fonts(self) -> Iterable[UsedFont]:
        """The fonts used so far, in the order of their first use."""
        return self._coder.fonts

    def draw(self, galley: Galley, first: int, end: int, x: float, y: float) -> str:
        """Operators that show lines `first` to `end` of a galley.

        `x`, `y`: where the top left corner of the first line stands, in PDF's space (y upwards).
        """
        top = y + galley.tops[first]
        texts: list[str] = []
        drawings: list[str] = []
        here = _Place()
        for above, line in zip(galley.tops[first:end], galley.lines[first:end], strict=True):
            if isinstance(line, Stroke):
                drawings.append(_stroke(line, x, top - above))
            elif isinstance(line, Line) and line.words:
                here.move(x + line.x, top - above - line.baseline)
                texts += [here.operator, *self._line(line, here, drawings)]
        if texts:
            texts = ["BT", *texts, "ET"]
        return "\n".join(texts + drawings)

    def _line(self, line: Line, here: "_Place", drawings: list[str]) -> Iterator[str]:
        """The operators of a line's text; what is drawn beside it goes into `drawings`."""
        codes = [self._codes[word] for word in line.words]
        fonts = {code.plain_font for code in codes}
        if len(fonts) > 1 or "" in fonts:
            drawings += _marks(line, codes, here)
            yield from _mixed(line, codes, here)
            return
        yield from here.set_font(codes[0].font)
        if line.stretch:
            yield _show(_stretched(line, codes))
        else:
            yield _show([code.operators for code in codes])


class _Codes(dict[Word, WordCode]):
    """The words put into operators so far; begun anew when they are too many to keep."""

    def __init__(self, coder: WordCoder) -> None:
        super().__init__()
        self._coder = coder

    def __missing__(self, word: Word) -> WordCode:
        if len(self) > KEPT:
            self.clear()
        code = self[word] = self._coder.code(word)
        return code


class _Place:
    """Where the pen is in a text object, and the font that is set."""

    def __init__(self) -> None:
        self.x = 0.0
        self.y = 0.0
        self.font = ""
        self.operator = ""

    def move(self, x: float, y: float) -> None:
        """Go to the start of a line; rounded places, so that no error adds up."""
        x, y = round(x, 3), round(y, 3)
        self.operator = f"{x - self.x:.6g} {y - self.y:.6g} Td"
        self.x, self.y = x, y

    def set_font(self, font: str) -> Iterator[str]:
        """The operator that sets the font, unless it is set."""
        if font != self.font:
            self.font = font
            yield font


def _mixed(line: Line, codes: list[WordCode], here: _Place) -> Iterator[str]:
    """A line in several fonts, or with words that need more than their glyphs."""
    pairs = zip(line.words, codes, strict=True)
    for font, group in groupby(pairs, lambda pair: pair[1].font if pair[1].simple else ""):
        words, part = zip(*group, strict=True)
        if font:
            yield from here.set_font(font)
            yield _show(_stretched(line._replace(words=words), part))
        else:
            yield from (code.operators for code in part)
            here.font = part[-1].font


def _stretched(line: Line, codes: Iterable[WordCode]) -> Iterator[str]:
    for word, code in zip(line.words, codes, strict=True):
        yield code.operators
        if line.stretch and word.text == SPACE:
            yield f"{-line.stretch * 1000 / word.style.size:.6g}"


def _show(arrays: Iterable[str]) -> str:
    return f"[{''.join(arrays).replace('><', '')}]TJ"


def _marks(line: Line, codes: Iterable[WordCode], here: _Place) -> Iterator[str]:
    x = here.x
    for word, code in zip(line.words, codes, strict=True):
        for mark in code.marks:
            yield f"q 1 0 0 1 {x + mark.x:.6g} {here.y + mark.y:.6g} cm {mark.drawing} Q"
        x += word.width + (line.stretch if word.text == SPACE else 0)


def _stroke(stroke: Stroke, left: float, top: float) -> str:
    bottom = top - stroke.middle - stroke.thickness / 2
    return f"{left + stroke.x:.6g} {bottom:.6g} {stroke.length:.6g} {stroke.thickness:.6g} re f"
