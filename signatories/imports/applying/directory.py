"""Writes planned organisations, and planned people with their roles: new ones in bulk, changes by the chunk."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from signatories.database import Unit
from signatories.imports.applying import directory_values, parents
from signatories.imports.applying.directory_changes import (
    Change,
    change_organisations,
    change_people,
)
from signatories.imports.applying.made_ids import MadeIds
from signatories.imports.decisions import Decision, decide, open_questions
from signatories.imports.planned import ImportPlan, Match, PlannedRow, Ref
from signatories.imports.planning.directory_rows import DirectoryEntry
from signatories.imports.written import Written, insert_missing
from signatories.models import (
    Organisation,
    OrganisationName,
    Person,
    Question,
    Recorded,
    Role,
    Tagging,
)
from signatories.progress import Progress
from signatories.recording import chunks

_PLACES = {"organisation": "organisation_ref", "person": "person_ref"}
_TABLES: dict[str, type[Recorded]] = {"organisation": Organisation, "person": Person}
_SUBJECTS = {"organisations": "organisation", "people": "person"}
_VALUES = {"organisation": directory_values.organisations, "person": directory_values.people}
_CHANGERS = {"organisation": change_organisations, "person": change_people}


def write(unit: Unit, plan: ImportPlan, written: Written, progress: Progress) -> None:
    """Write all rows that are to be written, in the order of the file."""
    writer = _Writer(unit, plan, written)
    for chunk in written.chunks(progress):
        writer.write(chunk)
    writer.link_parents()


class _Writer:
    def __init__(self, unit: Unit, plan: ImportPlan, written: Written) -> None:
        self.unit = unit
        self.plan = plan
        self.written = written
        self.subject = _SUBJECTS[plan.kind]
        self.place = _PLACES[self.subject]
        self.made = {subject: MadeIds() for subject in _PLACES}
        self.parents: dict[int, str] = {}  # the names of those that rows tell, by organisation

    def write(self, rows: Sequence[PlannedRow]) -> None:
        adds, changes = self._decided(rows)
        if self.subject == "person":
            self._make_bodies([row for row, _ in changes])
            self._make_bodies(adds)
        ids = self._add(adds)
        pairs = [*zip(adds, ids, strict=True), *self._change(changes)]
        self._add_beside(pairs, ids)
        if self.subject == "organisation":
            told = ((row_id, row.entry.extra.get("parent")) for row, row_id in pairs)
            self.parents |= {row_id: name for row_id, name in told if name}
        self.written.added += len(adds)
        self.written.updated += len(changes)

    def link_parents(self) -> None:
        """Link organisations to their parents, which may have come in with any row."""
        if self.parents:
            made = self.made["organisation"]
            parents.link(self.unit, self.plan.made, self.parents, made.known)

    def _decided(
        self, rows: Sequence[PlannedRow]
    ) -> tuple[list[PlannedRow], list[tuple[PlannedRow, bool]]]:
        """Rows to add, and rows to change a record by (whether only in what is blank)."""
        adds: list[PlannedRow] = []
        changes: list[tuple[PlannedRow, bool]] = []
        for row in rows:
            decision = decide(row, self.plan.request)
            if decision is Decision.LEAVE:
                continue
            linked = row if decision is Decision.ADD else self._linked(row)
            if decision is Decision.ADD or getattr(linked.entry, self.place) is None:
                self.made[self.subject].expect(row.line)
                adds.append(linked)
            else:
                changes.append((linked, decision is Decision.FILL))
        return adds, changes

    def _linked(self, row: PlannedRow) -> PlannedRow:
        """The row as the best of what it may be, unless that is a row that was left out."""
        match = row.matches[0]
        is_there = self.made[match.subject].has(match.ref)
        refs: dict[str, Any] = {_PLACES[match.subject]: match.ref} if is_there else {}
        return row._replace(entry=row.entry._replace(**refs))

    def _make_bodies(self, rows: Iterable[PlannedRow]) -> None:
        """Organisations that rows about people name, and that are not there."""
        made = self.made["organisation"]
        wanted: dict[Ref, PlannedRow] = {}
        for row in rows:
            ref = row.entry.organisation_ref
            if ref is not None and not made.has(ref):
                wanted.setdefault(ref, row)
        columns = directory_values.named([self._body_of(*each) for each in wanted.items()])
        ids = self.unit.insert_columns(Organisation, columns, len(wanted))
        for ref, row_id in zip(wanted, ids, strict=True):
            made.note(-ref, row_id)
        self.written.note_all(Organisation, ids, wanted.values())

    def _body_of(self, ref: Ref, row: PlannedRow) -> str:
        """What the row that would make an organisation calls it; one that another row needs may have been left out."""
        entry: DirectoryEntry = row.entry if row.line == -ref else self.plan.rows.entry_at(-ref)
        return entry.texts["organisation"]

    def _add(self, rows: Sequence[PlannedRow]) -> range:
        table, made = _TABLES[self.subject], self.made[self.subject]
        columns = _VALUES[self.subject]([row.entry for row in rows])
        ids = self.unit.insert_columns(table, columns, len(rows))
        for row, row_id in zip(rows, ids, strict=True):
            made.note(row.line, row_id)
        self.written.note_all(table, ids, rows)
        asked = open_questions(rows, ids, self.plan.request, table.__tablename__, self._matched)
        self.unit.insert(Question, asked)
        return ids

    def _change(self, rows: Sequence[tuple[PlannedRow, bool]]) -> list[tuple[PlannedRow, int]]:
        changes = [self._change_of(row.entry, only_blanks=only_blanks) for row, only_blanks in rows]
        for some in chunks(changes):
            _CHANGERS[self.subject](self.unit, some)
        changed, ids = [row for row, _ in rows], [change.row_id for change in changes]
        self.written.note_all(_TABLES[self.subject], ids, changed)
        return list(zip(changed, ids, strict=True))

    def _change_of(self, entry: DirectoryEntry, *, only_blanks: bool) -> Change:
        row_id = self.made[self.subject].id(getattr(entry, self.place))
        ref = entry.organisation_ref if self.subject == "person" else None
        return Change(row_id, entry, only_blanks, None if ref is None else self._body(ref))

    def _add_beside(self, pairs: Sequence[tuple[PlannedRow, int]], made: Collection[int]) -> None:
        """Tags, further names and roles that are not there yet; those just `made` have none."""
        tags = [(row_id, tag) for row, row_id in pairs for tag in row.entry.tags]
        insert_missing(self.unit, Tagging, (f"{self.subject}_id", "tag"), tags, made)
        if self.subject == "person":
            self._add_roles(pairs, made)
        else:
            self._add_names(pairs, made)

    def _add_names(self, pairs: Sequence[tuple[PlannedRow, int]], made: Collection[int]) -> None:
        names = [
            (row_id, name, kind)
            for row, row_id in pairs
            for name, kind in directory_values.further_names(row.entry)
        ]
        columns = ("organisation_id", "name", "kind")
        insert_missing(self.unit, OrganisationName, columns, names, made)

    def _add_roles(self, pairs: Sequence[tuple[PlannedRow, int]], made: Collection[int]) -> None:
        roles = [
            (row_id, self._body(row.entry.organisation_ref), row.entry.texts.get("role", ""))
            for row, row_id in pairs
            if row.entry.organisation_ref is not None
        ]
        columns = ("person_id", "organisation_id", "title")
        insert_missing(self.unit, Role, columns, roles, made)

    def _body(self, ref: Ref) -> int:
        return self.made["organisation"].id(ref)

    def _matched(self, match: Match) -> int | None:
        return self.made[match.subject].known(match.ref)
