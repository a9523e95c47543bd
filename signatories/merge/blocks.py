"""The blocks of one letter: what stands at its end, and what in its annex."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signatories.block import wording
from signatories.block.arrangement import Arrangement, arrange
from signatories.block.settings import BlockSettings
from signatories.block.signatory import Signatory
from signatories.merge import styles
from signatories.merge.block import block_flow
from signatories.merge.block.looks import Resources
from signatories.merge.block.texts import shown_texts
from signatories.models.block import Place
from signatories.typesetting.flow import Columns, Item, PageBreak, Paragraph, Space, Span


@dataclass(frozen=True, slots=True)
class Blocks:
    """The list of one letter, laid out: at its end, and in an annex where the end does not show all of it."""

    at_end: Arrangement
    annex: Arrangement | None

    @property
    def texts(self) -> Iterator[tuple[int, str]]:
        """What the letter shows of each signatory, by the id of the sign-on."""
        return shown_texts(self.annex or self.at_end)

    def end_flow(self, given: Resources) -> Iterator[Item | Columns]:
        """The block at the end of the letter; if all of it is in the annex, a line that says so."""
        if self.at_end.place is Place.NOTES:
            yield Space(styles.LEADING)
        if self.at_end.place is not Place.ANNEX:
            yield from block_flow(self.at_end, given)
            return
        letter = given.letter
        text = wording.see_annex(self.at_end.counts, letter.language)
        yield Paragraph((Span(text, letter.text),), letter.standing(styles.BODY))

    def annex_flow(self, given: Resources) -> Iterator[Item | Columns | PageBreak]:
        """The whole list below a heading, on pages of its own; nothing where there is no annex."""
        if self.annex is None:
            return
        letter = given.letter
        yield PageBreak()
        heading = self.annex.heading or wording.annex(letter.language)
        yield Paragraph((Span(heading, letter.heading(2)),), letter.standing(styles.HEADING))
        yield from block_flow(replace(self.annex, heading=""), given)


def blocks(
    shown: Sequence[Signatory], settings: BlockSettings, language: str, as_of: dt.date
) -> Blocks:
    """Lay out the list that a letter shows; it is in block order, the withheld among it."""

    def arranged(limit: int | None) -> Arrangement:
        return arrange(shown, settings, language, as_of=as_of, limit=limit)

    if settings.place is Place.ANNEX:
        return Blocks(arranged(0), arranged(None))
    at_end = arranged(settings.limit)
    limited = settings.limit is not None and at_end.counts.signatories > settings.limit
    return Blocks(at_end, arranged(None) if limited and at_end.sections else None)
