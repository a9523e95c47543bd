"""The columns of the public list in a workbook: words that are printed, each in a cell of its own."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from signatories.block.arrangement import Arrangement, Section
from signatories.block.entries import Entry
from signatories.block.fields import FIELDS, value_of
from signatories.block.patterns import parse
from signatories.block.rows import column_pattern
from signatories.block.settings import NUMBER, Layout
from signatories.exports.workbook import Cell, Column
from signatories.models.block import Form
from signatories.texts import N_


class ListColumn(NamedTuple):
    """A column and what stands in it for an entry of a section."""

    column: Column
    value: Callable[[Section, Entry], Cell]


ALWAYS = (
    ListColumn(Column(N_("Name"), 30), lambda _, entry: entry.signatory.name),
    ListColumn(Column(N_("Role"), 26), lambda _, entry: entry.signatory.role),
    ListColumn(Column(N_("Organisation"), 52), lambda _, entry: entry.signatory.organisation),
    ListColumn(Column(N_("Acronym"), 12), lambda _, entry: entry.signatory.acronym),
    ListColumn(Column(N_("Country"), 24), lambda _, entry: entry.signatory.country),
    ListColumn(Column(N_("Capacity"), 30), lambda _, entry: entry.signatory.capacity.value),
)
NUMBERED = Column(N_("No."), 6)
_GROUP = ListColumn(Column(N_("Group"), 24), lambda section, _: section.heading)
_DESCRIPTION = ListColumn(
    Column(N_("Description"), 52), lambda _, entry: entry.signatory.description
)
_FOOTNOTE = ListColumn(Column(N_("Footnote"), 40), lambda _, entry: entry.signatory.footnote)


def columns_of(block: Arrangement) -> tuple[ListColumn, ...]:
    """The columns of a list: the usual ones, and those that its block prints besides."""
    named = {name for section in block.sections for name in _named(section.layout)}
    extra = sorted(named - FIELDS.keys())
    return (
        *ALWAYS,
        *([_GROUP] if any(section.title for section in block.sections) else ()),
        *([_DESCRIPTION] if "description" in named else ()),
        *map(_extra, extra),
        *([_FOOTNOTE] if block.notes else ()),
    )


def rows_of(block: Arrangement, columns: tuple[ListColumn, ...]) -> Iterator[tuple[Cell, ...]]:
    """A row for each entry, in printed order: its number, or which line it is where none has one."""
    line = 0
    for section in block.sections:
        for entry in section.entries:
            line += 1
            number = line if entry.number is None else entry.number
            yield (number, *(column.value(section, entry) for column in columns))


def _extra(name: str) -> ListColumn:
    value = value_of(name)
    return ListColumn(Column(name, 24), lambda _, entry: value(entry.signatory))


def _named(layout: Layout) -> Iterator[str]:
    """The fields that a layout prints."""
    if layout.form is not Form.TABLE:
        yield from parse(layout.pattern).names
        return
    for name in layout.table_columns:
        if name != NUMBER:
            yield from column_pattern(name).names
