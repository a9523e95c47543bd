"""The script of a character, as far as choosing a face and shaping need it."""

from functools import cache

import uharfbuzz

COMMON = "Zyyy"  # digits, punctuation, marks: written with the letters beside them


@cache
def script_of(character: str) -> str:
    """The ISO 15924 code of the character's script; COMMON where several share it."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    return buffer.script or COMMON
