"""Plans the answers that mails bring: to which sign-on each belongs, and what it would change there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.collation import fold
from signatories.imports.cell_lots import CellLot
from signatories.imports.planned import ImportRequest
from signatories.imports.planned_row import PlannedRow
from signatories.imports.planning import reply_rows
from signatories.imports.planning.invitations import Invitations, Invited
from signatories.imports.planning.reply_rows import STATUSES
from signatories.imports.planning.sign_on_entries import SignOnEntry
from signatories.imports.planning.sign_on_index import Earlier
from signatories.imports.planning.sign_ons import SignOnPlanner
from signatories.imports.replies import words
from signatories.imports.replies.answers import Answer
from signatories.imports.verdicts import ReadRow, RowByRow, State, Verdict
from signatories.matching.directory import Directory
from signatories.matching.records import Match, Ref
from signatories.matching.spelling import equal
from signatories.models import ChangeSet, Import, ImportedRecord, SignOn, SignOnStatus
from signatories.sources.documents import Mail, Source
from signatories.texts import N_, Message, message

_SAME_ADDRESS = message(N_("The e-mail address is the same."))
_SEVERAL = message(N_("Several signatories answer from this address."))
_SAME_DOMAIN = message(N_("The e-mail address is one of this organisation."))
_BY_NAME = message(N_("Known by the organisation's name alone: its address is new."))
_SAME_NAMES = message(N_("The same name and organisation."))
_NOBODY = N_("It gives no answer, and nobody was asked at {address}.")
_NAMELESS = N_("Nobody was asked at {address}, and the mail does not say who signs.")
_LATER = N_("Mail {line} of the same sender answers otherwise: the later one counts.")
_FOR_WHOM = message(
    N_("The mail says “we”, and no organisation was found in it: for which one does it sign?")
)
_CONFIRMED = message(N_("It was confirmed before: what is confirmed stays, until you decide."))
_TOLD = ("name", "role", "organisation", "country")


@dataclass(frozen=True, slots=True)
class ReplyMaking:
    """What apply needs beside the rows: the directory that they were compared with, and the mails themselves."""

    directory: Directory
    mails: Sequence[Mail]


class ReplyPlanner(RowByRow):
    """Finds the sign-on that each mail answers for; who was never asked is compared as any other sign-on."""

    subject = SignOnPlanner.subject
    places = SignOnPlanner.places

    def __init__(self, session: Session, request: ImportRequest, source: Source) -> None:
        self._sign_ons = SignOnPlanner(session, request)
        self._request = request
        self._mails = source.mails
        self._invitations = Invitations(session, request.letter_id or 0)
        self._imported = _imported(session, request.letter_id)
        self._senders: dict[str, Ref] = {}  # who wrote further up, by address
        self._answers: dict[Ref, tuple[Answer, int]] = {}

    @property
    def made(self) -> ReplyMaking:
        """What the rows bring beside themselves."""
        return ReplyMaking(self._sign_ons.directory, self._mails)

    def read(self, lot: CellLot) -> list[ReadRow]:
        """Read mails."""
        return [reply_rows.read(cells, self._request) for cells in lot.each()]

    def name(self, entry: SignOnEntry) -> str:
        """The signatory that a mail is about."""
        return self._sign_ons.name(entry)

    def warnings(self, rows: Iterable[PlannedRow]) -> list[Message]:
        """What a reader of the plan should know beside its rows."""
        return self._sign_ons.warnings(rows)

    def settle(self) -> None:
        """Give up by what mails are compared."""
        self._sign_ons.settle()

    def decide_row(self, line: int, row: ReadRow, earlier: Earlier) -> Verdict:
        """Decide whose answer a mail is. It counts for those that follow."""
        entry: SignOnEntry = row.entry
        if (known := self._imported.get(entry.mail.digest)) is not None:
            return Verdict(State.SAME, (known, None, None))
        verdict = self._of_known_sender(entry) or self._of_stranger(line, row, earlier)
        ref = verdict.refs[0] if verdict.refs and verdict.refs[0] else -line
        said = (*self._mails[line - 1].problems, *self._about_earlier(line, ref, entry))
        if verdict.state is not State.ERROR:
            self._imported[entry.mail.digest] = ref
            self._senders.setdefault(entry.text("email").casefold(), ref)
        return verdict._replace(problems=(*verdict.problems, *said))

    def _of_known_sender(self, entry: SignOnEntry) -> Verdict | None:
        """An update of the sign-on whose contact or signer has the address."""
        invited = self._invitations.of_address(entry.text("email")) if entry.text("email") else []
        chosen = [each for each in invited if self._names(entry, each)] or invited
        if len(chosen) == 1 or (chosen and entry.status is None):
            return _update(chosen[0], entry, _SAME_ADDRESS, self._known_texts(chosen[0].ref))
        if not chosen and (above := self._senders.get(entry.text("email").casefold())) is not None:
            match = Match("sign-on", above, self.name(entry), 1.0, _SAME_ADDRESS)
            return Verdict(State.UPDATE, (above, None, None), (match,))
        return None

    def _of_stranger(self, line: int, row: ReadRow, earlier: Earlier) -> Verdict:
        entry: SignOnEntry = row.entry
        if entry.status is None:
            return Verdict(State.ERROR, problems=(message(_NOBODY, address=entry.text("email")),))
        if not entry.name and not entry.organisation:
            several = bool(self._invitations.of_address(entry.text("email")))
            reason = _SEVERAL if several else message(_NAMELESS, address=entry.text("email"))
            return Verdict(State.ERROR, problems=(reason,))
        found = self._as_answer(entry, self._sign_ons.decide_row(line, row, earlier))
        if found.state is not State.UPDATE and _is_for_unnamed(entry):
            return found._replace(problems=(*found.problems, _FOR_WHOM))
        return found

    def _as_answer(self, entry: SignOnEntry, found: Verdict) -> Verdict:
        """What rows of a table would be, as mails: they bring a proof also where every word is there already."""
        if found.state is State.SAME:
            ref = found.refs[0] or 0
            match = Match("sign-on", ref, self.name(entry), 1.0, _SAME_NAMES)
            return Verdict(State.UPDATE, (ref, None, None), (match,))
        if found.state is State.UPDATE:
            return found._replace(problems=())
        several = self._invitations.of_address(entry.text("email"))
        near = several or self._invitations.of_domain(entry.text("email"))
        likely = _SEVERAL if several else _SAME_DOMAIN
        asked = self._asked_by_name(found) or [each for each in near if self._names(entry, each)]
        if len(asked) == 1:
            reason = likely if asked[0] in near else _BY_NAME
            return _update(asked[0], entry, reason, self._known_texts(asked[0].ref))
        matched = {match.ref for match in found.matches if match.subject == "sign-on"}
        further = tuple(each.match(0.8, likely) for each in near if each.ref not in matched)
        if not further:
            return found
        return found._replace(state=State.DUPLICATE, matches=(*further, *found.matches))

    def _asked_by_name(self, found: Verdict) -> list[Invited]:
        """The open invitation, to nobody by name, of the very organisation that the mail is signed with."""
        body = found.refs[1] if found.refs else None
        invited = self._invitations.by_ref.values()
        return [
            each for each in invited
            if body and each.organisation == body and each.is_open and not each.has_signer
        ]  # fmt: skip

    def _names(self, entry: SignOnEntry, invited: Invited) -> bool:
        """Whether the mail is signed with the organisation or the person of a sign-on."""
        known = self._known_texts(invited.ref)
        return any(
            given and equal(given.casefold(), known.get(field, "").casefold())
            for field, given in (("organisation", entry.organisation), ("name", entry.name))
        )

    def _known_texts(self, ref: Ref) -> Mapping[str, str]:
        known = self._sign_ons.sign_ons.stored.get(ref)
        return known.texts if known else {}

    def _about_earlier(self, line: int, ref: Ref, entry: SignOnEntry) -> Iterable[Message]:
        """Questions where an answer is not the one given before."""
        if entry.status is None:
            return
        before = self._answers.get(ref)
        self._answers[ref] = (entry.mail.answer, line)
        if before and before[0] is not entry.mail.answer:
            yield message(_LATER, line=before[1])
        stored = self._invitations.by_ref.get(ref)
        if (
            stored
            and stored.status is SignOnStatus.CONFIRMED
            and entry.mail.answer is not Answer.YES
        ):
            yield _CONFIRMED


def _is_for_unnamed(entry: SignOnEntry) -> bool:
    """Whether somebody says yes for an organisation that the mail does not name."""
    is_yes = entry.mail.answer is Answer.YES
    return is_yes and not entry.organisation and bool(words.WE.search(fold(entry.mail.said)))


def _update(
    invited: Invited, entry: SignOnEntry, reason: Message, known: Mapping[str, str]
) -> Verdict:
    changes: dict[str, tuple[str, str]] = {}
    status = STATUSES.get(entry.mail.answer)
    if status is not None and status is not invited.status:
        changes["answer"] = (invited.status.value, entry.mail.answer.value)
    if entry.mail.is_told:
        given = {field: entry.text(field) for field in _TOLD}
        changes |= {
            field: (known.get(field, ""), text)
            for field, text in given.items()
            if text and field != "country" and not equal(text, known.get(field, ""))
        }
    return Verdict(
        State.UPDATE, (invited.ref, None, None), (invited.match(1.0, reason),), changes=changes
    )


def _imported(session: Session, letter_id: int | None) -> dict[str, Ref]:
    """The sign-ons that mails imported earlier, and not undone, became or answered; by the mail's digest."""
    query = (
        select(ImportedRecord.digest, ImportedRecord.row_id)
        .join(Import, Import.id == ImportedRecord.import_id)
        .join(ChangeSet, ChangeSet.id == Import.change_set_id)
        .where(
            Import.subject == "replies",
            Import.letter_id == letter_id,
            ImportedRecord.subject == SignOn.__tablename__,
            ChangeSet.undone_by_id.is_(None),
        )
    )
    return {row.digest: row.row_id for row in session.execute(query)}
