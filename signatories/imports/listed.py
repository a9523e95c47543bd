"""A list of lines as entries of sign-ons, each under the heading that it stands below."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from signatories import column_names
from signatories.collation import fold
from signatories.errors import Refused
from signatories.imports import form_lines
from signatories.imports.lines import shapes
from signatories.imports.lines.entries import entries
from signatories.imports.lines.letters import COPIES, are_copies, list_in, reads_like_a_letter
from signatories.imports.lines.prose import bare
from signatories.imports.tables import headings
from signatories.imports.tables.left_out import (
    HEADING,
    NOTE,
    TOTAL,
    LeftOut,
    is_total,
    left_out,
)
from signatories.sources.documents import Row, Source
from signatories.texts import N_, Message, message

HEADER = message(N_("the name of the column"))
NOBODY = message(N_("it names nobody"))
_NOBODY = re.compile(r"n/a|n\.a\.|n\.\s?n\.?|t\.?b\.?[cd]\.?|nil|none|null|[\W_]*")
_NOTE = re.compile(
    r"(?:(?:foot|end)?notes?|notas?|remarques?|remarks?|anmerkung(?:en)?|hinweise?|n\.?\s?b\.?|примечание)\s*:"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries as texts by field, every other line with why it is none, and how many stood around the list."""

    rows: Sequence[tuple[Row, Mapping[str, str]]]
    left_out: tuple[LeftOut, ...]
    around: int


def listed_in(lines: Source, kept: Collection[int] = ()) -> Listed:
    """The entries of a list, or of the list in a letter or a mail; lines in `kept` are entries whatever they are.

    Of blocks that are filled in like a form nothing is left out: they are the same whatever is kept.

    Raises Refused for a letter that has none.
    """
    if filled_in := form_lines.records(lines.rows):
        return Listed(filled_in, (), 0)
    place = list_in(lines.rows)
    if not place.around and reads_like_a_letter(place.rows):
        raise Refused(
            N_(
                "“{file}” reads like a letter, and no list of signatures was found in it. Paste the list alone."
            ),
            file=lines.name,
        )
    reasons = {row.line: reason for row, reason in place.around}
    reasons |= dict(_no_entries(place.rows))
    reasons = {line: reason for line, reason in reasons.items() if line not in kept}
    found = entries([row for row in lines.rows if row.line not in reasons])
    out = [left_out(row, reasons[row.line]) for row in lines.rows if row.line in reasons]
    heads = {
        place: text
        for place, text in headings.in_list([row.cells[0] for row in found]).items()
        if found[place].line not in kept
    }
    out += [left_out(found[place], HEADING) for place in heads]
    around = sum(row.line not in kept for row, _ in place.around)
    out.sort(key=lambda each: each.line)
    return Listed(list(_under(found, heads)), tuple(out), around)


def _under(
    found: Sequence[Row], heads: Mapping[int, str]
) -> Iterator[tuple[Row, Mapping[str, str]]]:
    """The entries, each with the heading above it; countries right below a group's heading are within that group."""
    group: Mapping[str, str] = {}
    heading: Mapping[str, str] = {}
    for place, row in enumerate(found):
        if place not in heads:
            group = group if "country" in heading else {}
            yield row, {"entry": row.cells[0], **heading}
        elif shapes.is_country(heads[place]):
            heading = {**group, "country": heads[place]}
        else:
            heading = group = {"group": heads[place]}


def _no_entries(rows: Sequence[Row]) -> Iterator[tuple[int, Message]]:
    """Lines inside the list that name nobody, with the reason: its header, a total, a note, who gets copies."""
    if len(rows) < 2:
        return
    is_grouped = len(headings.in_list([row.cells[0] for row in rows])) > 1
    for number, row in enumerate(rows):
        if reason := _reason(row, may_be_header=not number and not is_grouped):
            yield row.line, reason


def _reason(row: Row, *, may_be_header: bool) -> Message | None:
    text = fold(bare(row.cells[0])).strip()
    if may_be_header and column_names.meant_by(text):
        return HEADER
    if _NOBODY.fullmatch(text):
        return NOBODY
    if any(map(str.isdigit, text)) and is_total(Row(row.line, (text,))):
        return TOTAL  # a word alone may be the name of a body, as of Total
    if _NOTE.match(text):
        return NOTE
    return COPIES if are_copies(row) else None
