"""The table of States and territories, read once from resources/countries.

Short names follow the United Nations, in the form that stands in a sentence ("the Sudan",
"Viet Nam", "the Syrian Arab Republic"). Where its list can only write a bracket, as in "Iran
(Islamic Republic of)", the short name is the plain word and the official name says the rest.
In the files an article in small letters opens the name, and a blank official name is the short one.
"""

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from signatories.errors import NotFound
from signatories.locations import resource
from signatories.texts import N_

_ARTICLES = ("the ", "la ", "le ", "les ", "l'")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands alone, and as it stands in a sentence: "Gambia", "the Gambia"."""

    alone: str
    with_article: str


@dataclass(frozen=True, slots=True)
class Country:
    """A State or a territory, by its ISO codes. A territory's official name is its short one."""

    iso: str
    iso3: str
    english: Name
    french: Name
    official_english: Name
    official_french: Name
    member_since: date | None
    is_state: bool

    def is_member(self, as_of: date) -> bool:
        """Whether this State, under its present or a former name, was in the UN on that day."""
        return self.member_since is not None and self.member_since <= as_of


def country(iso: str) -> Country:
    """Return the country with this ISO alpha-2 code, capitals or not. Raise NotFound."""
    try:
        return by_code()[iso.upper()]
    except KeyError:
        raise NotFound(N_("No country has the code {code}."), code=iso) from None


def is_code(text: str) -> bool:
    """Whether this is the alpha-2 code, in capitals, of a State or territory that we know."""
    return text in by_code()


def all_states() -> tuple[Country, ...]:
    """Return the UN members and the non-members that join treaties, in English name order."""
    return tuple(entry for entry in by_code().values() if entry.is_state)


def members(as_of: date) -> tuple[Country, ...]:
    """Return the States of today that were UN members on that day, in English name order.

    States that are gone (Czechoslovakia, Yugoslavia, the German Democratic Republic) are not in
    the table, so before 1993 this is fewer than the UN counted then.
    """
    return tuple(state for state in all_states() if state.is_member(as_of))


@cache
def by_code() -> dict[str, Country]:
    """Return every State, then every territory, by ISO alpha-2 code, in English name order."""
    states = [_entry(row, is_state=True) for row in rows("states.csv")]
    territories = [_entry(row, is_state=False) for row in rows("territories.csv")]
    in_order = [*sorted(states, key=_order), *sorted(territories, key=_order)]
    return {entry.iso: entry for entry in in_order}


def rows(file_name: str) -> Iterator[dict[str, str]]:
    """Read one of the tables in resources/countries, a dictionary for each row."""
    with resource("countries", file_name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def name_of(with_article: str) -> Name:
    """Split a cell as people read it: in the tables, a small-letter article opens the name."""
    for article in _ARTICLES:
        if with_article.startswith(article):
            return Name(with_article.removeprefix(article), with_article)
    return Name(with_article, with_article)


def _entry(row: dict[str, str], *, is_state: bool) -> Country:
    since = row.get("member_since")
    return Country(
        iso=row["iso"],
        iso3=row["iso3"],
        english=name_of(row["en"]),
        french=name_of(row["fr"]),
        official_english=name_of(row.get("official_en") or row["en"]),
        official_french=name_of(row.get("official_fr") or row["fr"]),
        member_since=date.fromisoformat(since) if since else None,
        is_state=is_state,
    )


def _order(entry: Country) -> str:
    """Put Åland under A and Türkiye under T: marks do not count."""
    return unicodedata.normalize("NFKD", entry.english.alone).encode("ascii", "ignore").decode()
