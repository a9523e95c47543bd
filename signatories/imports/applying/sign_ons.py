"""Writes planned sign-ons, with the organisations and people that they need, in bulk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from signatories import sign_ons
from signatories.database import Unit
from signatories.imports.applying import agreeing, sign_on_details, sign_on_values
from signatories.imports.applying.made_ids import MadeIds
from signatories.imports.applying.roles import Roles
from signatories.imports.applying.sign_on_details import Tagged, Told
from signatories.imports.decisions import EDITED_SINCE, Decision, decide, open_questions
from signatories.imports.planned import ImportPlan, Match, PlannedRow, Ref
from signatories.imports.planning.sign_on_fields import Holder, details_of, is_settled
from signatories.imports.planning.sign_on_rows import SignOnEntry
from signatories.imports.written import Written
from signatories.matching.directory import Directory
from signatories.models import (
    Organisation,
    Person,
    Question,
    Recorded,
    SignOn,
    SignOnStatus,
)
from signatories.progress import Progress

SUBJECTS: dict[str, tuple[type[Recorded], str]] = {
    "organisation": (Organisation, "organisation_ref"),
    "person": (Person, "person_ref"),
    "sign-on": (SignOn, "sign_on_ref"),
}
"""What a match may be about: its table, and the place of its reference in an entry."""

_VALUES = {"organisation": sign_on_values.organisations, "person": sign_on_values.people}


def write(unit: Unit, plan: ImportPlan, written: Written, progress: Progress) -> None:
    """Write all rows that are to be written, in the order of the file."""
    writer = Writer(unit, plan, written)
    for chunk in written.chunks(progress):
        writer.write(chunk)


class Writer:
    def __init__(self, unit: Unit, plan: ImportPlan, written: Written) -> None:
        if plan.request.letter_id is None:
            raise ValueError("sign-ons are planned for a letter")
        self.unit = unit
        self.plan = plan
        self.letter_id = plan.request.letter_id
        self.place = sign_ons.next_place(unit.session, self.letter_id)
        self.directory: Directory = plan.made
        self.made: dict[type, MadeIds] = {table: MadeIds() for table, _ in SUBJECTS.values()}
        self.same: dict[tuple[type, Ref], Ref] = {}  # what rows were taken for
        self.roles = Roles(unit)
        self.written = written

    def write(self, rows: Sequence[PlannedRow]) -> None:
        adds, changes = self._decided(rows)
        self._make("organisation", adds)
        self._make("person", adds)
        self.roles.make(self._places(adds), self.directory)
        ids = self.unit.insert(SignOn, list(self._sign_ons(adds)))
        self.place += len(adds)
        pairs = list(zip(adds, ids, strict=True))
        for row, row_id in pairs:
            self._note(SignOn, -row.line, row_id, row)
        asked = open_questions(adds, ids, self.plan.request, "sign_ons", self._matched)
        self.unit.insert(Question, asked)
        self._keep_details(pairs)
        agreeing.note(self.unit, pairs)
        kept = [each for each in changes if not self._is_settled(each[0])]
        self._ask_again([row for row, _ in changes if self._is_settled(row)])
        changed = [self._update(row, only_blanks=only_blanks) for row, only_blanks in kept]
        sign_on_details.tag(self.unit, [*self._tagged(adds), *changed])
        self.written.added += len(adds)
        self.written.updated += len(kept)

    def _is_settled(self, row: PlannedRow) -> bool:
        """Whether a row would change what was confirmed or edited: that is asked about, whatever was chosen."""
        if EDITED_SINCE in row.problems:
            return True
        sign_on = sign_ons.get(self.unit.session, self._id(SignOn, row.entry.sign_on_ref) or 0)
        return sign_on.status is SignOnStatus.CONFIRMED and is_settled(row.changes)

    def _ask_again(self, rows: Sequence[PlannedRow]) -> None:
        """Keep it as a question that a settled answer has changed, with what it says now; the sign-on stays."""
        asked = []
        for row in rows:
            row_id = self._id(SignOn, row.entry.sign_on_ref) or 0
            asked.append(sign_on_details.changed_answer(row_id, row.changes))
            agreeing.refuse(self.unit.session, row_id, row.entry)
            self.written.note(SignOn.__tablename__, row_id, row)
        self.unit.insert(Question, asked)

    def _decided(
        self, rows: Sequence[PlannedRow]
    ) -> tuple[list[PlannedRow], list[tuple[PlannedRow, bool]]]:
        """Rows to add, and rows to change a sign-on by (whether only in what is blank)."""
        adds, changes = [], []
        for row in rows:
            decision = decide(row, self.plan.request)
            if decision is Decision.LEAVE:
                continue
            linked = self._linked(row, decision)
            if linked.entry.sign_on_ref is None:
                self.made[SignOn].expect(row.line)
                adds.append(linked)
            else:
                changes.append((linked, decision is Decision.FILL))
        return [self._resolved(row) for row in adds], changes

    def _linked(self, row: PlannedRow, decision: Decision) -> PlannedRow:
        """The row as what it may be: the best match is taken for it, and rows below that are like it follow."""
        entry: SignOnEntry = row.entry
        if decision is Decision.ADD:
            return row._replace(entry=_with(entry, {"sign_on_ref": None}))
        for match in row.matches[:1]:
            table, place = SUBJECTS[match.subject]
            if table is SignOn and self._matched(match) is None:
                continue  # the row above that it repeats was left out
            self.same[table, -row.line] = match.ref
            entry = _with(entry, {place: match.ref})
        return row._replace(entry=entry)

    def _resolved(self, row: PlannedRow) -> PlannedRow:
        """The row with the records that its references turned out to be."""
        entry: SignOnEntry = row.entry
        given = {place: (table, getattr(entry, place)) for table, place in SUBJECTS.values()}
        if self.same.keys().isdisjoint(given.values()):
            return row
        refs = {place: self._followed(*each) for place, each in given.items()}
        return row._replace(entry=_with(entry, refs))

    def _followed(self, table: type, ref: Ref | None) -> Ref | None:
        while ref is not None and (table, ref) in self.same:
            ref = self.same[table, ref]
        return ref

    def _make(self, subject: str, rows: Sequence[PlannedRow]) -> None:
        """Make the organisations or people that rows need."""
        table, place = SUBJECTS[subject]
        wanted = self._wanted(rows, table, place)
        columns = _VALUES[subject](self._entries(wanted))
        ids = self.unit.insert_columns(table, columns, len(wanted))
        for (ref, row), row_id in zip(wanted.items(), ids, strict=True):
            self._note(table, ref, row_id, row)

    def _wanted(self, rows: Sequence[PlannedRow], table: type, place: str) -> dict[Ref, PlannedRow]:
        """The rows that need each new record first, by its reference."""
        wanted: dict[Ref, PlannedRow] = {}
        for row in rows:
            ref = getattr(row.entry, place)
            if ref is not None and not self.made[table].has(ref):
                wanted.setdefault(ref, row)
        return wanted

    def _entries(self, wanted: Mapping[Ref, PlannedRow]) -> list[SignOnEntry]:
        """What the rows say that would make records; one that another row needs may itself have been left out."""
        return [
            row.entry if row.line == -ref else self.plan.rows.entry_at(-ref)
            for ref, row in wanted.items()
        ]

    def _note(self, table: type[Recorded], ref: Ref, row_id: int, row: PlannedRow) -> None:
        self.made[table].note(-ref, row_id)
        self.written.note(table.__tablename__, row_id, row)

    def _places(self, rows: Sequence[PlannedRow]) -> Iterator[tuple[int | None, int | None, str]]:
        """Who signs where, and as what."""
        for row in rows:
            entry: SignOnEntry = row.entry
            person = self._id(Person, entry.person_ref)
            yield person, self._id(Organisation, entry.organisation_ref), entry.role

    def _keep_details(self, pairs: Sequence[tuple[PlannedRow, int]]) -> None:
        """Give the directory what rows tell of people and organisations that they did not make."""
        sign_on_details.keep(self.unit, Person, list(self._told(Person, pairs)))
        sign_on_details.keep(self.unit, Organisation, list(self._told(Organisation, pairs)))

    def _told(self, table: Holder, pairs: Sequence[tuple[PlannedRow, int]]) -> Iterator[Told]:
        """The ids of records with what rows tell of them; of a record that a row made all is there."""
        for row, sign_on in pairs:
            entry: SignOnEntry = row.entry
            ref = entry.person_ref if table is Person else entry.organisation_ref
            details = details_of(entry, table)
            record_id = self._id(table, ref)
            if details and record_id is not None and ref != -row.line:
                yield Told(record_id, details, sign_on)

    def _tagged(self, rows: Sequence[PlannedRow]) -> Iterator[Tagged]:
        for row in rows:
            entry: SignOnEntry = row.entry
            body = self._id(Organisation, entry.organisation_ref)
            yield Tagged(entry.tags, body, self._id(Person, entry.person_ref))

    def _sign_ons(self, rows: Sequence[PlannedRow]) -> Iterable[dict[str, Any]]:
        for place, row in enumerate(rows, start=self.place):
            entry: SignOnEntry = row.entry
            signer = self._id(Person, entry.person_ref)
            yield {
                "letter_id": self.letter_id,
                "organisation_id": self._id(Organisation, entry.organisation_ref),
                "signer_id": signer,
                "contact_id": signer,
                "capacity": entry.capacity,
                "capacity_assumed": entry.capacity_assumed,
                **sign_on_values.as_told(entry),
                **sign_on_values.as_answered(entry),
                "place": place,
                **sign_on_values.as_given(entry, self._known(entry)),
                **sign_on_values.found_by(entry),
            }

    def _known(self, entry: SignOnEntry) -> sign_on_values.KnownLine:
        """The line as the directory has it."""
        body = self.directory.organisations.get(entry.organisation_ref or 0)
        person = self.directory.people.get(entry.person_ref or 0)
        holder = body or person
        return sign_on_values.KnownLine(
            name=person.name if person else "",
            role=person.roles.get(body.ref, entry.role) if person and body else "",
            organisation=body.name if body else "",
            acronym=body.acronym if body else "",
            country_code=holder.country if holder else None,
        )

    def _update(self, row: PlannedRow, *, only_blanks: bool) -> Tagged:
        entry: SignOnEntry = row.entry
        sign_on = sign_ons.get(self.unit.session, self._id(SignOn, entry.sign_on_ref) or 0)
        sign_on_values.change(self.unit.session, sign_on, entry, only_blanks=only_blanks)
        self.written.note(SignOn.__tablename__, sign_on.id, row)
        return Tagged(entry.tags, sign_on.organisation_id, sign_on.signer_id)

    def _matched(self, match: Match) -> int | None:
        table, _ = SUBJECTS[match.subject]
        ref = self._followed(table, match.ref)
        return None if ref is None else self.made[table].known(ref)

    def _id(self, table: type, ref: Ref | None) -> int | None:
        ref = self._followed(table, ref)
        return None if ref is None else self.made[table].id(ref)


def _with(entry: SignOnEntry, refs: dict[str, Any]) -> SignOnEntry:
    return replace(entry, **refs)
