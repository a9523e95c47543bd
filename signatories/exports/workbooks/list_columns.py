"""The columns of the public list in a workbook: words that are printed, each in a cell of its own."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from signatories.block.arrangement import Arrangement, Section
from signatories.block.entries import Entry
from signatories.block.fields import FIELDS, family_name, value_of
from signatories.block.values import printable
from signatories.exports.workbooks.workbook import Cell, Column
from signatories.texts import N_


class ListColumn(NamedTuple):
    """A column and what stands in it for an entry of a section."""

    column: Column
    value: Callable[[Section, Entry], Cell]


NUMBERED = Column(N_("No."), 6)
_OF_NAMES = frozenset({"name", "given", "family", "FAMILY"})


def columns_of(block: Arrangement) -> tuple[ListColumn, ...]:
    """The columns of a list: the signer's, and those that its block prints besides."""
    named = frozenset(name for section in block.sections for name in section.fields)
    extra = sorted(named - FIELDS.keys())
    return (
        _NAME,
        *(column for name, column in _OF_FIELDS.items() if name in named | {"organisation"}),
        *([_HEADING] if any(section.title for section in block.sections) else ()),
        *map(_extra, extra),
        *([_FOOTNOTE] if block.notes else ()),
    )


def rows_of(block: Arrangement, columns: tuple[ListColumn, ...]) -> Iterator[tuple[Cell, ...]]:
    """A row for each entry, in printed order: its number, or which line it is where the block numbers nobody."""
    firsts = (section.entries[0] for section in block.sections if len(section.entries))
    is_numbered = any(first.number is not None for first in firsts)
    line = 0
    for section in block.sections:
        for entry in section.entries:
            line += 1
            number = entry.number if is_numbered else line
            yield (number, *(column.value(section, entry) for column in columns))


def _of_field(name: str, heading: str, width: float) -> ListColumn:
    """The words of a field, of who has them in print."""
    value = value_of(name)

    def printed(_section: Section, entry: Entry) -> str:
        text = printable(value(entry.signatory))
        return text if text in _words(entry) else ""

    return ListColumn(Column(heading, width), printed)


def _extra(name: str) -> ListColumn:
    return _of_field(name, name, 24)


def _name(section: Section, entry: Entry) -> str:
    """The name of whose name is printed, or the family name in capitals of it."""
    name, words = printable(entry.signatory.name), _words(entry)
    if name in words:
        return name
    in_parts = not _OF_NAMES.isdisjoint(section.fields)
    return name if in_parts and family_name(entry.signatory).casefold() in words.casefold() else ""


def _words(entry: Entry) -> str:
    return "\t".join(entry.cells) or entry.text


_NAME = ListColumn(Column(N_("Name"), 30), _name)
_OF_FIELDS = {
    "role": _of_field("role", N_("Role"), 26),
    "organisation": _of_field("organisation", N_("Organisation"), 52),
    "acronym": _of_field("acronym", N_("Acronym"), 12),
    "country": _of_field("country", N_("Country"), 24),
    "region": _of_field("region", N_("Region"), 24),
    "kind": _of_field("kind", N_("Kind"), 24),
    "group": _of_field("group", N_("Own group"), 24),
    "description": _of_field("description", N_("Description"), 52),
}
_HEADING = ListColumn(Column(N_("Group"), 24), lambda section, _: section.heading)
_FOOTNOTE = ListColumn(
    Column(N_("Footnote"), 40), lambda _, entry: printable(entry.signatory.footnote)
)
