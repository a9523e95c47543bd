"""Which columns a table shows, from the left."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QHeaderView

T = TypeVar("T")


def shown_columns(header: QHeaderView, every: Sequence[T]) -> tuple[T, ...]:
    """Return those of all columns, by number, that are in sight, in the order they stand."""
    order = map(header.logicalIndex, range(header.count()))
    return tuple(every[number] for number in order if not header.isSectionHidden(number))


def show_columns(header: QHeaderView, names: Sequence[str], wanted: Sequence[str]) -> None:
    """Show these columns in this order, and no others; all stay as they are where none is known."""
    numbers = [names.index(name) for name in wanted if name in names]
    if not numbers:
        return
    for place, number in enumerate(numbers):
        header.moveSection(header.visualIndex(number), place)
        header.showSection(number)
    for number in set(range(len(names))).difference(numbers):
        header.hideSection(number)
