"""A treaty table's rows: who did what when, with the marks (a), (d), A that depositaries use."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from signatories import countries
from signatories.dates import PartialDate, parse_date
from signatories.models import ActKind, Precision
from signatories.texts import N_, Message, message

_MARKED = re.compile(r"(?P<date>.*\d)[\s,]*\(?(?P<mark>[A-Za-z]{1,2})\)?")
_FOOTNOTES = re.compile(r"(?:\s*\[\d+\]|\s*[*†‡]|(?<=\d{4})\s+\d{1,2})+$")
_MARKS = {
    "a": ActKind.ACCESSION,
    "A": ActKind.ACCEPTANCE,
    "AA": ActKind.APPROVAL,
    "d": ActKind.SUCCESSION,
    "c": ActKind.RATIFICATION,  # a formal confirmation binds an organisation as ratification does
    "s": ActKind.RATIFICATION,  # a definitive signature binds without ratification
}
_FIELDS = {
    "signature": ActKind.SIGNATURE,
    "ratification": ActKind.RATIFICATION,
    "withdrawal": ActKind.WITHDRAWAL,
}
_NOTES = re.compile(r"(?:\s*(?:\[\d+\]|[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?<=[^\W\d_)])\d{1,2}))+\s*$")


@dataclass(frozen=True, slots=True)
class TreatyAct:
    """What was done on a day; `date` is the first that an inexact one can mean."""

    kind: ActKind
    date: dt.date
    precision: Precision


@dataclass(frozen=True, slots=True)
class TreatyRow:
    """A participant with its acts. `country` is an ISO code, None where no State of that name is known."""

    participant: str
    country: str | None
    acts: tuple[TreatyAct, ...]
    problems: tuple[Message, ...]


def read_row(
    fields: Mapping[str, str], month_first: Mapping[str, bool] = MappingProxyType({})
) -> TreatyRow:
    """Read the cells of one row, by field: participant, signature, ratification, withdrawal.

    `month_first` tells by field how a date such as 03/04/2010 is read; it is not guessed.
    """
    participant = _NOTES.sub("", " ".join(fields.get("participant", "").split()))
    found = countries.find(participant)
    acts, problems = [], []
    for field, kind in _FIELDS.items():
        cell = " ".join(fields.get(field, "").split())
        if not cell.strip("-–—"):
            continue
        if act := read_act(cell, kind, month_first.get(field)):
            acts.append(act)
        else:
            text = N_("“{cell}” is no date of a {act}. Write it as 19 Sep 2002 or 2002-09-19.")
            problems.append(message(text, cell=cell, act=field))
    return TreatyRow(participant, found.iso if found else None, tuple(acts), tuple(problems))


def read_act(cell: str, kind: ActKind, month_first: bool | None = None) -> TreatyAct | None:
    """Read "19 Sep 2002 a": the date, and a mark that makes a ratification an accession."""
    if (date := parse_date(cell, month_first=month_first)) is not None:
        return TreatyAct(kind, date.first, _precision(date))
    plain = _FOOTNOTES.sub("", cell)
    marked = _MARKED.fullmatch(plain)
    if marked and marked["mark"] not in _MARKS:
        return None
    date = parse_date(marked["date"] if marked else plain, month_first=month_first)
    if date is None:
        return None
    return TreatyAct(_MARKS[marked["mark"]] if marked else kind, date.first, _precision(date))


def _precision(date: PartialDate) -> Precision:
    if date.day is not None:
        return Precision.DAY
    return Precision.YEAR if date.month is None else Precision.MONTH
