"""Lines of words as PDF text operators."""

from collections.abc import Callable, Iterable

from signatories.exports.pdf.drawings import UsedDrawings
from signatories.exports.pdf.fonts import UsedFont
from signatories.exports.pdf.words import WordCode, WordCoder
from signatories.typesetting.galleys import Line, Shown, Word
from signatories.typesetting.kept import KEPT
from signatories.typesetting.plain import SPACE

_KEPT_MOVES = 1 << 14


class LineCoder:
    """Keeps words in operators, and those that need no more than their glyphs ready to be joined.

    `ready`: the words of the font used last, the likeliest for the next line. `linked`: whether any word so far leads
    anywhere.
    """

    def __init__(self, drawings: UsedDrawings) -> None:
        self.drawings = drawings
        self.moves = _Moves()
        self.ready = _Ready(b"", self._code)
        self.linked = False
        self._words = WordCoder()
        self._codes: dict[Word, WordCode] = {}
        self._plain: dict[bytes, _Ready] = {}

    @property
    def fonts(self) -> Iterable[UsedFont]:
        """The fonts used so far, in the order of their first use."""
        return self._words.fonts

    def use(self, font: bytes) -> None:
        """Have the words of another font ready."""
        if font not in self._plain:
            self._plain[font] = _Ready(font, self._code)
        self.ready = self._plain[font]

    def codes(self, words: Iterable[Word]) -> list[WordCode]:
        """The words in operators."""
        return [*map(self._code, words)]

    def _code(self, word: Word) -> WordCode:
        code = self._codes.get(word)
        if code is None:
            if len(self._codes) > KEPT:
                self._codes.clear()
                for plain in self._plain.values():
                    plain.clear()
            code = self._codes[word] = self._words.code(word)
            self.linked = self.linked or word.style.link != ""
        return code


class _NotReadyError(Exception):
    """A word of another font, or one that needs more than its glyphs."""


class _Ready(dict[Word, bytes]):
    """The words of a font that need no more than their glyphs: put into operators when they are first asked for."""

    def __init__(self, font: bytes, code: Callable[[Word], WordCode]) -> None:
        super().__init__()
        self.font = font
        self._code = code

    def __missing__(self, word: Word) -> bytes:
        code = self._code(word)
        inner = code.operators
        is_plain = code.plain_font != b"" and code.plain_font == self.font
        if not is_plain or inner.startswith(b")") or inner.endswith(b"("):
            raise _NotReadyError
        self[word] = inner
        return inner


class TextObject:
    """Lines shown one after the other, and the marks that are drawn beside their glyphs."""

    def __init__(self, coder: LineCoder) -> None:
        self._coder = coder
        self._shown: list[bytes] = []
        self._marks: list[bytes] = []
        self._font = b""

    def show(self, pieces: Iterable[tuple[float, Shown]], left: float, top: float) -> None:
        """Show the lines of words among what stands so far below a top, on a left edge."""
        coder, shown = self._coder, self._shown
        ready = coder.ready
        at_x = at_y = 0  # thousandths of a point: whole numbers, so that no error adds up
        for above, line in pieces:
            if type(line) is not Line or not line.words:
                continue
            own_x, baseline, words, stretch, space = line
            x, y = round((left + own_x) * 1000), round((top - above - baseline) * 1000)
            shown.append(coder.moves[x - at_x, y - at_y])
            at_x, at_y = x, y
            try:
                ready[words[0]]  # glyphs get their codes in the order of the line
                between = ready[space] if space and len(words) > 1 else b""
                inner = between.join(map(ready.__getitem__, words))
            except _NotReadyError:
                self._show_first(line, coder.codes(line.printed), x / 1000, y / 1000)
                ready = coder.ready
                continue
            self._set_font(ready.font)
            shown.append(b"[(%b)]TJ" % (self._stretched(line) if stretch else inner))

    @property
    def operators(self) -> list[bytes]:
        """All that was shown, as a text object and what is drawn after it."""
        text = [b"BT", *self._shown, b"ET"] if self._shown else []
        return [*text, *self._marks]

    def _show_first(self, line: Line, codes: list[WordCode], x: float, y: float) -> None:
        """Show a line at a place in another font than the one before it, or with words that were not met yet."""
        fonts = {code.plain_font for code in codes}
        if len(fonts) == 1 and b"" not in fonts:
            self._coder.use(codes[0].font)
        self._show_mixed(line, codes)
        if any(code.marks for code in codes):
            self._draw_marks(line, codes, x, y)

    def _show_mixed(self, line: Line, codes: list[WordCode]) -> None:
        """Show a line in any fonts, also with words that need more than their glyphs."""
        inner: list[bytes] = []
        for word, code in zip(line.printed, codes, strict=True):
            if code.font != self._font or not code.simple:
                if inner:
                    self._show_string(b"".join(inner))
                    inner = []
                if not code.simple:
                    self._shown.append(code.operators)
                    self._font = code.font
                    continue
                self._set_font(code.font)
            inner.append(code.operators)
            if line.stretch and word.text == SPACE:
                inner.append(_wider(line.stretch, word))
        if inner:
            self._show_string(b"".join(inner))

    def _show_string(self, inner: bytes) -> None:
        """Show strings and what goes on between them, but no empty one: PDFium forgets the way before it.

        Brackets are never part of a code.
        """
        shown = b"[(%b)]TJ" % inner
        self._shown.append(shown.replace(b"()", b" ") if b"()" in shown else shown)

    def _set_font(self, font: bytes) -> None:
        if font != self._font:
            self._font = font
            self._shown.append(font)

    def _stretched(self, line: Line) -> bytes:
        """The inside of a string with all words of a line that are ready, its spaces stretched."""
        ready, wider = self._coder.ready, _wider(line.stretch, line.words[0])
        return b"".join(
            [ready[word] + wider if word.text == SPACE else ready[word] for word in line.words]
        )

    def _draw_marks(self, line: Line, codes: Iterable[WordCode], x: float, y: float) -> None:
        shows = self._coder.drawings.operators
        for word, code in zip(line.printed, codes, strict=True):
            for mark in code.marks:
                place = (x + mark.x, y + mark.y, shows(mark.drawing))
                self._marks.append(b"q 1 0 0 1 %.6g %.6g cm %b Q" % place)
            x += word.width + (line.stretch if word.text == SPACE else 0)


class _Moves(dict[tuple[int, int], bytes]):
    """The operators that go on by so many thousandths of a point; most lines go on alike."""

    def __missing__(self, way: tuple[int, int]) -> bytes:
        if len(self) > _KEPT_MOVES:
            self.clear()
        move = self[way] = b"%.6g %.6g Td" % (way[0] / 1000, way[1] / 1000)
        return move


def _wider(stretch: float, word: Word) -> bytes:
    """What goes on by the stretch inside a string, in the size of the word."""
    return b")%.6g(" % (-stretch * 1000 / word.style.size)
