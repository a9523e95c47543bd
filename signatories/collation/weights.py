"""What the letters, accents and capitals of a word weigh in the order of a language."""

import functools
import re
import struct
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from signatories.collation.alphabets import ELEMENTS, TAILORINGS, WITH_ACCENT, Element
from signatories.collation.typography import plain

Levels = tuple[bytes, bytes, bytes]  # letters, accents, case

LEAST_ACCENT, LEAST_CASE = b"\0\x20", b"\x02"  # at the end of a level they change no order
_WORDS_KEPT = 1 << 14  # names are made of few words: most are known, and cost a tenth
_COUNTED_ACCENT = 0xFE00  # above the letters: who counts accents has "éa" after "ez"

_WITH_ACCENT = re.compile(f"({'|'.join(WITH_ACCENT)})")


@functools.cache
def weighing(language: str, counted: bool, is_plain: bool) -> Callable[[str], Levels]:
    """What gives the levels of a word, plain or not yet, in a language, and keeps those of the last ones."""
    own = functools.partial(_levels_of_word, language=language, counted=counted, is_plain=is_plain)
    return functools.lru_cache(_WORDS_KEPT)(own)


def _plain_levels(text: str, language: str) -> Levels | None:
    """The levels of a text in plain letters without accents, if the language leaves those alone: in 1 µs."""
    if not text.isascii() or language in TAILORINGS:
        return None
    letters = text.encode()
    if letters.translate(None, _PLAIN):
        return None
    primary = bytearray(2 * len(letters))
    primary[::2], primary[1::2] = letters.translate(_HIGH), letters.translate(_LOW)
    return bytes(primary), LEAST_ACCENT * len(letters), letters.translate(_CASE)


def _levels_of_word(word: str, language: str, counted: bool, is_plain: bool) -> Levels:
    if not is_plain:
        word = plain(word)
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
