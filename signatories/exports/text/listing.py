"""A list of signatories as plain text: the entries of the PDF in the same order and words."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from signatories.block import wording
from signatories.block.arrangement import Arrangement, Section
from signatories.block.entries import Entry
from signatories.block.values import raised
from signatories.exports import Written
from signatories.exports.characters import printable
from signatories.exports.checks.list_checks import text_of_lines
from signatories.exports.line_files import write_lines
from signatories.exports.walking import Entries, Walk, plain_entries
from signatories.merge import listing
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Form
from signatories.progress import Progress


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the whole list in UTF-8, and below it how many they are. Raises UnwritableFile when it reads otherwise."""
    walk = Walk(listing.whole(snapshot), progress)
    lines = map(printable, lines_of(walk.arrangement, walk.entries))
    figures = wording.figures(walk.arrangement.counts, walk.arrangement.language)
    write_lines(path, chain(lines, ("", *figures)))
    return walk.written(text_of_lines(path))


def lines_of(arrangement: Arrangement, entries: Entries = plain_entries) -> Iterator[str]:
    """The list line by line, an empty line between its parts; for the clipboard too."""
    parts = (
        [arrangement.heading] if arrangement.heading else [],
        arrangement.above,
        *(_section(section, arrangement.language, entries) for section in arrangement.sections),
        arrangement.below,
        (f"{raised(number)} {note}" for number, note in enumerate(arrangement.notes, start=1)),
    )
    is_first = True
    for part in parts:
        for place, line in enumerate(part):
            if place == 0 and not is_first:
                yield ""
            is_first = False
            yield line


def _section(section: Section, language: str, entries: Entries) -> Iterator[str]:
    if section.heading:
        yield section.heading
    if section.head:
        yield "\t".join(section.head)
    shown = map(_line, entries(section))
    if section.layout.form is Form.RUN_IN:
        yield wording.separator(section.layout.separator, language).join(shown)
        return
    for place, line in enumerate(shown):
        if place and "\n" in line:
            yield ""
        yield line


def _line(entry: Entry) -> str:
    """An entry with its marker, and the mark of its footnote."""
    mark = raised(entry.note) if entry.note else ""
    if entry.cells:
        cells = [*entry.cells]
        cells[entry.noted] += mark
        return "\t".join(cells)
    return f"{entry.marker} {entry.text}{mark}" if entry.marker else f"{entry.text}{mark}"
