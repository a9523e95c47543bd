"""Numbered lists of a letter: who had confirmed by a cut-off. Who agrees later agrees to the same text.

A version that only corrects another goes on with its lists, as it does with its confirmations.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from signatories import letters
from signatories.database import Unit
from signatories.errors import NotFound, Refused
from signatories.letters import versions
from signatories.models import (
    Confirmation,
    Letter,
    Listed,
    Run,
    SignatureList,
    SignOn,
    Version,
)
from signatories.sign_ons import on_lists
from signatories.texts import N_

CLOSE = N_("Close list {number} of “{letter}”")
"""What closing is called in the history."""


class NoSuchList(NotFound):
    """A letter is to be printed with a list that was never closed, or whose closing was undone."""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as it was closed, and what became of it.

    `version` is the number of the version that it was closed for; `cut_off` stands in the zone in which it was said.
    `signatories` are on it: `came` of them were not on the one before, `withdrawn` of them do not agree any more.
    `later` agree and are not on it; `otherwise` are on it, and agreed to another line since.
    """

    number: int
    version: int
    cut_off: dt.datetime
    signatories: int
    came: int
    withdrawn: int
    later: int
    otherwise: int = 0

    @property
    def is_outdated(self) -> bool:
        """Whether a list closed now would be another one."""
        return bool(self.withdrawn or self.later or self.otherwise)


def close(unit: Unit, letter_id: int, at: dt.datetime | None = None) -> NumberedList:
    """Close the next list of the version that is printed: of those who agree to it, and did so until `at` (None: now).

    Its number is above that of every list that was printed. Raises Refused where nobody would be on it, or the same as
    on the last one, and for a moment in the future or before that list's.
    """
    session = unit.session
    version = _closing(session, letters.get(session, letter_id))
    last = next(reversed(_rows(session, version)), None)
    now = dt.datetime.now(dt.UTC).astimezone()
    cut_off = at or now
    _refuse_moment(cut_off, now, last)
    agreed = set(session.scalars(on_lists.agreed(version, cut_off)))
    _refuse_members(session, agreed, cut_off, last)
    number = max(last.number if last else 0, _printed(session, version)) + 1
    _add(unit, version, number, cut_off, sorted(agreed))
    unit.about(number=number)
    return of_version(session, version)[-1]


def of_version(session: Session, version: Version | None) -> tuple[NumberedList, ...]:
    """The lists of a version, first one first; of none there are none."""
    return tuple(_told(session, version)) if version else ()


def of_letter(session: Session, letter: Letter) -> tuple[NumberedList, ...]:
    """The lists of all versions of a letter, oldest version first."""
    heads: list[Version] = []
    seen: set[int] = set()
    for version in reversed(letter.versions):
        if version.id not in seen:
            heads.append(version)
            seen.update(versions.accepted_by(version))
    return tuple(told for version in reversed(heads) for told in _told(session, version))


def find(session: Session, version: Version, number: int) -> SignatureList:
    """A list by its number. Raises NoSuchList."""
    found = next((row for row in _rows(session, version) if row.number == number), None)
    if found is None:
        text = N_("Version {version} of “{letter}” has no list {number}: choose another one.")
        title = version.letter.title
        raise NoSuchList(text, version=version.number, letter=title, number=number)
    return found


def newest_number(session: Session, version: Version) -> int | None:
    """The number of the list that was closed last; None without one."""
    last = next(reversed(_rows(session, version)), None)
    return last.number if last else None


def cut_off_of(row: SignatureList) -> dt.datetime:
    """The moment of a list, in the zone in which it was said."""
    offset = row.zone.removeprefix("UTC") or "+00:00"
    return row.cut_off.astimezone(dt.datetime.fromisoformat(f"2000-01-01T00:00{offset}").tzinfo)


def withdrawn(session: Session, row: SignatureList) -> tuple[str, ...]:
    """Who stands on a list and does not agree any more, as they confirmed: "Name, Organisation"."""
    query = select(Confirmation.name, Confirmation.organisation).join(
        SignOn, SignOn.id == Confirmation.sign_on_id
    )
    gone = query.where(Confirmation.id.in_(on_lists.withdrawn(row))).order_by(SignOn.place)
    return tuple(", ".join(filter(None, line)) for line in session.execute(gone))


def scope(
    session: Session, version: Version, *, number: int | None = None, since: int | None = None
) -> list[ColumnElement[bool]]:
    """Conditions on sign-ons: on the list of this number (None: agreeing now), and not on that of `since`.

    Raises NoSuchList.
    """
    found = find(session, version, number) if number else None
    there = on_lists.sign_ons_of(found) if found else versions.in_force(version)
    before = [on_lists.sign_ons_of(find(session, version, since))] if since else []
    return [SignOn.id.in_(there), *(SignOn.id.not_in(query) for query in before)]


def _closing(session: Session, letter: Letter) -> Version:
    """The version whose list is closed."""
    version = versions.printable(session, letter)
    if version is None:
        text = N_("Nobody has confirmed “{letter}” yet: there is no list to close.")
        raise Refused(text, letter=letter.title)
    return version


def _rows(session: Session, version: Version) -> list[SignatureList]:
    query = select(SignatureList).where(SignatureList.version_id.in_(versions.accepted_by(version)))
    return list(session.scalars(query.order_by(SignatureList.number)))


def _told(session: Session, version: Version) -> Iterator[NumberedList]:
    numbers = {each.id: each.number for each in version.letter.versions}
    before: SignatureList | None = None
    for row in _rows(session, version):
        yield NumberedList(
            row.number,
            numbers[row.version_id],
            cut_off_of(row),
            signatories=on_lists.counted(session, on_lists.of_list(row)),
            came=on_lists.counted(session, on_lists.came(row, before)),
            withdrawn=on_lists.counted(session, on_lists.withdrawn(row)),
            later=on_lists.counted(session, on_lists.later(version, row)),
            otherwise=on_lists.counted(session, on_lists.otherwise(version, row)),
        )
        before = row


def _refuse_moment(cut_off: dt.datetime, now: dt.datetime, last: SignatureList | None) -> None:
    if cut_off > now:
        text = N_(
            "{moment} is still to come: until then others may sign. Name a moment that has passed."
        )
        raise Refused(text, moment=in_words(cut_off))
    if last and cut_off < last.cut_off:
        text = N_("List {number} was closed as of {moment}: a later list cannot be of before.")
        raise Refused(text, number=last.number, moment=in_words(cut_off_of(last)))


def _refuse_members(
    session: Session, agreed: set[int], cut_off: dt.datetime, last: SignatureList | None
) -> None:
    if not agreed:
        text = N_("Nobody had confirmed by {moment}: there is no list to close.")
        raise Refused(text, moment=in_words(cut_off))
    if last and agreed == set(session.scalars(on_lists.of_list(last))):
        text = N_("Nobody came or went since list {number}: it is the list as of {moment} too.")
        raise Refused(text, number=last.number, moment=in_words(cut_off))


def _printed(session: Session, version: Version) -> int:
    """The highest number of a list of this text that was printed, though its closing may be undone since; else 0."""
    accepted = set(versions.accepted_by(version))
    query = select(func.max(Run.settings["list"].as_integer())).where(
        Run.letter_id == version.letter_id,
        Run.version_number.in_([v.number for v in version.letter.versions if v.id in accepted]),
    )
    return session.scalars(query).one() or 0


def _add(
    unit: Unit, version: Version, number: int, cut_off: dt.datetime, confirmations: Iterable[int]
) -> None:
    made = SignatureList(
        version_id=version.id,
        number=number,
        cut_off=cut_off,
        zone=str(dt.timezone(cut_off.utcoffset() or dt.timedelta())),
    )
    unit.session.add(made)
    unit.session.flush()
    rows = [{"list_id": made.id, "confirmation_id": each} for each in confirmations]
    unit.insert(Listed, rows)


def in_words(cut_off: dt.datetime) -> str:
    """A moment and its zone: "2026-12-01 18:00 (UTC+01:00)"."""
    return f"{cut_off:%Y-%m-%d %H:%M} ({dt.timezone(cut_off.utcoffset() or dt.timedelta())})"
