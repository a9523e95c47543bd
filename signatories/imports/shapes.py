"""What a piece of text looks like: a person's name, a role, an organisation, an acronym."""

import re
import unicodedata

from signatories import countries
from signatories.collation import fold
from signatories.imports.name_words import (
    BODY_WORDS,
    COUNTRIES_THAT_ARE_NAMES,
    ENDS_OF_ROLES,
    MARKS_OF_PEOPLE,
    PARTICLES,
    ROLE_WORDS,
    TITLES,
)

_LEGAL_FORMS = re.compile(
    r"(?:\b(?:e\.?\s?V|gGmbH|GmbH|Inc|Ltd|LLC|asbl|ASBL|vzw|NPO|NGO|A\.?C|S\.?A|AISBL)\b\.?)\s*$"
)
_BODY_PIECES = re.compile(
    r"(?i:\b(?:universit|institut|associat|asocia|organi[sz]|federa|foundat|funda[cç]|fondat|a[ck]adem))"
    r"|(?i:verein|verband|stiftung|werk|netz|forum)(?:es|e|s)?\b"  # German runs words together
    r"|協会|協議会|法人|財団|連合|大学|センター|団体|委員会|研究所|ネットワーク|協会|기구|협회|연대|재단"
    r"|协会|基金会|中心|网络|联盟|组织|جمعية|منظمة|مركز|شبكة|مؤسسة|اتحاد"
    r"|(?i:ассоциаци|организаци|фонд\b|центр\b|союз\b|комитет|движени|институт|общество)"
)
_ROLE_LINKS = frozenset(
    {"of", "for", "de", "du", "des", "del", "der", "die", "da", "do", "d", "at"}
)
_PREFIX = re.compile(r"(?:[dDlL]['’]|[AaEe]l[-‐‑]|O['’])(?=[^\W\d_])")
_INITIAL = re.compile(r"[^\W\d_]\.")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[.'’‐‑·-][^\W\d_]+)*\.?")
_POST_NOMINALS = re.compile(
    r"(?:Ph\.?\s?D|M\.?\s?D|M\.?A|M\.?Sc|MBA|LL\.?M|J\.?D|S\.?J|O\.?P|O\.?S\.?B|R\.?N|Esq|Jr|Sr|II|III|IV"
    r"|[CODM]BE|QC|KC|MP|MEP|SC)\.?"
)
_ACRONYM = re.compile(r"[^\W_][\w&./‐-]{1,14}")


def looks_like_organisation(text: str) -> bool:
    """Whether it has a word, an ending or a legal form that bodies have and people do not."""
    words = fold(text).replace("-", " ").split()
    return (
        any(word.strip(".,;:()'\"") in BODY_WORDS for word in words)
        or bool(_BODY_PIECES.search(text))
        or bool(_LEGAL_FORMS.search(text))
    )


def looks_like_person(text: str) -> bool:
    """Whether it can be a person's name: one to five capitalised words, titles and particles apart."""
    words = _bare(text).split() if len(text) < 100 else []
    while len(words) > 1 and fold(words[0]).rstrip(".") in TITLES:
        words = words[1:]
    names = [_PREFIX.sub("", word) for word in words if word not in PARTICLES]
    return (
        1 <= len(names) <= 5
        and all(_NAME_WORD.fullmatch(name) and not name[0].islower() for name in names)
        and not looks_like_organisation(text)
    )


def looks_like_full_name(text: str) -> bool:
    """Whether it can be a whole name: no single word, where names have two."""
    return has_several_words(text) and looks_like_person(text)


def has_marks_of_a_person(text: str) -> bool:
    """Whether a title, a particle or an initial stands in it, as in no body's name: Dr., von der, J."""
    return any(
        fold(word).rstrip(".") in MARKS_OF_PEOPLE or _INITIAL.fullmatch(word)
        for word in text.split()
    )


def ends_in_country(text: str) -> bool:
    """Whether the last word is a country that is no family name: ATTAC Norway, but Michael Jordan."""
    last = text.rsplit(maxsplit=1)[-1]
    return fold(last) not in COUNTRIES_THAT_ARE_NAMES and is_country(last)


def has_several_words(text: str) -> bool:
    """Whether it has more than one word; a script without capitals needs no space between names."""
    return len(text.split()) > 1 or text.lower() == text.upper()


def looks_like_role(text: str) -> bool:
    """Whether it is what somebody is: such a word begins or ends it, or what stands before an "of"."""
    words = [word.strip(".,;:()") for word in fold(text).replace("-", " ").split()]
    link = next((n for n, word in enumerate(words) if word in _ROLE_LINKS), len(words))
    before = words[:link]
    if not before or len(words) > 15:
        return False
    begins = before[0] in ROLE_WORDS and not looks_like_organisation(" ".join(before[1:]))
    return begins or before[-1] in ENDS_OF_ROLES


def is_post_nominal(text: str) -> bool:
    """Whether it is a degree or an order that follows a name after a comma: PhD, S.J., MP."""
    return bool(_POST_NOMINALS.fullmatch(text.strip()))


def is_country(text: str) -> bool:
    """Whether the whole text names one country."""
    return len(text) < 80 and countries.find(text) is not None


def acronym_in(organisation: str) -> str:
    """The acronym that a printed name brings along: in brackets, or after or before a dash; else empty."""
    plain = re.sub(r"\([^()]*\)", " ", organisation)
    for bracket in re.findall(r"\(([^()]+)\)", organisation):
        if _is_acronym(bracket.strip(), plain):
            return str(bracket.strip())
    sides = re.split(r"\s+[–—‐‑-]\s+", organisation)
    if len(sides) == 2:
        for short, long in (sides[::-1], sides):
            if len(long.split()) > 1 and short.isupper() and _is_acronym(short, long):
                return short
    return ""


def _is_acronym(text: str, name: str) -> bool:
    """One short word of initials (Bice), or with two capitals that is no country: OMCT, FfD, not UK."""
    if not _ACRONYM.fullmatch(text):
        return False
    initials = {word[0] for word in fold(name).split()}
    known = sum(letter in initials for letter in fold(text))
    if len(text) <= 6 and text[0].isupper() and known >= 0.75 * len(text):
        return True
    return sum(letter.isupper() for letter in text) > 1 and not is_country(text)


def _bare(text: str) -> str:
    """Composed, and without the marks and vowel signs that no letter class of a pattern knows."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(c for c in composed if not unicodedata.category(c).startswith("M"))
