"""Reads csv, tsv and lines of text, from a file or from memory."""

from functools import partial

from signatories.sources import encodings, tables_of_text
from signatories.sources.documents import How
from signatories.sources.readings import Asked, Reading, SheetReading


def read(asked: Asked) -> Reading:
    """The one sheet of a text. Raises UnreadableFile."""
    return read_from(lambda: asked.path.open("rb"), asked.name, asked.how)


def read_from(opening: encodings.Opener, name: str, how: How) -> Reading:
    """The one sheet of a text that is opened so. Raises UnreadableFile."""
    encoding = encodings.find(opening, name, how.encoding)
    opened = partial(encodings.opened, opening, encoding.name)
    separator, rows = tables_of_text.read(opened, name, how)
    return Reading(
        tables_of_text.format_of(separator),
        iter([SheetReading("", rows)]),
        encoding.name,
        encoding.guessed,
        separator,
    )
