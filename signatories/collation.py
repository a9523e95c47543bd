"""The order of names, and the folding under which two texts count as the same words."""

import functools
import re
import struct
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, Literal

from signatories.alphabets import ARTICLES, ELEMENTS, TAILORINGS, WITH_ACCENT, Element

Articles = Literal["count", "ignore"]
Accents = Literal["fold", "count"]
Spaces = Literal["count", "ignore"]
Levels = tuple[bytes, bytes, bytes]  # letters, accents, case

_LONGEST_TEXT, _LONGEST_KEY = 300, 2600  # characters, bytes: PostgreSQL indexes up to 2,700
_LEAST_ACCENT, _LEAST_CASE = b"\0\x20", b"\x02"  # at the end of a level they change no order
_SPACE = b"\x02\x09"  # between words; its accent and case are the least
_SURELY_SHORT = 100  # characters: made plain, a text grows to three times its length at most
_WORDS_KEPT = 1 << 14  # names are made of few words: most are known, and cost a tenth
_END_OF_LEVEL = b"\0\0"
_COUNTED_ACCENT = 0xFE00  # above the letters: who counts accents has "éa" after "ez"

# Letters that Unicode does not take apart, as a reader without them on the keyboard types them.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ŋ": "n", "ĸ": "k"}
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "ƒ": "f", "ſ": "s"}
)
_DASHES_AND_QUOTES = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("‘’‚‛ʼ`´′", "'") | dict.fromkeys("“”„‟«»", '"')
)


_WITH_ACCENT = re.compile(f"({'|'.join(WITH_ACCENT)})")
_TYPOGRAPHY = re.compile(f"[{''.join(map(chr, _DASHES_AND_QUOTES))}]")


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
    text = _plain(text)
    return _without_article(text, _base(language)) if articles == "ignore" else text


def without_spaces(text: str) -> str:
    """A text without spaces and punctuation; if it has nothing else, as it is."""
    return "".join(c for c in text if unicodedata.category(c)[0] not in "ZPSC") or text


def _plain(text: str) -> str:
    """The text with single spaces, its typography made plain. To be done once: a Greek accent becomes typography."""
    if _TYPOGRAPHY.search(text):
        text = text.translate(_DASHES_AND_QUOTES)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _key(text: str, language: str, *, accents: Accents = "fold", is_plain: bool) -> bytes:
    """A key put together from the levels of the words: no letter weighs otherwise beside a space."""
    levels_of = _weighing(_base(language), accents == "count", is_plain)
    words = text[:_LONGEST_TEXT].split(" ") if is_plain else text.split() or [""]
    first, second, third = zip(*map(levels_of, words), strict=True)
    accents_of, case = _LEAST_ACCENT.join(second), _LEAST_CASE.join(third)
    end = len(accents_of.rstrip(_LEAST_ACCENT))
    levels = _SPACE.join(first), accents_of[: end + end % 2], case.rstrip(_LEAST_CASE)
    return _END_OF_LEVEL.join(levels)[:_LONGEST_KEY]


class _Folded(dict[int, str]):
    """What each character becomes by itself, whatever stands beside it: worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code).translate(_DASHES_AND_QUOTES)
        plain = unicodedata.normalize("NFKD", character).casefold().translate(_LETTERS)
        letters = (c for c in unicodedata.normalize("NFKD", plain) if not _is_mark(c))
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


def _plain_levels(text: str, language: str) -> Levels | None:
    """The levels of a text in plain letters without accents, if the language leaves those alone: in 1 µs."""
    if not text.isascii() or language in TAILORINGS:
        return None
    plain = text.encode()
    if plain.translate(None, _PLAIN):
        return None
    primary = bytearray(2 * len(plain))
    primary[::2], primary[1::2] = plain.translate(_HIGH), plain.translate(_LOW)
    return bytes(primary), _LEAST_ACCENT * len(plain), plain.translate(_CASE)


@functools.cache
def _weighing(language: str, counted: bool, is_plain: bool) -> Callable[[str], Levels]:
    """What gives the levels of a word, plain or not yet, in a language, and keeps those of the last ones."""
    own = functools.partial(_levels_of_word, language=language, counted=counted, is_plain=is_plain)
    return functools.lru_cache(_WORDS_KEPT)(own)


def _levels_of_word(word: str, language: str, counted: bool, is_plain: bool) -> Levels:
    if not is_plain:
        word = _plain(word)
    simple = _plain_levels(word, language) or _levels_by_letter(word, language, counted)
    return simple or _levels(_elements(word, language), counted)


def _levels_by_letter(word: str, language: str, counted: bool) -> Levels | None:
    """The levels of a word of letters that our table has, if the language leaves those alone."""
    letters = [_letter_levels(letter, counted) for letter in word]
    if language in TAILORINGS or None in letters:
        return None
    first, second, third = zip(*filter(None, letters), strict=True)
    return b"".join(first), b"".join(second), b"".join(third)


@functools.cache
def _letter_levels(letter: str, counted: bool) -> Levels | None:
    """The levels of a letter that weighs alike beside any other; a mark by itself does not."""
    characters = unicodedata.normalize("NFD", letter)
    if unicodedata.combining(letter) or not all(map(ELEMENTS.__contains__, characters)):
        return None
    return _levels(_standard_elements(letter), counted)


def _levels(elements: Iterable[Element], counted: bool) -> Levels:
    weighed = [_letter_of_its_own(*e) for e in elements] if counted else list(elements)
    return _level(weighed, 0), _level(weighed, 1), _level(weighed, 2)


def _letter_of_its_own(primary: int, secondary: int, tertiary: int) -> Element:
    """An element whose accent, if it is one, weighs as a letter does."""
    return (primary or (secondary and _COUNTED_ACCENT + secondary), secondary, tertiary)


def _elements(text: str, language: str) -> Iterable[Element]:
    """Weights at three levels for each letter, those of the language's own letters first."""
    pattern, own = _tailoring(language)
    if pattern is None:
        yield from _standard_elements(text)
        return
    for piece in pattern.split(text):
        yield from own.get(piece) or _standard_elements(piece)


def _standard_elements(text: str) -> list[Element]:
    """Weights by the Unicode Collation Algorithm, from our table of letters if it will do."""
    elements: list[Element] = []
    for character in _taken_apart(text):
        found = ELEMENTS.get(character)
        if found is None:
            decomposed = unicodedata.normalize("NFD", text)
            return [tuple(weights[:3]) for weights in _collator().collation_elements(decomposed)]
        elements += found
    return elements


def _taken_apart(text: str) -> str:
    """Letters and accents each for itself, but for the letters that weigh as one with theirs."""
    pieces = _WITH_ACCENT.split(unicodedata.normalize("NFC", text))
    apart = (p if p in WITH_ACCENT else unicodedata.normalize("NFD", p) for p in pieces)
    return "".join(apart)


@functools.cache
def _collator() -> Any:
    import pyuca  # noqa: PLC0415 - reads a table of all scripts: 0.1 s that few names have to pay

    return pyuca.Collator()


@functools.cache
def _tailoring(language: str) -> tuple[re.Pattern[str] | None, dict[str, tuple[Element, ...]]]:
    """A pattern that splits out the letters which follow another one, and their weights."""
    own: dict[str, tuple[Element, ...]] = {}
    for series in TAILORINGS.get(language, "").split():
        first, *following = series.split("<")
        ((primary, _, _),) = ELEMENTS[first]
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
    return struct.pack(f">{len(weights)}{'HHB'[number]}", *weights)


def _byte_table(weights: dict[int, int]) -> bytes:
    return bytes(weights.get(code, 0) for code in range(256))


_WEIGHTS = {ord(c): each[0] for c, each in ELEMENTS.items() if c.isascii()}
_PLAIN = bytes(_WEIGHTS)
_HIGH = _byte_table({code: primary >> 8 for code, (primary, _, _) in _WEIGHTS.items()})
_LOW = _byte_table({code: primary & 0xFF for code, (primary, _, _) in _WEIGHTS.items()})
_CASE = _byte_table({code: tertiary for code, (_, _, tertiary) in _WEIGHTS.items()})
