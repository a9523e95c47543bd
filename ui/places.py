"""Where in the window something is: a page, and the record on it that is meant."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page by its name, a record's id on it (None: the page as it is), and the part of the page (empty: any).

    `rows` are those meant in the part's table, by their ids.
    """

    page: str
    record: int | None = None
    part: str = ""
    rows: tuple[int, ...] = ()
