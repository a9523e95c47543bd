"""Figures that a text tells of those who sign it, or of the parties to a treaty: "137 states parties"."""

import enum
import re
from collections.abc import Iterator
from typing import NamedTuple

from signatories.collation import fold
from signatories.number_words import Number, numbers_in


class Counted(enum.Enum):
    """What a figure counts; the value is the field that computes it."""

    PARTIES = "count.parties"
    SIGNATORIES = "count.signatories"
    ORGANISATIONS = "count.organisations"
    PEOPLE = "count.people"
    COUNTRIES = "count.countries"


class Bound(enum.Enum):
    """How a figure is meant."""

    EXACT = "exact"
    MORE = "more than"
    LEAST = "at least"
    FEWER = "fewer than"
    ABOUT = "about"


class Told(NamedTuple):
    """A figure in a text: its words, its number, how it is meant and what it counts.

    `others`: it leaves out some that the text names. `signs`: the sentence says that these sign or support.
    """

    words: str
    number: int
    bound: Bound
    counted: Counted
    others: bool
    signs: bool

    def holds(self, figure: int) -> bool:
        """Whether the text is true where there are so many."""
        if self.bound is Bound.FEWER:
            return self.number >= figure
        if self.bound is Bound.ABOUT:
            return abs(self.number - figure) <= _ROUGHLY * figure
        if self.bound is Bound.MORE or self.others:
            return self.number < figure
        if self.bound is Bound.LEAST:
            return self.number <= figure
        return self.number == figure


_ROUGHLY = 0.1
_BOUNDS = {
    bound: re.compile(rf"\b(?:{words})(?: (?:the|les|l[ao]s|die))?$")
    for bound, words in {
        Bound.MORE: r"more than|over|in excess of|plus d[e']|mas de|mehr als|uber",
        Bound.LEAST: r"at least|no fewer than|au moins|al menos|por lo menos|mindestens",
        Bound.FEWER: r"fewer than|less than|up to|moins de|jusqu'a|menos de|hasta|weniger als|bis zu",
        Bound.ABOUT: r"about|around|roughly|some|nearly|almost|close to|approximately|environ|pres de|quelque|"
        r"unos|unas|casi|cerca de|alrededor de|rund|etwa|fast|knapp|ungefahr",
    }.items()
}
_OTHER = re.compile(r"\b(?:other|further|autres?|otr[ao]s|weiteren?|anderen?)\b")
# Words that may stand before what is counted: "57 undersigned civil society organisations". Members and affiliates
# of those who sign sign nothing themselves.
_BEFORE = r"(?:(?!member|membre|miembro|mitglied|affiliat|years?\b|ans\b|anos\b|jahre|working\b)[\w'-]+ ){0,4}?"
_PARTIES = (
    r"(?:(?:member )?(?:states|countries),? )?(?:that |which )?(?:have|had) (?:already |now )?ratified|"
    r"(?:states? |contracting )?parties|etats[ -]parties|estados partes?|vertragsstaaten|ratifications"
)
_SIGNATORIES = (
    r"signatories|signataires|firmantes|unterzeichne(?:r|nde)\w*|undersigned|soussigne\w*"
)
_ORGANISATIONS = (
    r"\w*organi[sz]ations|\w*organisationen|organi[sz]aciones|organismes|organismos|associations|asociaciones|"
    r"ngos|ongs?|csos|groups|groupes|grupos|gruppen|verbande|vereine|networks|reseaux|redes|netzwerke|"
    r"institutions|instituciones|institutionen"
)
_PEOPLE = (
    r"people|individuals|persons|experts|academics|scholars|scientists|personnes|personas|personen|menschen|"
    r"wissenschaftler(?:innen)?"
)
_NOUNS = {
    Counted.PARTIES: re.compile(rf" ((?:{_PARTIES}))(?!\w)"),
    Counted.SIGNATORIES: re.compile(rf" ((?:[\w'-]+ ){{0,2}}?(?:{_SIGNATORIES}))(?!\w)"),
    Counted.ORGANISATIONS: re.compile(rf" ({_BEFORE}(?:{_ORGANISATIONS}))(?!\w)"),
    Counted.PEOPLE: re.compile(rf" ({_BEFORE}(?:{_PEOPLE}))(?!\w)"),
    Counted.COUNTRIES: re.compile(r" ((?:[a-z]+ )?(?:countries|pays|paises|landern?))(?!\w)"),
}
_FROM = re.compile(r"(?:from|in|across|of|de|dans|en|aus)(?: (?:over|more than|plus de|mas de))?$")
_SIGNING = re.compile(
    r"\b(?:undersigned|(?:co-?)?sign(?:s|ed|ing|ator\w*)?\b|endors|on behalf of|soussigne|signe|signataire|au nom d|"
    r"abajo firmantes|firman|suscri|en nombre de|unterzeichn|im namen)"
)
_SUPPORTING = re.compile(
    r"\b(?:agree|support|back|join|adher|appuie|soutien|soutenu|apoya|unterstutz)\w*\b.*"
    r"\b(?:letter|appeal|statement|petition|lettre|appel|carta|llamamiento|brief|aufruf|appell)\b"
)
_WE = re.compile(r"\b(?:we|nous|nosotr[ao]s|wir),?(?: (?:the|les|l[ao]s|die))?$")
_NOT_OURS = re.compile(r"\b(?:our|its|their|nos|ses|leurs|nuestr[ao]s|sus|unsere[rn]?|ihre[rn]?)$")
_SENTENCE = re.compile(r"(?:[^.!?;:]|[.](?=\d))+")


def told_in(text: str, language: str = "") -> Iterator[Told]:
    """The figures of a text that count signatories or parties, in their order.

    Number words are those of `language`; the nouns are English, French, Spanish or German.
    """
    for sentence in _SENTENCE.findall(" ".join(text.split())):
        yield from _in_sentence(sentence, language)


def _in_sentence(sentence: str, language: str) -> Iterator[Told]:
    folded = fold(sentence)
    signs = bool(_SIGNING.search(folded) or _SUPPORTING.search(folded))
    follows = False  # a figure of those who sign, whose countries may be told next
    for number in numbers_in(sentence, language):
        before = fold(sentence[: number.start])
        found = None if _NOT_OURS.search(before) else _counted(sentence[number.end :])
        if found is None:
            continue
        counted, words = found
        if counted is Counted.COUNTRIES and not (follows and _FROM.search(before)):
            continue
        ours = signs or follows or counted is Counted.SIGNATORIES or bool(_WE.search(before))
        yield _told(number, sentence, counted, words, signs=ours)
        follows = ours and counted is not Counted.PARTIES


def _counted(after: str) -> tuple[Counted, str] | None:
    """What the words after a figure count, and those words: the nearest noun."""
    words = f" {fold(after)}" if after[:1].isspace() else ""
    found = [
        (counted, named[1]) for counted, noun in _NOUNS.items() if (named := noun.match(words))
    ]
    return min(found, key=lambda each: len(each[1]), default=None)


def _told(number: Number, sentence: str, counted: Counted, words: str, *, signs: bool) -> Told:
    before = fold(sentence[: number.start])
    meant = ((each, found) for each, said in _BOUNDS.items() if (found := said.search(before)))
    bound, found = next(meant, (Bound.EXACT, None))
    first = sentence[: number.start].split()[-len(found[0].split()) :] if found else []
    last = sentence[number.end :].split()[: len(words.split())]
    said = " ".join((*first, sentence[number.start : number.end], *last)).rstrip(",")
    others = bool(_OTHER.search(words) or _OTHER.search(before.rpartition(" ")[2]))
    return Told(said, number.value, bound, counted, others, signs)
