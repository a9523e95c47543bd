"""Small lists to choose from: countries and languages, in the user's words."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QLocale

from signatories import countries
from signatories.countries.table import by_code
from signatories.languages import called, code_of
from signatories.texts import N_

LANGUAGES = (
    "ar",
    "de",
    "el",
    "en",
    "es",
    "fr",
    "he",
    "hi",
    "it",
    "ja",
    "ko",
    "pt",
    "ru",
    "th",
    "zh",
)

NO_LANGUAGE = N_("Choose one, or write a code such as fr or pt-BR.")


class Choice(NamedTuple):
    """A value and what it is called."""

    value: str
    words: str


@cache
def country_name(code: str | None) -> str:
    """Return what a country is called in the user's language; nothing for none."""
    return countries.name(code, QLocale().bcp47Name()) if code else ""


@cache
def country_choices() -> tuple[Choice, ...]:
    """Return every country by its name."""
    named = (Choice(code, country_name(code)) for code in by_code())
    return tuple(sorted(named, key=lambda choice: choice.words.casefold()))


def country_code(text: str) -> str:
    """Return the code of the country that a text means, or the text itself where it means none."""
    found = countries.find(text) if text else None
    return found.iso if found else text


@cache
def language_choices() -> tuple[Choice, ...]:
    """Return the languages that letters are often written in, each by its own name."""
    return tuple(Choice(code, called(code)) for code in LANGUAGES)


def language_code(text: str) -> str:
    """Return the code of the language that a text names, or the text itself where it names none."""
    return code_of(text) or text
