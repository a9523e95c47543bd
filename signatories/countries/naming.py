"""What a State or territory is called in a letter's language, alone or in a sentence.

`iso` is an alpha-2 code (NotFound when there is none such), `language` a tag such as "fr" or
"fr-CA". Articles and official names are known in English and French. In other languages both
kinds of name are the short one, bare: an article there changes with case and preposition ("in der
Schweiz", "na França"), so none is less wrong than a fixed one. A language that nobody knows gets
English.

`on`: the short name of that day, where a State had another one (in English and French; `former` says which).
"""

from datetime import date

from signatories.countries.former import former
from signatories.countries.table import Country, Name, country
from signatories.countries.translations import translated


def name(iso: str, language: str, on: date | None = None) -> str:
    """Return the short name as it stands alone: "Netherlands", "Pays-Bas"."""
    return _short(country(iso), language, on).alone


def name_with_article(iso: str, language: str, on: date | None = None) -> str:
    """Return the short name as it stands in a sentence: "the Netherlands", "les Pays-Bas", "Cuba"."""
    return _short(country(iso), language, on).with_article


def official_name(iso: str, language: str) -> str:
    """Return the official name as it stands alone: "French Republic", "République française"."""
    return _official(country(iso), language).alone


def official_name_with_article(iso: str, language: str) -> str:
    """Return the official name as it stands in a sentence: "the French Republic"."""
    return _official(country(iso), language).with_article


def _short(entry: Country, language: str, on: date | None) -> Name:
    then = former(entry.iso, on) or entry
    return _choose(entry, language, then.english, then.french)


def _official(entry: Country, language: str) -> Name:
    return _choose(entry, language, entry.official_english, entry.official_french)


def _choose(entry: Country, language: str, english: Name, french: Name) -> Name:
    plain = language.replace("_", "-").partition("-")[0].lower()
    if plain == "fr":
        return french
    bare = None if plain == "en" else translated(entry.iso, language)
    return Name(bare, bare) if bare else english
