"""Groups of characters that stand as one: a letter with its marks, joiners and selectors."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

_JOINER = "\u200d"
_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)


def clusters(text: str) -> Iterator[str]:
    """The text in pieces that are set in one face and never parted."""
    start = 0
    for end in range(1, len(text)):
        if not _attaches(text[end]) and text[end - 1] != _JOINER:
            yield text[start:end]
            start = end
    if text:
        yield text[start:]


def visible(text: str) -> str:
    """The characters that need a glyph; the others only steer."""
    return _IGNORABLE.sub("", text)


def covered(cluster: str, coverage: Any) -> bool:
    """Whether a face has glyphs for the cluster as it is, composed or decomposed."""
    shown = visible(cluster)
    return (
        _within(shown, coverage)
        or _within(unicodedata.normalize("NFC", shown), coverage)
        or _within(unicodedata.normalize("NFD", shown), coverage)
    )


def _within(text: str, coverage: Any) -> bool:
    return all(ord(character) in coverage for character in text)


def _attaches(character: str) -> bool:
    if character < "\u0300":
        return False
    return unicodedata.category(character)[0] == "M" or _IGNORABLE.match(character) is not None
