"""Blocks set as pages without a workspace: what stands where, for tests."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from signatories.block.arrangement import Arrangement, arrange
from signatories.block.settings import BlockSettings
from signatories.block.signatory import Signatory
from signatories.merge.block import block_flow
from signatories.merge.block.looks import Resources
from signatories.merge.styles import LetterStyles
from signatories.typesetting.galleys import Line, Picture, Shade, Shown, Stroke, Upright
from signatories.typesetting.images import Image
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import A4, Page


class Seen(NamedTuple):
    """A text on a page: its left and right edge, and the top of its line, in points from the margin."""

    page: int
    x: float
    right: float
    y: float
    text: str


@dataclass
class SetBlock:
    """A block on its pages."""

    arrangement: Arrangement
    pages: tuple[Page, ...]
    setter: Typesetter
    look: LetterStyles

    @property
    def seen(self) -> list[Seen]:
        """All lines of text, as the pages are read."""
        found: list[Seen] = []
        for number, x, y, shown in self._shown():
            if isinstance(shown, Line) and shown.words:
                right = x + sum(word.width + shown.stretch for word in shown.printed)
                text = "".join(word.text for word in shown.printed)
                found.append(Seen(number, x, right, y, text))
        return found

    @property
    def texts(self) -> list[str]:
        """The words of all lines."""
        return [seen.text for seen in self.seen]

    def drawn(
        self, kind: type[Picture] | type[Shade] | type[Stroke] | type[Upright]
    ) -> list[Shown]:
        """What is not text, of one kind."""
        return [shown for *_, shown in self._shown() if isinstance(shown, kind)]

    def _shown(self) -> Iterator[tuple[int, float, float, Shown]]:
        paper = self.look.paper
        for number, page in enumerate(self.pages, start=1):
            for placed in page.placed:
                galley = placed.galley
                for line in range(placed.first, placed.end):
                    y = placed.y + galley.tops[line] - galley.tops[placed.first] - paper.top
                    shown = galley.lines[line]
                    yield number, placed.x + shown.x - paper.left, round(y, 3), shown


def set_block(
    signatories: Sequence[Signatory],
    settings: BlockSettings,
    language: str = "en",
    images: Mapping[str, Image] | None = None,
    limit: int | None = None,
) -> SetBlock:
    """Set a block on pages of its own."""
    setter, look = Typesetter(), LetterStyles(language, A4)
    day = dt.date(2026, 4, 30)
    arrangement = arrange(signatories, settings, language, as_of=day, limit=limit)
    flow = block_flow(arrangement, Resources(look, setter, images or {}))
    return SetBlock(arrangement, setter.pages(flow, look.paper), setter, look)
