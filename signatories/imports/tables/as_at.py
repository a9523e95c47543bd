"""The day on which a table of record holds, where a line above or below it says so: "Status as at 2 March 2015"."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from signatories.dates import parse_date
from signatories.imports.tables.left_out import TITLE, LeftOut

_LABEL = (
    r"\b(?:as (?:at|of|on)|situation au|état au|stand(?: vom| am)?|(?:situación|estado) al|situazione al|situação em"
    r"|по состоянию на)\s*:?\s*"
)
_MONTH = r"[^\W\d_]+\.?"
_DAY = (
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|\.|º)? (?:de )?{_MONTH},?(?: del?)? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
)
_SAID = re.compile(rf"{_LABEL}(?:the )?(?P<day>{_DAY})(?!\d)", re.IGNORECASE)
_NOTHING_ELSE = re.compile(rf"(?:status )?{_SAID.pattern}(?: г)?\.?", re.IGNORECASE)


def day_told(left_out: Iterable[LeftOut], today: dt.date) -> dt.date | None:
    """The day that these lines tell; None where they tell none, several, or one still to come.

    Below the table a line must say nothing else: a note such as "With effect as of 1 July 1997" is about one State.
    """
    texts = ((" ".join(line.text.split()), line.reason) for line in left_out)
    told = (text for text, why in texts if why == TITLE or _NOTHING_ELSE.fullmatch(text))
    days = {day for text in told for day in _days_in(text)}
    return days.pop() if len(days) == 1 and max(days) <= today else None


def _days_in(text: str) -> Iterator[dt.date]:
    for found in _SAID.finditer(text):
        day = parse_date(found["day"])
        if day is not None and day.day is not None:
            yield day.first
