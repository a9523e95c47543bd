"""Mails on their way from the child to the parent: as JSON, and back."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from signatories.errors import UnreadableFile
from signatories.sources import mails
from signatories.sources.documents import Mail, Row
from signatories.sources.kinds import kind_of
from signatories.sources.readings import Asked, Reading
from signatories.texts import N_, Message, message


def read(asked: Asked) -> Reading:
    """The mails of a file, or of several as one. Raises UnreadableFile for a file that is alone."""
    if not asked.further:
        return Reading(asked.kind, iter(()), mails=mails.read(asked.path, asked.kind))
    return Reading(asked.kind, iter(()), mails=_joined((asked.path, *asked.further)))


def _joined(paths: Iterable[Path]) -> Iterator[Mail]:
    """The mails of all files, numbered through. Of a file that cannot be read a mail is left that says why."""
    each_of = (mail for path in paths for mail in _of_one(path))
    return (replace(mail, line=number) for number, mail in enumerate(each_of, 1))


def _of_one(path: Path) -> Iterator[Mail]:
    try:
        with path.open("rb") as file:
            kind = kind_of(file, path.name, path.suffix)
        yield from mails.read(path, kind if kind in mails.FORMATS else "eml")
    except UnreadableFile as error:
        yield mails.unread(path, error.message)
    except OSError as error:
        text = N_("“{file}” cannot be opened: {reason}.")
        yield mails.unread(path, message(text, file=path.name, reason=error.strerror or error))


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
