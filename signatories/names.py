"""A person's name as it sorts: a suggestion, which whoever knows the person may correct."""

import re
from functools import lru_cache
from typing import NamedTuple

from signatories.collation import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Folded, without a full stop at the end. Before a name:
HONORIFICS = _words(
    "mr mrs ms miss mx and dr dra prof sir dame lord lady hon honorable honourable rt rev revd "
    "reverend fr father br brother sister sr sra srta mme mlle herr frau doctor professor "
    "ambassador amb h.e judge justice senator sen mep mp gen lt col capt maj archbishop bishop "
    "cardinal imam sheikh shaikh rabbi pastor engr "
    'д-р проф акад доц г-н г-жа господин госпожа δρ الدكتور الدكتورة ד״ר ד"ר'
)
_FACULTIES = _words("med. phil. jur. rer. nat. pol. ing. habil. h.c. mult.")
# After a name; those that are no one's name also without a comma:
_GENERATIONS = _words("jr sr jnr snr ii iii iv esq phd ph.d")
_DEGREES = _words("phd ph.d msc m.sc bsc b.sc m.a b.a m.d mphil dphil edd llm llb mbchb")
_PARTICLES = _words(
    "de da di do dos das del della dela der den des du d' la le les lo van von vom zu zum zur ten "
    "ter te af av al el ul bin bint ibn abu ould st san santa ap"
)
_AND = _words("y i")  # between the two family names of Spanish and Catalan
# Family names that open a name of three words or with a hyphen, if all its words are short.
_FAMILY_FIRST = _words(
    "ahn an bae baek ban bui cao chan chang chao chau chee chen cheng cheung chew chia chin ching "
    "chiu cho choi chong chou chow chu chua chung dang dinh do dong duong fan fang feng foo fong fu "
    "gan gao goh guo ha han he heng ho hoang hong hsieh hsu hu huang hui hung huynh hwang jang jeon "
    "jeong jiang jin jung kang khoo kim ko koh kong kuo kwok kwon lai lam lau le leong leung li liang "
    "liao lim lin liu loh low lu luo ma mai mao moon ng ngo nguyen oh ong ooi pan park peng pham phan "
    "phua quek rhee seo shen shin sim sin sohn son song suh sun tan tang tay teh teo teoh tham tran "
    "trinh truong tsai tse vo vu wang wei wong woo wu xiao xie xu yang yao yap ye yen yeo yeoh yi "
    "yim yong yoo yoon yu yuan yun zhang zhao zheng zhou zhu"
)
_TELLING = HONORIFICS | _GENERATIONS | _PARTICLES | _AND | _FAMILY_FIRST
_ASIDE = re.compile(r" ?[(（\[].{0,100}?[)）\]]| [\"“«].{0,100}?[\"”»]")
_UNSPACED = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_MORE_THAN_WORDS = re.compile(rf"[,(（\[\"“«]|{_UNSPACED.pattern}")
_WORDS_KEPT = 1 << 14  # a name asks thrice about its first word, and many begin alike
_JOINED = re.compile(r"^(?:Ma?c|[DdOLl]['’])")  # small letters in a name that is in capitals


class SortName(NamedTuple):
    """The two halves of a sort name; `given` may be empty."""

    family: str
    given: str = ""

    def __str__(self) -> str:
        return f"{self.family}, {self.given}" if self.given else self.family


def suggest(printed: str) -> SortName:
    """Suggest how a printed name sorts: by its family name, without titles, degrees and brackets.

    A family name is what stands before a comma, what is written in capitals, or the last word with
    the particles before it; Chinese, Japanese and Korean script have it first.
    """
    words = printed.split()
    if words and not any(map(_tells, words)):
        return SortName(words[-1], " ".join(words[:-1]))
    plain = " ".join(words)
    if not _MORE_THAN_WORDS.search(plain):
        return _of_words(words) if words else SortName(plain)
    name = _ASIDE.sub("", plain).strip(" ,") or plain
    first, *others = [part.strip() for part in name.split(",")]
    is_whole_name = " " in first
    given = [p for p in others if p and not _is_degree(p, is_after_whole_name=is_whole_name)]
    if given:
        return SortName(first, " ".join(_bare(given[0].split())))
    if _UNSPACED.search(first):
        return _east_asian(first)
    words = first.split()
    return _of_words(words) if words else SortName(name)


@lru_cache(_WORDS_KEPT)
def _tells(word: str) -> bool:
    """Whether a word may be more than a given name, or a family name at the end."""
    return (
        _plain(word) in _TELLING
        or word in _FACULTIES
        or _MORE_THAN_WORDS.search(word) is not None
        or _JOINED.sub("", word).isupper()
    )


def _of_words(words: list[str]) -> SortName:
    """The halves of a name that is nothing but words, titles and suffixes among them."""
    words = _bare(words)
    start, end = _family_span(words)
    return SortName(" ".join(words[start:end]), " ".join(words[:start] + words[end:]))


def _bare(words: list[str]) -> list[str]:
    """The words without titles before and suffixes after; at least one stays."""
    while len(words) > 1 and (_plain(words[0]) in HONORIFICS or words[0] in _FACULTIES):
        words = words[1:]
    while len(words) > 1 and _plain(words[-1]) in _GENERATIONS:
        words = words[:-1]
    return words


def _is_degree(part: str, *, is_after_whole_name: bool) -> bool:
    """Say whether a part after a comma has degrees, orders or generations only."""
    return all(
        _plain(word) in _GENERATIONS | _DEGREES
        or (is_after_whole_name and word.isupper() and "." not in word and len(word) <= 5)
        for word in part.split()
    )


@lru_cache(_WORDS_KEPT)
def _plain(word: str) -> str:
    return fold(word).rstrip(".")


def _east_asian(name: str) -> SortName:
    """Family first; a name in one piece sorts as it stands, a foreign one with dots has it last."""
    *given, last = re.split("[・·]", name)
    if given:
        return SortName(last, " ".join(given))
    family, _, rest = name.partition(" ")
    return SortName(family, rest)


def _family_span(words: list[str]) -> tuple[int, int]:
    """Where the family name begins and ends among the words."""
    if span := _capitals_span(words):
        return _with_particles(words, span[0]), span[1]
    if _plain(words[0]) in _FAMILY_FIRST and _are_given_syllables(words[1:]):
        return 0, 1
    start = len(words) - 1
    if start >= 3 and words[start - 1] in _AND:
        start -= 2
    return _with_particles(words, start), len(words)


def _are_given_syllables(words: list[str]) -> bool:
    """Say whether these are the two short parts of a given name: Mei Lin, Ki-ho."""
    syllables = fold(" ".join(words)).replace("-", " ").split()
    return len(syllables) == 2 and all(len(syllable) <= 6 for syllable in syllables)


def _capitals_span(words: list[str]) -> tuple[int, int] | None:
    """The run of words in capitals, if others are not; initials do not count."""
    last = len(words) - 1
    capitals = [_is_in_capitals(word, is_last=n == last) for n, word in enumerate(words)]
    if not any(capitals) or all(capitals):
        return None
    start = capitals.index(True)
    end = next((n for n in range(start, len(words)) if not capitals[n]), len(words))
    return start, end


def _is_in_capitals(word: str, *, is_last: bool) -> bool:
    if word[1:].islower():  # as nearly all are
        return False
    may_be_initials = len(word) < 3 and not is_last and _plain(word) not in _FAMILY_FIRST
    return _JOINED.sub("", word).isupper() and "." not in word and not may_be_initials


def _with_particles(words: list[str], start: int) -> int:
    """Move the start before "van", "de la" and the like; the first word is a given name."""
    while start > 1 and _plain(words[start - 1]) in _PARTICLES:
        start -= 1
    return start
