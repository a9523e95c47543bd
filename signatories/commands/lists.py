"""Numbered lists on the command line: what was closed, and closing the next one."""

from collections.abc import Iterator
from typing import Any

from signatories import letters
from signatories.commands import workspaces
from signatories.commands.answers import Answer, Arguments, iso_time
from signatories.commands.letters import changing_letter
from signatories.sign_ons import lists
from signatories.sign_ons.lists import NumberedList
from signatories.texts import Message, message


def listing(arguments: Arguments) -> Answer:
    """List the numbered lists of a letter."""
    with workspaces.reading(arguments) as session:
        found = lists.of_letter(session, letters.find(session, arguments.letter))
    return Answer([data_of(each) for each in found], [*map(_line, found)] or ["No list is closed."])


def close(arguments: Arguments) -> Answer:
    """Close the next list."""
    with (
        changing_letter(arguments) as (database, letter_id),
        database.work(lists.CLOSE, letter=letter_id) as unit,
    ):
        closed = lists.close(unit, letter_id, arguments.at)
    return Answer(data_of(closed), [f"Closed list {_line(closed)}"])


def data_of(closed: NumberedList) -> dict[str, Any]:
    """A list as commands tell it."""
    return {
        "number": closed.number,
        "version": closed.version,
        "cut_off": iso_time(closed.cut_off),
        "signatories": closed.signatories,
        "came": closed.came,
        "withdrawn": closed.withdrawn,
        "later": closed.later,
    }


def _line(closed: NumberedList) -> str:
    """Such as "2 of version 1, 2026-12-01 18:00 (UTC+01:00): 14 signatories, 3 came"."""
    told = ", ".join(map(str, _told(closed)))
    return f"{closed.number} of version {closed.version}, {lists.in_words(closed.cut_off)}: {told}"


def _told(closed: NumberedList) -> Iterator[Message]:
    yield message("%n on it", n=closed.signatories)
    for text, count in (
        ("%n not on the one before", closed.came if closed.number > 1 else 0),
        ("%n withdrew since", closed.withdrawn),
        ("%n agreed since", closed.later),
    ):
        if count:
            yield message(text, n=count)
