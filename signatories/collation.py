"""The order of names, and the folding under which two texts count as the same words."""

import functools
import re
import struct
import unicodedata
from collections.abc import Iterable
from typing import Any, Literal

from signatories.alphabets import ARTICLES, LATIN_ELEMENTS, TAILORINGS, Element

Articles = Literal["count", "ignore"]

_LONGEST_TEXT, _LONGEST_KEY = 300, 2600  # characters, bytes: PostgreSQL indexes up to 2,700
_LEAST = (0, 0x20, 0x02)  # of each level in the standard's table; trailing ones change no order
_END_OF_LEVEL = b"\0\0"

# Letters that Unicode does not take apart, as a reader without them on the keyboard types them.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n", "ĸ": "k"}
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "ƒ": "f", "ſ": "s"}
)
_DASHES_AND_QUOTES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’‚‛ʼ`´′", "'") | dict.fromkeys("“”„‟«»", '"')
)


def fold(text: str) -> str:
    """The text as search and comparison see it: no case, no accents, plain quotes and spaces."""
    if not text.isascii():
        text = text.translate(_DASHES_AND_QUOTES)
        text = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not _is_mark(c))
    return " ".join(text.casefold().split())


def sort_key(text: str, language: str = "en", *, articles: Articles = "count") -> bytes:
    """A key whose bytes sort as a reader of the language expects, in any database.

    Accents and case only decide between names that are equal without them; a space sorts before
    every letter, digits before letters. With "ignore" an article at the beginning does not count.
    """
    text = unicodedata.normalize("NFC", " ".join(text.translate(_DASHES_AND_QUOTES).split()))
    base = language.lower().replace("_", "-").partition("-")[0]
    if articles == "ignore":
        text = _without_article(text, base)
    elements = list(_elements(text[:_LONGEST_TEXT], base))
    return _END_OF_LEVEL.join(_level(elements, number) for number in range(3))[:_LONGEST_KEY]


def _is_mark(character: str) -> bool:
    """Accents and invisible characters. Vowel signs of Indic scripts are letters, and stay."""
    return unicodedata.combining(character) > 0 or unicodedata.category(character) == "Cf"


def _without_article(text: str, language: str) -> str:
    for article in ARTICLES.get(language, ()):
        if text[: len(article)].casefold() == article and len(text) > len(article):
            return text[len(article) :]
    return text


def _elements(text: str, language: str) -> Iterable[Element]:
    """Weights at three levels for each letter, those of the language's own letters first."""
    pattern, own = _tailoring(language)
    if pattern is None:
        yield from _standard_elements(text)
        return
    for piece in pattern.split(text):
        yield from own.get(piece) or _standard_elements(piece)


def _standard_elements(text: str) -> list[Element]:
    """Weights by the Unicode Collation Algorithm, from our table of Latin letters if it will do."""
    elements: list[Element] = []
    decomposed = unicodedata.normalize("NFD", text)
    for character in decomposed:
        found = LATIN_ELEMENTS.get(character)
        if found is None:
            return [tuple(weights[:3]) for weights in _collator().collation_elements(decomposed)]
        elements += found
    return elements


@functools.cache
def _collator() -> Any:
    import pyuca  # noqa: PLC0415 - reads a table of all scripts: 0.1 s that Latin names never pay

    return pyuca.Collator()


@functools.cache
def _tailoring(language: str) -> tuple[re.Pattern[str] | None, dict[str, tuple[Element, ...]]]:
    """A pattern that splits out the letters which follow another one, and their weights."""
    own: dict[str, tuple[Element, ...]] = {}
    for series in TAILORINGS.get(language, "").split():
        first, *following = series.split("<")
        ((primary, _, _),) = LATIN_ELEMENTS[first]
        for number, letters in enumerate(following):
            after_all_words = 0x10000 - len(following) + number
            for letter in letters.split("="):
                for spelling, tertiary in _spellings(letter).items():
                    own[spelling] = ((primary, 0x20, tertiary), (after_all_words, 0x20, tertiary))
    if not own:
        return None, own
    longest_first = sorted(own, key=len, reverse=True)
    return re.compile(f"({'|'.join(longest_first)})"), own


def _spellings(letter: str) -> dict[str, int]:
    """Small, capital and initial form, with the standard's weights for case."""
    return {letter: 0x02, letter.capitalize(): 0x08, letter.upper(): 0x08}


def _level(elements: list[Element], number: int) -> bytes:
    weights = [element[number] for element in elements if element[number]]
    while weights and weights[-1] == _LEAST[number]:
        weights.pop()
    return struct.pack(f">{len(weights)}{'HHB'[number]}", *weights)
