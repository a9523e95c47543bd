"""What the parts of the command line are made of: a command, its common options, kinds of values."""

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names its type so


def add_command(commands: "Commands", name: str, call: str, text: str) -> argparse.ArgumentParser:
    """A command and the function that it calls: "letters.add" is `add` in `signatories.commands.letters`."""
    command = commands.add_parser(name, help=text, description=text)
    command.set_defaults(call=call)
    add_common(command)
    return command


def add_common(command: argparse.ArgumentParser) -> None:
    """Repeated on each command without defaults, so that a later one never resets an earlier one."""
    suppressed = argparse.SUPPRESS
    command.add_argument(
        "-w",
        "--workspace",
        type=Path,
        metavar="FILE",
        default=suppressed,
        help="the workspace file",
    )
    command.add_argument(
        "--json",
        action="store_true",
        default=suppressed,
        help="one JSON document on standard output",
    )


def day(text: str) -> dt.date:
    """A day, as ISO writes it."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date; write it as 2010-07-26") from None


def moment(text: str) -> dt.datetime:
    """A day and a time, as ISO writes them: where this computer stands, unless they name a zone."""
    try:
        read = dt.datetime.fromisoformat(text)
        return read if read.tzinfo else read.astimezone()
    except (ValueError, OverflowError, OSError):
        text = f"“{text}” is no moment; write it as 2010-07-26T09:00"
        raise argparse.ArgumentTypeError(text) from None


def cut_off(text: str) -> dt.datetime:
    """The last moment of a day where this computer stands, or a moment."""
    try:
        return end_of(dt.date.fromisoformat(text))
    except (ValueError, OverflowError):
        return moment(text)


def end_of(day: dt.date) -> dt.datetime:
    """The last moment of a day where this computer stands."""
    return dt.datetime.combine(day, dt.time.max).astimezone()


def count(text: str) -> int:
    """A whole number above 0."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number above 0")
    return int(text)


EVERYBODY = "all"


def list_or_all(text: str) -> int | str:
    """The number of a list that was closed, or EVERYBODY: no list."""
    return text if text == EVERYBODY else count(text)
