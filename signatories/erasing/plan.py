"""What erasing a person would touch, to be looked at before: who, where they are named, and what cannot be reached."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from signatories import queries
from signatories.erasing import log, printed, texts
from signatories.erasing.belongings import Belongings
from signatories.erasing.lines import OF_PERSON, Gone
from signatories.erasing.printed import TouchedRun
from signatories.erasing.rows import CONFIRMED, WORDS
from signatories.erasing.texts import Mention
from signatories.erasing.traces import Traces
from signatories.models import (
    Asset,
    Confirmation,
    Letter,
    Person,
    Recipient,
    Role,
    SignOn,
    SignOnStatus,
)
from signatories.recording import chunks


class Answer(NamedTuple):
    """A sign-on in words, and what becomes of it.

    `stays`: it is counted from now on and names nobody, or its organisation stays on the list; else it goes.
    """

    id: int
    letter: str
    line: str
    status: SignOnStatus
    stays: bool


class Named(NamedTuple):
    """A record by id, and what it is called."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What erasing a person touches.

    `traces` are the words that are looked for.
    `own` are answers in the person's name, `signed` those for organisations, `contact` counts the sign-ons whose mails
    went to them. `files` are kept files that go (mails, scanned signatures), `shared` those that others need too.
    `recipients` are this person by e-mail address, `alike` only by name: they are erased when asked for.
    `actions` counts those of the history that cannot be undone any more. `elsewhere` names the person, or somebody
    called the same, and stays. `backups` are copies of the workspace beside it that still hold the name.
    """

    person: Named
    traces: Traces
    roles: int
    own: tuple[Answer, ...]
    signed: tuple[Answer, ...]
    contact: int
    files: tuple[str, ...]
    shared: tuple[str, ...]
    recipients: tuple[Named, ...]
    alike: tuple[Named, ...]
    runs: tuple[TouchedRun, ...]
    actions: int
    elsewhere: tuple[Mention, ...]
    backups: tuple[Path, ...]

    @property
    def made_files(self) -> tuple[Path, ...]:
        """The files of runs that are still there and may show the person, each once."""
        return tuple(dict.fromkeys(path for run in self.runs for path in run.files))


def read(session: Session, ours: Belongings, backups: Iterable[Path]) -> Plan:
    """Read what erasing would touch."""
    person = session.get_one(Person, ours.person_id)
    roles = select(func.count(Role.id)).where(Role.person_id == person.id)
    runs, still_printed = printed.look(session, gone(session, ours, ours.recipients))
    history = log.find(session, ours, ours.recipients)
    named = texts.kept(session, ours.traces)
    stays = (each for each in named if not _is_taken_care_of(session, ours, each))
    return Plan(
        Named(person.id, person.name),
        ours.traces,
        session.scalars(roles).one(),
        own=(*_answers(session, ours.own, stays=True), *_answers(session, ours.unanswered)),
        signed=_answers(session, ours.signed, stays=True),
        contact=len(ours.contact),
        files=_names(session, ours.assets),
        shared=_names(session, ours.shared),
        recipients=_recipients(session, ours.recipients),
        alike=_recipients(session, ours.alike),
        runs=tuple(runs),
        actions=history.actions(session),
        elsewhere=(*stays, *still_printed, *history.mentions(session, named)),
        backups=tuple(backups),
    )


def gone(session: Session, ours: Belongings, recipients: Iterable[int]) -> Gone:
    """Who is to go from printed lists."""
    further = session.get_one(Person, ours.person_id).extra
    own = frozenset((*ours.own, *ours.unanswered))
    signed, written_to = log.earlier(session, ours)
    return Gone(own, signed.union(ours.signed), written_to.union(recipients), ours.traces, further)


def _is_taken_care_of(session: Session, ours: Belongings, mention: Mention) -> bool:
    """Whether words go, or are told of as those of a recipient who may be the person."""
    row_id, column = mention.row_id, mention.column
    match mention.table:
        case "people":
            return bool(row_id == ours.person_id)
        case "recipients":
            name = session.get_one(Recipient, row_id).name
            goes = row_id in ours.recipients and (column in _IN_BODY or ours.traces.is_name(name))
            return goes or row_id in ours.alike
        case "sign_ons":
            return row_id in (*ours.own, *ours.unanswered) or (
                row_id in ours.signed and column in WORDS
            )
        case "confirmations":
            of_own = session.get_one(Confirmation, row_id).sign_on_id in ours.own
            return row_id in ours.confirmations and (of_own or column in CONFIRMED)
    return False


_IN_BODY = (*OF_PERSON, "email")


def _answers(session: Session, ids: Iterable[int], *, stays: bool = False) -> tuple[Answer, ...]:
    rows = queries.sign_ons(session, tuple(ids))
    titles: dict[int, str] = {}
    for some in chunks(tuple(rows)):
        of_sign_on = select(SignOn.id, Letter.title).join(Letter, Letter.id == SignOn.letter_id)
        titles.update(session.execute(of_sign_on.where(SignOn.id.in_(some))).all())
    return tuple(
        Answer(row.id, titles[row.id], row.caption, row.status, stays) for row in rows.values()
    )


def _names(session: Session, digests: Iterable[str]) -> tuple[str, ...]:
    return tuple(session.get_one(Asset, digest).name for digest in digests)


def _recipients(session: Session, ids: Iterable[int]) -> tuple[Named, ...]:
    return tuple(Named(row_id, session.get_one(Recipient, row_id).name) for row_id in ids)
