"""The register of a letter's recipients as a workbook: who gets which letter, in the order of the letters."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from signatories import countries
from signatories.column_names.register import NUMBER, SINCE, STANDING
from signatories.exports import Written
from signatories.exports.workbooks import details, workbook
from signatories.exports.workbooks.workbook import Cell, Column, Sheet
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.texts import N_

_COLUMNS = (
    Column(NUMBER, 6),
    Column(N_("Name"), 30),
    Column(N_("Person"), 22),
    Column(N_("Form of address"), 16),
    Column(N_("Salutation"), 22),
    Column(N_("Address"), 34),
    Column(N_("Language"), 10),
    Column(N_("Country"), 16),
    Column(N_("E-mail"), 26),
    Column(STANDING, 12),
    Column(SINCE, 14),
)


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write a row for every letter: what is known of its recipient, and where its State stood on the letter's day."""
    extra = dict.fromkeys(name for each in snapshot.recipients for name in each.extra)
    columns = (*_COLUMNS, *(Column(name, 24) for name in extra))
    title, head = N_("Internal – recipients"), details.internal(snapshot)
    register = Sheet(title, head, columns, _rows(snapshot, extra))
    sheets = [register, details.of_letters(snapshot)]
    filled = workbook.write(path, sheets, snapshot.taken_at, progress, snapshot.run.paper)
    return Written(documents=filled.rows[0], lines=0, warnings=filled.warnings)


def _rows(snapshot: Snapshot, extra: Iterable[str]) -> Iterator[tuple[Cell, ...]]:
    language = snapshot.text.language
    for number, each in snapshot.numbered:
        standing = each.standing
        yield (
            number,
            each.name,
            each.person,
            each.form_of_address,
            each.salutation,
            each.address,
            each.language,
            countries.name(each.country, language) if each.country else None,
            each.email,
            standing.status.value if standing else None,
            standing.since if standing else None,
            *(each.extra.get(name) for name in extra),
        )
