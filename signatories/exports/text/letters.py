"""The letters of a run as plain text, for mails and forms: wrapped, with the list line by line."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from signatories.exports.characters import printable
from signatories.exports.letter_files import LetterFormat, write_each, write_together
from signatories.exports.letter_texts import LetterPart, LetterText, Line, Listed
from signatories.exports.line_files import write_lines
from signatories.exports.text.listing import lines_of
from signatories.exports.text.wrapping import WIDTH, wrapped
from signatories.expressions.blocks import Block, Heading, Listing, Paragraph, Quote, Rule
from signatories.expressions.filling import words_of
from signatories.merge.snapshot import Snapshot

_PARTED = "\f" + "=" * WIDTH  # a printer begins a new page; no text can hold the sign
_QUOTED = " " * 4


def _write(path: Path, snapshot: Snapshot, letters: Iterable[LetterText]) -> None:
    write_lines(path, _lines(snapshot.text.letterhead, letters))


def _read(path: Path) -> Iterator[str]:
    return iter(path.read_text(encoding="utf-8").split(_PARTED))


def _lines(letterhead: tuple[str, ...], letters: Iterable[LetterText]) -> Iterator[str]:
    for number, letter in enumerate(letters):
        if number:
            yield from ("", _PARTED, "")
        yield from map(printable, _letter(letterhead, letter))


def _letter(letterhead: tuple[str, ...], letter: LetterText) -> Iterator[str]:
    """A letter, with an empty line between its parts."""
    yield from letterhead
    for place, part in enumerate(letter.parts):
        if place or letterhead:
            yield ""
        yield from _part(part)


def _part(part: LetterPart) -> Iterator[str]:
    match part:
        case Line(_, words):
            yield from wrapped(words)
        case Listed(list_, annex):
            if annex:
                yield from (annex, "")
            yield from lines_of(list_)
        case _:
            yield from _block(part)


def _block(block: Block, width: int = WIDTH) -> Iterator[str]:
    match block:
        case Paragraph(content) | Heading(_, content):
            yield from wrapped(words_of(content), width)
        case Listing():
            yield from _listing(block, width)
        case Quote(quoted):
            inner = _parted(quoted, width - len(_QUOTED))
            yield from (f"{_QUOTED}{line}".rstrip() for line in inner)
        case Rule():
            yield "-" * width


def _listing(listing: Listing, width: int) -> Iterator[str]:
    """Items behind their bullets or numbers, the lines of each below one another."""
    for place, item in enumerate(listing.items):
        if place and not listing.tight:
            yield ""
        sign = "• " if listing.start is None else f"{listing.start + place}. "
        lines = _parted(item, width - len(sign), tight=listing.tight)
        for number, line in enumerate(lines):
            yield f"{' ' * len(sign) if number else sign}{line}".rstrip()


def _parted(blocks: Iterable[Block], width: int, *, tight: bool = False) -> Iterator[str]:
    """Blocks with an empty line between them, unless they stand in a tight list."""
    for place, block in enumerate(blocks):
        if place and not tight:
            yield ""
        yield from _block(block, width)


_FORMAT = LetterFormat(".txt", _write, _read)
write = partial(write_together, _FORMAT)
write_separately = partial(write_each, _FORMAT)
