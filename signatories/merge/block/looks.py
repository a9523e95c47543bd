"""How the entries of one section look: sizes, spaces and spans, in points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from signatories.block.arrangement import Section
from signatories.block.entries import Entry
from signatories.block.pieces import Piece
from signatories.block.settings import Layout
from signatories.block.values import raised
from signatories.merge.styles import GAPS, HAN_COUNTRIES, OF_SIZE, LetterStyles
from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.galleys import Line
from signatories.typesetting.images import Image
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.styles import Align, ParagraphStyle, TextStyle

GAP = 18.0  # between columns
_ENDLESS = 1e6  # a line that nothing breaks
_ROUNDING = 0.01
_SMALLEST = 0.8  # of the size: what an entry may shrink to before a word of it is broken


@dataclass(frozen=True, slots=True)
class Resources:
    """What every block of a letter is made with: its styles, what sets and measures text, images by digest."""

    letter: LetterStyles
    setter: Typesetter
    images: Mapping[str, Image]

    @property
    def width(self) -> float:
        """The length of a full line."""
        return self.letter.paper.measure

    def measure(self, text: str, style: TextStyle) -> float:
        """How wide a text is in one line."""
        galley = self.setter.set([Paragraph((Span(text, style),))], _ENDLESS)
        words = (line.printed for line in galley.lines if isinstance(line, Line))
        return max(sum(word.width for word in line) for line in words) + _ROUNDING


@dataclass(frozen=True, slots=True)
class Look:
    """The look of sections of one layout, `alike`; `notes` are the footnotes of the block.

    `widths`: those of the columns of their tables, by the words above them, once they are known.
    """

    layout: Layout
    given: Resources
    notes: Sequence[str]
    alike: Sequence[Section]
    widths: dict[tuple[str, ...], list[float]] = field(default_factory=dict)
    _styles: dict[tuple[str | None, bool, bool], TextStyle] = field(default_factory=dict)

    @property
    def leading(self) -> float:
        """From line to line."""
        return self.layout.size * OF_SIZE

    @property
    def gap(self) -> float:
        """The room between two entries."""
        return self.leading * GAPS[self.layout.spacing]

    @property
    def column(self) -> float:
        """The width of one of its columns."""
        count = self.layout.columns
        return (self.given.width - GAP * (count - 1)) / count

    @property
    def right_to_left(self) -> bool:
        """Whether the first column is the rightmost."""
        return self.given.letter.right_to_left

    def image(self, digest: str | None) -> Image | None:
        """A picture that consent allows, if there is one."""
        return self.given.images.get(digest) if digest else None

    @property
    def text(self) -> TextStyle:
        """The plain text of the section."""
        return self.style(None)

    def style(self, country: str | None, *, bold: bool = False, italic: bool = False) -> TextStyle:
        """The text of somebody's own, with the Han shapes of a country. The same one each time."""
        key = country if country in HAN_COUNTRIES else None, bold, italic
        style = self._styles.get(key)
        if style is None:
            base = replace(self.given.letter.text_of(key[0]), size=self.layout.size)
            style = self._styles[key] = replace(base, bold=bold, italic=italic)
        return style

    def paragraph(self, align: Align = Align.START) -> ParagraphStyle:
        """Lines of the section."""
        style = ParagraphStyle(
            leading=self.leading, align=align, keep_together=True, smallest=_SMALLEST
        )
        return self.given.letter.standing(style)

    def room(self, height: float) -> Paragraph:
        """Room above what comes next, at the top of a page too."""
        style = ParagraphStyle(leading=height, keep_together=True, keep_with_next=True)
        return Paragraph((Span("", self.text),), style)

    def spans(self, entry: Entry) -> tuple[Span, ...]:
        """An entry's line, with the mark of its footnote."""
        country = entry.signatory.country_code
        spans = tuple(self._span(piece, country) for piece in entry.pieces)
        return spans if entry.note is None else (*spans, self.mark(entry.note))

    def mark(self, number: int) -> Span:
        """The mark of a footnote, which stands at the foot of the page."""
        sign = raised(number)
        small = self.given.letter.small
        text = Span(f"{sign} {self.notes[number - 1]}", small)
        note = Paragraph((text,), ParagraphStyle(leading=small.size * OF_SIZE, keep_together=True))
        return Span(sign, self.text, (note,))

    def _span(self, piece: Piece, country: str | None) -> Span:
        text, bold, italic = piece
        return Span(text, self.style(country, bold=bold, italic=italic))
