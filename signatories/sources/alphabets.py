"""The letters of languages: a text in which no language's letters stand was read in the wrong encoding."""

import re
import unicodedata

_ALPHABETS = tuple(
    frozenset(letters + letters.upper())
    for letters in (
        "àáâãäåæçèéêëìíîïñòóôõöøùúûüÿœß",  # of Western Europe, as lists there mix them
        "çğıöşüâîûİ",
        "ąćęłńóśźż",
        "áäčďéěíĺľňóôŕřšťúůýž",
        "áéíóöőúüű",
        "čćđšž",
        "ăâîşţșț",
        "āčēģīķļņōŗšūž",
        "ąčęėįšųūž",
        "äõöšüž",
    )
)
_NO_LETTERS = "¶¤"  # where Greek or Baltic letters stand in another encoding
_MIXED = re.compile(r"[a-z][^\W\d_]|[^\W\d_][a-z]")


def may_be_of_a_language(text: str) -> bool:
    """Whether its letters beyond ASCII are those of one Latin alphabet, or stand in words of other scripts alone."""
    letters = {letter for letter in text if not letter.isascii() and letter.isalpha()}
    if any(sign in text for sign in _NO_LETTERS):
        return False
    if any(map(_is_latin, letters)):
        return any(alphabet.issuperset(letters) for alphabet in _ALPHABETS)
    return all(pair.isascii() for pair in _MIXED.findall(text))


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")
