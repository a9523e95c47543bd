"""Numbers as people write them in a text, in figures or in words: "11", "1 200", "eleven", "soixante-dix"."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from signatories.collation import fold

_FIGURES = re.compile(
    r"(?<![\w.,/:–-])(?:\d{1,3}(?:[ ,.'’\u00a0\u202f]\d{3})+|\d{1,6})(?![\w/:%–-]|[.,]\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORDS = re.compile(r"[^\W\d_]+(?:[\s‐‑-]+[^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+")


def _numbered(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(words.split())}


_ENGLISH = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
) | _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_FRENCH = (
    _numbered(
        "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    )
    | _numbered("vingt trente quarante cinquante soixante septante huitante nonante", 20, 10)
    | {"une": 1, "vingts": 20}
)
_SPANISH = (
    _numbered(
        "un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis "
        "diecisiete dieciocho diecinueve veinte veintiun veintidos veintitres veinticuatro veinticinco "
        "veintiseis veintisiete veintiocho veintinueve"
    )
    | _numbered("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
    | {"uno": 1, "una": 1, "veintiuno": 21, "veintiuna": 21, "cien": 100, "ciento": 100}
    | {
        f"{hundred}cient{end}": 100 * value
        for hundred, value in {"dos": 2, "tres": 3, "cuatro": 4, "seis": 6, "ocho": 8}.items()
        for end in ("os", "as")
    }
    | _numbered("quinientos setecientos novecientos", 500, 200)
    | _numbered("quinientas setecientas novecientas", 500, 200)
)
_GERMAN = _numbered(
    "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn "
    "siebzehn achtzehn neunzehn"
) | _numbered("zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig", 20, 10)
_JOINED = re.compile(
    r"(?:(?P<thousands>\w*?)(?P<thousand>tausend))?(?:(?P<hundreds>\w*?)(?P<hundred>hundert))?"
    rf"(?:und)?(?:(?P<one>{'|'.join(list(_GERMAN)[:9])})und)?(?P<last>{'|'.join(_GERMAN)}|eine|)"
)


class _Language(NamedTuple):
    """Words that are added up, those that multiply what stands before them, and those that join."""

    added: Mapping[str, int]
    times: Mapping[str, int]
    joins: frozenset[str]


_LANGUAGES = {
    "en": _Language(
        _ENGLISH, {"hundred": 100, "thousand": 1000, "dozen": 12}, frozenset({"and", "a"})
    ),
    "fr": _Language(_FRENCH, {"cent": 100, "cents": 100, "mille": 1000}, frozenset({"et"})),
    "es": _Language(_SPANISH, {"mil": 1000}, frozenset({"y"})),
}


class Number(NamedTuple):
    """A number in a text, from the character `start` up to `end`."""

    value: int
    start: int
    end: int


def numbers_in(text: str, language: str) -> Iterator[Number]:
    """The whole numbers above one of a text: figures, then words of English, French, Spanish and German letters.

    Shares, years and parts of a decimal are none.
    """
    for found in _FIGURES.finditer(text):
        if _YEAR.fullmatch(found[0]):
            continue
        number = Number(int(re.sub(r"\D", "", found[0])), found.start(), found.end())
        if number.value > 1:
            yield number
    base = language.partition("-")[0].casefold()
    for run in _WORDS.finditer(text):
        found_words = [*_WORD.finditer(run[0])]
        read = _in_german if base == "de" else _in_words
        for number in read(found_words, base):
            yield number._replace(start=number.start + run.start(), end=number.end + run.start())


def _in_words(words: list[re.Match[str]], language: str) -> Iterator[Number]:
    """Runs of number words, each as one number."""
    known = _LANGUAGES.get(language)
    if known is None:
        return
    run: list[tuple[str, re.Match[str]]] = []
    for each in (*words, None):
        word = fold(each[0]) if each else ""
        if each and (word in known.added or word in known.times or (run and word in known.joins)):
            run.append((word, each))
            continue
        while run and run[-1][0] in known.joins:
            run.pop()
        if run and (value := _sum([word for word, _ in run], known)) > 1:
            yield Number(value, run[0][1].start(), run[-1][1].end())
        run = []


def _sum(words: list[str], known: _Language) -> int:
    total = current = 0
    for word in words:
        if word in {"vingt", "vingts"} and current % 100 == 4:
            current += 76  # quatre-vingt is four times twenty
        elif word in known.added:
            current += known.added[word]
        elif (factor := known.times.get(word, 1)) == 1000:
            total, current = total + max(current, 1) * factor, 0
        else:
            current = max(current, 1) * factor
    return total + current


def _in_german(words: list[re.Match[str]], _language: str) -> Iterator[Number]:
    """Numbers that are one word each."""
    for each in words:
        value = _joined(fold(each[0]))
        if value > 1:
            yield Number(value, each.start(), each.end())


def _joined(word: str) -> int:
    """The value of a German word; 0 for one that is no number."""
    parts = _JOINED.fullmatch(word) if word else None
    if parts is None:
        return 0
    total = 0
    for times, unit, factor in (("thousands", "thousand", 1000), ("hundreds", "hundred", 100)):
        if parts[unit]:
            before = _joined(parts[times]) if parts[times] else 1
            if not before:
                return 0
            total += before * factor
    last = parts["last"].replace("eine", "ein")
    return total + _GERMAN.get(parts["one"] or "", 0) + _GERMAN.get(last, 0)
