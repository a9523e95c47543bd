"""What single cells of a sign-on's row mean: always the same, whatever stands beside them."""

import datetime as dt
import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from signatories import addresses, countries
from signatories.collation import fold
from signatories.dates import parse_date
from signatories.imports.planning import described_places
from signatories.imports.planning.answer_words import (
    BUT,
    CAPACITY_FORMS,
    CAPACITY_WORDS,
    NO,
    STATUS_WORDS,
    YES,
)
from signatories.imports.replies import answers
from signatories.imports.replies.answers import Answer
from signatories.models import Capacity, SignOnStatus
from signatories.texts import N_, Message, message

Value = TypeVar("Value")

_CACHED = 4096  # cells: a column of answers, countries or days holds few different ones
_LONGEST_REGION = 60
_FEWEST_WORDS_OF_A_SENTENCE = 4
_READ = 0.75  # how sure an answer in words must be
_UNKNOWN = (
    SignOnStatus.CONSIDERING,
    N_("“{text}” is no answer that we know: it comes in as considering."),
)
_PROPOSED = {
    **dict.fromkeys(Answer, _UNKNOWN),
    Answer.YES: (
        SignOnStatus.PROMISED,
        N_("“{text}” reads like a yes: it comes in as promised."),
    ),
    Answer.NO: (SignOnStatus.DECLINED, N_("“{text}” reads like a no: it comes in as declined.")),
    Answer.CONDITIONAL: (
        SignOnStatus.CONDITIONAL,
        N_("“{text}” reads like a yes on a condition: it comes in as conditional."),
    ),
}
_WORD = re.compile(r"[^\W_]+")


class Meaning(NamedTuple, Generic[Value]):
    """What a cell means, what a person should look at, and the line for the notes that keeps it as it stands."""

    value: Value
    problem: Message | None = None
    kept: str = ""


class Place(NamedTuple):
    """A country or region as it is to be printed, with its code where it is a country."""

    text: str
    code: str | None


@lru_cache(_CACHED)
def country(cell: str) -> Meaning[Place]:
    """The country or region of a cell; a description of somebody is neither, and nothing to be printed there."""
    found = countries.find(cell) if cell else None
    if found or not cell:
        return Meaning(Place(cell, found.iso if found else None))
    is_sentence = cell.endswith(".") and len(cell.split()) >= _FEWEST_WORDS_OF_A_SENTENCE
    if not (is_sentence or len(cell) > _LONGEST_REGION):
        return Meaning(Place(cell, None), _unknown_country(cell))
    words = N_("“{text}” is too long for a country; it is kept in the notes.")
    return Meaning(Place("", None), message(words, text=cell), f"country (table): {cell}")


def email(cell: str) -> Meaning[str]:
    """The address of a cell; what is none, or more than one, is kept as it stands."""
    address, problem = addresses.read(cell)
    if not address and cell:
        words = N_("“{address}” is no e-mail address; it is kept in the notes.")
        problem = message(words, address=cell)
    return Meaning(address, problem, f"e-mail (table): {cell}" if problem else "")


@lru_cache(_CACHED)
def status(cell: str) -> Meaning[SignOnStatus | None]:
    """The answer that a cell names, or that its words give. One that we do not know loses no row: it is undecided."""
    found = STATUS_WORDS.get(fold(cell).strip(" .!"))
    if cell and found is None:
        return _in_words(cell)
    if found is not SignOnStatus.CONFIRMED:
        return Meaning(found)
    words = N_("A table confirms nobody: it comes in as promised. Confirm it with how we know.")
    return Meaning(SignOnStatus.PROMISED, message(words))


def _in_words(cell: str) -> Meaning[SignOnStatus | None]:
    """An answer in words of somebody's own, read as in a mail: proposed, and kept as it stands."""
    said = answers.read([cell])
    is_read = said.confidence >= _READ and not said.asks
    status, words = _PROPOSED[said.answer if is_read else Answer.UNCLEAR]
    return Meaning(status, message(words, text=cell), f"answer (table): {cell}")


@lru_cache(_CACHED)
def day(cell: str, month_first: bool | None = None) -> Meaning[dt.date | None]:
    """The day in a date, or in a form's time stamp."""
    texts = (cell, re.split(r"[T ,]", cell)[0]) if cell else ()
    read = (parse_date(text, month_first=month_first) for text in texts)
    found = next(filter(None, read), None)
    if found or not cell:
        return Meaning(found.first if found else None)
    words = N_("“{date}” is no date, or may be two; it is kept in the notes.")
    return Meaning(None, message(words, date=cell), f"date (table): {cell}")


@lru_cache(_CACHED)
def consent(cell: str) -> Meaning[bool | None]:
    """Whether somebody agrees to be named; None where nothing is said.

    An answer that is neither a yes nor a no counts as a no until a person has read it: nobody is named by mistake.
    """
    words = _WORD.findall(fold(cell))
    if not cell:
        return Meaning(None)
    if words and words[0] in NO:
        return Meaning(False)
    if words and words[0] in YES and (NO | BUT).isdisjoint(words):
        return Meaning(True)
    said = N_("“{text}” is no clear yes: the name is not printed until the consents say otherwise.")
    return Meaning(False, message(said, text=cell))


@lru_cache(_CACHED)
def capacity(cell: str) -> Meaning[Capacity | None]:
    """The capacity that a cell names; the problem is an error, with the nearest one, when it names none."""
    found = (CAPACITY_WORDS.get(fold(cell)) or _capacity_in(fold(cell))) if cell else None
    if found or not cell:
        return Meaning(found)
    nearest = get_close_matches(fold(cell), CAPACITY_WORDS, n=1, cutoff=0.0)[0]
    words = N_("“{text}” is no capacity. The nearest is “{nearest}”.")
    return Meaning(None, message(words, text=cell, nearest=CAPACITY_WORDS[nearest].value))


def _capacity_in(words: str) -> Capacity | None:
    """The one capacity that words of a form speak of: On behalf of my organization; in my personal capacity."""
    told = {each for each, form in CAPACITY_FORMS.items() if form.search(words)}
    return told.pop() if len(told) == 1 else None


def _unknown_country(text: str) -> Message:
    if nearest := described_places.nearly(text):
        words = N_(
            "“{country}” is no country that we know. Is it “{nearest}”? It is kept as typed."
        )
        return message(words, country=text, nearest=nearest)
    words = N_("“{country}” is no country that we know; it is kept as a region.")
    return message(words, country=text)
