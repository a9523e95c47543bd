"""Which lines of a list are one entry together, and which numbers at their beginning only count them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from signatories.imports.lines import shapes
from signatories.imports.lines.joint_signers import joint_signers
from signatories.imports.lines.prose import is_marked
from signatories.imports.lines.splitting import split
from signatories.imports.lines.wraps import goes_on
from signatories.sources.documents import Row

_NUMBER = re.compile(r"\s*\(?(?P<number>\d{1,6})(?:[.)]\s+|\t+)\s*")
_LONGEST_ENTRY = 5  # lines: name, role, organisation, city, country
_ODD_BLOCKS = 20  # after so many blocks more that are no entry, a long list is one of lines


def entries(rows: Sequence[Row]) -> list[Row]:
    """The entries of a list of lines: each a row with the number of its first line and one cell.

    An entry is a line, without the number that counts it. Where blank lines keep entries apart that have a name on
    one line and the rest on the next, an entry is all of these, with line ends between them. So is a line that a page
    broke, with what it goes on with.
    """
    rows = _with_their_ends(rows)
    is_kept_apart = _is_kept_apart(rows)
    rows = [row for block in _blocks(rows) for row in _of_block(block, is_kept_apart=is_kept_apart)]
    texts = without_numbers([row.cells[0] for row in rows])
    return [Row(row.line, (text,)) for row, text in zip(rows, texts, strict=True)]


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


def _with_their_ends(rows: Sequence[Row]) -> list[Row]:
    """The rows, those that a page broke in one cell."""
    whole: list[Row] = []
    for row in rows:
        text = row.cells[0]
        if whole and _follows(whole[-1], row) and not is_marked(text):
            above = whole[-1].cells[0]
            if goes_on(above.rpartition("\n")[2], text):
                whole[-1] = Row(whole[-1].line, (f"{above}\n{text}",))
                continue
        whole.append(row)
    return whole


def _follows(above: Row, row: Row) -> bool:
    return row.line == above.line + above.cells[0].count("\n") + 1


def _blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows without a blank line between them."""
    block: list[Row] = []
    for row in rows:
        if block and not _follows(block[-1], row):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _of_block(block: list[Row], *, is_kept_apart: bool) -> list[Row]:
    """One entry, or its lines: among others that are one entry each, a block with two names or many lines is none.

    Where several sign for the body of the block, it stands with each of them.
    """
    if several := joint_signers(block, is_kept_apart=is_kept_apart):
        return several
    lines = [row.cells[0].strip() for row in block]
    names = sum(shapes.looks_like_full_name(_bare(line)) for line in lines)
    bodies = sum(shapes.looks_like_organisation(line) for line in lines)
    is_one = is_kept_apart and names < 2 and bodies < 2 and len(block) <= _LONGEST_ENTRY
    if len(block) > 1 and (is_one or (is_kept_apart and _is_one_entry(lines))):
        return [Row(block[0].line, ("\n".join(row.cells[0] for row in block),))]
    return block


def _is_kept_apart(rows: Iterable[Row]) -> bool:
    """Whether most blocks of lines are one entry on two to five: a name alone on one, and what it is on another."""
    sizes = single = 0
    for block in _blocks(rows):
        sizes += len(block) > 1
        single += _is_one_entry([row.cells[0].strip() for row in block])
        if sizes - single > _ODD_BLOCKS + single:
            return False
    return single > 1 and single > sizes / 2


def _is_one_entry(lines: Sequence[str]) -> bool:
    if not 2 <= len(lines) <= _LONGEST_ENTRY:
        return False
    names = [number for number, line in enumerate(lines) if _names_person(line)]
    others = [line for number, line in enumerate(lines) if number not in names[:1]]
    told = any(
        shapes.looks_like_role(line) or shapes.looks_like_organisation(line) for line in others
    )
    return bool(names) and told and not any(_is_whole(line) for line in lines)


def _names_person(line: str) -> bool:
    """Whether it is a name, perhaps with a role, and no more."""
    if shapes.looks_like_full_name(_bare(line)):
        return True
    return "," in line and split(line).fields.keys() == {"name", "role"}


def _is_whole(line: str) -> bool:
    """Whether a line alone names somebody and where they belong, as in a list with one line an entry."""
    return {"name", "organisation"} <= split(line).fields.keys()


def _bare(line: str) -> str:
    found = _NUMBER.match(line)
    return line[found.end() :] if found else line
