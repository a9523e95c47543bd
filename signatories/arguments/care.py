"""The workspace itself: the sample, what was done, copies."""

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
    add_command(commands, "check", "care.check", "check the workspace and print its content hash")
    backup = add_command(commands, "backup", "care.backup", "write a checked copy")
    backup.add_argument("file", nargs="?", type=Path, metavar="FILE")
    restore = add_command(
        commands, "restore", "care.restore", "put a backup in the place of the workspace"
    )
    restore.add_argument("file", type=Path, metavar="FILE")
