"""What a piece of text looks like: a person's name, a role, an organisation, an acronym."""

import re
import unicodedata
from functools import lru_cache

from signatories import countries
from signatories.collation import fold
from signatories.imports.lines.east_asian_words import ROLES
from signatories.imports.lines.name_words import (
    BEGINNINGS_OF_BODIES,
    BODIES_IN_OTHER_SCRIPTS,
    BODY_WORDS,
    COUNTRIES_THAT_ARE_NAMES,
    DEGREES_BEFORE_NAMES,
    ENDINGS_OF_BODIES,
    FAMILY_NAMES,
    LEGAL_FORMS,
    MARKS_OF_PEOPLE,
    NO_GIVEN_NAMES,
    PARTICLES,
    POST_NOMINALS,
    SUBJECTS,
    TITLES,
    UNIT_WORDS,
    words_of,
)
from signatories.imports.lines.role_phrases import PHRASES
from signatories.imports.lines.role_words import (
    ENDINGS_OF_ROLES,
    ENDS_OF_ROLES,
    LINKS_IN_ROLES,
    NO_NAMES,
    REACHES_OF_ROLES,
    ROLE_WORDS,
)

_WORD = re.compile(r"[^\W_]+")
_LEGAL_FORM = re.compile(rf"(?:{LEGAL_FORMS})\.?")
_ENDS_IN_LEGAL_FORM = re.compile(rf"(?<=[\s,])(?:{LEGAL_FORMS})\.?\s*$")
_POST_NOMINALS = re.compile(rf"(?:{POST_NOMINALS})\.?(?:\s+(?:{POST_NOMINALS})\.?)*")
_PREFIX = re.compile(r"(?:[dDlL]['’]|[AaEe]l[-‐‑]|O['’])(?=[^\W\d_])")
_INITIAL = re.compile(r"[^\W\d_]\.")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[.'’‐‑·・-][^\W\d_]+)*\.?")
_NICKNAME = re.compile(r"\s[(\"“„«'‘][^\s()\"“”]+[)\"”“»'’](?=\s)")
_BRACKET_AT_END = re.compile(r"\s*[(（]([^()（）]+)[)）]\Z")
_JOINING = frozenset({"and", "&", "und", "et"})
_ARTICLES = frozenset({"The", "Les", "Los", "Las", "Die"})
_BEFORE_NAMES = TITLES | DEGREES_BEFORE_NAMES | _JOINING
_IN_NO_COUNTRY = BODY_WORDS - words_of(
    "union europe european federation confederation ocean unidos nations national schweiz world centro unit "
    "bank council cooperative international"
)
_MEMBERS = frozenset({"mp", "mep", "msp", "mla", "mpp", "td"})  # of parliaments: MP for Wellbury
_SPOKESPERSON = ("porta", "voz")
_CACHED = 8192  # pieces: roles, countries and bodies come again and again in a list


@lru_cache(_CACHED)
def words(text: str) -> tuple[str, ...]:
    """The folded words, without what stands between them."""
    return tuple(_WORD.findall(text.lower() if text.isascii() else fold(text)))


@lru_cache(_CACHED)
def looks_like_organisation(text: str) -> bool:
    """Whether it has a word, an ending or a legal form that bodies have and people do not."""
    found = words(text)
    if not BODY_WORDS.isdisjoint(found):
        return not ends_in_family_name(text)
    for word in found:
        if word.startswith(BEGINNINGS_OF_BODIES):
            return True
        if len(word) > 8 and word.endswith(ENDINGS_OF_BODIES):
            return True
    if len(found) > 1 and len(found[-1]) < 9 and _ENDS_IN_LEGAL_FORM.search(text[-24:]):
        return True
    return _is_beyond_latin(text) and bool(BODIES_IN_OTHER_SCRIPTS.search(text))


def _is_beyond_latin(text: str) -> bool:
    """Whether a letter stands in it that no language of western Europe has: the patterns of others are slow."""
    return not text.isascii() and max(text) > "\u0180"


def ends_in_family_name(text: str) -> bool:
    """Whether its last word alone is one of bodies, and may be a family name: Anne Hall, but no Food Bank."""
    found = words(text)
    given = text.split()[:-1]
    return (
        1 < len(found) < 4
        and found[-1] in FAMILY_NAMES
        and (BODY_WORDS | NO_GIVEN_NAMES).isdisjoint(found[:-1])
        and all(word.rstrip(".").isalpha() and word[0].isupper() for word in given)
    )


@lru_cache(_CACHED)
def looks_like_person(text: str) -> bool:
    """Whether it can be a person's name: one to six capitalised words, titles and particles apart."""
    found = _without_titles(text)
    names = [word for word in found if word not in PARTICLES]
    if not 1 <= len(names) <= 6:
        return False
    for word in names:
        if not (word.isalpha() and word[0].isupper()) and not _is_part_of_name(word):
            return False
    return (len(names) == 1 or _can_name(text)) and not looks_like_organisation(text)


def _is_part_of_name(word: str) -> bool:
    """Jean-Pierre, d'Avray, J., O'Neil: a word with a mark in it, or of a script without capitals."""
    bare = _PREFIX.sub("", word)
    return bool(_NAME_WORD.fullmatch(bare)) and (bare != word or not word[0].islower())


def _can_name(text: str) -> bool:
    """Whether no word stands in it that several words of a name never have: a role, a subject, a department."""
    found = words(text)
    if not NO_NAMES.isdisjoint(found) or not UNIT_WORDS.isdisjoint(found):
        return False
    return not any(word.endswith(SUBJECTS) for word in found)


def _without_titles(text: str) -> list[str]:
    """The words of what may be a name, without titles, nickname and commas; none if it is too long."""
    if len(text) > 100:
        return []
    if not text.isascii():
        text = _bare(text)
    elif "(" in text or '"' in text or "'" in text:
        text = _NICKNAME.sub("", _without_titles_behind(text))
    found = text.replace(",", " ").split()
    if len(found) > 1 and found[0] in _ARTICLES and _plain(found[1]) not in _BEFORE_NAMES:
        return []
    while len(found) > 1 and _plain(found[0]) in _BEFORE_NAMES:
        found = found[1:]
    if len(found) > 2 and (joint := _joint(found)):
        found = found[:joint] + _without_titles(" ".join(found[joint + 1 :]))
    return found


def _without_titles_behind(text: str) -> str:
    """Without the bracket at its end in which nothing but titles stand: Anna Berg (Rev. Dr.)."""
    found = _BRACKET_AT_END.search(text) if text.endswith((")", "）")) else None
    if found is None or not {_plain(word) for word in found[1].split()} <= TITLES & MARKS_OF_PEOPLE:
        return text
    return text[: found.start()]


def _joint(found: list[str]) -> int:
    """The place of an "and" between two people, "John and Jane Smith", "Anna Berg and Bo Lind"; 0 without one."""
    if _JOINING.isdisjoint(found):
        return 0
    return next((n for n in range(1, len(found) - 1) if found[n] in _JOINING), 0)


def names_two(text: str) -> bool:
    """Whether it names two people at once."""
    return _joint(text.split()) > 0


def begins_with_title(text: str) -> bool:
    """Whether a title of people begins it: MEP, Dr."""
    first, _, rest = text.partition(" ")
    return bool(rest) and _plain(first) in TITLES & MARKS_OF_PEOPLE


def looks_like_full_name(text: str) -> bool:
    """Whether it can be a whole name: no single word, where names have two."""
    return has_several_words(text) and looks_like_person(text)


def has_marks_of_a_person(text: str) -> bool:
    """Whether a title, a particle, an initial or a degree stands in it, as in no body's name: Dr., von der, J., PhD."""
    found = text.split()
    return any(_plain(word) in MARKS_OF_PEOPLE or _INITIAL.fullmatch(word) for word in found) or (
        len(found) > 2 and is_post_nominal(found[-1]) and found[-1] not in ("MA", "AM", "CC")
    )


def ends_in_country(text: str) -> bool:
    """Whether the last word is a country, no family name, no honour: ATTAC Norway, but Michael Jordan, Jo Hill MP."""
    last = text.rsplit(maxsplit=1)[-1]
    is_name = fold(last) in COUNTRIES_THAT_ARE_NAMES or is_post_nominal(last)
    return not is_name and is_country(last)


def has_several_words(text: str) -> bool:
    """Whether it has more than one word; a script without capitals needs no space between names."""
    return len(text.split()) > 1 or text.lower() == text.upper()


@lru_cache(_CACHED)
def looks_like_role(text: str) -> bool:
    """Whether it is what somebody is: such a word begins or ends it, or what stands before an "of"."""
    if _is_beyond_latin(text) and (ROLES.fullmatch(text) or PHRASES.fullmatch(text)):
        return True
    found = words(text.partition(" (")[0])
    while found and found[-1].isdecimal():  # the year of a prize
        found = found[:-1]
    link = next((n for n, word in enumerate(found) if word in LINKS_IN_ROLES), len(found))
    before = found[:link]
    if not before or len(found) > 15:
        return False
    if found[:2] == _SPOKESPERSON or (found[0] in _MEMBERS and found[1:2] == ("for",)):
        return True
    if before[-1] in ENDS_OF_ROLES or before[-1].endswith(ENDINGS_OF_ROLES):
        return True
    behind = before[1:-1] if before[-1] in REACHES_OF_ROLES else before[1:]
    return before[0] in ROLE_WORDS and BODY_WORDS.isdisjoint(behind)


@lru_cache(_CACHED)
def is_post_nominal(text: str) -> bool:
    """Whether it is degrees, orders or ranks that follow a name after a comma: PhD, S.J., MP."""
    return bool(_POST_NOMINALS.fullmatch(text.strip()))


@lru_cache(_CACHED)
def is_legal_form(text: str) -> bool:
    """Whether it is no more than what kind of body one is: Inc., A. C., e.V."""
    return bool(_LEGAL_FORM.fullmatch(text.strip()))


@lru_cache(_CACHED)
def is_country(text: str) -> bool:
    """Whether the whole text names one country."""
    return (
        len(text) < 80
        and len(text.split()) < 8
        and _IN_NO_COUNTRY.isdisjoint(words(text))  # ten times as fast as to look for one
        and countries.find(text) is not None
    )


def _plain(word: str) -> str:
    return (word.lower() if word.isascii() else fold(word)).rstrip(".,")


def _bare(text: str) -> str:
    """Composed, and without the marks and vowel signs that no letter class of a pattern knows."""
    composed = unicodedata.normalize("NFC", _NICKNAME.sub("", _without_titles_behind(text)))
    return "".join(c for c in composed if not unicodedata.category(c).startswith("M"))
