"""Whether a line of a pasted text says something, or names somebody."""

import re

from signatories.imports.lines import shapes
from signatories.imports.lines.name_words import PARTICLES, words_of
from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split

LONGEST_SIGNATURE = 200
"""Letters in a line that may be a signature."""

_PROSE_WORDS = 9
_PROSE_CHARACTERS = 25  # in scripts without spaces
_LEAST_SAID = 3  # words with small letters; “terre des hommes” has two
_SHORT = 3  # words of a body whose name says nothing, such as Asia or Red Thread
_QUOTED = re.compile(r"\s*(?:>\s*)+")
_MARK = re.compile(
    r"\s*(?:>\s*)*(?:[-–—•*·▪◦●‣○■□✓➢►❖]\s+|[•▪●‣■➢►❖]|\(?\d{1,6}(?:[.)]\s+|\t+))\s*(?=\S)"
)
_JOINING = PARTICLES | words_of(
    "of the and for in on to at or by with de la le les l du des d et y und der die das den dem von zu zur e da do dos"
    " das di del della dei degli delle per para por pour en el los las na no em van het een voor aan und fur für a"
)


def unmarked(text: str) -> str:
    """The line without the marks that a mail puts before what it quotes."""
    return text[found.end() :] if (found := _QUOTED.match(text)) else text


def is_marked(text: str) -> bool:
    """Whether a bullet or a number stands before the line."""
    return bool(_MARK.match(text))


def bare(text: str) -> str:
    """The line without bullet, number and marks of a quotation."""
    return text[found.end() :] if (found := _MARK.match(text)) else unmarked(text)


def may_be_signature(text: str) -> bool:
    """Short, and no sentence."""
    text = " ".join(text.split())
    is_sentence = text.endswith((".", "?", "!")) and len(text.split()) >= _PROSE_WORDS
    is_sentence |= text.endswith(("。", "！", "？")) and len(text) >= _PROSE_CHARACTERS
    return len(text) <= LONGEST_SIGNATURE and not is_sentence


def is_said(text: str) -> bool:
    """Whether it is a sentence or part of one: more words with small letters than with capitals."""
    text = bare(text).strip()
    if not may_be_signature(text):
        return True
    small, large = _cases(text)
    if text.endswith((".", ":", "!", "?", ",")) and small:
        return small >= large
    return small >= _LEAST_SAID and small > large and not _begins_with_body(text)


def names_somebody(text: str) -> bool:
    """Whether the line may be an entry of a list: a person, a body, a country, or a short name that says nothing."""
    line = bare(text).strip()
    small, large = _cases(line)
    if is_said(line) or (small >= large > 0 and not _begins_with_body(line)):
        return False
    if shapes.looks_like_organisation(line) or shapes.looks_like_full_name(line):
        return True
    found = split(line)
    is_split = {"name", "organisation"} <= found.fields.keys() or found.confidence >= CERTAIN
    return is_split or (len(line.split()) <= _SHORT and not shapes.looks_like_role(line))


def _cases(text: str) -> tuple[int, int]:
    """How many words begin with a small letter, those that join others apart, and how many with a capital."""
    found = [word.strip(".,:;!?()\"'“”«»") for word in text.split()]
    small = sum(word.islower() and word not in _JOINING for word in found)
    return small, sum(word[:1].isupper() for word in found)


def _begins_with_body(text: str) -> bool:
    """Association nationale des femmes: such names have small letters."""
    return shapes.looks_like_organisation(text.split(maxsplit=1)[0]) if text else False
