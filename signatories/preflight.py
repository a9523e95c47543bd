"""What to look at before anything is printed: what blocks a run, and what a person should know."""

import enum
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from signatories import gaps, letter_parts
from signatories.block.grouping import groups
from signatories.block.ordering import first_words
from signatories.block.settings import Layout
from signatories.block.signatory import Signatory, count
from signatories.collation import fold
from signatories.expressions.fields import Field
from signatories.expressions.letter_text import parse_body
from signatories.gaps import Gap
from signatories.merge.snapshot import Snapshot
from signatories.merge.values import run_values
from signatories.models import Capacity
from signatories.models.block import Form
from signatories.texts import N_, Message, listed, message
from signatories.unprintable import unprintable


class Level(enum.Enum):
    """How serious a finding is: an error blocks the run."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found, in words, with the names of those it is about."""

    level: Level
    message: Message
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aims:
    """What is to be made: letters, the list of the confirmed (in letters or alone), pages with fonts."""

    letters: bool = True
    block: bool = True
    pages: bool = True


EVERYTHING = Aims()
COUNTRIES = "count.countries"


def check(snapshot: Snapshot, aims: Aims = EVERYTHING) -> list[Finding]:
    """Look a snapshot over, the most serious first."""
    checks = [
        *([_list, _version, _pictures] if aims.block else []),
        *([_recipients, _fields, _countries, _standing, _text] if aims.letters else []),
    ]
    found = [*chain.from_iterable(each(snapshot) for each in checks)]
    if aims.pages:
        found += _glyphs(snapshot, aims)
    return sorted(found, key=lambda finding: finding.level is Level.WARNING)


def _list(snapshot: Snapshot) -> Iterator[Finding]:
    if not snapshot.signatories:
        text = N_("Nobody has confirmed version {number}: there is no list to print.")
        yield Finding(Level.ERROR, message(text, number=snapshot.version))
    named = [line.organisation for line in snapshot.printed if line.organisation]
    times = Counter(fold(name) for name in named)
    text = N_("One organisation stands on the list more than once: {names}.")
    yield from _about(text, [name for name in named if times[fold(name)] > 1])
    text = N_(
        "The list does not say for whom the organisation is named for identification only: {names}. "
        "Say so in the letter."
    )
    yield from _about(
        text,
        [
            line.name
            for line in snapshot.printed
            if line.capacity is Capacity.IDENTIFICATION and line.organisation
        ],
    )


def _version(snapshot: Snapshot) -> Iterator[Finding]:
    values = {"printed": snapshot.version, "newest": snapshot.newest_version}
    if snapshot.newest_version > snapshot.version and snapshot.newest_confirmed:
        text = N_("Version {printed} is printed, though %n confirmed the newer version {newest}.")
        words = message(text, n=snapshot.newest_confirmed, **values)
        yield Finding(Level.WARNING, words)
    elif snapshot.newest_version > snapshot.version:
        text = N_(
            "Version {printed} is printed; there is a newer version {newest} that nobody has confirmed."
        )
        yield Finding(Level.WARNING, message(text, **values))
    text = N_("%n said yes and have not confirmed version {version}: {names}.")
    yield from _about(text, snapshot.unconfirmed, version=snapshot.version)


def _pictures(snapshot: Snapshot) -> Iterator[Finding]:
    """Lines without the logo or the scanned signature that the block shows beside others."""
    lines = [*_with_layouts(snapshot)]
    text = N_(
        "The block shows logos: {shown} of {total} lines have one that may be shown. Missing: {names}. "
        "Give the organisation its logo, and note in the consents that it may be shown."
    )
    beside = [line for line, look in lines if look.logos or look.form is Form.LOGOS]
    logoless = [first_words(line) for line in beside if not line.logo]
    yield from _missing(text, len(beside), logoless)
    text = N_(
        "The block shows scanned signatures: {shown} of {total} lines have one that may be shown. Missing: {names}. "
        "Give the person the signature, and note in the consents that it may be shown."
    )
    above = [line for line, look in lines if look.signatures and line.name]
    yield from _missing(text, len(above), [line.name for line in above if not line.signature])


def _with_layouts(snapshot: Snapshot) -> Iterator[tuple[Signatory, Layout]]:
    """Each printed line with the layout of its group."""
    block = snapshot.block
    for group in groups(snapshot.printed, block, snapshot.text.language):
        layout = group.chosen.layout or block.layout
        yield from ((line, layout) for line in group.members)


def _missing(text: str, total: int, without: Sequence[str]) -> Iterator[Finding]:
    yield from _about(text, without, shown=total - len(without), total=total)


def _recipients(snapshot: Snapshot) -> Iterator[Finding]:
    if not snapshot.recipients:
        yield Finding(Level.ERROR, _no_recipients(snapshot))
    those = replace(snapshot.selection, recipients=snapshot.recipients)
    for gap in gaps.among(those, snapshot.text, snapshot.known_fields):
        yield _of_gap(gap)


def _no_recipients(snapshot: Snapshot) -> Message:
    if snapshot.selection.candidates:
        text = N_(
            "No recipient meets the condition “{condition}” as of {day}: there is no letter to make."
        )
        condition = snapshot.text.recipients
        return message(text, condition=condition, day=snapshot.selection.as_of.isoformat())
    return message(N_("The letter has no recipients: import or add some first."))


def _of_gap(gap: Gap) -> Finding:
    if not gap.field:
        return Finding(Level.WARNING, gap.sentence, gap.names)
    text = N_("{sentence} Fill it, or write {example} in the text.")
    words = message(text, sentence=gap.sentence, example=_example(gap.field))
    return Finding(Level.ERROR, words, gap.names)


def _fields(snapshot: Snapshot) -> Iterator[Finding]:
    """Fields that have the same value in all letters, and have none."""
    values = run_values(snapshot, count(snapshot.signatories))
    common = [field for field in _written_fields(snapshot) if not field.is_of_recipient]
    for name in dict.fromkeys(field.name for field in common if field.value(values) is None):
        text = N_(
            "The field “{field}” has no value and no fallback. Write {example} in the text, or leave it out."
        )
        yield Finding(Level.ERROR, message(text, field=name, example=_example(name)))


def _countries(snapshot: Snapshot) -> Iterator[Finding]:
    """Printed lines that a figure of countries in the text passes over."""
    if any(field.name == COUNTRIES for field in _written_fields(snapshot)):
        text = N_(
            "The figure of countries does not count %n line(s) without a country: {names}. "
            "Give the organisation or the person one."
        )
        yield from _about(text, [line.line for line in snapshot.printed if not line.country_code])


def _written_fields(snapshot: Snapshot) -> list[Field]:
    return letter_parts.fields_of(snapshot.text, snapshot.known_fields)


def _example(field: str) -> str:
    return "{{ " + field + ' | "…" }}'


def _text(snapshot: Snapshot) -> Iterator[Finding]:
    for problem in parse_body(snapshot.text.body, snapshot.known_fields).problems:
        yield Finding(Level.WARNING, problem)


def _glyphs(snapshot: Snapshot, aims: Aims) -> Iterator[Finding]:
    for owner, words in unprintable(snapshot, letters=aims.letters):
        yield Finding(Level.ERROR, words, (owner,))


def _standing(snapshot: Snapshot) -> Iterator[Finding]:
    known, checked = snapshot.selection.standings, snapshot.checked_on
    if known is None:
        return
    if checked and checked < snapshot.selection.as_of:
        text = N_(
            "The table of “{instrument}” was checked on {checked}, before {day}: look whether it has changed."
        )
        yield Finding(
            Level.WARNING,
            message(
                text,
                instrument=snapshot.instrument,
                checked=checked.isoformat(),
                day=known.as_of.isoformat(),
            ),
        )
    text = N_("Counted as %n participant(s), though no State that we know: {names}.")
    yield from _about(text, known.others)


def _about(text: str, names: Iterable[str], **values: object) -> Iterator[Finding]:
    """A warning about these, each named once; none when there is nobody."""
    every: Sequence[str] = tuple(dict.fromkeys(names))
    if every:
        words = message(text, n=len(every), names=listed(every), **values)
        yield Finding(Level.WARNING, words, tuple(every))
