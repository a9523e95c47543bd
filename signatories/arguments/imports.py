"""Imports, and the records that may be one."""

from pathlib import Path
from typing import TYPE_CHECKING

from signatories.arguments.words import add_command

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from signatories.arguments.words import Commands

SUBJECTS = ("organisations", "people", "recipients", "sign-ons")
DUPLICATES = ("ask", "skip", "update", "fill", "keep")
REPAIRS = (
    *("mojibake", "hidden", "footnotes", "family-first", "capitals"),
    *("day-first", "month-first", "one-each"),
)
CAPACITIES = ("for the organisation", "personal", "personal, affiliation for identification only")


def imports(commands: "Commands") -> None:
    command = add_command(commands, "import", "imports.run", "bring in a table or lines of text")
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="'-' reads pasted text from standard input"
    )
    command.add_argument("--as", dest="subject", choices=SUBJECTS, help="what the rows are")
    command.add_argument("--letter", metavar="L", help="the letter that they are for")
    command.add_argument("--instrument", metavar="NAME", help="the treaty that a table is about")
    _how_it_is_read(command)
    _what_is_done(command)


def _how_it_is_read(command: "ArgumentParser") -> None:
    command.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook, else the first")
    command.add_argument(
        "--encoding",
        metavar="NAME",
        help="how a text file is written, such as cp1251, else guessed",
    )
    command.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help="a file whose first line is the password of what is read",
    )
    command.add_argument(
        "--map", action="append", default=[], metavar="COLUMN=FIELD", help="what a column holds"
    )
    command.add_argument(
        "--header-line", type=int, metavar="N", help="the line that names the columns, 0: none does"
    )
    command.add_argument(
        "--fill-down",
        action="append",
        metavar="COLUMN",
        help="its texts hold for the empty cells below them; '' for no column",
    )
    command.add_argument("--repair", action="append", default=[], choices=REPAIRS)


def _what_is_done(command: "ArgumentParser") -> None:
    command.add_argument("--on-duplicate", choices=DUPLICATES, default="ask")
    command.add_argument("--capacity", choices=CAPACITIES)
    command.add_argument(
        "--confirm",
        action="store_true",
        help="confirm who says yes in a mail, with that mail as the proof",
    )
    command.add_argument(
        "--rejects",
        type=Path,
        metavar="FILE",
        help="where to save rows with errors as they stand, with reasons (.csv or .xlsx)",
    )
    command.add_argument(
        "--dry-run", action="store_true", help="show what would happen, change nothing"
    )


def duplicates(commands: "Commands") -> None:
    command = add_command(
        commands, "duplicates", "duplicates.listing", "list the records that may be one"
    )
    command.add_argument("subject", choices=("organisations", "people"))
