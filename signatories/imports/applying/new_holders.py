"""Makes the organisations and people that rows of sign-ons need and that are not there yet, in bulk."""

from collections.abc import Callable, Mapping, Sequence

from signatories.database import Unit
from signatories.imports.applying import sign_on_values
from signatories.imports.applying.sign_on_links import PLACES, Links
from signatories.imports.planned import ImportPlan
from signatories.imports.planned_row import PlannedRow
from signatories.imports.planning.sign_on_entries import SignOnEntry
from signatories.imports.planning.sign_on_fields import Holder
from signatories.imports.written import Written
from signatories.matching.records import Ref
from signatories.models import Organisation, Person
from signatories.recording import Columns

_VALUES: Mapping[Holder, Callable[[Sequence[SignOnEntry]], Columns]] = {
    Organisation: sign_on_values.organisations,
    Person: sign_on_values.people,
}


class NewHolders:
    """Makes each once, and notes its id among the links."""

    def __init__(self, unit: Unit, plan: ImportPlan, written: Written, links: Links) -> None:
        self._unit = unit
        self._plan = plan
        self._written = written
        self._links = links

    def make(self, table: Holder, rows: Sequence[PlannedRow]) -> range:
        """Make the organisations or people that rows need."""
        made, wanted = self._links.made[table], self._wanted(rows, table)
        ids = self._unit.insert_columns(table, _VALUES[table](self._entries(wanted)), len(wanted))
        for ref, row_id in zip(wanted, ids, strict=True):
            made.note(-ref, row_id)
        self._written.note_rows(table.__tablename__, ids, wanted.values())
        return ids

    def _wanted(self, rows: Sequence[PlannedRow], table: Holder) -> dict[Ref, PlannedRow]:
        """The rows that need each new record first, by its reference."""
        made, place = self._links.made[table], PLACES[table]
        wanted: dict[Ref, PlannedRow] = {}
        for row in rows:
            ref = getattr(row.entry, place)
            if ref is not None and not made.has(ref):
                wanted.setdefault(ref, row)
        return wanted

    def _entries(self, wanted: Mapping[Ref, PlannedRow]) -> list[SignOnEntry]:
        """What the rows say that would make records; one that another row needs may itself have been left out."""
        return [
            row.entry if row.line == -ref else self._plan.rows.entry_at(-ref)
            for ref, row in wanted.items()
        ]
