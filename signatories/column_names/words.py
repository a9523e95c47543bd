"""The words that head columns, of all languages together, by field."""

from collections.abc import Mapping

from signatories.collation import fold
from signatories.column_names import (
    arabic,
    chinese,
    dutch,
    english,
    french,
    german,
    greek,
    hebrew,
    hindi,
    indonesian,
    italian,
    japanese,
    korean,
    polish,
    portuguese,
    russian,
    spanish,
    swahili,
    thai,
    turkish,
    vietnamese,
)

_LANGUAGES = (
    *(english, french, spanish, german, portuguese, italian, russian, arabic, japanese, chinese),
    *(dutch, polish, turkish, korean, greek),
    *(thai, hindi, vietnamese, hebrew, indonesian, swahili),
)


def _of_all_languages() -> dict[str, tuple[str, ...]]:
    """Headers by field, in the order of the English ones, which has every field."""
    return {
        field: tuple(
            header.strip()
            for language in _LANGUAGES
            for header in language.HEADERS.get(field, "").split(";")
            if header.strip()
        )
        for field in english.HEADERS
    }


HEADER_WORDS: Mapping[str, tuple[str, ...]] = _of_all_languages()
"""Headers by field. "number", "city" and "postal_code" are no fields: they keep columns from being another."""

UNIMPORTANT = frozenset(
    fold(word) for language in _LANGUAGES for word in language.UNIMPORTANT.split()
)
"""Words that tell nothing about a column. Folded, as headers are when they are compared."""

TELLING = frozenset(fold(word) for language in _LANGUAGES for word in language.TELLING.split())
"""Single words that name a column even among others. "Name" and "state" do not: of what?"""

HOLDERS = frozenset({"entry", "name", "organisation", "person", "participant"})
"""Fields that others belong to: the country of the organisation is a country."""

ANSWERS = frozenset({"status", "capacity", "condition", "notes", "tag"})
"""Fields for which a question may ask that is answered by yes or no."""

_BARE = (
    "name",
    "nom",
    "nome",
    "nombre",
    "naam",
    "имя",
    "όνομα",
    "ad",
    "isim",
    "الاسم",
    "اسم",
    "名前",
    "名字",
    "이름",
)
BARE_NAMES = frozenset(fold(word) for word in _BARE)
"""Names that are half a name where the other half has a column: "Name, Vorname", "Nombre, Apellidos"."""
