"""Galleys as PDF page operators."""

from collections.abc import Iterable, Iterator

from signatories.exports.pdf_fonts import UsedFont
from signatories.exports.pdf_words import WordCode, WordCoder
from signatories.typesetting.galleys import Galley, Line, Stroke, Word
from signatories.typesetting.words import KEPT, SPACE


class Pen:
    """Writes galleys as page operators; each word is put into operators once."""

    def __init__(self) -> None:
        self._coder = WordCoder()
        self._codes: dict[Word, WordCode] = {}

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
            elif line.words:
                here.move(x + line.x, top - above - line.baseline)
                texts += [here.operator, self._line(line, here)]
                drawings += self._marks(line, here)
        if texts:
            texts = ["BT", *texts, "ET"]
        return "\n".join(texts + drawings)

    def _line(self, line: Line, here: "_Place") -> str:
        """The operators of a line's text."""
        out: list[str] = []
        array: list[str] = []
        for code, word in ((self._code(word), word) for word in line.words):
            if array and not (code.simple and code.font == here.font):
                out.append(f"[{''.join(array)}]TJ")
                array = []
            if not code.simple:
                out.append(code.operators)
            else:
                if code.font != here.font:
                    out.append(code.font)
                array.append(code.operators)
                if line.stretch and word.text == SPACE:
                    array.append(f"{-line.stretch * 1000 / word.style.size:.6g}")
            here.font = code.font
        if array:
            out.append(f"[{''.join(array)}]TJ")
        return " ".join(out)

    def _marks(self, line: Line, here: "_Place") -> Iterator[str]:
        x = here.x
        for word in line.words:
            for mark in self._code(word).marks:
                yield f"q 1 0 0 1 {x + mark.x:.6g} {here.y + mark.y:.6g} cm {mark.drawing} Q"
            x += word.width + (line.stretch if word.text == SPACE else 0)

    def _code(self, word: Word) -> WordCode:
        code = self._codes.get(word)
        if code is None:
            if len(self._codes) > KEPT:
                self._codes.clear()
            code = self._codes[word] = self._coder.code(word)
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


def _stroke(stroke: Stroke, left: float, top: float) -> str:
    bottom = top - stroke.middle - stroke.thickness / 2
    return f"{left + stroke.x:.6g} {bottom:.6g} {stroke.length:.6g} {stroke.thickness:.6g} re f"
