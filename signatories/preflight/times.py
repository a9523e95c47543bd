"""What to look at in the dates of a letter and of what it says."""

from collections.abc import Iterator

from signatories.findings import Finding, Level, Spot, Tab
from signatories.letters import printed_parts
from signatories.merge.snapshot import Snapshot
from signatories.texts import N_, message

_OF_STANDING = frozenset({"count.parties", "count.signed", "recipient.status", "recipient.since"})
_HERE = Spot(Tab.RECIPIENTS, "as_of")


def too_early(snapshot: Snapshot) -> Iterator[Finding]:
    """That the moment before which nothing is to be made has not come."""
    moment = snapshot.run.not_before
    if moment is not None and snapshot.taken_at < moment:
        text = N_("This is not to be made before {moment}.")
        said = message(text, moment=f"{moment.astimezone():%Y-%m-%d %H:%M}")
        yield Finding(Level.WARNING, said, place=Spot(Tab.RUN, "not_before"))


def standing(snapshot: Snapshot) -> Iterator[Finding]:
    """A table that may have changed since it was checked, and standing told for another day than the letter's."""
    known, checked, date = snapshot.selection.standings, snapshot.checked_on, snapshot.text.date
    if known is None or not _tells_standing(snapshot):
        return
    day = known.as_of
    if checked and checked < day:
        text = N_(
            "The table of “{instrument}” was checked on {checked}, before {day}: look whether it has changed."
        )
        values = {"instrument": snapshot.instrument, "checked": checked.isoformat()}
        yield Finding(Level.WARNING, message(text, day=day.isoformat(), **values), place=_HERE)
    if date and date != day:
        text = N_("The letter is dated {date}, and says where States stood on {day}.")
        said = message(text, date=date.isoformat(), day=day.isoformat())
        yield Finding(Level.WARNING, said, place=_HERE)


def _tells_standing(snapshot: Snapshot) -> bool:
    """Whether it matters where States stand: in the choice of recipients, or in the text."""
    every = printed_parts.fields_of(snapshot.text, snapshot.known_fields)
    return snapshot.selection.by_standing or any(field.name in _OF_STANDING for field in every)
