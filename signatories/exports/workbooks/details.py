"""What a workbook was made from: its last sheet, a line for each fact."""

from collections import Counter
from collections.abc import Iterator

from signatories.block.signatory import count
from signatories.dates import utc_minute
from signatories.exports.workbooks.workbook import Cell, Column, Sheet
from signatories.merge.snapshot import Snapshot
from signatories.models import SignOnStatus
from signatories.texts import N_

_COLUMNS = (Column(N_("What"), 34), Column(N_("Value"), 60))
_Facts = Iterator[tuple[str, Cell]]


def internal(snapshot: Snapshot) -> str:
    """What stands above each page that is not to leave the office."""
    return f"INTERNAL – {snapshot.text.title}"


def of_list(snapshot: Snapshot) -> Sheet:
    """The sheet of a public list: nothing that its reader could not count."""
    as_of = N_("List as of"), snapshot.listed_on
    rows = (*_version(snapshot), as_of, *_figures(snapshot))
    return Sheet(N_("About this list"), snapshot.text.title, _COLUMNS, rows)


def of_letters(snapshot: Snapshot) -> Sheet:
    """The sheet of what is made for the office: where everybody stood, and who signed."""
    rows = (*_version(snapshot), *_reading(snapshot), *_figures(snapshot))
    return Sheet(N_("Internal – this export"), internal(snapshot), _COLUMNS, rows)


def of_answers(snapshot: Snapshot) -> Sheet:
    """As of letters, with how many gave which answer."""
    sheet = of_letters(snapshot)
    return Sheet(sheet.title, sheet.head, sheet.columns, (*sheet.rows, *_answers(snapshot)))


def _version(snapshot: Snapshot) -> _Facts:
    yield N_("Letter"), snapshot.text.title
    yield N_("Version printed"), snapshot.version
    if snapshot.list_number:
        yield N_("List"), snapshot.list_number


def _reading(snapshot: Snapshot) -> _Facts:
    yield N_("Newest version"), snapshot.newest_version
    if snapshot.instrument:
        yield N_("Instrument"), snapshot.instrument
        yield N_("Standing as of"), snapshot.selection.as_of
    yield N_("Read at"), utc_minute(snapshot.taken_at)
    if snapshot.run.not_before:
        yield N_("Not before"), utc_minute(snapshot.run.not_before)
    yield N_("Recipients"), len(snapshot.recipients)


def _figures(snapshot: Snapshot) -> _Facts:
    figures = count(snapshot.signatories)
    yield N_("Signatories printed"), figures.signatories
    yield N_("Organisations"), figures.organisations
    yield N_("People in their own name"), figures.people
    yield N_("Countries"), figures.countries
    yield N_("Withheld from print"), figures.withheld


def _answers(snapshot: Snapshot) -> _Facts:
    statuses = Counter(row.status for row in snapshot.sign_ons)
    yield from ((status.value, statuses[status]) for status in SignOnStatus if statuses[status])
