"""Lines of words as PDF text operators."""

from collections.abc import Iterable, Iterator

from signatories.exports.pdf.fonts import UsedFont
from signatories.exports.pdf.words import WordCode, WordCoder
from signatories.typesetting.galleys import Line, Word
from signatories.typesetting.kept import KEPT
from signatories.typesetting.plain import SPACE

_KEPT_MOVES = 1 << 14


class LineCoder:
    """Keeps words in operators, and those that need no more than their glyphs ready to be joined.

    `font`: the operator of the font used last, the likeliest for the next line; `ready`: its words.
    """

    def __init__(self) -> None:
        self.moves = _Moves()
        self.font = b""
        self.ready: dict[Word, bytes] = {}
        self._words = WordCoder()
        self._codes: dict[Word, WordCode] = {}
        self._plain: dict[bytes, dict[Word, bytes]] = {}

    @property
    def fonts(self) -> Iterable[UsedFont]:
        """The fonts used so far, in the order of their first use."""
        return self._words.fonts

    def use(self, font: bytes) -> None:
        """Have the words of another font ready."""
        self.font, self.ready = font, self._plain.setdefault(font, {})

    def codes(self, words: Iterable[Word]) -> list[WordCode]:
        """The words in operators; of those met here first, the plain ones are ready from now on."""
        return [self._codes.get(word) or self._code(word) for word in words]

    def _code(self, word: Word) -> WordCode:
        if len(self._codes) > KEPT:
            self._codes.clear()
            for plain in self._plain.values():
                plain.clear()
        code = self._codes[word] = self._words.code(word)
        if code.plain_font:
            self._plain.setdefault(code.plain_font, {})[word] = code.operators
        return code


class TextObject:
    """Lines shown one after the other, and the marks that are drawn beside their glyphs."""

    def __init__(self, coder: LineCoder) -> None:
        self._coder = coder
        self._shown: list[bytes] = []
        self._marks: list[bytes] = []
        self._font = b""
        self._x = self._y = 0  # thousandths of a point: whole numbers, so that no error adds up

    def show(self, line: Line, left: float, baseline: float) -> None:
        """Show a line whose first word begins at the place."""
        x, y = round(left * 1000), round(baseline * 1000)
        self._shown.append(self._coder.moves[x - self._x, y - self._y])
        self._x, self._y = x, y
        try:
            inner = _inner(line, map(self._coder.ready.__getitem__, line.words))
        except KeyError:
            self._show_first(line, self._coder.codes(line.words))
        else:
            self._set_font(self._coder.font)
            self._show_string(inner)

    def operators(self) -> Iterator[bytes]:
        """All that was shown, as a text object and what is drawn after it."""
        if self._shown:
            yield b"BT"
            yield from self._shown
            yield b"ET"
        yield from self._marks

    def _show_first(self, line: Line, codes: list[WordCode]) -> None:
        """Show a line in another font than the one before it, or with words that were not met yet."""
        fonts = {code.plain_font for code in codes}
        if len(fonts) > 1 or b"" in fonts:
            self._show_mixed(line, codes)
            return
        self._coder.use(codes[0].font)
        self._set_font(codes[0].font)
        self._show_string(_inner(line, [code.operators for code in codes]))

    def _show_mixed(self, line: Line, codes: list[WordCode]) -> None:
        """Show a line in several fonts, or with words that need more than their glyphs."""
        inner: list[bytes] = []
        for word, code in zip(line.words, codes, strict=True):
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
        if any(code.marks for code in codes):
            self._draw_marks(line, codes)

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

    def _draw_marks(self, line: Line, codes: Iterable[WordCode]) -> None:
        x, y = self._x / 1000, self._y / 1000
        for word, code in zip(line.words, codes, strict=True):
            for mark in code.marks:
                place = (x + mark.x, y + mark.y, mark.drawing)
                self._marks.append(b"q 1 0 0 1 %.6g %.6g cm %b Q" % place)
            x += word.width + (line.stretch if word.text == SPACE else 0)


class _Moves(dict[tuple[int, int], bytes]):
    """The operators that go on by so many thousandths of a point; most lines go on alike."""

    def __missing__(self, way: tuple[int, int]) -> bytes:
        if len(self) > _KEPT_MOVES:
            self.clear()
        move = self[way] = b"%.6g %.6g Td" % (way[0] / 1000, way[1] / 1000)
        return move


def _inner(line: Line, shown: Iterable[bytes]) -> bytes:
    """The inside of a string with all the words, its spaces stretched."""
    if not line.stretch:
        return b"".join(shown)
    wider = _wider(line.stretch, line.words[0])
    return b"".join(
        [
            inner + wider if word.text == SPACE else inner
            for word, inner in zip(line.words, shown, strict=True)
        ]
    )


def _wider(stretch: float, word: Word) -> bytes:
    """What goes on by the stretch inside a string, in the size of the word."""
    return b")%.6g(" % (-stretch * 1000 / word.style.size)
