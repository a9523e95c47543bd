"""Blocks of lines in which several people sign for one body: it stands on the first or the last line."""

from collections.abc import Sequence

from signatories.imports.lines import shapes
from signatories.imports.lines.ranks import rank
from signatories.imports.lines.splitting import split
from signatories.sources.documents import Row

_FEWEST, _LONGEST = 3, 12  # lines of a block


def joint_signers(block: Sequence[Row], *, is_kept_apart: bool) -> list[Row]:
    """A row for each who signs for the body of the block, with its line and theirs; none where it is no such block.

    That they sign for it, their roles show; where blank lines keep all entries apart, the block itself does.
    """
    if not _FEWEST <= len(block) <= _LONGEST:
        return []
    for body, others in ((block[0], block[1:]), (block[-1], block[:-1])):
        if not _is_body(body.cells[0]):
            continue
        signers = _signers(others)
        have_roles = all(_says_role(lines) for lines in signers)
        if len(signers) > 1 and (have_roles or is_kept_apart):
            return [_joined(body, lines) for lines in signers]
    return []


def _is_body(line: str) -> bool:
    return rank(line) > 2 and {"organisation"} == split(line).fields.keys() - {
        *("acronym", "country", "city")
    }


def _signers(rows: Sequence[Row]) -> list[list[Row]]:
    """The lines of each person; none where a line is something else, or a profession may be taken for a name."""
    found: list[list[Row]] = []
    for row in rows:
        text = row.cells[0].strip()
        fields = split(text).fields.keys()
        if "name" in fields and fields <= {"name", "role"}:
            found.append([row])
        elif found and shapes.looks_like_role(text):
            found[-1].append(row)
        else:
            return []
    return [] if all(map(_may_be_profession, found)) else found


def _may_be_profession(lines: Sequence[Row]) -> bool:
    """Whether one line alone reads as a role and as a name: Agricultural Engineer, Anna Bishop."""
    text = lines[0].cells[0].strip()
    return len(lines) == 1 and "," not in text and shapes.looks_like_role(text)


def _says_role(lines: Sequence[Row]) -> bool:
    return len(lines) > 1 or "role" in split(lines[0].cells[0]).fields


def _joined(body: Row, lines: Sequence[Row]) -> Row:
    """In the order in which they stand, on the line of the signer; the first of all on the body's."""
    rows = sorted([body, *lines], key=lambda row: row.line)
    is_next = body.line + 1 == lines[0].line
    text = "\n".join(row.cells[0] for row in rows)
    return Row(body.line if is_next else lines[0].line, (text,))
