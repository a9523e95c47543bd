"""The workspace itself: the sample, what was done, copies."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from signatories.arguments.words import add_command, count

if TYPE_CHECKING:
    from signatories.arguments.words import Commands


def sample(commands: "Commands") -> None:
    add_command(commands, "sample", "care.sample", "write the sample workspace").add_argument(
        "file", type=Path, metavar="FILE"
    )


def care(commands: "Commands") -> None:
    add_command(commands, "history", "care.list_history", "list what was done, latest first")
    undo = add_command(
        commands, "undo", "care.undo", "take back the latest action, or the one of that number"
    )
    undo.add_argument("id", nargs="?", type=int, metavar="ID")
    _erase(commands)
    _person(commands)
    add_command(commands, "check", "care.check", "check the workspace and print its content hash")
    backup = add_command(commands, "backup", "care.backup", "write a checked copy")
    backup.add_argument("file", nargs="?", type=Path, metavar="FILE")
    restore = add_command(
        commands, "restore", "care.restore", "put a backup in the place of the workspace"
    )
    restore.add_argument("file", type=Path, metavar="FILE")


def _erase(commands: "Commands") -> None:
    erase = add_command(
        commands, "erase", "erasing.erase", "say what erasing a person for good does, or do it"
    )
    erase.add_argument("person", metavar="PERSON", help="number or unique part of the name")
    erase.add_argument("--yes", action="store_true", help="do it: nothing takes it back")
    erase.add_argument(
        "--backup", type=Path, metavar="FILE", help="write a checked copy first: it keeps the name"
    )
    erase.add_argument(
        "--recipient",
        type=count,
        action="append",
        default=[],
        metavar="ID",
        help="also erase this recipient of the same name",
    )


def _person(commands: "Commands") -> None:
    person = add_command(
        commands, "person", "people.tell", "write down all that is kept about a person"
    )
    person.add_argument("person", metavar="PERSON", help="number or unique part of the name")
    person.add_argument(
        "--format",
        choices=("json", "pdf"),
        help="else the one that the name of the file ends in, or json",
    )
    person.add_argument("-o", "--output", type=Path, metavar="PATH", help="else it is printed")
    person.set_defaults(check=_settle_format)


def _settle_format(arguments: argparse.Namespace) -> None:
    named = arguments.output is not None and arguments.output.suffix.lower() == ".pdf"
    arguments.format = arguments.format or ("pdf" if named else "json")
