"""The white space of a pasted text: what is copied from a PDF often holds all its words together."""

import re
import unicodedata
from itertools import groupby

_NO_BREAK = "\u00a0"
_GLUE = re.compile(rf"(?<=[^\W\d_]|[,.)’”]){_NO_BREAK}(?=[^\W\d_]|[(‘“])")
_PLAIN = re.compile(rf"(?<!{_NO_BREAK}) (?!{_NO_BREAK})")
_INDENT = re.compile(rf"\A[ \t]*{_NO_BREAK}[ \t{_NO_BREAK}]*")
_FEWEST = 3  # no-break spaces between words: whoever sets fewer may mean each
_RUN = re.compile(rf"[ \t\n{_NO_BREAK}]{{2,}}|\n")


def freed(text: str) -> str:
    """The text as typed, line by line, but for white space that only a paste leaves in it.

    A line of white space is empty, of whatever kind that is. Where no-break spaces stand between most words of a
    paragraph they are plain ones; the few that somebody set, as in "No. 5", stay.
    """
    parts = groupby(text.split("\n"), key=lambda line: bool(line.strip()))
    return "\n".join(
        line
        for filled, lines in parts
        for line in (_paragraph([*lines]) if filled else ("" for _ in lines))
    )


def single(text: str) -> str:
    """A paragraph's text with one space where several stand, or a line end: none between Chinese or Japanese.

    No-break spaces alone, which somebody set to leave room, stay.
    """
    return _RUN.sub(_space, text)


def _paragraph(lines: list[str]) -> list[str]:
    text = "\n".join(lines)
    glue = len(_GLUE.findall(text))
    if glue < _FEWEST or glue <= len(_PLAIN.findall(text)):
        return lines
    return [_INDENT.sub("", line).replace(_NO_BREAK, " ").rstrip() for line in lines]


def _space(spaces: re.Match[str]) -> str:
    """What a line end or several spaces stand for."""
    if not spaces[0].strip(_NO_BREAK):
        return spaces[0]
    before = spaces.string[max(0, spaces.start() - 1) : spaces.start()]
    after = spaces.string[spaces.end() : spaces.end() + 1]
    is_unspaced = "\n" in spaces[0] and all(map(_needs_no_space, before + after))
    return "" if is_unspaced and before + after else " "


def _needs_no_space(character: str) -> bool:
    is_wide = unicodedata.east_asian_width(character) in "WF"
    return is_wide and not unicodedata.name(character, "").startswith("HANGUL")
