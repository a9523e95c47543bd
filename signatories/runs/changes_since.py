"""What a run would print otherwise than an earlier one did: of whom it goes to, and of who signs."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy.orm import Session

from signatories import letters
from signatories.letters import printed_parts, versions
from signatories.merge.block.texts import shown_texts
from signatories.merge.listing import whole
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.recipients.choosing import Addressed
from signatories.runs import kept
from signatories.runs.kept import KeptRun
from signatories.sign_ons import lists

Values = Mapping[str, str]

_WHO = ("form_of_address", "person")
"""What stands above the address where nobody wrote an addressee."""


class Named(NamedTuple):
    """A recipient or a sign-on by id, in the words that are printed of it."""

    id: int
    caption: str


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What is printed of somebody otherwise. `before` and `now` have the fields that differ, "" where it had none."""

    id: int
    caption: str
    before: Values
    now: Values


@dataclass(frozen=True, slots=True)
class Changes:
    """Who came, who went, and who is printed otherwise, in the order of the list in which they stand."""

    added: tuple[Named, ...] = ()
    removed: tuple[Named, ...] = ()
    otherwise: tuple[Otherwise, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.otherwise)


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """What has changed since a run, but for the letter's own words: of these only the version is told.

    Recipients are those that it chose, of whom it may have made a sample. `version` is what it printed, `version_now`
    what would be printed.
    """

    run_id: int
    at: dt.datetime
    version: int
    version_now: int
    recipients: Changes
    sign_ons: Changes

    def __bool__(self) -> bool:
        return bool(self.recipients or self.sign_ons)


def since(session: Session, run_id: int) -> ChangesSince:
    """What the letter of a run would print otherwise now, with its present settings but what was chosen for that run.

    Raises NotFound for the run, Refused where it was not kept whole, BadText for a letter that cannot be understood.
    """
    run = kept.read(session, run_id)
    before, now = run.snapshot, _present(session, run)
    columns = _columns(before) | _columns(now)
    return ChangesSince(
        run.id,
        run.at,
        before.version,
        now.version,
        recipients=_changes(_recipients(before, columns), _recipients(now, columns)),
        sign_ons=_changes(dict(_sign_ons(before)), dict(_sign_ons(now))),
    )


def _present(session: Session, run: KeptRun) -> Snapshot:
    """What would be printed now; of the run's own version when nobody agrees to any.

    A list that was taken back since is what it was: all whose yes came until its cut-off.
    """
    version = versions.printable(session, letters.get(session, run.letter_id))
    closed = [each.number for each in lists.of_version(session, version)]
    number = run.snapshot.list_number if run.snapshot.list_number in closed else None
    chosen = run.settings.get("chosen", ())
    choices = Choices(
        version=version.number if version else run.snapshot.version,
        where=run.settings["where"] if "where" in chosen else None,
        as_of=run.snapshot.selection.as_of if "as_of" in chosen else None,
        signed_by=None if number else run.snapshot.signed_by,
        list_number=number,
        language=run.settings["language"] if "language" in chosen else None,
    )
    return take(session, run.letter_id, choices)


def _columns(snapshot: Snapshot) -> Set[str]:
    """What a letter prints of a recipient."""
    known = snapshot.known_fields
    named = [field for text in snapshot.texts for field in printed_parts.fields_of(text, known)]
    head = {"name", "address"} if snapshot.text.addressee else {"name", "address", *_WHO}
    return head | {field.column for field in named if field.is_of_recipient}


def _recipients(snapshot: Snapshot, columns: Iterable[str]) -> dict[int, Values]:
    return {each.id: _values(each, columns) for each in snapshot.selection.recipients}


def _values(recipient: Addressed, columns: Iterable[str]) -> Values:
    record = recipient.record()
    return {name: record.get(name) or "" for name in ("name", *sorted(columns))}


def _sign_ons(snapshot: Snapshot) -> Iterator[tuple[int, Values]]:
    """The printed lines, as the block shows them; what is not their own words, where it shows a logo."""
    named = {line.sign_on_id: line.line for line in snapshot.printed}
    for sign_on_id, text in shown_texts(whole(snapshot)):
        yield sign_on_id, {"line": text or named[sign_on_id]}


def _changes(before: Mapping[int, Values], now: Mapping[int, Values]) -> Changes:
    return Changes(
        added=tuple(_named(id_, now[id_]) for id_ in now if id_ not in before),
        removed=tuple(_named(id_, before[id_]) for id_ in before if id_ not in now),
        otherwise=tuple(
            _otherwise(id_, before[id_], values)
            for id_, values in now.items()
            if before.get(id_, values) != values
        ),
    )


def _named(id_: int, values: Values) -> Named:
    return Named(id_, next(iter(values.values())))


def _otherwise(id_: int, before: Values, now: Values) -> Otherwise:
    names = [name for name in now if before[name] != now[name]]
    return Otherwise(
        id_,
        _named(id_, before).caption,
        {name: before[name] for name in names},
        {name: now[name] for name in names},
    )
