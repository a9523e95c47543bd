"""Plans the sign-ons of a letter: which rows are new, the same, changed, or perhaps there already."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from signatories import countries
from signatories.collation import fold
from signatories.imports.matching import Directory, KnownOrganisation, KnownPerson, equal
from signatories.imports.planned import Match, PlannedRow, Ref, State
from signatories.imports.sign_on_rows import ReadRow, SignOnEntry
from signatories.models import Organisation, Person, Role, SignOn, SignOnStatus
from signatories.texts import N_, message


@dataclass(frozen=True, slots=True)
class KnownSignOn:
    """A sign-on of the letter, or of an earlier row: its references and its texts as they count now."""

    ref: Ref
    organisation: Ref | None
    person: Ref | None
    texts: dict[str, str]


@dataclass
class Making:
    """Organisations and people that rows would add, by the reference of the row that needs them first.

    `directory` knows them, and all that are stored.
    """

    directory: Directory
    organisations: dict[Ref, SignOnEntry] = field(default_factory=dict)
    people: dict[Ref, SignOnEntry] = field(default_factory=dict)


class SignOnPlanner:
    """Compares rows with the letter's sign-ons and with each other, in the order of the file."""

    def __init__(self, session: Session, letter_id: int) -> None:
        self.directory = Directory.of(session)
        self.making = Making(self.directory)
        self._by_names: dict[tuple[str, str], list[KnownSignOn]] = defaultdict(list)
        self._by_pair: dict[tuple[Ref | None, Ref | None], list[KnownSignOn]] = defaultdict(list)
        self._by_body: dict[Ref, list[KnownSignOn]] = defaultdict(list)
        for known in _stored(session, letter_id):
            self._remember(known)

    def plan(self, line: int, digest: str, row: ReadRow) -> PlannedRow:
        """Decide what a row is. Rows without errors count for those that follow."""
        confidence = row.split.confidence if row.split else 1.0
        base = PlannedRow(line, State.NEW, row.fields, digest, confidence, split=row.split)
        if row.errors:
            return replace(base, state=State.ERROR, problems=(*row.errors, *row.problems))
        if (there := self._same(row.entry)) is not None:
            match = _match(there, 1.0, N_("Everything given is there already."))
            return replace(base, state=State.SAME, matches=(match,), problems=row.problems)
        entry, candidates = self._matched(line, row.entry)
        state, matches = self._state(entry, candidates)
        if state is State.UPDATE:
            entry = replace(entry, sign_on_ref=matches[0].ref)
        else:
            self._remember(
                KnownSignOn(-line, entry.organisation_ref, entry.person_ref, _texts(entry))
            )
        return replace(
            base, state=state, matches=tuple(matches), problems=row.problems, entry=entry
        )

    def _same(self, entry: SignOnEntry) -> KnownSignOn | None:
        """A sign-on that says all that is given, whoever it is linked to."""
        for known in self._by_names[fold(entry.name), fold(entry.organisation)]:
            if all(equal(given, known.texts[name]) for name, given in _texts(entry).items()):
                return known
        return None

    def _matched(self, line: int, entry: SignOnEntry) -> tuple[SignOnEntry, list[Match]]:
        """The entry with its organisation and person: known ones, or new ones that this row makes."""
        candidates: list[Match] = []
        body = person = None
        if entry.organisation:
            body, found = self.directory.find_organisation(
                entry.organisation, entry.acronym, entry.country_code
            )
            candidates += found
            body = body or self._make_organisation(-line, entry)
        if entry.name:
            person, found = self.directory.find_person(entry.name, entry.email, body)
            candidates += found
            person = person or self._make_person(-line, entry, body)
        return replace(entry, organisation_ref=body, person_ref=person), candidates

    def _state(self, entry: SignOnEntry, candidates: list[Match]) -> tuple[State, list[Match]]:
        pairs = self._by_pair[entry.organisation_ref, entry.person_ref]
        if (
            pairs
            and pairs[0].ref > 0
            and entry.email
            and equal(entry.email, pairs[0].texts["email"])
        ):
            return State.UPDATE, [_match(pairs[0], 1.0, N_("The e-mail address is the same."))]
        found = [_match(known, 0.95, N_("The same name, with other details.")) for known in pairs]
        if not found and entry.organisation_ref is not None:
            answered = self._by_body[entry.organisation_ref]
            text = N_("This organisation has answered this letter already.")
            found = [
                replace(_match(known, 0.9, text), other_signer=bool(entry.name))
                for known in answered
            ]
        found += candidates
        return (State.DUPLICATE if found else State.NEW), found

    def _make_organisation(self, ref: Ref, entry: SignOnEntry) -> Ref:
        self.making.organisations[ref] = entry
        known = KnownOrganisation(ref, entry.organisation, entry.acronym, entry.country_code)
        return self.directory.add_organisation(known)

    def _make_person(self, ref: Ref, entry: SignOnEntry, body: Ref | None) -> Ref:
        self.making.people[ref] = replace(entry, organisation_ref=body)
        roles = {} if body is None else {body: entry.role}
        country = entry.country_code if body is None else None
        return self.directory.add_person(KnownPerson(ref, entry.name, entry.email, country, roles))

    def _remember(self, known: KnownSignOn) -> None:
        names = fold(known.texts["name"]), fold(known.texts["organisation"])
        self._by_names[names].append(known)
        self._by_pair[known.organisation, known.person].append(known)
        if known.organisation is not None:
            self._by_body[known.organisation].append(known)


def _texts(entry: SignOnEntry) -> dict[str, str]:
    """What is compared, as text: a country by its code, where it has one."""
    return {
        "name": entry.name,
        "role": entry.role,
        "organisation": entry.organisation,
        "country": entry.country_code or entry.country,
        "email": entry.email,
        "status": entry.status.value if entry.status else "",
        "capacity": "" if entry.capacity_assumed or not entry.capacity else entry.capacity.value,
        "group": entry.group,
        "notes": entry.notes,
    }


def _stored(session: Session, letter_id: int) -> Iterator[KnownSignOn]:
    body, person, role = aliased(Organisation), aliased(Person), aliased(Role)
    query = (
        select(
            SignOn, body.name, body.country, person.name, person.country, person.email, role.title
        )
        .outerjoin(body, body.id == SignOn.organisation_id)
        .outerjoin(person, person.id == SignOn.signer_id)
        .outerjoin(
            role,
            (role.person_id == SignOn.signer_id) & (role.organisation_id == SignOn.organisation_id),
        )
        .where(SignOn.letter_id == letter_id)
        .order_by(SignOn.place)
    )
    for sign_on, *directory in session.execute(query):
        texts = _stored_texts(sign_on, *directory)
        yield KnownSignOn(sign_on.id, sign_on.organisation_id, sign_on.signer_id, texts)


def _stored_texts(sign_on: SignOn, *directory: str | None) -> dict[str, str]:
    body, body_country, person, person_country, email, role = directory
    shown = sign_on.printed_country
    found = countries.find(shown) if shown else None
    code = sign_on.country or body_country or person_country or ""
    confirmed = sign_on.status is SignOnStatus.CONFIRMED
    return {
        "name": sign_on.printed_name or person or "",
        "role": sign_on.printed_role or role or "",
        "organisation": sign_on.printed_organisation or body or "",
        "country": found.iso if found else shown or code,
        "email": email or "",
        # a confirmation fulfils the promise that a table holds
        "status": SignOnStatus.PROMISED.value if confirmed else sign_on.status.value,
        "capacity": sign_on.capacity.value,
        "group": sign_on.group,
        "notes": sign_on.notes,
    }


def _match(known: KnownSignOn, score: float, text: str) -> Match:
    name = ", ".join(part for part in (known.texts["name"], known.texts["organisation"]) if part)
    return Match("sign-on", known.ref, name, score, message(text))
