"""What the history keeps of a person, and the files that only it still names."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from signatories.collation import fold
from signatories.erasing.belongings import Belongings
from signatories.erasing.texts import OURS, Mention
from signatories.history.words import name_of
from signatories.models import Asset, Change, Confirmation, Evidence, Organisation, Person
from signatories.recording import Image, Logged, chunks, empty_images, logged

_FILES = re.compile(r'"(?:signature_digest|asset_digest)": "([0-9a-f]{64})"')
_COLUMN = "history"  # of what a row said once


class Earlier(NamedTuple):
    """The ids of what was a person's once: sign-ons that they signed, recipients who were or had them."""

    sign_ons: frozenset[int]
    recipients: frozenset[int]


@dataclass(frozen=True, slots=True)
class Found:
    """What the log says of a person: rows that are theirs, and our words about them in the rows of others.

    `staying` are rows, by table and id, of which it says words that name them and stay: maybe somebody else.
    """

    theirs: list[Logged] = field(default_factory=list)
    noted: list[Logged] = field(default_factory=list)
    staying: dict[tuple[str, int], None] = field(default_factory=dict)

    def actions(self, session: Session) -> int:
        """How many actions of the history lose what it takes to undo them."""
        actions: set[int] = set()
        for some in chunks(sorted({row.change_id for row in (*self.theirs, *self.noted)})):
            of_changes = select(Change.change_set_id).where(Change.id.in_(some))
            actions.update(session.scalars(of_changes))
        return len(actions)

    def mentions(self, session: Session, told: Collection[Mention]) -> Iterator[Mention]:
        """What the history goes on saying of rows of which nothing is told yet."""
        known = {(each.table, each.row_id) for each in told}
        for table, row_id in self.staying:
            if (table, row_id) not in known:
                yield Mention(table, row_id, name_of(session, table, row_id), _COLUMN)


def find(session: Session, ours: Belongings, recipients: Collection[int]) -> Found:
    """Find what the log says of a person, whose these recipients are."""
    whose, found = _Whose(ours, recipients), Found()
    for row in logged(session):
        if whose.is_theirs(row):
            found.theirs.append(row)
        elif whose.is_named(row):
            if whose.is_noted(row):
                found.noted.append(row)
            else:
                found.staying[row.subject, row.row_id] = None
    return found


def earlier(session: Session, ours: Belongings) -> Earlier:
    """Find what was a person's at any time, also where it is somebody else's now or gone."""
    whose = _Whose(ours, ours.recipients)
    ids: dict[str, set[int]] = {"sign_ons": set(), "recipients": set()}
    for row in logged(session, Change.subject.in_(ids)):
        if whose.is_theirs(row):
            ids[row.subject].add(row.row_id)
    return Earlier(*map(frozenset, ids.values()))


class Emptying:
    """Empties the images of what is a person's, and of our words about them; then drops the files nobody needs."""

    def __init__(self, ours: Belongings, recipients: Collection[int]) -> None:
        self.emptied = 0  # entries of the history without images now
        self.found = Found()
        self._ours = ours
        self._recipients = recipients

    def run(self, session: Session, change_set_id: int) -> None:
        """Empty them, and all of the change set that erases."""
        self.found = find(session, self._ours, self._recipients)
        this = [
            row
            for row in logged(session, Change.change_set_id == change_set_id)
            if not row.is_erased
        ]
        self.emptied = empty_images(session, [*self.found.theirs, *self.found.noted, *this])
        files = {file for row in self.found.theirs for file in _files(row)}
        unneeded = files.union(self._ours.assets).difference(_needed(session))
        for some in chunks(sorted(unneeded)):
            session.execute(delete(Asset).where(Asset.digest.in_(some)))


class _Whose:
    """Says of a row, as a change tells it, whether it is a person's or names them."""

    def __init__(self, ours: Belongings, recipients: Collection[int]) -> None:
        self._traces = ours.traces
        self._emails = frozenset(map(fold, ours.traces.emails))
        self._rows: Mapping[str, frozenset[int]] = {
            "people": frozenset(ours.people),
            "sign_ons": frozenset((*ours.own, *ours.unanswered, *ours.signed)),
            "confirmations": frozenset(ours.confirmations),
            "evidence": frozenset(ours.evidence),
            "recipients": frozenset(recipients),
        }
        ids = "|".join(map(str, ours.people))
        self._naming = re.compile(rf'"(?:person|signer|contact)_id": (?:{ids})[,}}]')

    def is_theirs(self, row: Logged) -> bool:
        """Whether it is by an id, or a recipient who was them by name and e-mail address."""
        if row.row_id in self._rows.get(row.subject, ()):
            return True
        if any(self._naming.search(text) for text in _texts(row)):
            return True
        is_maybe = row.subject == "recipients" and self.is_named(row)
        return is_maybe and any(map(self._is_recipient, _images(row)))

    def is_named(self, row: Logged) -> bool:
        """Whether words stand in it by which they are known."""
        return any(map(self._traces.stand_in_json, _texts(row)))

    def is_noted(self, row: Logged) -> bool:
        """Whether such words stand in what only the secretariat reads."""
        columns = OURS.get(row.subject, frozenset())
        ours = ([image.get(name) for name in columns] for image in _images(row))
        return any(
            self._traces.stand_in_json(json.dumps(words, ensure_ascii=False)) for words in ours
        )

    def _is_recipient(self, image: Image) -> bool:
        is_called_so = self._traces.is_name(image["name"]) or self._traces.is_name(image["person"])
        return is_called_so and fold(image["email"]) in self._emails


def _texts(row: Logged) -> Iterator[str]:
    return filter(None, (row.before, row.after))


def _images(row: Logged) -> Iterator[Image]:
    return map(json.loads, _texts(row))


def _files(row: Logged) -> Iterator[str]:
    for text in _texts(row):
        yield from _FILES.findall(text)


def _needed(session: Session) -> Iterator[str | None]:
    """The digests of all files that a row names."""
    for column in (
        Evidence.asset_digest,
        Person.signature_digest,
        Confirmation.signature_digest,
        Confirmation.logo_digest,
        Organisation.logo_digest,
    ):
        yield from session.scalars(select(column).distinct())
