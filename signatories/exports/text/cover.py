"""The cover note of a run: what was made and for whom, for the person who puts the letters into their envelopes."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from signatories.block.signatory import count
from signatories.dates import utc_minute
from signatories.exports import Written
from signatories.exports.characters import lost, printable
from signatories.exports.line_files import write_lines
from signatories.exports.text.wrapping import wrapped
from signatories.languages import called
from signatories.merge.addresses import address_of
from signatories.merge.languages import by_language
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.texts import N_, Message, listed, message


class Cover(NamedTuple):
    """A cover note: whose letters, what is to be known of them, and where each goes, in their order.

    `numbers`: those of the recipients, among all of the letter.
    """

    title: str
    facts: tuple[Message, ...]
    recipients: tuple[str, ...]
    numbers: tuple[int, ...]


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the note."""
    cover = cover_of(snapshot)
    write_lines(path, map(printable, _lines(cover)))
    progress.report(1, 1)
    warnings = (each for text in (cover.title, *cover.recipients) for each in lost(text))
    return Written(1, 0, warnings=tuple(warnings))


def cover_of(snapshot: Snapshot) -> Cover:
    """What the note says of a snapshot."""
    names = (" ".join(each.name.split()) for each in snapshot.recipients)
    numbers = (number for number, _ in snapshot.numbered)
    return Cover(snapshot.text.title, tuple(_facts(snapshot)), tuple(names), tuple(numbers))


def _facts(snapshot: Snapshot) -> Iterator[Message]:
    yield message(
        N_("%n letter(s), version {version} of the text, made on {moment}."),
        n=len(snapshot.recipients),
        version=snapshot.version,
        moment=utc_minute(snapshot.taken_at),
    )
    languages = by_language(snapshot)
    for language, those in languages.items() if len(languages) > 1 else ():
        yield message(N_("%n of them in “{language}”."), n=len(those), language=called(language))
    if snapshot.run.not_before:
        text = N_("Not to be made before {moment}.")
        yield message(text, moment=utc_minute(snapshot.run.not_before))
    yield from _facts_of_list(snapshot)
    yield message(
        N_(
            "Letters, labels and envelopes come in the order below: put them together number by number, "
            "and look whether the last of each is the same."
        )
    )
    without = [each.name for each in snapshot.recipients if not address_of(each)]
    if without:
        text = N_("%n of them without an address, so without label and envelope: {names}.")
        yield message(text, n=len(without), names=listed(without))


def _facts_of_list(snapshot: Snapshot) -> Iterator[Message]:
    """Who signs, and as of when the recipients' standing is told."""
    figures = count(snapshot.signatories)
    text = N_("Signed by {organisations} organisations and {people} people in their own name.")
    yield message(text, organisations=figures.organisations, people=figures.people)
    if figures.withheld:
        text = N_("%n of the list not named, by their own wish.")
        yield message(text, n=figures.withheld)
    if snapshot.instrument:
        text = N_("Standing in “{instrument}” is told as of {day}.")
        day = snapshot.selection.as_of.isoformat()
        yield message(text, instrument=snapshot.instrument, day=day)


def _lines(cover: Cover) -> Iterator[str]:
    yield from wrapped(cover.title)
    for fact in cover.facts:
        yield ""
        yield from wrapped(str(fact))
    yield ""
    digits = len(str(max(cover.numbers, default=0)))
    for number, name in zip(cover.numbers, cover.recipients, strict=True):
        yield f"{number:{digits}}. {name}"
