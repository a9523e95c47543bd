"""Makes the organisations and people that rows of sign-ons need and that are not there yet, in bulk."""

from collections.abc import Callable, Mapping

from signatories.database import Unit
from signatories.imports.applying import sign_on_values
from signatories.imports.applying.adding import Adding
from signatories.imports.applying.sign_on_links import Links
from signatories.imports.planned import ImportPlan
from signatories.imports.planning.sign_on_fields import Holder
from signatories.imports.planning.sign_ons_said import SignOnsSaid
from signatories.imports.written import Written
from signatories.matching.records import Ref
from signatories.models import Organisation, Person
from signatories.recording import Columns

_VALUES: Mapping[Holder, Callable[[SignOnsSaid], Columns]] = {
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

    def make(self, table: Holder, rows: Adding) -> range:
        """Make the organisations or people that rows need."""
        made, wanted = self._links.made[table], self._wanted(rows, table)
        columns = _VALUES[table](self._said(wanted, rows))
        ids = self._unit.insert_columns(table, columns, len(wanted))
        for ref, row_id in zip(wanted, ids, strict=True):
            made.note(-ref, row_id)
        lines = [rows.lines[place] for place in wanted.values()]
        digests = [rows.digests[place] for place in wanted.values()]
        self._written.note_all(table.__tablename__, ids, lines, digests)
        return ids

    def _wanted(self, rows: Adding, table: Holder) -> dict[Ref, int]:
        """The places of the rows that need each new record first, by its reference."""
        made = self._links.made[table]
        wanted: dict[Ref, int] = {}
        for place, ref in enumerate(rows.refs[table]):
            if ref is not None and not made.has(ref):
                wanted.setdefault(ref, place)
        return wanted

    def _said(self, wanted: Mapping[Ref, int], rows: Adding) -> SignOnsSaid:
        """What the rows say that would make records; one that another row needs may itself have been left out."""
        said = rows.said.at(wanted.values())
        for number, (ref, place) in enumerate(wanted.items()):
            if rows.lines[place] != -ref:
                said.put(number, self._plan.rows.entry_at(-ref))
        return said
