"""States and territories: what they are called, since when they are UN members, which one a text means."""

from signatories.countries.finding import LANGUAGES, find
from signatories.countries.former import was_called
from signatories.countries.naming import (
    name,
    name_with_article,
    official_name,
    official_name_with_article,
)
from signatories.countries.table import Country, Name, all_states, country, is_code, members

__all__ = [
    "LANGUAGES",
    "Country",
    "Name",
    "all_states",
    "country",
    "find",
    "is_code",
    "members",
    "name",
    "name_with_article",
    "official_name",
    "official_name_with_article",
    "was_called",
]
