"""A list of lines as entries of sign-ons, each under the heading that it stands below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signatories.errors import Refused
from signatories.imports.lines import shapes
from signatories.imports.lines.entries import entries, reads_like_a_letter, signature_rows
from signatories.imports.tables import headings
from signatories.imports.tables.left_out import HEADING, LeftOut, left_out
from signatories.sources.documents import Row, Source
from signatories.texts import N_


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries as texts by field, the headings among them, and how many lines of a letter stood around."""

    rows: Sequence[tuple[Row, Mapping[str, str]]]
    left_out: tuple[LeftOut, ...]
    around: int


def listed_in(lines: Source) -> Listed:
    """The entries of a list, or of the list at the end of a letter. Raises Refused for a letter that has none."""
    rows = signature_rows(lines.rows)
    around = len(lines.rows) - len(rows)
    if not around and reads_like_a_letter(rows):
        raise Refused(
            N_(
                "“{file}” reads like a letter, and no list of signatures was found in it. Paste the list alone."
            ),
            file=lines.name,
        )
    found = entries(rows)
    heads = headings.in_list([row.cells[0] for row in found])
    heading: Mapping[str, str] = {}
    listed: list[tuple[Row, Mapping[str, str]]] = []
    for place, row in enumerate(found):
        if place in heads:
            field = "country" if shapes.is_country(heads[place]) else "group"
            heading = {field: heads[place]}
        else:
            listed.append((row, {"entry": row.cells[0], **heading}))
    out = tuple(left_out(found[place], HEADING) for place in heads)
    return Listed(listed, out, around)
