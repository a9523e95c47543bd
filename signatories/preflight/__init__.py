"""What to look at before anything is printed: what blocks a run, and what a person should know.

One module for each subject; each check yields what it found of a snapshot. `check` puts the most serious first.
"""

from collections.abc import Callable, Iterator
from itertools import chain

from signatories.errors import BadText
from signatories.findings import Finding, Level, Spot, Tab, serious_first
from signatories.letters import printed_parts
from signatories.merge.letters import Letters
from signatories.merge.sampling import sample
from signatories.merge.snapshot import Snapshot
from signatories.preflight import figures, glyphs, lists, recipients, shown_pictures, text, times
from signatories.preflight.aims import Aims
from signatories.preflight.each_text import of_each_text
from signatories.preflight.windows import windows

__all__ = ["EVERYTHING", "Aims", "check", "overfull"]


EVERYTHING = Aims()
_LOOKED_AT = 4  # letters


def check(snapshot: Snapshot, aims: Aims = EVERYTHING) -> list[Finding]:
    """Look a snapshot over, the most serious first."""
    try:
        for each in snapshot.texts:
            printed_parts.fields_of(each, snapshot.known_fields)
    except BadText as error:
        return [Finding(Level.ERROR, error.message, place=Spot(Tab.TEXT))]
    found = [*chain.from_iterable(each(snapshot) for each in _checks(aims))]
    found += glyphs.missing(snapshot, aims)
    return serious_first(found)


def overfull(snapshot: Snapshot) -> list[Finding]:
    """What does not fit on the pages of a few letters, those in which most can go wrong. `check` has found no error."""
    pages = Letters(snapshot)
    for each in sample(snapshot, _LOOKED_AT):
        pages.document(each.recipient)
    place = Spot(Tab.SIGNATORIES)
    return [Finding(Level.WARNING, said, place=place) for said in pages.misfits()]


def _checks(aims: Aims) -> Iterator[Callable[[Snapshot], Iterator[Finding]]]:
    """The checks for what is to be made, in the order in which warnings are told."""
    yield times.too_early
    if aims.block:
        yield from _OF_BLOCK
    if aims.letters:
        yield from _OF_LETTERS
    if aims.addresses:
        yield recipients.addresses
    if aims.block:
        yield from _OF_BLOCK_AT_LAST


_OF_BLOCK = (
    lists.contents,
    lists.versions,
    lists.bodies,
    lists.outdated,
    lists.questioned,
    lists.refusals,
)
_OF_LETTERS = (
    recipients.nobody,
    of_each_text(recipients.without_value),
    recipients.doubles,
    recipients.of_a_later_day,
    of_each_text(recipients.names),
    recipients.languages,
    of_each_text(recipients.salutations),
    of_each_text(recipients.addressees),
    recipients.whole_lists,
    text.untranslated,
    text.behind,
    *map(
        of_each_text,
        (
            text.fields_without_value,
            text.placeholders,
            figures.typed,
            figures.countries,
            figures.participants,
            figures.outsiders,
            times.standing,
            text.parts,
            text.links,
            text.looks,
            windows,
        ),
    ),
)
_OF_BLOCK_AT_LAST = (
    lists.notices,
    lists.later,
    lists.superseded,
    lists.withdrawn,
    lists.deadline,
    shown_pictures.missing,
    shown_pictures.coarse,
)
