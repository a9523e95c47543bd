"""Which records the references of sign-ons' rows became."""

from collections.abc import Iterable, Sequence
from typing import Any

from signatories.imports.applying.made_ids import MadeIds
from signatories.imports.decisions import Decision
from signatories.imports.planned_row import PlannedRow
from signatories.imports.planning.sign_on_entries import SignOnEntry
from signatories.matching.records import Match, Ref
from signatories.models import Organisation, Person, Recorded, SignOn

PLACES: dict[type[Recorded], str] = {
    Organisation: "organisation_ref",
    Person: "person_ref",
    SignOn: "sign_on_ref",
}
"""The place of each table's reference in an entry."""

_TABLES: dict[str, type[Recorded]] = {
    "organisation": Organisation,
    "person": Person,
    "sign-on": SignOn,
}
"""What a match may be about."""


class Links:
    """The records that rows made, and those that rows were taken for: rows below that are like them follow."""

    def __init__(self) -> None:
        self.made: dict[type[Recorded], MadeIds] = {table: MadeIds() for table in PLACES}
        self._same: dict[tuple[type[Recorded], Ref], Ref] = {}

    def link(self, row: PlannedRow, decision: Decision) -> PlannedRow:
        """The row as what it is to be: one to add, or the best of what it may be."""
        entry: SignOnEntry = row.entry
        is_like_one = decision is Decision.ADD and entry.sign_on_ref is not None
        refs: dict[str, Any] = {"sign_on_ref": None} if is_like_one else {}
        for match in () if decision is Decision.ADD else row.matches[:1]:
            table = _TABLES[match.subject]
            if table is SignOn and self.matched(match) is None:
                continue  # the row above that it repeats was left out
            self._same[table, -row.line] = match.ref
            refs[PLACES[table]] = match.ref
        return row._replace(entry=entry._replace(**refs)) if refs else row

    def resolved(self, rows: Sequence[PlannedRow]) -> list[PlannedRow]:
        """Rows with the records that their references turned out to be."""
        return [self._resolved(row) for row in rows] if self._same else list(rows)

    def _resolved(self, row: PlannedRow) -> PlannedRow:
        entry: SignOnEntry = row.entry
        refs: dict[str, Any] = {
            place: self._followed(table, getattr(entry, place)) for table, place in PLACES.items()
        }
        return row._replace(entry=entry._replace(**refs))

    def id(self, table: type[Recorded], ref: Ref | None) -> int | None:
        """The id of a reference that has one."""
        ref = self._followed(table, ref)
        return None if ref is None else self.made[table].id(ref)

    def ids(self, table: type[Recorded], rows: Iterable[PlannedRow]) -> list[int | None]:
        """Those of the rows' references."""
        place = PLACES[table]
        return [self.id(table, getattr(row.entry, place)) for row in rows]

    def matched(self, match: Match) -> int | None:
        """The id of what a row may be; None when its row was left out."""
        table = _TABLES[match.subject]
        ref = self._followed(table, match.ref)
        return None if ref is None else self.made[table].known(ref)

    def _followed(self, table: type[Recorded], ref: Ref | None) -> Ref | None:
        while ref is not None and (table, ref) in self._same:
            ref = self._same[table, ref]
        return ref
