"""Plain text: one line that runs from left to right and is set as it is; and how any is prepared."""

import re
from dataclasses import replace
from functools import lru_cache

from signatories.typesetting.breaking import KANA, is_japanese
from signatories.typesetting.direction import RIGHT_TO_LEFT
from signatories.typesetting.flow import Span
from signatories.typesetting.styles import TextStyle

SPACE = " "
LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
SPACING = re.compile(r"[\t\x1c-\x1f\u1680\u2000-\u2006\u2008-\u200a\u205f]")

_UNLIKE_PLAIN = re.compile(f"{SPACING.pattern}|{LINE_END.pattern}|{RIGHT_TO_LEFT}|{KANA}")


def is_plain(text: str) -> bool:
    """Whether a text is plain: nearly all are."""
    return (text.isascii() and text.isprintable()) or not _UNLIKE_PLAIN.search(text)


def prepared(span: Span) -> Span:
    """The span with plain spaces. Kana beside Han shows Japanese, whatever the letter's language."""
    text, style, _ = span
    if text.isascii() and text.isprintable():
        return span
    if is_japanese(text):
        style = _japanese(style)
    return Span(SPACING.sub(SPACE, text), style)


@lru_cache
def _japanese(style: TextStyle) -> TextStyle:
    return replace(style, language="ja", country=None)
