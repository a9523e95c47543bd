"""Lines that a page broke: the end of one shows that the next goes on with it."""

import re

from signatories.imports.lines import shapes
from signatories.imports.lines.name_words import words_of

_JOINING = words_of(
    "of and for the & de des du del della di da do dos das et y e und der zur für fur pour para por por per on in to"
)
_DASHES = ("–", "—", " -")
_LINE_END = re.compile(r"[^\S\n]*\n[^\S\n]*")


def goes_on(before: str, after: str) -> bool:
    """Whether a line is broken before its end: it ends in "of", "and" or a dash, or the next begins in the middle.

    A role or a name in small letters on a line of its own is no rest of the line above.
    """
    before, after = before.rstrip(), after.strip()
    if not before or not after:
        return False
    last, first = before.split()[-1], after.split(maxsplit=1)[0]
    is_body = shapes.looks_like_organisation(before)
    is_open = last in _JOINING and (is_body or len(last) > 1)  # "jones, john e" ends in an initial
    if len(before.split()) > 1 and (is_open or before.endswith(_DASHES)):
        return True
    is_name = shapes.looks_like_person(after.partition(",")[0]) or shapes.looks_like_role(after)
    return first.islower() and is_body and not is_name


def unwrapped(text: str) -> str:
    """The text with a space in place of each line end that a page put there: every place stays its own."""
    if "\n" not in text:
        return text
    plain = text
    for end in _LINE_END.finditer(text):
        before, after = (
            text[: end.start()].rpartition("\n")[2],
            text[end.end() :].partition("\n")[0],
        )
        if goes_on(before, after):
            plain = plain[: end.start()] + " " * len(end[0]) + plain[end.end() :]
    return plain
