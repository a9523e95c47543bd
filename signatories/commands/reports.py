"""The report on a letter on the command line."""

import datetime as dt
from collections import Counter
from typing import Any

from signatories import countries, letters, reports
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments, iso_date
from signatories.commands.lists import data_of
from signatories.exports.text import report
from signatories.merge.course import Agreed, Course, Moved, Sent
from signatories.standing import Status


def tell(arguments: Arguments) -> Answer:
    """Write the report, or say it where no file is named."""
    day = arguments.as_of or dt.datetime.now(dt.UTC).astimezone().date()
    with workspaces.reading(arguments) as session:
        course = reports.read(session, letters.find(session, arguments.letter).id, day)
    if arguments.output is None:
        return Answer(_data(course), [*report.lines_of(course)])
    reports.write(course, arguments.format, arguments.output)
    return Answer(_data(course), [f"Wrote {arguments.output}."])


def _data(course: Course) -> dict[str, Any]:
    return {
        "letter": course.title,
        "as_of": iso_date(course.day),
        "stage": course.stage.value,
        "answers": {status.value: many for status, many in course.answers.items()},
        "without_reply": course.without_reply,
        "signed": course.agreed and _signed(course.agreed),
        "sent": course.sent and _sent(course.sent),
        "moved": [_moved(each) for status in Status for each in course.moved(status)],
    }


def _signed(agreed: Agreed) -> dict[str, Any]:
    return {
        "version": agreed.version,
        **{name: getattr(agreed.counts, name) for name in agreed.counts.__slots__},
        "first": iso_date(agreed.first),
        "last": iso_date(agreed.last),
        "lists": [data_of(closed) for closed in agreed.lists],
    }


def _sent(sent: Sent) -> dict[str, Any]:
    return {
        "date": iso_date(sent.day),
        "version": sent.version,
        "letters": sent.letters,
        "as_of": iso_date(sent.as_of),
        "standing": Counter(each.status.value for each in sent.then.values()),
        "withdrawn_since": list(sent.gone),
    }


def _moved(moved: Moved) -> dict[str, Any]:
    return {
        "country": moved.code,
        "name": countries.name(moved.code, "en"),
        "status": moved.now.status.value,
        "since": iso_date(moved.now.since),
    }
