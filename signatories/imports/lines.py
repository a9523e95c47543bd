"""Which lines of a pasted text are signatures, and which numbers at their beginning only count them."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from signatories.collation import fold
from signatories.sources.documents import Row

_CLOSINGS = re.compile(
    r"(?:yours )?(?:most )?(?:very )?(?:sincerely|faithfully|truly|respectfully)(?: yours)?"
    r"|(?:with |kind |best |warm )+(?:regards|wishes)|respectfully submitted"
    r"|(?:signed|endorsed|signatories|signatories to this letter|list of signatories|signataires)"
    r"|(?:the|we the|we, the) (?:signatories|undersigned)|firmantes|firman esta carta|firmado"
    r"|(?:signed|endorsed)(?: by)?(?: those listed below)?|unterzeichnende|unterzeichner(?:innen)?"
    r"|(?:bien )?cordialement|salutations distinguees|respectueusement"
    r"|(?:muy )?(?:atentamente|cordialmente|respetuosamente)"
    r"|(?:mit )?(?:freundlichen|besten|vielen) gru(?:ss|e)en?|hochachtungsvoll"
)
_AFTER_BLOCK = re.compile(
    r"(?:cc|c\.c|copy to|copies?|copie|annexe?|enclosures?|encl|notes?)\b\.? ?:"
)
_NUMBER = re.compile(r"\s*\(?(?P<number>\d{1,6})(?:[.)]\s+|\t+)\s*")
_LONGEST_SIGNATURE = 200
_PROSE_WORDS = 9
_TRIED_CLOSINGS = 5  # a text with more is no letter, and trying each would take quadratic time


def signature_rows(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of the block after the last closing, if what stands there reads like signatures.

    Otherwise, as for a list without a letter around it, all rows.
    """
    closings = (number for number in reversed(range(len(rows))) if _is_closing(rows[number]))
    for number in islice(closings, _TRIED_CLOSINGS):
        block = _until_copies(rows[number + 1 :])
        if block and all(_may_be_signature(row) for row in block):
            return tuple(block)
    return tuple(rows)


def without_numbers(lines: Sequence[str]) -> list[str]:
    """The lines without the numbers that count them.

    A number is taken away only where the line above or below counts on: “1. FC Brunnen” alone is a name.
    """
    found = [_NUMBER.match(line) for line in lines]
    numbers = {place: int(match["number"]) for place, match in enumerate(found) if match}
    return [
        line[match.end() :] if match and _counts_on(numbers, place) else line
        for place, (line, match) in enumerate(zip(lines, found, strict=True))
    ]


def _counts_on(numbers: Mapping[int, int], place: int) -> bool:
    number = numbers[place]
    return numbers.get(place - 1) == number - 1 or numbers.get(place + 1) == number + 1


def _is_closing(row: Row) -> bool:
    text = fold(row.cells[0]).strip(" ,:.;!")
    return len(text) < 60 and bool(_CLOSINGS.fullmatch(text))


def _until_copies(rows: Sequence[Row]) -> list[Row]:
    """The rows before copies, notes and enclosures."""
    ends = (n for n, row in enumerate(rows) if _AFTER_BLOCK.match(fold(row.cells[0])))
    return list(rows[: next(ends, len(rows))])


def _may_be_signature(row: Row) -> bool:
    """Short, and no sentence."""
    text = " ".join(row.cells[0].split())
    is_sentence = text.endswith((".", "?", "!")) and len(text.split()) >= _PROSE_WORDS
    return len(text) <= _LONGEST_SIGNATURE and not is_sentence
