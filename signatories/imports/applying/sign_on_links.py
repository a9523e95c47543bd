"""Which records the references of sign-ons' rows became."""

from collections.abc import Iterable
from typing import Any

from signatories.imports.applying.made_ids import MadeIds
from signatories.imports.planned_row import PlannedRow
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

    def link(self, row: PlannedRow) -> PlannedRow:
        """The row as the best of what it may be."""
        refs: dict[str, Any] = {}
        for match in row.matches[:1]:
            table = _TABLES[match.subject]
            if table is SignOn and self.matched(match) is None:
                continue  # the row above that it repeats was left out
            self._same[table, -row.line] = match.ref
            refs[PLACES[table]] = match.ref
        return row._replace(entry=row.entry._replace(**refs)) if refs else row

    def resolve(self, refs: dict[type[Recorded], list[Ref | None]]) -> None:
        """Put what references of rows turned out to be in their place, by table."""
        if self._same:
            for table, column in refs.items():
                column[:] = [self._followed(table, ref) for ref in column]

    def id(self, table: type[Recorded], ref: Ref | None) -> int | None:
        """The id of a reference that has one."""
        ref = self._followed(table, ref)
        return None if ref is None else self.made[table].id(ref)

    def ids(self, table: type[Recorded], refs: Iterable[Ref | None]) -> list[int | None]:
        """Those of many references."""
        return [self.id(table, ref) for ref in refs]

    def matched(self, match: Match) -> int | None:
        """The id of what a row may be; None when its row was left out."""
        table = _TABLES[match.subject]
        ref = self._followed(table, match.ref)
        return None if ref is None else self.made[table].known(ref)

    def _followed(self, table: type[Recorded], ref: Ref | None) -> Ref | None:
        while ref is not None and (table, ref) in self._same:
            ref = self._same[table, ref]
        return ref
