"""Numbered lists of signatories in the user's words."""

import datetime as dt

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from signatories.sign_ons.lists import NumberedList
from signatories.texts import N_, message
from ui.translation import translate


def list_words(closed: NumberedList) -> str:
    """Return the number of a list and its cut-off."""
    text = message(N_("List {number}"), number=closed.number)
    return f"{translate(text)} · {cut_off_words(closed.cut_off)}"


def cut_off_words(cut_off: dt.datetime) -> str:
    """Return a moment in the reader's form; in a zone that is not the reader's, it says which."""
    day, time = QDate(cut_off.year, cut_off.month, cut_off.day), QTime(cut_off.hour, cut_off.minute)
    words = QLocale().toString(QDateTime(day, time), QLocale.FormatType.ShortFormat)
    is_here = cut_off.utcoffset() == cut_off.astimezone().utcoffset()
    return words if is_here else f"{words} ({dt.timezone(cut_off.utcoffset() or dt.timedelta())})"


def figures(closed: NumberedList) -> str:
    """Return how many are on a list, and what became of it."""
    counts = (
        (N_("%n on it"), closed.signatories),
        (N_("%n not on the one before"), closed.came if closed.number > 1 else 0),
        (N_("%n withdrew since"), closed.withdrawn),
        (N_("%n agreed since"), closed.later),
    )
    return " · ".join(translate(message(text, n=count)) for text, count in counts if count)
