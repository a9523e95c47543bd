"""What a State was called before: the short names that the United Nations used until they were told of another.

In `resources/countries/former.csv` `until` is the first day of the present name, as the State announced it (since
2011; of what changed earlier nothing is known here). In English and French only, as articles and official names are.
"""

from datetime import date
from functools import cache
from typing import NamedTuple

from signatories.countries.table import Name, name_of, rows


class Former(NamedTuple):
    """A former name in English and in French, and the day on which it ended."""

    until: date
    english: Name
    french: Name


def former(iso: str, on: date | None) -> Former | None:
    """What a State was called on that day, if that was not its present name."""
    found = _by_code().get(iso.upper()) if on else None
    return found if found and on and on < found.until else None


def was_called(iso: str, text: str) -> bool:
    """Whether this is a name, alone or with its article, that a State had and has no more."""
    found = _by_code().get(iso.upper())
    names = (found.english, found.french) if found else ()
    return any(text in (name.alone, name.with_article) for name in names)


@cache
def _by_code() -> dict[str, Former]:
    return {
        row["iso"]: Former(date.fromisoformat(row["until"]), _name(row["en"]), _name(row["fr"]))
        for row in rows("former.csv")
    }


def _name(cell: str) -> Name:
    """As in the other tables; an article before a small letter stays: "The former Yugoslav Republic of Macedonia"."""
    name = name_of(cell)
    return Name(cell[0].upper() + cell[1:], cell) if name.alone[0].islower() else name
