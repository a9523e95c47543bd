"""Days and moments in the reader's own form; what is typed or stands in a file keeps the one that everybody reads."""

import datetime as dt
import re

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from signatories.dates import parse_date

DAYS = frozenset({"day", "date", "checked", "later"})
MOMENTS = frozenset({"moment"})
"""What the domain's messages call the days and the moments that they tell."""

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d)\b(.*)", re.DOTALL)


def day(date: dt.date) -> str:
    """Return a day in the reader's own form, with the whole year."""
    return QLocale().toString(_qt(date), _told_in(QLocale().dateFormat(_SHORT)))


def moment(at: dt.datetime) -> str:
    """Return a moment in the reader's own form and time zone."""
    return _in_form(QDateTime.fromSecsSinceEpoch(int(at.timestamp())))


def typed_day(date: dt.date) -> str:
    """Return a day as it stands in a field: with the month by name where that is read back, else "2010-07-26"."""
    locale = QLocale()
    texts = {locale.toString(QDate(2010, month, 26), _TYPED): month for month in range(1, 13)}
    read = {month: parse_date(text) for text, month in texts.items()}
    is_read = all(
        found and found.first == found.last == dt.date(2010, month, 26)
        for month, found in read.items()
    )
    return locale.toString(_qt(date), _TYPED) if is_read else date.isoformat()


def told(name: str, value: object) -> object:
    """Return a value of a message under its name: what it calls a day or a moment in the reader's form."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return day(value)
    if name in DAYS and isinstance(value, str):
        return _day_told(value)
    if name in MOMENTS and isinstance(value, str):
        return _moment_told(value)
    return value


_SHORT = QLocale.FormatType.ShortFormat
_TYPED = "d MMM yyyy"


def _day_told(text: str) -> str:
    try:
        return day(dt.date.fromisoformat(text))
    except ValueError:
        return text  # somebody's own words


def _moment_told(text: str) -> str:
    """The moment in its own zone, which is named after it."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        return text
    date, time = QDate.fromString(found[1], "yyyy-MM-dd"), QTime.fromString(found[2], "HH:mm")
    return _in_form(QDateTime(date, time)) + found[3]


def _in_form(at: QDateTime) -> str:
    return QLocale().toString(at, _told_in(QLocale().dateTimeFormat(_SHORT)))


def _told_in(form: str) -> str:
    """With the whole year, for two digits do not tell 1926 from 2026; as everybody reads it where nobody has a form."""
    if QLocale().language() == QLocale.Language.C:  # the system names no language
        return form.replace("d MM yyyy", "yyyy-MM-dd")
    return form if "yyyy" in form else form.replace("yy", "yyyy")


def _qt(date: dt.date) -> QDate:
    return QDate(date.year, date.month, date.day)
