"""Writes planned sign-ons, with the organisations and people that they need, in bulk."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from signatories import sign_ons
from signatories.database import Unit
from signatories.imports import sign_on_values
from signatories.imports.decisions import Decision, Written, decide, open_questions
from signatories.imports.plan_sign_ons import Making
from signatories.imports.planned import ImportPlan, Match, PlannedRow, Ref
from signatories.imports.sign_on_rows import SignOnEntry
from signatories.models import Organisation, Person, Question, Role, SignOn, SignOnStatus
from signatories.progress import Progress
from signatories.texts import N_

CHUNK = 500  # rows between two reports
SUBJECTS: dict[str, tuple[type, str]] = {
    "organisation": (Organisation, "organisation_ref"),
    "person": (Person, "person_ref"),
    "sign-on": (SignOn, "sign_on_ref"),
}
"""What a match may be about: its table, and the place of its reference in an entry."""


def write(unit: Unit, plan: ImportPlan, progress: Progress) -> Written:
    """Write all rows that are to be written, in the order of the file."""
    return _Writer(unit, plan, progress).write()


class _Writer:
    def __init__(self, unit: Unit, plan: ImportPlan, progress: Progress) -> None:
        self.unit = unit
        self.plan = plan
        self.progress = progress
        self.making: Making = plan.made
        self.ids: dict[tuple[type, Ref], int] = {}
        self.same: dict[tuple[type, Ref], Ref] = {}  # what rows were taken for
        self.written = Written()

    def write(self) -> Written:
        adds, changes = self._decided()
        self._make_organisations(adds)
        self._make_people(adds)
        self._make_roles(row.entry for row in adds)
        ids = self._insert_all(SignOn, list(self._sign_ons(adds)))
        for row, row_id in zip(adds, ids, strict=True):
            self.ids[SignOn, -row.line] = row_id
            self.written.note(SignOn.__tablename__, row_id, row)
        asked = open_questions(
            adds, ids, self.plan.request.on_duplicate, SignOn.__tablename__, self._matched
        )
        self.unit.insert(Question, asked)
        for row, only_blanks in changes:
            self._update(row, only_blanks=only_blanks)
        self.written.added, self.written.updated = len(adds), len(changes)
        return self.written

    def _decided(self) -> tuple[list[PlannedRow], list[tuple[PlannedRow, bool]]]:
        """Rows to add, and rows to change a sign-on by (whether only in what is blank)."""
        adds, changes = [], []
        for row in self.plan.rows:
            decision = decide(row, self.plan.request.on_duplicate)
            if decision is Decision.ADD:
                adds.append(row)
            elif decision is not Decision.LEAVE:
                linked = self._linked(row)
                if linked.entry.sign_on_ref is None:
                    adds.append(linked)
                else:
                    changes.append((linked, decision is Decision.FILL))
        return [self._resolved(row) for row in adds], changes

    def _linked(self, row: PlannedRow) -> PlannedRow:
        """The row as what it may be: the best match is taken for it, and rows below that are like it follow."""
        entry: SignOnEntry = row.entry
        for match in row.matches[:1]:
            table, place = SUBJECTS[match.subject]
            self.same[table, -row.line] = match.ref
            entry = _with(entry, {place: match.ref})
        return replace(row, entry=entry)

    def _resolved(self, row: PlannedRow) -> PlannedRow:
        """The row with the records that its references turned out to be."""
        entry: SignOnEntry = row.entry
        refs = {
            place: self._followed(table, getattr(entry, place))
            for table, place in SUBJECTS.values()
        }
        return replace(row, entry=_with(entry, refs))

    def _followed(self, table: type, ref: Ref | None) -> Ref | None:
        while ref is not None and (table, ref) in self.same:
            ref = self.same[table, ref]
        return ref

    def _make_organisations(self, rows: Sequence[PlannedRow]) -> None:
        wanted = _first_rows(rows, "organisation_ref")
        values = [sign_on_values.organisation(self.making.organisations[ref]) for ref in wanted]
        for (ref, row), row_id in zip(
            wanted.items(), self._insert_all(Organisation, values), strict=True
        ):
            self.ids[Organisation, ref] = row_id
            self.written.note(Organisation.__tablename__, row_id, row)

    def _make_people(self, rows: Sequence[PlannedRow]) -> None:
        wanted = _first_rows(rows, "person_ref")
        values = [sign_on_values.person(self.making.people[ref]) for ref in wanted]
        for (ref, row), row_id in zip(
            wanted.items(), self._insert_all(Person, values), strict=True
        ):
            self.ids[Person, ref] = row_id
            self.written.note(Person.__tablename__, row_id, row)

    def _make_roles(self, entries: Iterable[SignOnEntry]) -> None:
        """A role for everybody who signs in an organisation where they have none; known addresses stay."""
        titles: dict[tuple[int, int], str] = {}
        for entry in entries:
            person, body = (
                self._id(Person, entry.person_ref),
                self._id(Organisation, entry.organisation_ref),
            )
            if person and body and not self._has_role(person, body):
                titles.setdefault((person, body), entry.role)
            if entry.email and entry.person_ref and entry.person_ref > 0:
                sign_on_values.keep_address(self.unit.session, entry.person_ref, entry.email)
        pairs = titles.items()
        self._insert_all(
            Role,
            [{"person_id": p, "organisation_id": o, "title": title} for (p, o), title in pairs],
        )

    def _sign_ons(self, rows: Sequence[PlannedRow]) -> Iterable[dict[str, Any]]:
        letter_id = self.plan.request.letter_id
        if letter_id is None:
            raise ValueError("sign-ons are planned for a letter")
        place = sign_ons.next_place(self.unit.session, letter_id)
        for number, row in enumerate(rows):
            entry: SignOnEntry = row.entry
            signer = self._id(Person, entry.person_ref)
            yield {
                "letter_id": letter_id,
                "organisation_id": self._id(Organisation, entry.organisation_ref),
                "signer_id": signer,
                "contact_id": signer,
                "status": entry.status or SignOnStatus.PROMISED,
                "capacity": entry.capacity,
                "capacity_assumed": entry.capacity_assumed,
                "group": entry.group,
                "notes": entry.notes,
                "place": place + number,
                **sign_on_values.as_given(entry, self._known(entry)),
                **sign_on_values.found_by(entry),
            }

    def _known(self, entry: SignOnEntry) -> sign_on_values.KnownLine:
        """The line as the directory has it."""
        body = self.making.directory.organisations.get(entry.organisation_ref or 0)
        person = self.making.directory.people.get(entry.person_ref or 0)
        holder = body or person
        return sign_on_values.KnownLine(
            name=person.name if person else "",
            role=person.roles.get(body.ref, entry.role) if person and body else "",
            organisation=body.name if body else "",
            acronym=body.acronym if body else "",
            country_code=holder.country if holder else None,
        )

    def _update(self, row: PlannedRow, *, only_blanks: bool) -> None:
        entry: SignOnEntry = row.entry
        sign_on = sign_ons.get(self.unit.session, self._id(SignOn, entry.sign_on_ref) or 0)
        sign_on_values.change(self.unit.session, sign_on, entry, only_blanks=only_blanks)
        self.written.note(SignOn.__tablename__, sign_on.id, row)

    def _has_role(self, person: int, body: int) -> bool:
        known = self.making.directory.people.get(person)
        return known is not None and body in known.roles

    def _matched(self, match: Match) -> int | None:
        return self._id(SUBJECTS[match.subject][0], match.ref)

    def _id(self, table: type, ref: Ref | None) -> int | None:
        ref = self._followed(table, ref)
        return ref if ref is None or ref > 0 else self.ids[table, ref]

    def _insert_all(self, model: Any, rows: Sequence[dict[str, Any]]) -> list[int]:
        ids: list[int] = []
        for start in range(0, len(rows), CHUNK):
            self.progress.report(start, len(rows), N_("Writing"))
            ids += self.unit.insert(model, rows[start : start + CHUNK])
        return ids


def _with(entry: SignOnEntry, refs: dict[str, Any]) -> SignOnEntry:
    return replace(entry, **refs)


def _first_rows(rows: Sequence[PlannedRow], place: str) -> dict[Ref, PlannedRow]:
    """The rows that need each new record first, by its reference."""
    wanted: dict[Ref, PlannedRow] = {}
    for row in rows:
        ref = getattr(row.entry, place)
        if ref is not None and ref < 0:
            wanted.setdefault(ref, row)
    return wanted
