"""Who holds an office: a role and a name in one piece, which is no role of anybody beside it."""

import re
from functools import lru_cache

from signatories.imports.lines import shapes
from signatories.imports.lines.east_asian_words import SCRIPT
from signatories.imports.lines.name_words import SUBJECTS, words_of
from signatories.imports.lines.ranks import rank
from signatories.imports.lines.role_words import (
    ENDINGS_OF_ROLES,
    ENDS_OF_ROLES,
    FAMILY_NAMES_TOO,
    LINKS_IN_ROLES,
    NO_NAMES,
    ROLE_WORDS,
)
from signatories.imports.lines.spans import Span, span_of

_GAPS = re.compile(r"\s*[:：]\s*|\s+(?:[–—-]\s+)?")
_SET_OFF = re.compile(r"[(（\[]([^()（）\[\]]+)[)）\]]|\s[–—-]\s+(.+)")
_DASH = re.compile(r"\s[–—-]\s")
_COMMAS = re.compile(r"\s*[,;，、；]\s*")
_JOINING = words_of("and & und et e y")
_OF_OFFICES = ROLE_WORDS | ENDS_OF_ROLES
BEHIND_ROLES = ROLE_WORDS | words_of(
    "general elect designate emerita honoraire honorario honoraria ejecutivo ejecutiva executivo executiva adjunto"
    " adjunta titular ordinario ordinaria asociado asociada associado associada associato associata nacional nationale"
    " التنفيذي التنفيذية العام العامة eksekutif"
)
"""Words with which a role goes on: Secretary General."""
_BEFORE_ROLES = ROLE_WORDS | words_of("general prime foreign visiting lead adjunct genel wakil")
_REGIONS = words_of(
    "africa african asia asian europe america americas american pacific caribbean latin middle east west north south"
    " eastern western northern southern region regional chapter section branch suisse romande"
)


def is_role(text: str) -> bool:
    """Whether it is what somebody is, and names nobody else: Director, but not Director Anna Berg."""
    return shapes.looks_like_role(text) and not holds_office(text)


@lru_cache(4096)
def holds_office(text: str) -> bool:
    """Whether it is a role and who has it: President: Anna Berg, President Berg."""
    said = shapes.words(text)
    if not said or (said[0] not in ROLE_WORDS and ENDS_OF_ROLES.isdisjoint(said)):
        return False
    if role_ahead(text) != (0, 0):
        return True
    is_office = said[0] in ENDS_OF_ROLES and said[0] not in FAMILY_NAMES_TOO
    goes_on = said[-1] in BEHIND_ROLES or said[-1].endswith(SUBJECTS)
    return is_office and not goes_on and may_be_signer(text)


@lru_cache(4096)
def names_others(text: str) -> bool:
    """Whether who holds an office stands in a role or a body, or in a bracket perhaps several people."""
    may_be_office = not _OF_OFFICES.isdisjoint(shapes.words(text))
    if may_be_office and any(map(holds_office, [text, *_COMMAS.split(text)])):
        return True
    for found in _SET_OFF.finditer(text):
        said = _COMMAS.split(found[1] or found[2])
        if any(holds_office(each) or shapes.begins_with_title(each) for each in said):
            return True
        if len(said) > 1 and any(map(may_be_signer, said)):
            return True
    return False


def may_hold_role(text: str) -> bool:
    """Whether a part of it may look like a role: a word that begins or ends one stands in it."""
    said = shapes.words(text)
    return (
        not text.isascii()
        or not _OF_OFFICES.isdisjoint(said)
        or any(word.endswith(ENDINGS_OF_ROLES) for word in said)
    )


def role_and_name(text: str, piece: Span) -> list[Span]:
    """Director Anna Berg, Director: Anna Berg: the role and who has it; else the piece as it is."""
    end, start = role_ahead(piece.text)
    if not end:
        return [piece]
    cut_at = piece.start + end
    return [span_of(text, piece.start, cut_at), span_of(text, piece.start + start, piece.end)]


@lru_cache(4096)
def role_ahead(text: str) -> tuple[int, int]:
    """Where a role before a name ends, and where the name begins; noughts without both."""
    said = shapes.words(text)
    if ENDS_OF_ROLES.isdisjoint(said):
        return 0, 0
    if said[0] not in FAMILY_NAMES_TOO and shapes.looks_like_person(text):
        return 0, 0
    goes_on = False
    for gap in _GAPS.finditer(text):
        role, name = text[: gap.start()], text[gap.end() :]
        goes_on = goes_on or ends_in_link(role)  # Minister for Water and Energy is nobody
        is_second_role = not _JOINING.isdisjoint(name.split()[:1])  # President and CEO
        if is_second_role or _DASH.search(role) or (goes_on and not gap[0].strip()):
            continue
        most = 2 if gap[0].strip() else 0  # Programme Director: Bo Lee
        if shapes.looks_like_role(role) and may_be_signer(name) and rank(role) <= most:
            return gap.span()
    return 0, 0


def ends_in_link(role: str) -> bool:
    """Whether its last word is one that goes on: Minister for."""
    return any(word in LINKS_IN_ROLES for word in shapes.words(role)[-1:])


def may_be_called(role: str) -> bool:
    """Whether somebody may be called what a role is: Bishop, but not Director."""
    return NO_NAMES.isdisjoint(shapes.words(role))


def ends_as_family_name(text: str) -> bool:
    """Whether the office at its end may be somebody's family name: Anna Bishop, and neither Vice nor Prime Minister."""
    said = shapes.words(text)
    return (
        len(said) > 1
        and said[-1] in ENDS_OF_ROLES
        and _BEFORE_ROLES.isdisjoint(said[:-1])
        and shapes.looks_like_full_name(text)
    )


def may_be_signer(text: str) -> bool:
    """Whether somebody may be meant behind the name of a body: a whole name, and no region or place."""
    return (
        shapes.looks_like_full_name(text)
        and not shapes.ends_in_country(text)
        and not text.split(maxsplit=1)[0].isupper()  # as an acronym is
        and (" " in text or text.isascii() or bool(SCRIPT.search(text)))
        and _REGIONS.isdisjoint(shapes.words(text))
    )
