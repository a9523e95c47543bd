"""The order of names, and the folding under which two texts count as the same words."""

import functools
import unicodedata
from typing import Literal

from signatories.collation.alphabets import ARTICLES
from signatories.collation.typography import DASHES_AND_QUOTES, plain
from signatories.collation.weights import LEAST_ACCENT, LEAST_CASE, weighing

Articles = Literal["count", "ignore"]
Accents = Literal["fold", "count"]
Spaces = Literal["count", "ignore"]

_LONGEST_TEXT, _LONGEST_KEY = 300, 2600  # characters, bytes: PostgreSQL indexes up to 2,700
_SPACE = b"\x02\x09"  # between words; its accent and case are the least
_SURELY_SHORT = 100  # characters: made plain, a text grows to three times its length at most
_END_OF_LEVEL = b"\0\0"

# Letters that Unicode does not take apart, as a reader without them on the keyboard types them.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n", "ĸ": "k"}
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "ƒ": "f", "ſ": "s"}
)


def fold(text: str) -> str:
    """The text as search and comparison see it: no case, no accents, plain quotes and spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(text.translate(_FOLDED).split())


def sort_key(
    text: str,
    language: str = "en",
    *,
    articles: Articles = "count",
    accents: Accents = "fold",
    spaces: Spaces = "count",
) -> bytes:
    """A key whose bytes sort as a reader of the language expects, in any database.

    Case only decides between names that are equal without it, and so do accents unless they count: then a letter
    with one follows all words with the plain letter. A space sorts before every letter, digits before letters. With
    "ignore" an article at the beginning, or spaces and punctuation, only decide between names equal without them.
    """
    is_plain = "ignore" in (articles, spaces) or len(text) > _SURELY_SHORT
    if is_plain:
        text = sorted_words(text, language, articles=articles)
    if spaces == "ignore":
        first = _key(without_spaces(text), language, accents=accents, is_plain=True)
        return _END_OF_LEVEL.join((first, _key(text, language, is_plain=True)))
    return _key(text, language, accents=accents, is_plain=is_plain)


def sorted_words(text: str, language: str = "en", *, articles: Articles = "count") -> str:
    """The words of a text that its key is made of, typography made plain; without the article if it is ignored."""
    text = plain(text)
    return _without_article(text, _base(language)) if articles == "ignore" else text


def without_spaces(text: str) -> str:
    """A text without spaces and punctuation; if it has nothing else, as it is."""
    return "".join(c for c in text if unicodedata.category(c)[0] not in "ZPSC") or text


def _key(text: str, language: str, *, accents: Accents = "fold", is_plain: bool) -> bytes:
    """A key put together from the levels of the words: no letter weighs otherwise beside a space."""
    levels_of = weighing(_base(language), accents == "count", is_plain)
    words = text[:_LONGEST_TEXT].split(" ") if is_plain else text.split() or [""]
    first, second, third = zip(*map(levels_of, words), strict=True)
    accents_of, case = LEAST_ACCENT.join(second), LEAST_CASE.join(third)
    end = len(accents_of.rstrip(LEAST_ACCENT))
    levels = _SPACE.join(first), accents_of[: end + end % 2], case.rstrip(LEAST_CASE)
    return _END_OF_LEVEL.join(levels)[:_LONGEST_KEY]


class _Folded(dict[int, str]):
    """What each character becomes by itself, whatever stands beside it: worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code).translate(DASHES_AND_QUOTES)
        folded = unicodedata.normalize("NFKD", character).casefold().translate(_LETTERS)
        letters = (c for c in unicodedata.normalize("NFKD", folded) if not _is_mark(c))
        found = self[code] = "".join(letters).casefold()
        return found


_FOLDED = _Folded()


def _is_mark(character: str) -> bool:
    """Accents and invisible characters. Vowel signs of Indic scripts are letters, and stay."""
    return unicodedata.combining(character) > 0 or unicodedata.category(character) == "Cf"


def _without_article(text: str, language: str) -> str:
    for article in ARTICLES.get(language, ()):
        if text[: len(article)].casefold() == article and len(text) > len(article):
            return text[len(article) :]
    return text


@functools.lru_cache
def _base(language: str) -> str:
    return language.lower().replace("_", "-").partition("-")[0]
