"""The two workbooks of a letter: the public list of signatories, and the internal one of all answers."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from signatories import countries
from signatories.block.signatory import count
from signatories.exports import Written, workbook
from signatories.exports.list_columns import NUMBERED, columns_of, rows_of
from signatories.exports.workbook import Cell, Column, Sheet
from signatories.merge import listing
from signatories.merge.snapshot import Snapshot
from signatories.models import SignOnStatus
from signatories.progress import Progress
from signatories.rows import SignOnRow
from signatories.texts import N_

INTERNAL_COLUMNS = (
    Column(N_("Id"), 6),
    Column(N_("Status"), 12),
    Column(N_("Name"), 30),
    Column(N_("Role"), 26),
    Column(N_("Organisation"), 52),
    Column(N_("Acronym"), 12),
    Column(N_("Country"), 24),
    Column(N_("Capacity"), 30),
    Column(N_("Capacity assumed"), 10),
    Column(N_("Group"), 18),
    Column(N_("Confirmed version"), 11),
    Column(N_("How we know"), 44),
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
    filled = workbook.write(path, [sheet], progress)
    return Written(documents=1, lines=filled.rows[0], warnings=filled.warnings)


def write_sign_ons(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write all answers, and on a second sheet what they were read from."""
    head = f"INTERNAL – {snapshot.text.title}"
    answers = Sheet(N_("Internal – all answers"), head, INTERNAL_COLUMNS, _answers(snapshot))
    details = Sheet(N_("Internal – this export"), head, _DETAIL_COLUMNS, _details(snapshot))
    filled = workbook.write(path, [answers, details], progress)
    return Written(documents=1, lines=filled.rows[0], warnings=filled.warnings)


def _answers(snapshot: Snapshot) -> Iterator[tuple[Cell, ...]]:
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
        )


def _country(row: SignOnRow, language: str) -> str:
    return countries.name(row.country, language) if row.country else ""


_DETAIL_COLUMNS = (Column(N_("What"), 34), Column(N_("Value"), 60))


def _details(snapshot: Snapshot) -> Iterator[tuple[Cell, ...]]:
    """Which letter, which version, read when, and how many of each."""
    figures = count(snapshot.signatories)
    statuses = Counter(row.status for row in snapshot.sign_ons)
    yield N_("Letter"), snapshot.text.title
    yield N_("Version printed"), snapshot.version
    yield N_("Newest version"), snapshot.newest_version
    yield N_("Instrument"), snapshot.instrument
    yield N_("Standing as of"), snapshot.selection.as_of.isoformat()
    yield N_("Read at"), f"{snapshot.taken_at:%Y-%m-%d %H:%M} UTC"
    yield N_("Recipients"), len(snapshot.recipients)
    yield N_("Signatories printed"), figures.signatories
    yield N_("Organisations"), figures.organisations
    yield N_("People in their own name"), figures.people
    yield N_("Countries"), figures.countries
    yield N_("Withheld from print"), figures.withheld
    yield from ((status.value, statuses[status]) for status in SignOnStatus if statuses[status])
