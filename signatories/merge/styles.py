"""How a letter looks: sizes and spaces in points, on a grid of half a line."""

from dataclasses import dataclass, replace
from functools import lru_cache

from signatories.merge.snapshot import Snapshot
from signatories.models import Paper
from signatories.models.block import Spacing
from signatories.typesetting.direction import runs_left
from signatories.typesetting.pages import A4, US_LETTER, PageFormat
from signatories.typesetting.styles import Align, Direction, ParagraphStyle, TextStyle

LEADING = 15.0
HALF = LEADING / 2
HAN_LANGUAGES = {
    "JP": "ja-JP",
    "KR": "ko-KR",
    "KP": "ko-KR",
    "CN": "zh-CN",
    "SG": "zh-CN",
    "TW": "zh-TW",
    "HK": "zh-TW",
    "MO": "zh-TW",
}
"""The language whose shapes of Han a country writes."""
HAN_COUNTRIES = frozenset(HAN_LANGUAGES)
GAPS = {Spacing.TIGHT: 0.0, Spacing.HALF: 0.5, Spacing.LINE: 1.0}
"""The room between two entries of a list, in lines."""
OF_SIZE = LEADING / 11
"""From line to line, in sizes of the type."""
FORMATS = {Paper.A4: A4, Paper.LETTER: US_LETTER}


@dataclass(frozen=True, slots=True)
class LetterStyles:
    """The styles of one letter, in its language."""

    language: str
    paper: PageFormat

    @property
    def right_to_left(self) -> bool:
        """Whether the letter's language is written from right to left."""
        return runs_left(self.language)

    def standing(self, style: ParagraphStyle) -> ParagraphStyle:
        """A paragraph of the program's own words: in a language that runs from right to left it stands right."""
        return replace(style, direction=Direction.RIGHT_TO_LEFT) if self.right_to_left else style

    @property
    def text(self) -> TextStyle:
        """Running text: the same object each time, so that words need not compare it."""
        return _text(self.language)

    @property
    def small(self) -> TextStyle:
        """Letterhead, enclosures, copies."""
        return replace(self.text, size=9)

    def text_of(self, country: str | None) -> TextStyle:
        """Running text of somebody's own, with the Han shapes of a country."""
        return replace(self.text, country=country) if country in HAN_COUNTRIES else self.text

    def heading(self, level: int) -> TextStyle:
        """A heading in the text."""
        return replace(self.text, size={1: 14, 2: 12.5}.get(level, 11), bold=True)


def look_of(snapshot: Snapshot) -> LetterStyles:
    """How a snapshot's letter looks, and its list."""
    return LetterStyles(snapshot.text.language, FORMATS[snapshot.run.paper])


def office_look(paper: Paper) -> LetterStyles:
    """How a note for the office looks."""
    return LetterStyles("en", FORMATS[paper])


@lru_cache(maxsize=64)
def _text(language: str) -> TextStyle:
    return TextStyle(size=11, language=language)


BODY = ParagraphStyle(leading=LEADING, space_after=HALF)
LAST_LINE = ParagraphStyle(leading=LEADING, space_after=LEADING, keep_with_next=True)
SUBJECT = ParagraphStyle(leading=LEADING, space_after=LEADING, keep_with_next=True)
HEADING = ParagraphStyle(
    leading=LEADING + 2,
    space_before=HALF,
    space_after=HALF,
    keep_together=True,
    keep_with_next=True,
)
CLOSING = ParagraphStyle(
    leading=LEADING,
    space_before=HALF,
    space_after=2 * LEADING,
    keep_together=True,
    keep_with_next=True,
)
BELOW = ParagraphStyle(leading=LEADING, space_before=HALF, space_after=HALF)
"""What stands below a block."""
NOTE = ParagraphStyle(leading=12, space_before=LEADING, keep_together=True)
LETTERHEAD = ParagraphStyle(leading=12, align=Align.CENTRE)
LETTERHEAD_TOP = 36.0  # points below the paper's upper edge
