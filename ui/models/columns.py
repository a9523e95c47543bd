"""What a column of a table is: data, so that one model class serves every table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column. `name` is its key for sorting, editing and remembered widths; `text` reads a row.

    `icon` gives an icon's name and its role of colour, for a state that the text says as well.
    """

    name: str
    title: str
    text: Callable[[Row], str]
    width: int = 160  # pixels, until the reader changes it
    is_number: bool = False
    is_sortable: bool = True
    is_editable: bool = False
    is_hidden: bool = False  # until the reader chooses it
    icon: Callable[[Row], tuple[str, str] | None] | None = None
    tip: Callable[[Row], str] | None = None
