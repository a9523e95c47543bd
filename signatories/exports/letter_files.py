"""The letters of a run in a format without pages: all in one file, or one file each with an index."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from signatories.exports import Written, index
from signatories.exports.checks.letter_checks import Checks
from signatories.exports.letter_texts import LetterText
from signatories.exports.naming import LetterNames
from signatories.merge.languages import in_their_languages
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress


class LetterFormat(NamedTuple):
    """How letters are written to a file of such a name, and how the text of each is read back from it.

    `headed`: whether that text begins with the letterhead.
    """

    suffix: str
    write: Callable[[Path, Snapshot, Iterable[LetterText]], None]
    read: Callable[[Path], Iterator[str]]
    headed: bool = True


def write_together(
    format_: LetterFormat, snapshot: Snapshot, path: Path, progress: Progress
) -> Written:
    """Write every recipient's letter into one file. Raises UnwritableFile when it reads otherwise."""
    checks = Checks(snapshot, progress, headed=format_.headed)
    format_.write(path, snapshot, checks.letters())
    checks.hold_all_against(format_.read(path))
    return checks.written


def write_each(
    format_: LetterFormat, snapshot: Snapshot, path: Path, progress: Progress
) -> Written:
    """Write a file for every recipient and an index into a folder.

    Raises UnwritableFile as for one file, and Refused for a pattern of names that cannot be read.
    """
    checks = Checks(snapshot, progress, headed=format_.headed)
    names, parts = LetterNames(snapshot), in_their_languages(snapshot)
    entries: list[index.Entry] = []
    for letter in checks.letters():
        number, file = names.take(letter.recipient, format_.suffix)
        format_.write(path / file, parts.of(letter.recipient), [letter])
        checks.hold_against(format_.read(path / file), letter)
        entries.append(index.Entry(number, letter.recipient.name, None, file))
    index.write(path, entries)
    return checks.written
