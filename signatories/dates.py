"""Dates as people write and read them: never guessed, written out in a letter's language."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from signatories import language_tags

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
}
_READ = (
    *_MONTHS.values(),
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
)
"""Names of months, as they are read."""

# The languages of most letters, without Babel's start-up time. {month} is a word, {day} a number.
_LONG = {
    "en": "{day} {month} {year}",
    "en-us": "{month} {day}, {year}",
    "fr": "{day} {month} {year}",
    "de": "{day}. {month} {year}",
    "es": "{day} de {month} de {year}",
}
_BEFORE_DAY = {"fr": ", le ", "de": ", den ", "da": ", den ", "sv": " den "}
"""What stands between a place and a whole day, where an article does."""
_BEFORE_DATE = {
    "zh": "，",
    "yue": "，",
    "ja": "、",
    # With a mark of direction: a place in Latin letters would take the figure of the day away from its month.
    "ar": "، \u200f",
    "fa": "، \u200f",
    "ur": "، \u200f",
    "he": ", \u200f",
}

_TIME = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})(?:[-/.](\d{{1,2}})(?:[-/.](\d{{1,2}}){_TIME})?)?")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})\. ?(\d{{1,2}})\. ?(\d{{4}}){_TIME}")
_EITHER_FIRST = re.compile(rf"(\d{{1,2}})([/-])(\d{{1,2}})\2(\d{{4}}){_TIME}")
_DAY_MONTH = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[ -]+)?(?:de )?([^\W\d_]+)\.?,?[ -]+(?:del? )?(\d{4})"
)
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, or only the month or the year of one."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, date: dt.date) -> "PartialDate":
        """The day of a date or time."""
        return cls(date.year, date.month, date.day)

    @property
    def first(self) -> dt.date:
        """The first day that it can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> dt.date:
        """The last day that it can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """ISO 8601, as far as it is known: 2010, 2010-07 or 2010-07-26."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


def parse_date(text: str, *, month_first: bool | None = None) -> PartialDate | None:
    """Read a date in ISO form, with a month's name, or in figures that can mean one day only.

    None for everything else: 03/04/2010 is not guessed, 26/07/2010 and 26.07.2010 are read. Where `month_first` says
    what comes first, as other dates beside it told, it is read so.
    A time of day after the date is dropped.
    """
    text = " ".join(text.split())
    if match := _YEAR_FIRST.fullmatch(text):
        return _checked(*match.groups())
    if match := _DAY_FIRST.fullmatch(text):
        return _checked(match[3], match[2], match[1])
    if match := _EITHER_FIRST.fullmatch(text):
        return _only_reading(match[4], match[1], match[3], month_first)
    if match := _DAY_MONTH.fullmatch(text):
        return _checked(match[3], _month_number(match[2]), match[1])
    if match := _MONTH_DAY.fullmatch(text):
        return _checked(match[3], _month_number(match[1]), match[2])
    return None


def long_date(date: dt.date | PartialDate, language: str) -> str:
    """Write a date out: 26 July 2010, le 1er juillet 2010 without its article, July 2010, 2010.

    `en` puts the day first unless it is en-US. A language nobody knows is written as English.
    """
    if isinstance(date, dt.date):
        date = PartialDate.of(date)
    base = language.lower().replace("_", "-").partition("-")[0]
    if base not in _MONTHS:
        return _babel_long_date(date, language)
    if date.month is None:
        return str(date.year)
    month = _MONTHS[base].split()[date.month - 1]
    if date.day is None:
        return f"{month} de {date.year}" if base == "es" else f"{month} {date.year}"
    pattern = _LONG.get(language.lower().replace("_", "-"), _LONG[base])
    day = "1er" if base == "fr" and date.day == 1 else date.day
    return pattern.format(day=day, month=month, year=date.year)


def place_and_date(place: str, date: dt.date | PartialDate | None, language: str) -> str:
    """The line above a letter: “Genf, den 26. Juli 2010”; place or date may be missing."""
    if date is None or not place:
        return place if date is None else long_date(date, language)
    whole_day = isinstance(date, dt.date) or date.day is not None
    base = language.lower().replace("_", "-").partition("-")[0]
    between = (_BEFORE_DAY.get(base) if whole_day else None) or _BEFORE_DATE.get(base, ", ")
    return place + between + long_date(date, language)


def _babel_long_date(date: PartialDate, language: str) -> str:
    from babel import dates  # noqa: PLC0415 - 0.05 s, for few letters

    if (locale := language_tags.locale(language)) is None:
        return long_date(date, "en")
    if date.month is None:
        return dates.format_skeleton("y", date.first, locale=locale)
    if date.day is None:
        return dates.format_skeleton("yMMMM", date.first, locale=locale)
    return dates.format_date(date.first, "long", locale=locale)


def _month_number(word: str) -> str:
    """The month of a name, or of an abbreviation that only one month has, in figures; else 0."""
    word = word.casefold()
    found = {
        number
        for names in _READ
        for number, name in enumerate(names.casefold().split(), start=1)
        if len(word) >= 3 and name.startswith("sep" if word == "sept" else word)
    }
    return str(found.pop()) if len(found) == 1 else "0"


def _only_reading(
    year: str, first: str, second: str, month_first: bool | None
) -> PartialDate | None:
    by_month, by_day = _checked(year, first, second), _checked(year, second, first)
    if by_month and by_day and by_month != by_day:
        return {None: None, True: by_month, False: by_day}[month_first]
    return by_month or by_day


def _checked(year: str, month: str | None, day: str | None) -> PartialDate | None:
    """Build the date if the calendar has it."""
    date = PartialDate(int(year), int(month) if month else None, int(day) if day else None)
    given = [1 if part is None else part for part in (date.month, date.day)]
    try:
        dt.date(date.year, *given)
    except ValueError:
        return None
    return date


def utc_minute(moment: dt.datetime) -> str:
    """A moment of any zone as everywhere the same: "2026-12-01 17:00 UTC"."""
    return f"{moment.astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"
