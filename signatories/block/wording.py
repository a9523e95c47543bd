"""What the program itself says around a list, in the letter's language; in English where it has no words."""

import csv
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from signatories.block.signatory import Counts
from signatories.dates import long_date
from signatories.language_tags import ways
from signatories.locations import resource
from signatories.models import Capacity
from signatories.models.block import Separator

_CAPACITIES = {
    Capacity.ORGANISATION: "organisation",
    Capacity.PERSONAL: "personal",
    Capacity.IDENTIFICATION: "identification only",
}


def count_line(counts: Counts, language: str) -> str:
    """How many signed, of each kind, from how many countries, and how many of them are not named."""
    words = _words(language)
    kinds = (("organisations", counts.organisations), ("people", counts.people))
    line = words.both("and", *(words.counted(kind, number) for kind, number in kinds if number))
    if counts.countries > 1:
        line += words.counted("countries", counts.countries)
    withheld = words.counted("withheld", counts.withheld) if counts.withheld else ""
    return words.both("besides", *filter(None, (line, withheld)))


def figures(counts: Counts, language: str) -> Iterator[str]:
    """How many signed, and how many of them are not named where there are any, a line each."""
    yield _words(language).counted("number", counts.signatories)
    if counts.withheld:
        yield _words(language).counted("not named", counts.withheld)


def see_annex(counts: Counts, language: str) -> str:
    """The count line, where the list itself is in the annex."""
    return _words(language)["see annex"].format(list=count_line(counts, language))


def as_of_line(date: dt.date, language: str) -> str:
    """The day of the list: "Signatories as of 30 April 2020"."""
    words = _words(language)
    return words["as of"].format(date=long_date(date, words.language))


def more_line(number: int, language: str) -> str:
    """How many more there are, and where: "and 12 more: see annex"."""
    return _words(language).counted("more", number)


def identification_notice(language: str) -> str:
    """The sentence that says what an affiliation for identification only means."""
    return _words(language)["identification"]


def annex(language: str) -> str:
    """The heading of an annex."""
    words = _words(language)
    return f"{words['annex']}: {words['signatories']}"


def late(language: str) -> str:
    """The heading above those who confirmed late."""
    return _words(language)["late"]


def continued(language: str) -> str:
    """What a heading ends in that stands again above what goes on: " (continued)"."""
    return _words(language)["continued"]


def capacity(value: Capacity, language: str) -> str:
    """A capacity as the heading of a group."""
    return _words(language)[_CAPACITIES[value]]


def separator(sign: Separator, language: str) -> str:
    """What stands between the entries of a run-in paragraph, with its space."""
    return _words(language)[sign.value]


def column(name: str, language: str) -> str:
    """The heading of a table's column; an extra column is called by its own name."""
    return _words(language).get(f"column {name}", name)


class _Words:
    """The phrases of one language; a phrase that it lacks is English."""

    def __init__(self, language: str, phrases: Mapping[str, str]) -> None:
        self.language = language
        self._phrases = phrases

    def __getitem__(self, phrase: str) -> str:
        return self._phrases[phrase]

    def get(self, phrase: str, default: str) -> str:
        return self._phrases.get(phrase, default)

    def counted(self, phrase: str, number: int) -> str:
        """A phrase in the form that goes with the number."""
        forms = self._phrases[phrase].split("|")
        base = self.language.partition("-")[0]
        form = forms[_FORMS.get(base, _as_english)(number)] if len(forms) > 1 else forms[0]
        return form.format(n=number)

    def both(self, phrase: str, *parts: str) -> str:
        return self._phrases[phrase].join(parts)


def _words(language: str) -> _Words:
    """The words of a language; those of "fr" for "fr-BE", and of "zh-hant" for "zh-TW"."""
    spoken = _spoken()
    return next((spoken[each] for each in ways(language) if each in spoken), spoken["en"])


@cache
def _spoken() -> Mapping[str, _Words]:
    with resource("block", "phrases.csv").open(encoding="utf-8", newline="") as file:
        rows = {row.pop("phrase"): row for row in csv.DictReader(file)}
    languages = next(iter(rows.values()))
    return {
        language: _Words(language, {name: row[language] or row["en"] for name, row in rows.items()})
        for language in languages
    }


def _as_english(number: int) -> int:
    return int(number != 1)


def _as_french(number: int) -> int:
    return int(number > 1)


def _as_russian(number: int) -> int:
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else 2


def _as_arabic(number: int) -> int:
    if number < 3:
        return number
    rest = number % 100
    return 3 if 3 <= rest <= 10 else 4 if rest > 10 else 5


_FORMS: Mapping[str, Callable[[int], int]] = {
    "ar": _as_arabic,
    "fr": _as_french,
    "ru": _as_russian,
}
