"""Whether all that settings name is there: fields of patterns and headings, columns, words of the condition."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import fields

from signatories.block import filtering, headings, reducing
from signatories.block.fields import FIELDS
from signatories.block.patterns import parse
from signatories.block.rows import as_pattern
from signatories.block.settings import NUMBER, BlockSettings, Layout
from signatories.block.signatory import Counts
from signatories.models.block import Form, Grouping, Order
from signatories.stored import unknown

_OF_BLOCK = ("count", *(field.name for field in fields(Counts)))
_OF_GROUP = ("group", "count")


def check(settings: BlockSettings, columns: Callable[[], Collection[str]]) -> None:
    """Raise Refused or BadText, with the nearest known word, for what a list could not be laid out by.

    `columns` are the extra columns that there are; they are asked for only if something may be one.
    """
    headings.filled(settings.heading, dict.fromkeys(_OF_BLOCK, ""))
    for group in settings.groups:
        headings.filled(group.heading, dict.fromkeys(_OF_GROUP, ""))
    patterns = list(_patterns(settings))
    if any(name not in FIELDS for pattern in patterns for name in parse(pattern).names):
        known = columns()
        for pattern in patterns:
            parse(pattern, known)
    if settings.grouping is Grouping.EXTRA and settings.grouping_column not in (known := columns()):
        raise unknown(settings.grouping_column, known)
    if settings.reduced and settings.reduced.column not in reducing.COLUMNS:
        known = (*reducing.COLUMNS, *columns())
        if settings.reduced.column not in known:
            raise unknown(settings.reduced.column, known)
    for rule in (settings.order, *(group.order for group in settings.groups)):
        if rule and rule.order is Order.COLUMN and rule.column not in (known := columns()):
            raise unknown(rule.column, known)
    if settings.where:
        filtering.parse(settings.where, columns())


def _patterns(settings: BlockSettings) -> Iterator[str]:
    for layout in (settings.layout, *(group.layout for group in settings.groups)):
        if layout is not None:
            yield from _of_layout(layout)
    yield from settings.lines.values()


def _of_layout(layout: Layout) -> Iterator[str]:
    yield layout.pattern
    if layout.form is Form.TABLE:
        yield from (as_pattern(name) for name in layout.table_columns if name != NUMBER)
