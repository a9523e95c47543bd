"""Where in the window something is: a page, and the record on it that is meant."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A page by its name, and a record's id on it (None: the page as it is)."""

    page: str
    record: int | None = None
