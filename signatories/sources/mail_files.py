"""Mails on their way from the child to the parent: as JSON, and back."""

import datetime as dt
from dataclasses import asdict
from typing import Any

from signatories.sources import mails
from signatories.sources.documents import Mail, Row
from signatories.texts import Message


def as_data(mail: Mail) -> dict[str, Any]:
    """A mail as JSON can hold it."""
    sent_at = mail.sent_at.isoformat() if mail.sent_at else None
    problems = [problem.as_data() for problem in mail.problems]
    return {**asdict(mail), "sent_at": sent_at, "problems": problems}


def mail(data: dict[str, Any]) -> Mail:
    """The mail that was made data. Raises ValueError, TypeError or KeyError where it is none."""
    sent_at = data["sent_at"] and dt.datetime.fromisoformat(data["sent_at"])
    problems = [Message(each["key"], each["values"]) for each in data["problems"]]
    whole: dict[str, Any] = {**data, "sent_at": sent_at, "problems": problems}
    lists = {key: tuple(value) for key, value in whole.items() if isinstance(value, list)}
    return Mail(**{**whole, **lists})


def row(data: dict[str, Any]) -> Row:
    """A mail as a row of a table."""
    made = mail(data)
    return Row(made.line, mails.cells(made))
