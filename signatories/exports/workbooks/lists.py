"""Two workbooks of a letter: the public list of signatories, and the internal one of all answers."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from signatories import countries
from signatories.exports import Written
from signatories.exports.workbooks import details, workbook
from signatories.exports.workbooks.list_columns import NUMBERED, columns_of, rows_of
from signatories.exports.workbooks.workbook import Cell, Column, Sheet
from signatories.merge import listing
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.queries.rows import SignOnRow
from signatories.texts import N_

INTERNAL_COLUMNS = (
    Column(N_("Id"), 6),
    Column(N_("Status"), 12),
    Column(N_("Name"), 24),
    Column(N_("Role"), 22),
    Column(N_("Organisation"), 34),
    Column(N_("Acronym"), 12),
    Column(N_("Country"), 16),
    Column(N_("Capacity"), 20),
    Column(N_("Capacity assumed"), 10),
    Column(N_("Group"), 18),
    Column(N_("Confirmed version"), 11),
    Column(N_("How we know"), 30),
    Column(N_("Order of signing"), 10),
)
"""What is in no list that goes out: of that, `list_columns` has printed words only."""


def write_block(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the list as its block orders and groups it: consenting names, with the words that they confirmed."""
    block = listing.whole(snapshot)
    columns = columns_of(block)
    headings = (NUMBERED, *(each.column for each in columns))
    rows = rows_of(block, columns)
    sheet = Sheet(N_("Signatories"), snapshot.text.title, headings, rows)
    sheets = [sheet, details.of_list(snapshot)]
    filled = workbook.write(path, sheets, snapshot.taken_at, progress, snapshot.run.paper)
    return Written(documents=1, lines=filled.rows[0], warnings=filled.warnings)


def write_sign_ons(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write all answers, and on a second sheet what they were read from."""
    extra = dict.fromkeys(name for row in snapshot.sign_ons for name in row.extra)
    columns = (*INTERNAL_COLUMNS, *(Column(name, 24) for name in extra))
    head = details.internal(snapshot)
    answers = Sheet(N_("Internal – all answers"), head, columns, _answers(snapshot, extra))
    sheets = [answers, details.of_answers(snapshot)]
    filled = workbook.write(path, sheets, snapshot.taken_at, progress, snapshot.run.paper)
    return Written(documents=1, lines=filled.rows[0], warnings=filled.warnings)


def _answers(snapshot: Snapshot, extra: Iterable[str]) -> Iterator[tuple[Cell, ...]]:
    for row in snapshot.sign_ons:
        yield (
            row.id,
            row.status.value,
            row.name,
            row.role,
            row.organisation,
            row.acronym,
            _country(row, snapshot.text.language),
            row.capacity.value,
            N_("yes") if row.capacity_assumed else None,
            row.group,
            row.version,
            row.how_we_know,
            row.place,
            *(row.extra.get(name) for name in extra),
        )


def _country(row: SignOnRow, language: str) -> str:
    return countries.name(row.country, language) if row.country else ""
