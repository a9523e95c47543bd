"""Writes planned sign-ons, with the organisations and people that they need, in bulk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import countries, names, sign_ons
from signatories.database import Unit
from signatories.imports.decisions import Decision, Written, decide, open_questions
from signatories.imports.matching import equal
from signatories.imports.plan_sign_ons import Making
from signatories.imports.planned import ImportPlan, PlannedRow, Ref
from signatories.imports.sign_on_rows import SignOnEntry
from signatories.models import Organisation, Person, Question, Role, SignOn, SignOnStatus
from signatories.progress import Progress
from signatories.search import keys
from signatories.texts import N_

CHUNK = 500  # rows between two reports


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
        self.unit.insert(Question, open_questions(adds, ids, self.plan, SignOn.__tablename__))
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
                linked = replace(row, entry=_linked(row))
                if linked.entry.sign_on_ref is None:
                    adds.append(linked)
                else:
                    changes.append((linked, decision is Decision.FILL))
        return adds, changes

    def _make_organisations(self, rows: Sequence[PlannedRow]) -> None:
        wanted = _first_rows(rows, "organisation_ref")
        values = [_organisation(self.making.organisations[ref]) for ref in wanted]
        for (ref, row), row_id in zip(
            wanted.items(), self._insert_all(Organisation, values), strict=True
        ):
            self.ids[Organisation, ref] = row_id
            self.written.note(Organisation.__tablename__, row_id, row)

    def _make_people(self, rows: Sequence[PlannedRow]) -> None:
        wanted = _first_rows(rows, "person_ref")
        values = [_person(self.making.people[ref]) for ref in wanted]
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
                _keep_address(self.unit.session, entry.person_ref, entry.email)
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
                **_as_given(entry, self._known(entry)),
                **_found_by(entry),
            }

    def _known(self, entry: SignOnEntry) -> "_Line":
        """The line as the directory has it."""
        body = self.making.directory.organisations.get(entry.organisation_ref or 0)
        person = self.making.directory.people.get(entry.person_ref or 0)
        holder = body or person
        return _Line(
            name=person.name if person else "",
            role=person.roles.get(body.ref, entry.role) if person and body else "",
            organisation=body.name if body else "",
            acronym=body.acronym if body else "",
            country_code=holder.country if holder else None,
        )

    def _update(self, row: PlannedRow, *, only_blanks: bool) -> None:
        entry: SignOnEntry = row.entry
        ref = entry.sign_on_ref or 0
        sign_on = sign_ons.get(self.unit.session, self.ids.get((SignOn, ref), ref))
        _change(self.unit.session, sign_on, entry, only_blanks=only_blanks)
        self.written.note(SignOn.__tablename__, sign_on.id, row)

    def _has_role(self, person: int, body: int) -> bool:
        known = self.making.directory.people.get(person)
        return known is not None and body in known.roles

    def _id(self, table: type, ref: Ref | None) -> int | None:
        return ref if ref is None or ref > 0 else self.ids[table, ref]

    def _insert_all(self, model: Any, rows: Sequence[dict[str, Any]]) -> list[int]:
        ids: list[int] = []
        for start in range(0, len(rows), CHUNK):
            self.progress.report(start, len(rows), N_("Writing"))
            ids += self.unit.insert(model, rows[start : start + CHUNK])
        return ids


@dataclass(frozen=True, slots=True)
class _Line:
    """A signature line as the directory gives it."""

    name: str
    role: str
    organisation: str
    acronym: str
    country_code: str | None


def _linked(row: PlannedRow) -> SignOnEntry:
    """The entry with the reference of what it may be: the best match is taken for it."""
    entry: SignOnEntry = row.entry
    for match in row.matches[:1]:
        if match.subject == "organisation":
            return replace(entry, organisation_ref=match.ref)
        if match.subject == "person":
            return replace(entry, person_ref=match.ref)
        return replace(entry, sign_on_ref=match.ref)
    return entry


def _first_rows(rows: Sequence[PlannedRow], place: str) -> dict[Ref, PlannedRow]:
    """The rows that need each new record first, by its reference."""
    wanted: dict[Ref, PlannedRow] = {}
    for row in rows:
        ref = getattr(row.entry, place)
        if ref is not None and ref < 0:
            wanted.setdefault(ref, row)
    return wanted


def _organisation(entry: SignOnEntry) -> dict[str, Any]:
    return {
        "name": entry.organisation,
        "acronym": entry.acronym,
        "country": entry.country_code,
        "region": "" if entry.country_code else entry.country,
        "email": "" if entry.name else entry.email,
        **keys(entry.organisation, entry.acronym),
    }


def _person(entry: SignOnEntry) -> dict[str, Any]:
    sort_name = str(names.suggest(entry.name))
    return {
        "name": entry.name,
        "sort_name": sort_name,
        "email": entry.email,
        "country": None if entry.organisation else entry.country_code,
        **keys(sort_name, entry.name, entry.email),
    }


def _as_given(entry: SignOnEntry, known: _Line) -> dict[str, Any]:
    """For this letter only what differs from the directory: the rest follows it until confirmed."""
    code = entry.country_code
    return {
        "printed_name": _differing(entry.name, known.name),
        "printed_role": _differing(entry.role, known.role),
        "printed_organisation": _differing(entry.organisation, known.organisation),
        "printed_acronym": _differing(entry.acronym, known.acronym),
        "printed_country": _own_words(entry),
        "country": code if code != known.country_code else None,
    }


def _differing(given: str, known: str) -> str:
    return "" if equal(given, known) else given


def _own_words(entry: SignOnEntry) -> str:
    """A country's name as given, unless it is the usual one or a code: then it follows the letter's language."""
    text, code = entry.country, entry.country_code
    usual = code and (text == countries.name(code, "en") or (text.isupper() and len(text) <= 3))
    return "" if usual else text


def _found_by(entry: SignOnEntry) -> dict[str, Any]:
    country = countries.name(entry.country_code, "en") if entry.country_code else entry.country
    found = keys(entry.organisation, entry.name, entry.role, entry.acronym, country)
    return {"search_key": found["search_key"]}


def _keep_address(session: Session, person_id: int, email: str) -> None:
    """A person without an address gets the one given; another one is never overwritten."""
    person = session.scalar(select(Person).where(Person.id == person_id, Person.email == ""))
    if person is not None:
        person.email = email


def _change(session: Session, sign_on: SignOn, entry: SignOnEntry, *, only_blanks: bool) -> None:
    """Give a sign-on what the row says; a blank cell clears nothing, a confirmation stays."""
    line = sign_ons.printed(session, sign_on, "en")
    for name in ("name", "role", "organisation", "acronym"):
        given, present = getattr(entry, name), getattr(line, name)
        if not equal(given, present) and not (only_blanks and present):
            setattr(sign_on, f"printed_{name}", given)
    for name in ("group", "notes"):
        given, present = getattr(entry, name), getattr(sign_on, name)
        if given and not (only_blanks and present):
            setattr(sign_on, name, given)
    if entry.country and not (only_blanks and line.country):
        sign_on.country, sign_on.printed_country = entry.country_code, _own_words(entry)
    if entry.status and not only_blanks and sign_on.status is not SignOnStatus.CONFIRMED:
        sign_on.status = entry.status
    if entry.capacity and not entry.capacity_assumed and not only_blanks:
        sign_on.capacity, sign_on.capacity_assumed = entry.capacity, False
    if entry.email and sign_on.signer_id:
        _keep_address(session, sign_on.signer_id, entry.email)
    sign_ons.derive_keys(session, sign_on)
