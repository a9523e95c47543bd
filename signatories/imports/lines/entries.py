"""Which lines of a pasted text are signatures, and which numbers at their beginning only count them."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from signatories.collation import fold
from signatories.imports.lines import shapes
from signatories.imports.lines.splitting import split
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
_PROSE_CHARACTERS = 25  # in scripts without spaces
_LONGEST_ENTRY = 5  # lines: name, role, organisation, city, country
_ODD_BLOCKS = 20  # after so many blocks more that are no entry, a long list is one of lines
_TRIED_CLOSINGS = 5  # a text with more is no letter, and trying each would take quadratic time


def entries(rows: Sequence[Row]) -> list[Row]:
    """The entries of a list of lines: each a row with the number of its first line and one cell.

    An entry is a line, without the number that counts it. Where blank lines keep entries apart that have a name on
    one line and the rest on the next, an entry is all of these, with line ends between them.
    """
    if _is_kept_apart(rows):
        rows = [
            Row(block[0].line, ("\n".join(row.cells[0] for row in block),))
            for block in _blocks(rows)
        ]
    texts = without_numbers([row.cells[0] for row in rows])
    return [Row(row.line, (text,)) for row, text in zip(rows, texts, strict=True)]


def signature_rows(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of the block after the last closing, if what stands there reads like signatures.

    Otherwise, as for a list without a letter around it, all rows.
    """
    closings = deque((n for n, row in enumerate(rows) if _is_closing(row)), _TRIED_CLOSINGS)
    for number in reversed(closings):
        block = _until_copies(rows[number + 1 :])
        if block and all(_may_be_signature(row) for row in block):
            return block
    return rows


def reads_like_a_letter(rows: Sequence[Row]) -> bool:
    """Whether so much of it are sentences that it is no list of signatures."""
    sentences = sum(not _may_be_signature(row) for row in rows)
    return sentences > 1 and 4 * sentences > len(rows)


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


def _blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows without a blank line between them."""
    block: list[Row] = []
    for row in rows:
        if block and row.line != block[-1].line + 1:
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _is_kept_apart(rows: Iterable[Row]) -> bool:
    """Whether most blocks are one entry on two to five lines: a name alone on one, and what it is on another."""
    sizes = single = 0
    for block in _blocks(rows):
        sizes += 1
        single += _is_one_entry([row.cells[0].strip() for row in block])
        if sizes - single > _ODD_BLOCKS + single:
            return False
    return sizes > 1 and single > sizes / 2


def _is_one_entry(lines: Sequence[str]) -> bool:
    if not 2 <= len(lines) <= _LONGEST_ENTRY:
        return False
    names = [
        number for number, line in enumerate(lines) if shapes.looks_like_full_name(_bare(line))
    ]
    others = [line for number, line in enumerate(lines) if number not in names[:1]]
    told = any(
        shapes.looks_like_role(line) or shapes.looks_like_organisation(line) for line in others
    )
    return bool(names) and told and not any(_is_whole(line) for line in lines)


def _is_whole(line: str) -> bool:
    """Whether a line alone names somebody and where they belong, as in a list with one line an entry."""
    return {"name", "organisation"} <= split(line).fields.keys()


def _bare(line: str) -> str:
    found = _NUMBER.match(line)
    return line[found.end() :] if found else line


def _is_closing(row: Row) -> bool:
    if len(row.cells[0]) > _LONGEST_SIGNATURE:
        return False
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
    is_sentence |= text.endswith(("。", "！", "？")) and len(text) >= _PROSE_CHARACTERS
    return len(text) <= _LONGEST_SIGNATURE and not is_sentence
