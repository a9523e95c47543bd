"""How somebody asks in a mail to be listed: "Please add us as …"."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from signatories.collation import fold
from signatories.imports.lines.splitting import split
from signatories.imports.replies import words

_LISTED_AS = re.compile(
    r"(?:list|sign|add|include|name|show|print|put|mention|credit|record)(?: \w+){0,4}? as(?: follows)?\s*:"
    r"|(?:signator(?:y|ies)|signataire|firmante|signed(?: by)?|signing as|unterzeichner(?:in)?|firmatari[oa]"
    r"|assinante)\s*:"
    r"|(?:inclu\w+|agreg\w+|anad\w+|list\w+|firm\w+)(?: \w+){0,3}? como(?: sigue)?\s*:"
    r"|(?:inscri\w+|ajout\w+|mention\w+|list\w+|sign\w+)(?:[- ]\w+){0,3}? (?:comme(?: suit)?|sous le nom de)\s*:"
    r"|(?:als|unter dem namen|wie folgt)(?: \w+){0,3}?\s*:|(?:assin\w+|inclu\w+)(?: \w+){0,3}? como\s*:"
    r"|(?:indica\w+|inseri\w+|elenca\w+)(?: \w+){0,3}? come(?: segue)?\s*:"
)
_ADDED = re.compile(
    r"(?:add|list|include|sign|put)(?: \w+){0,5}?\s*:"
    r"|(?:add|list|include|sign|put) (?:us|me|our name|my name)(?: \w+){0,3}? as (?!an? |the )"
    r"|(?:ajout|inscri|mentionn)\w+(?:[- ]\w+){0,4}?\s*:"
    r"|(?:ajout|inscri|mentionn)\w+-(?:nous|moi)(?: \w+){0,3}? (?:comme|sous le nom de) "
    r"|(?:agreg|anad|inclu|sum[ae]|list)\w+(?: \w+){0,4}?\s*:"
    r"|(?:agreg|anad|inclu|sum[ae])\w*(?:nos|me) como "
    r"|(?:nehm|trag|setz|fug|list|fuhr)\w*(?: \w+){0,4}? (?:uns|mich)(?: \w+){0,4}?\s*:"
    r"|(?:nehm|trag|setz|fug|list|fuhr)\w*(?: sie| bitte)* (?:uns|mich)(?: \w+){0,3}? als "
)
_AFTER_ADDED = re.compile(
    r"(?:co-?)?(?:sign|endors|support|firmant|unterz|unterst|organi[sz]ation\b)"
)
_VERB_END = re.compile(r" (?:ein|auf|hinzu|an)$")  # "tragen Sie uns als … ein"
_IN_QUOTES = re.compile(r"\s*[\"“„«](.+?)[\"”“»](?=\W|$)")
_QUOTES = " \"“”«»'"
_ABBREVIATED = re.compile(r"\.\s?\w{1,3}\.$")  # whose last full stop belongs to it: "e.V."


def read(lines: Sequence[str]) -> tuple[Mapping[str, str], tuple[str, ...]]:
    """What stands after "Please list us as:", on the line or below it, by field; and the lines below that name others.

    Nothing and none without such words.
    """
    for number, line in enumerate(lines):
        folded = fold(line)
        if len(folded) != len(line):
            continue
        told = _LISTED_AS.search(folded)
        match = told or _ADDED.search(folded)
        if match is None:
            continue
        below = [each.strip() for each in lines[number + 1 :] if each.strip()]
        rest = _quoted(line[match.end() :]) or (below.pop(0) if below else "")
        rest = _VERB_END.sub("", _without_courtesy(rest))
        if not told and not _may_be_listed(rest):
            continue
        return split(rest).fields, tuple(takewhile(_is_another, below))
    return {}, ()


def _quoted(text: str) -> str:
    """The text, or what quotation marks at its beginning enclose: what follows them is said and not to be listed."""
    inside = _IN_QUOTES.match(text)
    return (inside[1] if inside else text).strip(_QUOTES)


def _is_another(line: str) -> bool:
    """Whether a line names a person and where they belong."""
    return {"name", "organisation"} <= split(line).fields.keys()


def _without_courtesy(text: str) -> str:
    """What is to be listed, without the thanks that follow it in the same line."""
    first, _, rest = text.partition(". ")
    listed = first if words.COURTESY.fullmatch(fold(rest)) else text
    listed = listed.strip(f"{_QUOTES}!")
    return listed if _ABBREVIATED.search(listed) else listed.rstrip(f"{_QUOTES}.")


def _may_be_listed(text: str) -> bool:
    """Whether it begins as a name does, and not as "signatories" or a sentence would."""
    return text[:1].isupper() and not _AFTER_ADDED.match(fold(text)) and "?" not in text
