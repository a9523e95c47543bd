"""What the open workspace holds, for the sidebar and the banner."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from signatories import letters, queries, sample


class Contents(NamedTuple):
    """How many records of each kind, the letters by id and title, and whether all of it is the sample."""

    counts: dict[str, int]
    letters: list[tuple[int, str]]
    is_sample: bool


def read_contents(session: Session) -> Contents:
    """Read it at one moment."""
    titles = [(row.id, row.title) for row in letters.listing(session)]
    return Contents(queries.counts(session), titles, sample.is_sample(session))
