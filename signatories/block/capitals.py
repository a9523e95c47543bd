"""A family name in capitals, as its owners would write it."""

import re
import unicodedata

_TURKISH = str.maketrans("iı", "İI")
_SHARP_S = str.maketrans("ß", "ẞ")  # SS would make another name
_MAC = re.compile(r"Ma?c(?=[A-ZÀ-Þ])")
_ACUTE = "\u0301"


def in_capitals(family: str, *, turkish: bool = False) -> str:
    """The name in capitals, but for what its owner writes small before the first capital of a word.

    "van der Berg" becomes "van der BERG", "d'Arc" "d'ARC" and "McGuinness" "McGUINNESS"; a name that is small
    throughout becomes large throughout. Greek capitals lose their accents; with `turkish`, i becomes İ.
    """
    if not any(map(str.isupper, family)):
        return _raised(family, turkish)
    return " ".join(_word(word, turkish) for word in family.split(" "))


def _word(word: str, turkish: bool) -> str:
    """A word raised from its first capital on; one without any stays small."""
    start = next((n for n, letter in enumerate(word) if letter.isupper()), len(word))
    if mac := _MAC.match(word, start):
        start = mac.end()
    return word[:start] + _raised(word[start:], turkish)


def _raised(text: str, turkish: bool) -> str:
    text = text.translate(_SHARP_S)
    if turkish:
        text = text.translate(_TURKISH)
    return "".join(map(_without_accent, text)).upper()


def _without_accent(letter: str) -> str:
    """A Greek letter without its accent, with its diaeresis; any other letter as it is."""
    if not "\u0370" <= letter <= "\u03ff":
        return letter
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter).replace(_ACUTE, ""))
