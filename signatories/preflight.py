"""What to look at before anything is printed: what blocks a run, and what a person should know."""

import enum
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from signatories.expressions.letter_text import parse_body
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.texts import N_, Message, message
from signatories.typesetting.layout import Typesetter

SHOWN = 5  # names that a finding spells out


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


def check(snapshot: Snapshot, *, letters: bool = True) -> list[Finding]:
    """Look a snapshot over, the most serious first. `letters`: letters are to be printed, not only the list."""
    found = [*_list(snapshot)]
    if letters:
        found += [*_recipients(snapshot), *_fields(snapshot)]
        found += [*_standing(snapshot), *_text(snapshot)]
    found += [*_glyphs(snapshot, letters=letters), *_version(snapshot)]
    return sorted(found, key=lambda finding: finding.level is Level.WARNING)


def _list(snapshot: Snapshot) -> Iterator[Finding]:
    if not snapshot.signatories:
        text = N_("Nobody has confirmed version {number}: there is no list to print.")
        yield Finding(Level.ERROR, message(text, number=snapshot.version))
    bodies = (line.organisation.casefold() for line in snapshot.printed if line.organisation)
    twice = [body for body, times in Counter(bodies).items() if times > 1]
    names = [
        line.organisation for line in snapshot.printed if line.organisation.casefold() in twice
    ]
    if names:
        text = N_("One organisation stands on the list more than once: {names}.")
        yield _about(Level.WARNING, text, dict.fromkeys(names))


def _recipients(snapshot: Snapshot) -> Iterator[Finding]:
    if not snapshot.recipients:
        yield Finding(Level.ERROR, _no_recipients(snapshot))
    doubles = Counter(recipient.name.casefold() for recipient in snapshot.recipients)
    names = [each.name for each in snapshot.recipients if doubles[each.name.casefold()] > 1]
    if names:
        text = N_("More than one letter goes to: {names}.")
        yield _about(Level.WARNING, text, dict.fromkeys(names))
    if snapshot.selection.missing_members:
        text = N_("%n member State(s) of the United Nations missing among the recipients: {names}.")
        yield _about(Level.WARNING, text, snapshot.selection.missing_members)


def _no_recipients(snapshot: Snapshot) -> Message:
    if snapshot.selection.candidates:
        text = N_(
            "No recipient meets the condition “{condition}” as of {day}: there is no letter to make."
        )
        condition = snapshot.text.recipients
        return message(text, condition=condition, day=snapshot.selection.as_of.isoformat())
    return message(N_("The letter has no recipients: import or add some first."))


def _fields(snapshot: Snapshot) -> Iterator[Finding]:
    pages = LetterPages(snapshot)
    lacking: dict[str, list[str]] = {}
    for recipient in snapshot.recipients:
        for name in pages.missing_values(recipient):
            lacking.setdefault(name, []).append(recipient.name)
    for field, names in lacking.items():
        text = N_(
            "The field “{field}” is empty for %n recipient(s) and has no fallback: {names}. "
            "Fill it, or write {example} in the text."
        )
        example = "{{ " + field + ' | "…" }}'
        yield _about(Level.ERROR, text, names, field=field, example=example)


def _text(snapshot: Snapshot) -> Iterator[Finding]:
    for problem in parse_body(snapshot.text.body, snapshot.known_fields).problems:
        yield Finding(Level.WARNING, problem)


def _glyphs(snapshot: Snapshot, *, letters: bool) -> Iterator[Finding]:
    setter = Typesetter()
    for owner, text in _texts(snapshot, letters=letters):
        lacking = setter.missing(text)
        if lacking:
            shown = " ".join(f"{character} (U+{ord(character):04X})" for character in lacking)
            words = N_("No font has the character {characters} in “{owner}”.")
            yield Finding(Level.ERROR, message(words, characters=shown, owner=owner), (owner,))


def _texts(snapshot: Snapshot, *, letters: bool) -> Iterator[tuple[str, str]]:
    """Every text that is printed, with the name of whom or what it belongs to."""
    for line in snapshot.printed:
        yield line.line, line.line
    if not letters:
        return
    text = snapshot.text
    for part in ("place", "reference", "subject", "salutation", "closing", "body"):
        yield text.title, getattr(text, part)
    for lines in (text.letterhead, text.addressee, text.enclosures, text.cc):
        yield text.title, "\n".join(lines)
    pages = LetterPages(snapshot)
    for recipient in snapshot.recipients:
        yield from ((recipient.name, value) for value in pages.printed_values(recipient))


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
    if known.others:
        text = N_("Counted as %n participant(s), though no State that we know: {names}.")
        yield _about(Level.WARNING, text, known.others)


def _version(snapshot: Snapshot) -> Iterator[Finding]:
    if snapshot.newest_version > snapshot.version:
        text = N_(
            "Version {printed} is printed; there is a newer version {newest} that nobody has confirmed."
        )
        values = {"printed": snapshot.version, "newest": snapshot.newest_version}
        yield Finding(Level.WARNING, message(text, **values))


def _about(level: Level, text: str, names: Iterable[str], **values: str) -> Finding:
    every = tuple(names)
    more = len(every) - SHOWN
    shown = ", ".join(every[:SHOWN]) + (f" … (+{more})" if more > 0 else "")
    return Finding(level, message(text, n=len(every), names=shown, **values), every)
