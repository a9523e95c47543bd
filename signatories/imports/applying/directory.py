"""Writes planned organisations, and planned people with their roles: new ones in bulk, changes by the chunk."""

from collections.abc import Collection, Iterable, Sequence
from itertools import compress
from typing import Any

from signatories import printed_lines
from signatories.database import Unit, indexed_later
from signatories.imports.applying import directory_values, parents
from signatories.imports.applying.directory_changes import (
    Change,
    change_organisations,
    change_people,
)
from signatories.imports.applying.directory_rows import Chosen, Rows
from signatories.imports.applying.made_ids import MadeIds
from signatories.imports.decisions import Decision, decide, open_questions
from signatories.imports.planned import ImportPlan
from signatories.imports.planned_row import PlannedLot, PlannedRow, Questioned
from signatories.imports.planning.directory_rows import DirectoryEntry
from signatories.imports.verdicts import State
from signatories.imports.written import Written, insert_missing
from signatories.matching.records import Match, Ref
from signatories.models import (
    Organisation,
    OrganisationName,
    Person,
    Question,
    Recorded,
    Role,
    SignOn,
    Tagging,
)
from signatories.progress import Progress
from signatories.recording import chunks

_PLACES = {"organisation": "organisation_ref", "person": "person_ref"}
_TABLES: dict[str, type[Recorded]] = {"organisation": Organisation, "person": Person}
_SUBJECTS = {"organisations": "organisation", "people": "person"}
_VALUES = {"organisation": directory_values.organisations, "person": directory_values.people}
_CHANGERS = {"organisation": change_organisations, "person": change_people}
_SIGNED = {"organisation": SignOn.organisation_id, "person": SignOn.signer_id}


def write(unit: Unit, plan: ImportPlan, written: Written, progress: Progress) -> None:
    """Write all rows that are to be written, in the order of the file."""
    writer = _Writer(unit, plan, written)
    with indexed_later(unit.session, plan.rows.count_of(State.NEW), writer.table):
        for lots in written.lots(progress):
            writer.write(lots)
    writer.link_parents()


class _Writer:
    def __init__(self, unit: Unit, plan: ImportPlan, written: Written) -> None:
        self.unit = unit
        self.plan = plan
        self.written = written
        self.subject = _SUBJECTS[plan.kind]
        self.table = _TABLES[self.subject]
        self.place = _PLACES[self.subject]
        self.made = {subject: MadeIds() for subject in _PLACES}
        self.parents: dict[int, str] = {}  # the names of those that rows tell, by organisation
        self.filled: set[int] = set()  # which keep the parent that they have

    def write(self, lots: Iterable[PlannedLot]) -> None:
        chosen = Chosen()
        for lot in lots:
            self._choose(lot, chosen)
        if self.subject == "person":
            self._make_bodies(chosen.changes)
            self._make_bodies(chosen.adds)
        made = self._add(chosen.adds, chosen.in_question)
        self._add_beside(chosen.adds, made, made)  # first, since the rest may change these
        changed = self._change(chosen)
        self._add_beside(chosen.changes, changed)
        printed_lines.derive_keys_of(self.unit.session, _SIGNED[self.subject], *changed)
        self.written.added += len(made)
        self.written.updated += len(changed)

    def link_parents(self) -> None:
        """Link organisations to their parents, which may have come in with any row."""
        if self.parents:
            made = self.made["organisation"]
            parents.link(self.unit, self.plan.made, self.parents, made.known, self.filled)

    def _choose(self, lot: PlannedLot, chosen: Chosen) -> None:
        """Choose the rows of a lot to add, and those to change a record by."""
        made = self.made[self.subject]
        is_added = [place not in lot.others for place in range(len(lot.lines))]
        is_changed = [False] * len(lot.lines)
        bodies: list[Ref | None] = [
            ref or None for ref in lot.refs[-1]
        ]  # people's; those of organisations are nobody's
        made.expect(*compress(lot.lines, is_added))
        for place, row in lot.others.items():
            decision = decide(row, self.plan.request)
            if decision is Decision.LEAVE:
                continue
            entry = None if decision is Decision.ADD else self._linked(lot.row(place))
            if entry is None or getattr(entry, self.place) is None:
                made.expect(row.line)
                is_added[place] = True
                chosen.in_question.append(row)
            else:
                is_changed[place] = True
                chosen.entries.append(entry)
                chosen.only_blanks.append(decision is Decision.FILL)
            if entry is not None:
                bodies[place] = entry.organisation_ref
        said = lot.read.said()
        chosen.adds.add_some(lot, said, bodies, is_added)
        chosen.changes.add_some(lot, said, bodies, is_changed)

    def _linked(self, row: PlannedRow) -> DirectoryEntry:
        """What a row says, of the best that it and its organisation may be, unless that is a row that was left out."""
        refs: dict[str, Any] = {}
        for subject in dict.fromkeys(match.subject for match in row.matches):
            best = next(match.ref for match in row.matches if match.subject == subject)
            if self.made[subject].has(best):
                refs[_PLACES[subject]] = best
        entry: DirectoryEntry = row.entry._replace(**refs)
        return entry

    def _make_bodies(self, rows: Rows) -> None:
        """Organisations that rows about people name, and that are not there."""
        made = self.made["organisation"]
        wanted: dict[Ref, int] = {}  # the place of the first row that names each
        for place, ref in enumerate(rows.bodies):
            if ref is not None and not made.has(ref):
                wanted.setdefault(ref, place)
        columns = directory_values.named([self._name_of(ref, rows, n) for ref, n in wanted.items()])
        ids = self.unit.insert_columns(Organisation, columns, len(wanted))
        for ref, row_id in zip(wanted, ids, strict=True):
            made.note(-ref, row_id)
        lines = [rows.lines[place] for place in wanted.values()]
        digests = [rows.digests[place] for place in wanted.values()]
        self.written.note_all(Organisation.__tablename__, ids, lines, digests)

    def _name_of(self, ref: Ref, rows: Rows, place: int) -> str:
        """What the row that would make an organisation calls it; one that another row needs may have been left out."""
        if rows.lines[place] == -ref:
            return rows.texts["organisation"][place]
        entry: DirectoryEntry = self.plan.rows.entry_at(-ref)
        return entry.texts["organisation"]

    def _add(self, rows: Rows, in_question: Sequence[Questioned]) -> range:
        """Add records; of those in question it is asked what they are."""
        table, made = self.table, self.made[self.subject]
        ids = self.unit.insert_columns(table, _VALUES[self.subject](rows), len(rows.lines))
        for line, row_id in zip(rows.lines, ids, strict=True):
            made.note(line, row_id)
        self.written.note_all(table.__tablename__, ids, rows.lines, rows.digests)
        asked = open_questions(
            in_question,
            [made.id(-row.line) for row in in_question],
            self.plan.request,
            table.__tablename__,
            self._matched,
        )
        self.unit.insert(Question, asked)
        return ids

    def _change(self, chosen: Chosen) -> list[int]:
        """Change records, and say which."""
        rows = chosen.changes
        each = zip(chosen.entries, rows.bodies, chosen.only_blanks, strict=True)
        changes = [self._change_of(*row) for row in each]
        for some in chunks(changes):
            _CHANGERS[self.subject](self.unit, some)
        ids = [change.row_id for change in changes]
        self.filled |= {change.row_id for change in changes if change.only_blanks}
        self.written.note_all(self.table.__tablename__, ids, rows.lines, rows.digests)
        return ids

    def _change_of(self, entry: DirectoryEntry, body: Ref | None, only_blanks: bool) -> Change:
        row_id = self.made[self.subject].id(getattr(entry, self.place))
        is_its_own = self.subject == "organisation"
        return Change(
            row_id, entry, only_blanks, None if is_its_own or body is None else self._body(body)
        )

    def _add_beside(self, rows: Rows, ids: Sequence[int], made: Collection[int] = ()) -> None:
        """Tags, further names and roles that are not there yet; those just `made` have none."""
        each = zip(ids, rows.tags, strict=True)
        tags = [(row_id, tag) for row_id, tags in each for tag in tags]
        insert_missing(self.unit, Tagging, (f"{self.subject}_id", "tag"), tags, made)
        if self.subject == "person":
            self._add_roles(rows, ids, made)
        else:
            self._add_names(rows, ids, made)
            for row_id, own in zip(ids, rows.extra, strict=True):
                is_told = row_id in self.filled and row_id in self.parents
                if (name := own.get("parent")) and not is_told:
                    self.parents[row_id] = name

    def _add_names(self, rows: Rows, ids: Sequence[int], made: Collection[int]) -> None:
        names = [
            (row_id, name, kind)
            for row_id, others in zip(ids, rows.names, strict=True)
            for name, kind in directory_values.further_names(others)
        ]
        columns = ("organisation_id", "name", "kind")
        insert_missing(self.unit, OrganisationName, columns, names, made)

    def _add_roles(self, rows: Rows, ids: Sequence[int], made: Collection[int]) -> None:
        roles = [
            (row_id, self._body(ref), title)
            for row_id, ref, title in zip(ids, rows.bodies, rows.texts["role"], strict=True)
            if ref is not None
        ]
        columns = ("person_id", "organisation_id", "title")
        insert_missing(self.unit, Role, columns, roles, made)

    def _body(self, ref: Ref) -> int:
        return self.made["organisation"].id(ref)

    def _matched(self, match: Match) -> int | None:
        return self.made[match.subject].known(match.ref)
