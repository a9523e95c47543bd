"""The letters of a snapshot in words: what those outputs show that set no pages, in the order of the pages."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from signatories.block import wording as block_wording
from signatories.block.arrangement import Arrangement
from signatories.block.signatory import Signatory
from signatories.dates import place_and_date
from signatories.expressions.blocks import Block, Heading, Listing, Paragraph, Quote
from signatories.expressions.filling import filled, words_of
from signatories.expressions.letter_text import parse_body
from signatories.letters import printed_parts
from signatories.merge import wording
from signatories.merge.addresses import ADDRESSEE, addressee_of
from signatories.merge.blocks import Blocks, blocks
from signatories.merge.languages import PerLanguage
from signatories.merge.snapshot import Snapshot
from signatories.merge.values import Values, recipient_values, run_values
from signatories.models.block import Place
from signatories.recipients.choosing import Addressed

PLACE_AND_DATE = "place"
SEE_ANNEX = "see annex"
_OPENING = ("reference", PLACE_AND_DATE, "addressee", "subject", "salutation")
_NOTES = ("enclosures", "cc")


class Line(NamedTuple):
    """A part of the letter beside its body: the name of the part, and its text of one or more lines."""

    part: str
    text: str


class Listed(NamedTuple):
    """The list as the letter shows it; `annex`: the heading of one that stands on pages of its own."""

    arrangement: Arrangement
    annex: str = ""


LetterPart = Line | Listed | Block


@dataclass(frozen=True, slots=True)
class LetterText:
    """One recipient's letter, below the letterhead. Its blocks have no fields any more."""

    language: str
    recipient: Addressed
    parts: tuple[LetterPart, ...]
    blocks: Blocks

    @property
    def texts(self) -> Iterator[str]:
        """Every text beside the list, in order."""
        for part in self.parts:
            if isinstance(part, Line):
                yield part.text
            elif isinstance(part, Listed):
                yield part.annex
            else:
                yield from texts_of(part)


class LetterTexts:
    """Makes the letters of one snapshot, each in its recipient's language."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._recipients = snapshot.recipients
        self._texts = PerLanguage(snapshot, _InOneLanguage)

    def letters(self) -> Iterator[LetterText]:
        """Every recipient's letter, in printing order."""
        return map(self.letter, self._recipients)

    def letter(self, recipient: Addressed) -> LetterText:
        """One recipient's letter. Raises MissingValues when a field has neither value nor fallback."""
        return self._texts.of(recipient).letter(recipient)


class _InOneLanguage:
    """Makes letters from the same parts and values as their pages."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._language = snapshot.text.language
        self._body = parse_body(snapshot.text.body, snapshot.known_fields).blocks
        self._parsed = {
            part: printed_parts.parsed(snapshot.text, part, snapshot.known_fields)
            for part in printed_parts.PLAIN
        }
        named = printed_parts.fields_of(snapshot.text, snapshot.known_fields)
        own = (field.name for field in named if field.is_of_recipient)
        self._names = tuple(dict.fromkeys((*own, *ADDRESSEE)))
        self._blocks: dict[tuple[tuple[int, bool, bool], ...], Blocks] = {}

    def letter(self, recipient: Addressed) -> LetterText:
        """One recipient's letter. Raises MissingValues when a field has neither value nor fallback."""
        made = self._blocks_of(self._snapshot.signatories_for(recipient))
        values = run_values(self._snapshot, made.at_end.counts)
        values |= recipient_values(recipient, self._language, self._names)
        every = chain(
            self._lines(_OPENING, values),
            (block for each in self._body if not _is_blank(block := filled(each, values))),
            self._lines(("closing",), values),
            self._ending(made, values),
        )
        return LetterText(self._language, recipient, tuple(every), made)

    def _blocks_of(self, shown: tuple[Signatory, ...]) -> Blocks:
        key = tuple((line.sign_on_id, line.withheld, line.first) for line in shown)
        if key not in self._blocks:
            snapshot = self._snapshot
            self._blocks[key] = blocks(shown, snapshot.block, self._language, snapshot.listed_on)
        return self._blocks[key]

    def _ending(self, made: Blocks, values: Values) -> Iterator[LetterPart]:
        """Block, enclosures and copies in the order that the block's place asks for, and the annex."""
        block, notes = self._block(made), self._lines(_NOTES, values)
        follows = made.at_end.place is Place.NOTES
        yield from (*notes, block) if follows else (block, *notes)
        if made.annex is not None:
            heading = made.annex.heading or block_wording.annex(self._language)
            yield Listed(replace(made.annex, heading=""), heading)

    def _block(self, made: Blocks) -> LetterPart:
        if made.at_end.place is Place.ANNEX:
            return Line(SEE_ANNEX, block_wording.see_annex(made.at_end.counts, self._language))
        return Listed(made.at_end)

    def _lines(self, parts: tuple[str, ...], values: Values) -> Iterator[Line]:
        """Of these parts, those that have words."""
        for part in parts:
            if text := self._text(part, values):
                yield Line(part, text)

    def _text(self, part: str, values: Values) -> str:
        if part == PLACE_AND_DATE:
            return self._place_and_date
        text = printed_parts.filled(printed_parts.in_lines(self._parsed[part]), values)
        if part == "addressee" and not self._parsed[part]:
            return addressee_of(values)
        return f"{_HEADINGS[part](self._language)}\n{text}" if text and part in _NOTES else text

    @cached_property
    def _place_and_date(self) -> str:
        text = self._snapshot.text
        return place_and_date(text.place, text.date, text.language)


_HEADINGS = {"enclosures": wording.enclosures, "cc": wording.copies}


def _is_blank(block: Block) -> bool:
    """Whether nothing is left of a paragraph or a heading."""
    return isinstance(block, Paragraph | Heading) and not words_of(block.content).strip()


def texts_of(block: Block) -> Iterator[str]:
    """The texts of a block, in order."""
    match block:
        case Paragraph() | Heading():
            yield words_of(block.content)
        case Listing():
            for item in block.items:
                for part in item:
                    yield from texts_of(part)
        case Quote():
            for part in block.blocks:
                yield from texts_of(part)
