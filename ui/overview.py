"""What the sidebar and the banner show of the open workspace."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from signatories import letters, queries, sample


class Overview(NamedTuple):
    """What the sidebar shows of the workspace."""

    counts: dict[str, int]
    letters: list[tuple[int, str]]
    is_sample: bool


def read_overview(session: Session) -> Overview:
    """Read the sidebar's counts and titles."""
    titles = [(row.id, row.title) for row in letters.listing(session)]
    return Overview(queries.counts(session), titles, sample.is_sample(session))
