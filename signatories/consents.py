"""What each sign-on allows: asked use by use, noted with the moment, and kept by every product."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from signatories.errors import NotFound
from signatories.models import HAS_SIGNATORY, Consent, SignOn, Use
from signatories.recording import chunks
from signatories.texts import N_

ASKED_FOR = frozenset({Use.LOGO, Use.SIGNATURE, Use.COUNT_ONLY})
"""The uses that nobody makes without a recorded yes; all others are made unless somebody said no."""

_COLUMNS = (
    Consent.sign_on_id,
    Consent.use,
    Consent.recipient_id,
    Consent.allowed,
    Consent.asked_at,
)
_Key = tuple[int, Use, int | None]  # a sign-on, a use, and a recipient


@dataclass(frozen=True, slots=True)
class Given:
    """What one sign-on said. `uses` holds only what it was asked, `never_to` the recipients that must not see it.

    `asked_at` is when the latest answer was noted.
    """

    uses: Mapping[Use, bool] = field(default_factory=dict)
    never_to: frozenset[int] = frozenset()
    asked_at: dt.datetime | None = None


NOTHING = Given()


@dataclass(frozen=True, slots=True)
class ConsentDraft:
    """What somebody answered: by use yes, no, or None to forget an answer. What is missing stays as it was.

    `never_to`: recipients by id, True for those that must not see it.
    """

    uses: Mapping[Use, bool | None] = field(default_factory=dict)
    never_to: Mapping[int, bool] = field(default_factory=dict)


def allows(uses: Mapping[Use, bool], use: Use) -> bool:
    """Whether a use may be made. Who is there for the count only is neither named nor shown anywhere."""
    is_counted_only = uses.get(Use.COUNT_ONLY, False)
    if use is Use.COUNT_ONLY or is_counted_only:
        return use is Use.COUNT_ONLY and is_counted_only
    return uses.get(use, use not in ASKED_FOR)


def given(session: Session, ids: Sequence[int]) -> dict[int, Given]:
    """What sign-ons said, by id; all that were asked for are there."""
    found = dict.fromkeys(ids, NOTHING)
    for chunk in chunks(ids):
        found |= _collected(session, select(*_COLUMNS).where(Consent.sign_on_id.in_(chunk)))
    return found


def of_letter(session: Session, letter_id: int) -> dict[int, Given]:
    """What the sign-ons of a letter said, by id, without those that said nothing."""
    of_it = select(*_COLUMNS).join(SignOn, SignOn.id == Consent.sign_on_id)
    return _collected(session, of_it.where(SignOn.letter_id == letter_id))


def note(
    session: Session, ids: Sequence[int], draft: ConsentDraft, at: dt.datetime | None = None
) -> None:
    """Note what sign-ons allow, with the moment, else now. The same answer again keeps the moment of before.

    An answer of nobody is for the count only, and stays so. Raises NotFound.
    """
    ids = _of_signatories(session, ids)
    wanted = dict(_wanted(draft))
    stored = {(row.sign_on_id, row.use, row.recipient_id): row for row in _stored(session, ids)}
    now = at or dt.datetime.now(dt.UTC)
    for sign_on_id in ids:
        for (use, recipient_id), allowed in wanted.items():
            key = sign_on_id, use, recipient_id
            _note(session, key, stored.get(key), allowed, now)
    session.flush()


def forget_pictures(session: Session, ids: Sequence[int], uses: Iterable[Use]) -> None:
    """Ask anew about these pictures: others would be printed than those that sign-ons were asked about."""
    note(session, ids, ConsentDraft(dict.fromkeys(uses)))


def _wanted(draft: ConsentDraft) -> Iterable[tuple[tuple[Use, int | None], bool | None]]:
    """The answers by use and recipient. Who may see it again is as if never asked."""
    for use, allowed in draft.uses.items():
        yield (use, None), allowed
    for recipient_id, refused in draft.never_to.items():
        yield (Use.LETTER, recipient_id), False if refused else None


def _note(
    session: Session, key: _Key, row: Consent | None, allowed: bool | None, now: dt.datetime
) -> None:
    if allowed is None:
        if row is not None:
            session.delete(row)
    elif row is None:
        sign_on_id, use, recipient_id = key
        made = Consent(sign_on_id=sign_on_id, use=use, recipient_id=recipient_id)
        made.allowed, made.asked_at = allowed, now
        session.add(made)
    elif row.allowed is not allowed:
        row.allowed, row.asked_at = allowed, now


def _collected(session: Session, query: Select[*tuple[Any, ...]]) -> dict[int, Given]:
    uses: defaultdict[int, dict[Use, bool]] = defaultdict(dict)
    never_to: defaultdict[int, set[int]] = defaultdict(set)
    asked_at: dict[int, dt.datetime | None] = {}
    for sign_on_id, use, recipient_id, allowed, asked in session.execute(query):
        was = asked_at.get(sign_on_id)
        asked_at[sign_on_id] = max(filter(None, (was, asked)), default=None)
        if recipient_id is None:
            uses[sign_on_id][use] = allowed
        elif not allowed:
            never_to[sign_on_id].add(recipient_id)
    return {
        sign_on_id: Given(
            uses.get(sign_on_id, NOTHING.uses), frozenset(never_to.get(sign_on_id, ())), latest
        )
        for sign_on_id, latest in asked_at.items()
    }


def _stored(session: Session, ids: Sequence[int]) -> Iterable[Consent]:
    for chunk in chunks(ids):
        yield from session.scalars(select(Consent).where(Consent.sign_on_id.in_(chunk)))


def _of_signatories(session: Session, ids: Sequence[int]) -> list[int]:
    """These sign-ons without those whose signatory was erased. Raises NotFound."""
    found: dict[int, bool] = {}
    for chunk in chunks(ids):
        rows = session.execute(select(SignOn.id, HAS_SIGNATORY).where(SignOn.id.in_(chunk)))
        found.update(rows.all())
    for missing in set(ids).difference(found):
        raise NotFound(N_("There is no sign-on {id}."), id=missing)
    return [row_id for row_id in ids if found[row_id]]
