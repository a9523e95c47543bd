"""Plans the sign-ons of a letter: which rows are new, the same, changed, or perhaps there already."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session

from signatories.collation import fold
from signatories.errors import Refused
from signatories.imports.cell_lots import CellLot
from signatories.imports.decisions import CHANGED_SINCE, EDITED_SINCE
from signatories.imports.digests import answer_digest, key_digest
from signatories.imports.planned import ImportRequest
from signatories.imports.planned_row import PlannedRow
from signatories.imports.planning import sign_on_matches
from signatories.imports.planning.form_answers import Answer, earlier_answers
from signatories.imports.planning.known_sign_ons import KnownSignOn, stored
from signatories.imports.planning.known_sign_ons import changes as changes_in
from signatories.imports.planning.parties import Parties
from signatories.imports.planning.row_pairs import Pair
from signatories.imports.planning.row_signers import RowSigner, signers_of
from signatories.imports.planning.sign_on_columns import Reading
from signatories.imports.planning.sign_on_entries import SignOnEntry
from signatories.imports.planning.sign_on_fields import is_settled
from signatories.imports.planning.sign_on_index import Earlier, Found, SignOnIndex
from signatories.imports.planning.sign_on_matches import shown
from signatories.imports.planning.sign_on_rows import SignOnLot
from signatories.imports.planning.stored_names import StoredNames
from signatories.imports.verdicts import ReadRow, SoundRows, State, Verdict
from signatories.matching.directory import Directory
from signatories.matching.records import Match, Ref
from signatories.matching.spelling import equal
from signatories.texts import N_, Message


class LetterNotSaid(Refused):
    """Sign-ons belong to a letter, and none was given."""


class SignOnPlanner:
    """Compares rows with the letter's sign-ons and with each other, in the order of the file."""

    subject = sign_on_matches.SUBJECT
    places = ("sign_on_ref", "organisation_ref", "person_ref")

    def __init__(
        self, session: Session, request: ImportRequest, month_first: bool | None = None
    ) -> None:
        if request.letter_id is None:
            raise LetterNotSaid(N_("Say which letter these sign-ons are for."))
        self.directory = Directory.of(session)
        self._parties = Parties(self.directory)
        self.sign_ons = SignOnIndex(self.directory, stored(session, request.letter_id))
        self._how = Reading(
            request.capacity, StoredNames(session), request.corrections, month_first
        )
        self._form_answers = earlier_answers(session, request.letter_id)

    @property
    def made(self) -> Any:
        """The directory that rows were compared with, and that they would add to."""
        return self.directory

    def read(self, lot: CellLot) -> SignOnLot:
        """Read rows or lines."""
        return SignOnLot(lot, self._how)

    def name(self, entry: SignOnEntry) -> str:
        """The signatory that a row is about."""
        return shown(entry.name, entry.organisation)

    def decide(self, rows: SoundRows[SignOnLot], earlier: Earlier) -> Iterator[Verdict]:
        """Decide what rows are. Each counts for those that follow."""
        signers = list(signers_of(rows))
        times = Counter(signer.names for signer in signers)
        are_known = [
            times[signer.names] > 1
            or self.sign_ons.has(signer.names)
            or (bool(self._form_answers) and self._answer(rows.read.key(number)) is not None)
            for signer, number in zip(signers, rows.numbers, strict=True)
        ]
        for may_be_known, places in groupby(range(len(rows)), key=are_known.__getitem__):
            if may_be_known:
                for place in places:
                    yield self.decide_row(*rows[place], earlier)
            else:
                yield from self._compared([signers[place] for place in places], earlier)

    def decide_row(self, line: int, row: ReadRow, earlier: Earlier) -> Verdict:
        """Decide what a row is that may be an answer, or a sign-on of its names, that is there."""
        if answer := self._answer(row.key):
            return self._answered(row, answer)
        signer = RowSigner.of(line, row.entry)
        for ref in self.sign_ons.named(signer.names):
            if not changes_in(row.entry, self.sign_ons.known(ref, earlier)):
                return Verdict(State.SAME, (ref, None, None))
        (verdict,) = self._compared([signer], earlier)
        return verdict

    def warnings(self, _rows: Iterable[PlannedRow]) -> list[Message]:
        """Nothing: all that there is to say stands at its row."""
        return []

    def settle(self) -> None:
        """Give up by what rows are compared; who is known to be where stays, since what is written follows from it."""
        self.directory.settle()
        self._parties = Parties(self.directory)
        self.sign_ons = SignOnIndex(self.directory, ())

    def _answer(self, key: str) -> Answer | None:
        """What a row of a form's file was when it came in before."""
        return self._form_answers.get(key_digest(key)) if key else None

    def _answered(self, row: ReadRow, answer: Answer) -> Verdict:
        """A row of a form's file that has come in before: only what has changed since is proposed.

        After a confirmation a changed answer is a question; the confirmation stays.
        """
        known = self.sign_ons.stored[answer.sign_on_id]
        is_same = answer.digest == answer_digest(row.key, row.fields)
        changes = {} if is_same else changes_in(row.entry, known)
        found = Found(known.ref, known.texts["name"], known.texts["organisation"])
        match = sign_on_matches.same_answer(found)
        verdict = _changed(known, Pair(known.organisation, known.person), (match,), changes)
        if changes and answer.is_corrected(changes) and not verdict.problems:
            return verdict._replace(problems=(EDITED_SINCE,))
        return verdict

    def _compared(self, signers: Sequence[RowSigner], earlier: Earlier) -> Iterator[Verdict]:
        """What rows are that say something new: first who they are about, then what these have answered."""
        for signer, (pair, likely) in zip(signers, self._parties.of(signers), strict=True):
            state, matches, other = self._state(signer, pair, likely)
            best = None if other is None else self.sign_ons.known(other, earlier)
            changes = changes_in(earlier(signer.line), best) if best else {}
            if state is State.UPDATE and best:
                yield _changed(best, pair, matches, changes)
            else:
                found = Found(-signer.line, signer.name, signer.organisation)
                self.sign_ons.add(found, signer.names, pair)
                yield Verdict(state, (None, *pair), matches, changes=changes)

    def _state(
        self, signer: RowSigner, pair: Pair, candidates: list[Match]
    ) -> tuple[State, tuple[Match, ...], Ref | None]:
        """The state, what it may be, and the sign-on that an update would change.

        Of whom the row itself makes there is none yet.
        """
        made = -signer.line
        if made not in pair and (same := self.sign_ons.of_pair(pair)):
            first = same[0]
            if self._has_address(first.ref, signer.email):
                return State.UPDATE, (sign_on_matches.same_address(first),), first.ref
            found = map(sign_on_matches.same_name, same)
            return State.DUPLICATE, (*found, *candidates), first.ref
        if candidates and (same := self.sign_ons.named_as(signer.names, candidates)):
            found = map(sign_on_matches.same_name, same)
            return State.DUPLICATE, (*found, *candidates), same[0].ref
        body = pair.organisation
        there = [] if body in (None, made) else self.sign_ons.of_body(body)
        answered = [sign_on_matches.answered(each, _is_other(signer, each)) for each in there]
        answered.sort(key=lambda match: match.other_signer)
        mine = next((match.ref for match in answered if not match.other_signer), None)
        state = State.DUPLICATE if answered or candidates else State.NEW
        return state, (*answered, *candidates), mine

    def _has_address(self, ref: Ref, email: str) -> bool:
        """Whether a stored sign-on has the address of a row."""
        return bool(email) and ref > 0 and equal(email, self.sign_ons.stored[ref].texts["email"])


def _changed(
    known: KnownSignOn,
    pair: Pair,
    matches: tuple[Match, ...],
    changes: Mapping[str, tuple[str, str]],
) -> Verdict:
    """An update of a sign-on, if anything is to be changed; what was confirmed is asked about."""
    if not changes:
        return Verdict(State.SAME, (known.ref, None, None))
    asked = (CHANGED_SINCE,) if known.is_confirmed and is_settled(changes) else ()
    return Verdict(State.UPDATE, (known.ref, *pair), matches, asked, changes)


def _is_other(signer: RowSigner, found: Found) -> bool:
    """Whether somebody signs by a row, and another one than in what was found."""
    name, _ = signer.names
    return bool(signer.name) and name != fold(found.name)
