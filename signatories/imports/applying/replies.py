"""Writes what mails answer: sign-ons that are new or known, confirmed where that was asked for, each with its proof."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from signatories import assets, sign_ons
from signatories.database import Unit
from signatories.errors import UnreadableFile
from signatories.imports.applying import sign_on_changes
from signatories.imports.applying.adding import Adding
from signatories.imports.applying.sign_on_details import Tagged
from signatories.imports.applying.sign_ons import Writer
from signatories.imports.decisions import Decision
from signatories.imports.lines.parts import CERTAIN
from signatories.imports.planned import ImportPlan
from signatories.imports.planned_row import PlannedLot, PlannedRow, Questioned
from signatories.imports.planning.replies import ReplyMaking
from signatories.imports.planning.reply_rows import STATUSES
from signatories.imports.planning.sign_on_entries import SignOnEntry
from signatories.imports.planning.sign_ons_said import SignOnsSaid
from signatories.imports.replies.answers import Answer
from signatories.imports.verdicts import State
from signatories.imports.written import Written
from signatories.models import Question, SignOn, SignOnStatus
from signatories.progress import Progress
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Proof
from signatories.sources.mail import mails
from signatories.texts import N_, Message, message

_UNCERTAIN = message(
    N_("This yes was not confirmed: the words or the writer are not certain. Read the mail.")
)

_NOTHING = SignOnEntry({})
"""What a mail says that cannot come in."""


def write(unit: Unit, plan: ImportPlan, written: Written, progress: Progress) -> None:
    """Write all mails that are to be written; of several from one sender the latest answer counts."""
    writer = _ReplyWriter(unit, plan, written)
    for lots in written.lots(progress):
        writer.write(lots)
    _Answers(unit, plan).settle(writer.given)


@dataclass(frozen=True, slots=True)
class _Given:
    """A mail that belongs to a sign-on. `is_new`: it made it, and its questions are asked already."""

    sign_on_id: int
    row: PlannedRow
    is_new: bool

    @property
    def entry(self) -> SignOnEntry:
        entry: SignOnEntry = self.row.entry
        return entry

    @property
    def is_certain(self) -> bool:
        """Whether the answer is; of somebody who was not known, also who that is."""
        sureness = self.row.confidence if self.is_new else self.entry.mail.sureness
        return sureness >= CERTAIN


class _ReplyWriter(Writer):
    """Writes sign-ons as from a table, and remembers which mail belongs to which."""

    def __init__(self, unit: Unit, plan: ImportPlan, written: Written) -> None:
        making: ReplyMaking = plan.made
        super().__init__(unit, plan, written, making.directory)
        self.given: list[_Given] = []
        self._mails: dict[int, PlannedRow] = {}  # of the lots that are written, by line

    def write(self, lots: Iterable[PlannedLot]) -> None:
        """Write mails to add, then those that change a sign-on."""
        super().write(lots)
        self._mails.clear()

    def _said(self, lot: PlannedLot) -> SignOnsSaid:
        """What mails say, which are few, and kept until it is known what each made."""
        mails = list(map(lot.row, range(len(lot.lines))))
        self._mails |= {mail.line: mail for mail in mails}
        return SignOnsSaid.of([mail.entry or _NOTHING for mail in mails])

    def _decide(self, row: Questioned) -> Decision:
        """Whose answer it is without question answers again, and never signs twice."""
        decision = super()._decide(row)
        is_known = decision is Decision.ADD and row.state is State.UPDATE
        return Decision.UPDATE if is_known else decision

    def _add(self, rows: Adding) -> Sequence[int]:
        ids = super()._add(rows)
        mails = map(self._mails.__getitem__, rows.lines)
        self.given += [_Given(i, mail, is_new=True) for i, mail in zip(ids, mails, strict=True)]
        return ids

    def _is_settled(self, _row: PlannedRow) -> bool:
        """A mail is kept with what it answers, and asks by itself about what was confirmed."""
        return False

    def _update(self, row: PlannedRow, *, only_blanks: bool) -> Tagged:
        """Only what the mail asks to be listed as is printed: who answers for others need not be who signs."""
        entry: SignOnEntry = row.entry
        sign_on = self._sign_on(row)
        if entry.mail.is_told:
            kept = {n: text for n, text in entry.texts.items() if n not in ("email", "notes")}
            told = entry._replace(texts=kept, status=None, capacity=None)
            sign_on_changes.change(self.unit.session, sign_on, told, only_blanks=only_blanks)
        self.written.note(SignOn.__tablename__, sign_on.id, row)
        self.given.append(_Given(sign_on.id, row, is_new=False))
        return Tagged(entry.tags, sign_on.organisation_id, sign_on.signer_id)


class _Answers:
    """What the mails of each sign-on make of it."""

    def __init__(self, unit: Unit, plan: ImportPlan) -> None:
        self.unit = unit
        self.session = unit.session
        self.request = plan.request
        self.making: ReplyMaking = plan.made
        self.questions: list[dict[str, Any]] = []

    def settle(self, given: Sequence[_Given]) -> None:
        """Give every sign-on its latest answer; confirm those that said yes, where that was asked for."""
        by_sign_on: dict[int, list[_Given]] = {}
        for each in sorted(given, key=lambda each: (each.entry.mail.sent, each.row.line)):
            by_sign_on.setdefault(each.sign_on_id, []).append(each)
        proofs: dict[int, Proof] = {}
        for sign_on_id, mine in by_sign_on.items():
            proofs |= self._settled(sign_ons.get(self.session, sign_on_id), mine)
        if proofs and self.request.letter_id is not None:
            confirming.confirm_each(self.unit, self.request.letter_id, proofs)
        self.unit.insert(Question, self.questions)

    def _settled(self, sign_on: SignOn, given: Sequence[_Given]) -> dict[int, Proof]:
        for each in given:
            sign_on.notes = "\n".join(part for part in (sign_on.notes, _note(each.entry)) if part)
            self._ask(sign_on, each)
        answers = [each for each in given if each.entry.mail.answer in STATUSES]
        if not answers:
            return {}
        last = answers[-1]
        if sign_on.status is not SignOnStatus.CONFIRMED:
            self._answer(sign_on, last.entry)
        elif last.entry.mail.answer is not Answer.YES:
            return {}
        if not self.request.confirm or last.entry.mail.answer is not Answer.YES:
            return {}
        if last.row.state is State.DUPLICATE or last.row.problems:
            return {}  # its questions are asked already
        if not last.is_certain:
            self._question(sign_on.id, _UNCERTAIN)
            return {}
        return {sign_on.id: self._proof(sign_on, last)}

    def _answer(self, sign_on: SignOn, entry: SignOnEntry) -> None:
        sign_ons.answer(sign_on, STATUSES[entry.mail.answer])
        sign_on.answered_at = _time(entry) or sign_on.answered_at
        if entry.mail.answer is Answer.CONDITIONAL:
            sign_on.condition = entry.mail.said

    def _proof(self, sign_on: SignOn, given: _Given) -> Proof:
        """The sentence that says yes, with the mail's bytes; where they are not to be had, that is asked about."""
        mail = self.making.mails[given.row.line - 1]
        digest = None
        try:
            digest = assets.keep_bytes(
                self.session, mails.bytes_of(mail), f"{mail.digest[:12]}.eml"
            )
        except UnreadableFile as error:
            self._question(sign_on.id, error.message)
        words = given.entry.mail.said or mail.subject or mail.message_id or mail.digest
        return Proof(words, asset_digest=digest, received_at=_time(given.entry))

    def _ask(self, sign_on: SignOn, given: _Given) -> None:
        """A new sign-on's questions are asked with it, as those of any row; an absence asks nothing."""
        if given.is_new or given.entry.mail.answer is Answer.ABSENT:
            return
        for problem in given.row.problems:
            self._question(sign_on.id, problem)

    def _question(self, sign_on_id: int, asked: Message) -> None:
        table = SignOn.__tablename__
        values = asked.as_data()["values"]
        self.questions.append(
            {"subject": table, "row_id": sign_on_id, "key": asked.key, "values": values}
        )


def _note(entry: SignOnEntry) -> str:
    """When somebody wrote what, in their words."""
    mail = entry.mail
    day, writer = mail.sent[:10], mail.sender or entry.text("email")
    head = ", ".join(part for part in (day, writer) if part)
    return f"{head}: “{mail.said}”" if mail.said else head


def _time(entry: SignOnEntry) -> dt.datetime | None:
    return dt.datetime.fromisoformat(entry.mail.sent) if entry.mail.sent else None
