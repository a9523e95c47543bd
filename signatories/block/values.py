"""Values as they are printed: on one line, doing nothing to what stands beside them; and marks of footnotes."""

import re
import unicodedata

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # they would turn the text that follows round
_LINE_ENDS = re.compile("[\t-\r\x1c-\x1e\x85\u2028\u2029]+")
_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNSEEN = frozenset({"Cf", "Zs"})


def printable(value: str) -> str:
    """A value on one line; nothing if there is nothing to see in it.

    Spaces of other widths stay, and so do the joiners and marks of direction that names are written with.
    """
    if value.isprintable() and not value.isspace():
        return value
    text = _LINE_ENDS.sub(" ", _TURNING.sub("", value)).strip()
    return text if any(unicodedata.category(letter) not in _UNSEEN for letter in text) else ""


def raised(number: int) -> str:
    """A footnote's number as raised digits, which plain text has too."""
    return str(number).translate(_DIGITS)
