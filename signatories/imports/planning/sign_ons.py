"""Plans the sign-ons of a letter: which rows are new, the same, changed, or perhaps there already."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from signatories.collation import fold
from signatories.errors import Refused
from signatories.imports.cell_lots import CellLot
from signatories.imports.decisions import CHANGED_SINCE, EDITED_SINCE
from signatories.imports.digests import answer_digest, key_digest
from signatories.imports.planned import ImportRequest, Match, PlannedRow, Ref, State
from signatories.imports.planning import sign_on_rows
from signatories.imports.planning.form_answers import Answer, earlier_answers
from signatories.imports.planning.key_index import KeyIndex
from signatories.imports.planning.known_sign_ons import KnownSignOn, stored
from signatories.imports.planning.known_sign_ons import changes as changes_in
from signatories.imports.planning.sign_on_fields import is_settled, texts_made, texts_of
from signatories.imports.planning.sign_on_rows import Reading, SignOnEntry
from signatories.imports.planning.stored_names import StoredNames
from signatories.imports.verdicts import ReadRow, RowByRow, Verdict
from signatories.matching.directory import Directory
from signatories.matching.person_scores import SHARED_ADDRESS
from signatories.matching.records import KnownOrganisation, KnownPerson
from signatories.matching.spelling import alike, equal
from signatories.texts import N_, Message, message

_SAME_ADDRESS = message(N_("The e-mail address is the same."))
_SAME_NAME = message(N_("The same name, with other details."))
_SAME_ANSWER = message(N_("It is the same answer to the form."))
_ANSWERED = message(N_("This organisation has answered this letter already."))

_MOST_SHOWN = 5  # sign-ons of one organisation beside a row


class LetterNotSaid(Refused):
    """Sign-ons belong to a letter, and none was given."""


class SignOnPlanner(RowByRow):
    """Compares rows with the letter's sign-ons and with each other, in the order of the file."""

    subject = "sign-on"
    places = ("sign_on_ref", "organisation_ref", "person_ref")

    def __init__(self, session: Session, request: ImportRequest) -> None:
        if request.letter_id is None:
            raise LetterNotSaid(N_("Say which letter these sign-ons are for."))
        self.directory = Directory.of(session)
        self._how = Reading(request.capacity, StoredNames(session), request.corrections)
        self._form_answers = earlier_answers(session, request.letter_id)
        self._stored: dict[Ref, KnownSignOn] = {}
        self._pairs: dict[Ref, tuple[Ref | None, Ref | None]] = {}
        self._by_names = KeyIndex()
        self._by_pair = KeyIndex()
        self._by_body = KeyIndex()
        for known in stored(session, request.letter_id):
            self._stored[known.ref] = known
            self._remember(known)

    @property
    def made(self) -> Any:
        """The directory that rows were compared with, and that they would add to."""
        return self.directory

    def read(self, lot: CellLot) -> list[ReadRow]:
        """Read rows or lines."""
        return [sign_on_rows.read(cells, self._how) for cells in lot.each()]

    def name(self, entry: SignOnEntry) -> str:
        """The signatory that a row is about."""
        return _name(entry.name, entry.organisation)

    def decide_row(self, line: int, row: ReadRow, earlier: Callable[[int], SignOnEntry]) -> Verdict:
        """Decide what a row is. It counts for those that follow."""
        given: SignOnEntry = row.entry
        if row.key and (answer := self._form_answers.get(key_digest(row.key))):
            return self._answered(row, answer)
        there = self._known(self._by_names.find(_names(texts_of(given))), earlier)
        for known in there:
            if _names(known.texts) == _names(texts_of(given)) and not changes_in(given, known):
                return Verdict(State.SAME, (known.ref, None, None))
        entry, candidates = self._matched(line, given)
        state, matches, other = self._state(entry, candidates, earlier)
        pair = entry.organisation_ref, entry.person_ref
        changes = changes_in(entry, other) if other else {}
        if state is State.UPDATE and other:
            return self._changed(other, pair, matches, changes)
        self._remember(KnownSignOn(-line, *pair, texts_made(entry), extra=entry.extra))
        return Verdict(state, (None, *pair), matches, changes=changes)

    def _answered(self, row: ReadRow, answer: Answer) -> Verdict:
        """A row of a form's file that has come in before: only what has changed since is proposed.

        After a confirmation a changed answer is a question; the confirmation stays.
        """
        known = self._stored[answer.sign_on_id]
        changes = (
            {}
            if answer.digest == answer_digest(row.key, row.fields)
            else changes_in(row.entry, known)
        )
        pair = known.organisation, known.person
        verdict = self._changed(known, pair, (_match(known, 1.0, _SAME_ANSWER),), changes)
        if answer.is_edited and changes and not verdict.problems:
            return verdict._replace(problems=(EDITED_SINCE,))
        return verdict

    def _changed(
        self,
        known: KnownSignOn,
        pair: tuple[Ref | None, Ref | None],
        matches: tuple[Match, ...],
        changes: Mapping[str, tuple[str, str]],
    ) -> Verdict:
        """An update of a sign-on, if anything is to be changed; what was confirmed is asked about."""
        if not changes:
            return Verdict(State.SAME, (known.ref, None, None))
        asked = (CHANGED_SINCE,) if known.is_confirmed and is_settled(changes) else ()
        return Verdict(State.UPDATE, (known.ref, *pair), matches, asked, changes)

    def warnings(self, _rows: Iterable[PlannedRow]) -> list[Message]:
        """Nothing: all that there is to say stands at its row."""
        return []

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
            candidates += [
                replace(match, other_signer=match.reason == SHARED_ADDRESS.reason)
                for match in found
            ]
            person = person or self._make_person(-line, entry, body)
        return replace(entry, organisation_ref=body, person_ref=person), candidates

    def _state(
        self, entry: SignOnEntry, candidates: list[Match], earlier: Callable[[int], SignOnEntry]
    ) -> tuple[State, tuple[Match, ...], KnownSignOn | None]:
        """The state, what it may be, and the sign-on that an update would change."""
        pair = entry.organisation_ref, entry.person_ref
        alike = self._known(self._by_pair.find(pair), earlier)
        pairs = [known for known in alike if (known.organisation, known.person) == pair]
        owners = pairs[:1] if entry.email else []
        if any(each.ref > 0 and equal(entry.email, each.texts["email"]) for each in owners):
            return State.UPDATE, (_match(pairs[0], 1.0, _SAME_ADDRESS),), pairs[0]
        found = [_match(known, 0.95, _SAME_NAME) for known in pairs]
        answered: list[KnownSignOn] = []
        if not found and entry.organisation_ref is not None:
            refs = self._by_body.find(entry.organisation_ref)[:_MOST_SHOWN]
            bodies = self._known(refs, earlier)
            answered = [each for each in bodies if each.organisation == entry.organisation_ref]
            answered.sort(key=lambda each: _is_other_signer(entry, each))
            found = [
                replace(_match(known, 0.9, _ANSWERED), other_signer=_is_other_signer(entry, known))
                for known in answered
            ]
        mine = (known for known in pairs or answered if not _is_other_signer(entry, known))
        best = next(iter(pairs[:1]), None) or next(mine, None)
        state = State.DUPLICATE if found or candidates else State.NEW
        return state, (*found, *candidates), best

    def _make_organisation(self, ref: Ref, entry: SignOnEntry) -> Ref:
        known = KnownOrganisation(ref, entry.organisation, entry.acronym, entry.country_code)
        return self.directory.add_organisation(known)

    def _make_person(self, ref: Ref, entry: SignOnEntry, body: Ref | None) -> Ref:
        roles = {} if body is None else {body: entry.role}
        country = entry.country_code if body is None else None
        return self.directory.add_person(KnownPerson(ref, entry.name, entry.email, country, roles))

    def _known(
        self, refs: Sequence[Ref], earlier: Callable[[int], SignOnEntry]
    ) -> list[KnownSignOn]:
        """Stored sign-ons as they are, those of earlier rows read again."""
        return [
            self._stored[ref] if ref > 0 else self._of_earlier_row(ref, earlier(-ref))
            for ref in refs
        ]

    def _of_earlier_row(self, ref: Ref, entry: SignOnEntry) -> KnownSignOn:
        return KnownSignOn(ref, *self._pairs[ref], texts_made(entry), extra=entry.extra)

    def _remember(self, known: KnownSignOn) -> None:
        pair = known.organisation, known.person
        if known.ref < 0:
            self._pairs[known.ref] = pair
        self._by_names.add(_names(known.texts), known.ref)
        self._by_pair.add(pair, known.ref)
        if known.organisation is not None:
            self._by_body.add(known.organisation, known.ref)


def _names(texts: Mapping[str, str]) -> tuple[str, str]:
    return fold(texts["name"]), fold(texts["organisation"])


def _is_other_signer(entry: SignOnEntry, known: KnownSignOn) -> bool:
    return bool(entry.name) and not alike(entry.name, known.texts["name"])


def _match(known: KnownSignOn, score: float, reason: Message) -> Match:
    name = _name(known.texts["name"], known.texts["organisation"])
    return Match("sign-on", known.ref, name, score, reason)


def _name(person: str, organisation: str) -> str:
    return ", ".join(filter(None, (person, organisation)))
