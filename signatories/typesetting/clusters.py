"""Groups of characters that stand as one: a letter with its marks, a conjunct, a flag, a sequence."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

_JOINER = "\u200d"
_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
# Vowels of Thai and Lao that are written before, and behind, the letter they are spoken after.
LEADING_VOWELS = "\u0e40-\u0e44\u0ec0-\u0ec4"
_LEADING = re.compile(f"[{LEADING_VOWELS}]")
# Those behind; vowels and finals of Hangul written in letters; skin tones.
_TRAILING = re.compile(
    "[\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3\u1160-\u11ff\ud7b0-\ud7ff\U0001f3fb-\U0001f3ff]"
)
# Signs that bind the next consonant into a conjunct or below the letter.
_BINDING = re.compile("[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0c4d\u0ccd\u0d4d\u1039\u17d2]")
_FLAG_LETTER = re.compile("[\U0001f1e6-\U0001f1ff]")


def clusters(text: str) -> Iterator[str]:
    """The text in pieces that are never parted, set in one face where one has them."""
    start = 0
    for end in range(1, len(text)):
        if not _attaches(text[start:end], text[end]):
            yield text[start:end]
            start = end
    if text:
        yield text[start:]


def visible(text: str) -> str:
    """The characters that need a glyph; the others only steer."""
    return text if text.isascii() else _IGNORABLE.sub("", text)


def covered(cluster: str, coverage: Any) -> bool:
    """Whether a face has glyphs for the cluster as it is, composed or decomposed."""
    shown = visible(cluster)
    return _within(shown, coverage) or any(
        _within(unicodedata.normalize(form, shown), coverage) for form in ("NFC", "NFD")
    )


def _within(text: str, coverage: Any) -> bool:
    return all(ord(character) in coverage for character in text)


def _attaches(cluster: str, character: str) -> bool:
    """Whether the character belongs to the cluster begun before it."""
    last = cluster[-1]
    if last == _JOINER:
        return True
    if character < "\u0300":
        return False
    if unicodedata.category(character)[0] == "M" or _IGNORABLE.match(character):
        return True
    if _TRAILING.match(character):
        return last != " "
    if _BINDING.match(last) or _LEADING.match(last):
        return character.isalpha()
    return bool(len(cluster) == 1 and _FLAG_LETTER.match(last) and _FLAG_LETTER.match(character))
