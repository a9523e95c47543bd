"""What to look at before anything is printed: what blocks a run, and what a person should know."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from signatories import gaps, letter_parts, list_findings
from signatories.block.reducing import sharing
from signatories.block.signatory import count
from signatories.expressions.fields import Field
from signatories.expressions.letter_text import parse_body
from signatories.findings import Finding, Level, about
from signatories.gaps import Gap
from signatories.merge.snapshot import Snapshot
from signatories.merge.values import run_values
from signatories.models.block import Reduction
from signatories.texts import N_, Message, message
from signatories.unprintable import unprintable


@dataclass(frozen=True, slots=True)
class Aims:
    """What is to be made: letters, the list of the confirmed (in letters or `alone`), pages with fonts."""

    letters: bool = True
    block: bool = True
    pages: bool = True
    alone: bool = False


EVERYTHING = Aims()
COUNTRIES = "count.countries"


def check(snapshot: Snapshot, aims: Aims = EVERYTHING) -> list[Finding]:
    """Look a snapshot over, the most serious first."""
    checks = [
        *(list_findings.CHECKS if aims.block else []),
        *(
            [_recipients, _whole_lists, _fields, _countries, _standing, _text]
            if aims.letters
            else []
        ),
    ]
    found = [*chain.from_iterable(each(snapshot) for each in checks)]
    if aims.pages:
        found += _glyphs(snapshot, aims)
    return sorted(found, key=lambda finding: finding.level is Level.WARNING)


def _recipients(snapshot: Snapshot) -> Iterator[Finding]:
    if not snapshot.recipients:
        yield Finding(Level.ERROR, _no_recipients(snapshot))
    those = replace(snapshot.selection, recipients=snapshot.recipients)
    for gap in gaps.among(those, snapshot.text, snapshot.known_fields):
        yield _of_gap(gap)


def _whole_lists(snapshot: Snapshot) -> Iterator[Finding]:
    """Recipients that are to see their own signatories only, and have none."""
    rule = snapshot.block.reduced
    if rule is None or rule.how is not Reduction.ONLY:
        return
    shares = sharing(snapshot.signatories, rule)
    text = N_(
        "%n recipient(s) share no “{column}” with any signatory, and get the whole list: {names}."
    )
    strangers = (each.name for each in snapshot.recipients if not shares(each.record()))
    yield from about(text, strangers, column=rule.column)


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
        yield from about(text, [line.line for line in snapshot.printed if not line.country_code])


def _written_fields(snapshot: Snapshot) -> list[Field]:
    return letter_parts.fields_of(snapshot.text, snapshot.known_fields)


def _example(field: str) -> str:
    return "{{ " + field + ' | "…" }}'


def _text(snapshot: Snapshot) -> Iterator[Finding]:
    for problem in parse_body(snapshot.text.body, snapshot.known_fields).problems:
        yield Finding(Level.WARNING, problem)


def _glyphs(snapshot: Snapshot, aims: Aims) -> Iterator[Finding]:
    alone = aims.alone or not aims.letters
    for owner, words in unprintable(snapshot, letters=aims.letters, alone=alone):
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
    yield from about(text, known.others)
