"""Plain text: one line that runs from left to right and is set as it is."""

import re

from signatories.typesetting.breaking import KANA
from signatories.typesetting.direction import RIGHT_TO_LEFT

SPACE = " "
LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
SPACING = re.compile(r"[\t\x1c-\x1f\u1680\u2000-\u2006\u2008-\u200a\u205f]")

_UNLIKE_PLAIN = re.compile(f"{SPACING.pattern}|{LINE_END.pattern}|{RIGHT_TO_LEFT}|{KANA}")


def is_plain(text: str) -> bool:
    """Whether a text is plain: nearly all are."""
    return (text.isascii() and text.isprintable()) or not _UNLIKE_PLAIN.search(text)
