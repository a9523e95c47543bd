"""Characters that make a name look like another: invisible ones, direction controls, mixed alphabets."""

import re

HIDDEN_CHARACTERS = (
    "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
)
"""Characters that nobody sees, as a range of a pattern."""

_HIDDEN = re.compile(f"[{HIDDEN_CHARACTERS}]")
_JOINERS = frozenset("\u200c\u200d")
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\ufb50-\ufdff]")
_MARKS_OF_DIRECTION = frozenset("\u061c\u200e\u200f")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff]")
_LATIN, _ALIKE = "[A-Za-zÀ-ɏ]", "[\u0370-\u052f]"
_MIXED = re.compile(f"{_ALIKE}(?:(?<={_LATIN}{_ALIKE})|(?={_LATIN}))")  # the rarer letter first


def is_plain(texts: str) -> bool:
    """Whether no character of one or more texts can be hidden, and none of their words has two alphabets."""
    return texts.isascii() or not (_HIDDEN.search(texts) or mixes_alphabets(texts))


def without_hidden(text: str) -> str:
    """The text without them. Joiners stay between letters that they join, direction marks in right-to-left text."""
    if not _HIDDEN.search(text):
        return text
    is_right_to_left = bool(_RIGHT_TO_LEFT.search(text))

    def kept(found: re.Match[str]) -> str:
        begin, end = found.span()
        joins = found[0] in _JOINERS and bool(_JOINED.match(text[begin - 1 : begin]))
        joins = joins and bool(_JOINED.match(text[end : end + 1]))
        directs = found[0] in _MARKS_OF_DIRECTION and is_right_to_left
        return found[0] if joins or directs else ""

    return _HIDDEN.sub(kept, text)


def mixes_alphabets(text: str) -> bool:
    """Whether a word has letters of two alphabets that look alike, such as a Cyrillic о in a Latin word."""
    return bool(_MIXED.search(text))
