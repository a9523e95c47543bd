"""Figures that a text tells of those who sign it, or of the parties to a treaty: "137 states parties"."""

import enum
import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from signatories.collation import fold
from signatories.told_counts.number_words import Number, numbers_in


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


class Figure(NamedTuple):
    """A figure in a text: its words, its number, how it is meant and what it counts.

    `others`: it leaves out some that the text names. `signs`: the sentence says that these sign or support this text.
    `of`: to what they are parties, where the words after them tell: "the African Charter on".
    """

    words: str
    number: int
    bound: Bound
    counted: Counted
    others: bool
    signs: bool
    of: str

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
# of those who sign sign nothing themselves, and nobody signs by the million.
_BEFORE = (
    r"(?:(?!member|membre|miembro|mitglied|affiliat|years?\b|ans\b|anos\b|jahre|working\b|"
    r"hundred|thousand|milli|millo|mille\b|mil\b|miles\b|tausend|billi)[\w'-]+ ){0,4}?"
)
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
_SIGNS = (
    r"(?:undersigned|(?:co-?)?sign(?:s|ed|ing|ator\w*)?\b|endors|soussigne|signe|signataire|firma[dn]|suscri|"
    r"unterzeichn)"
)
_SUPPORTS = r"(?:agree|support|back|join|adher|appuie|soutien|soutenu|apoya|unterstutz)\w*"
_LETTER = r"(?:letter|appeal|statement|petition|lettre|appel|carta|llamamiento|brief|aufruf|appell)"
_THE = r"(?: (?:the|les|l[ao]s|de[rnm]|die|a total of|un total de|insgesamt))?"
# "57 networks and groups from 30 countries and 120 people": what stands between figures of those who sign.
_FROM = re.compile(rf"(?: [\w'-]+){{0,4}}?,? (?:from|in|across|of|de|dans|en|aus)(?: all)?{_THE}")
_AND = re.compile(
    rf"(?: [\w'-]+){{0,4}}?,? (?:and|et|y|und|sowie|as well as|ainsi que|asi como|plus){_THE}"
)
# "signed this week by", "on behalf of", "We, the undersigned": who follows signs.
_ARE_SIGNING = re.compile(
    rf"\b{_SIGNS}\w*(?:,? [\w'-]+){{0,5}}? (?:by|par|por|von|durch){_THE}$|"
    rf"\b{_SUPPORTS}(?: [\w'-]+){{0,5}}? (?:by|par|por|von|durch){_THE}$|"
    rf"\b(?:on behalf of|au nom d[e']s?|en nombre de|im namen(?: von)?){_THE}$|"
    r"\b(?:undersigned|soussigne\w*|abajo firmantes|unterzeichn\w*),?(?: group of| total of)?$|"
    rf"\b(?:we|nous|nosotr[ao]s|wir),?{_THE}$"
)
# "57 groups from 30 countries have signed", but not "five experts asked States to sign the treaty".
_THEN_SIGN = re.compile(
    r"(?:[\s,]*(?!(?:to|should|must|can|could|would|not|why|whether|if|zu|sollen|pour|devraient|para|deben)\b)"
    rf"[\w'-]+){{0,12}}?[\s,]*\b(?:{_SIGNS}\w*\b(?! (?:the |an? |la |el |le |den |die |das )?(?:[\w-]+ )?"
    r"(?:treaty|convention|protocol|agreement|charter|traite|tratado|convencion|vertrag|abkommen)\b)|"
    rf"{_SUPPORTS}\b.*\b{_LETTER}\b)"
)
_ANOTHER = re.compile(
    r"\b(?:in|en|im jahre?) (?:19|20)\d\d\b|\b(?:earlier|previous|former|prior|last year|precedent|anterior|"
    r"l'an dernier|l'annee derniere|ano pasado|fruher|vorig)"
)
_AMONG_THESE = re.compile(
    r"\b(?:of which|of whom|of these|of them|including|among them|dont|parmi eux|de los cuales|de l[ao]s que|incluidos|"
    r"davon|darunter),?(?: only| nur| seulement| solo)?$"
)
_TO = frozenset(("to", "of", "a", "au", "aux", "du", "de", "des", "al", "del", "zu", "zum", "zur"))
_NOT_OURS = re.compile(r"\b(?:our|its|their|nos|ses|leurs|nuestr[ao]s|sus|unsere[rn]?|ihre[rn]?)$")
_SENTENCE = re.compile(r"(?:[^.!?;:]|[.](?=\d))+")


def told_in(text: str, language: str = "") -> Iterator[Figure]:
    """The figures of a text that count signatories or parties, in their order.

    Number words are those of `language`; the nouns are English, French, Spanish or German.
    """
    for sentence in _SENTENCE.findall(" ".join(text.split())):
        yield from _in_sentence(sentence, language)


def _in_sentence(sentence: str, language: str) -> Iterator[Figure]:
    elsewhere = bool(_ANOTHER.search(fold(sentence)))
    ours = ""  # words of a figure of those who sign, which others may join
    numbers = sorted(numbers_in(sentence, language), key=lambda each: each.start)
    for number, next_start in zip_longest(numbers, [each.start for each in numbers[1:]]):
        before = fold(sentence[: number.start])
        found = _counted(sentence[number.end : next_start])
        if found is None or _NOT_OURS.search(before):
            continue
        figure = _told(number, sentence, *found, ours)
        if figure.counted is Counted.COUNTRIES and not figure.signs:
            continue
        if not _AMONG_THESE.search(before):
            yield figure._replace(signs=figure.signs and not elsewhere)
        ours = figure.words if figure.signs and figure.counted is not Counted.PARTIES else ""


def _counted(after: str) -> tuple[Counted, str] | None:
    """What the words after a figure count, and those words: the nearest noun."""
    words = f" {fold(after)}" if after[:1].isspace() else ""
    found = [
        (counted, named[1]) for counted, noun in _NOUNS.items() if (named := noun.match(words))
    ]
    return min(found, key=lambda each: len(each[1]), default=None)


def _told(number: Number, sentence: str, counted: Counted, words: str, ours: str) -> Figure:
    before, after = fold(sentence[: number.start]), fold(sentence[number.end :])
    meant = ((each, found) for each, said in _BOUNDS.items() if (found := said.search(before)))
    bound, found = next(meant, (Bound.EXACT, None))
    first = sentence[: number.start].split()[-len(found[0].split()) :] if found else []
    rest, many = sentence[number.end :].split(), len(words.split())
    said = " ".join((*first, sentence[number.start : number.end], *rest[:many])).rstrip(",")
    others = bool(_OTHER.search(words) or _OTHER.search(before.rpartition(" ")[2]))
    lead = (before[: found.start()] if found else before).rstrip()
    signs = _signs(lead, after, counted, ours)
    of = _told_of(rest[many - 1 :]) if counted is Counted.PARTIES else ""
    return Figure(said, number.value, bound, counted, others, signs, of)


def _told_of(words: list[str]) -> str:
    """Of what treaty, where the words from "parties" on go on so."""
    goes_on = len(words) > 1 and words[0][-1].isalpha() and fold(words[1]) in _TO
    return " ".join(words[2:7]).partition(",")[0] if goes_on else ""


def _signs(before: str, after: str, counted: Counted, ours: str) -> bool:
    """Whether those between the words before and after a figure sign, as `ours` before them do."""
    between = before.rpartition(fold(ours))[2] if ours else ""
    if counted is Counted.COUNTRIES:
        return bool(_FROM.fullmatch(between))
    if counted is Counted.SIGNATORIES or _AND.fullmatch(between):
        return True
    return bool(_ARE_SIGNING.search(before) or _THEN_SIGN.match(after))
