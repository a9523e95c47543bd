"""Characters that a text or a workbook cannot hold."""

import re
from collections.abc import Iterator

from signatories.texts import N_, Message, message

# What XML 1.0 refuses: controls, halves of surrogate pairs, two that are no characters.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The text with "\ufffd" in the place of each character that cannot be written."""
    return _REFUSED.sub("\ufffd", text)


def lost(text: str) -> Iterator[Message]:
    """A warning when a text has characters that cannot be written; it names them."""
    found = dict.fromkeys(_REFUSED.findall(text))
    if found:
        codes = ", ".join(f"U+{ord(character):04X}" for character in found)
        words = N_(
            "“{text}” has characters that no file can hold ({codes}): “\ufffd” stands for each."
        )
        yield message(words, text=printable(text), codes=codes)
