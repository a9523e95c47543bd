"""The command line: what may be written, what is printed, and what the exit code says.

Exit codes: 0 done, 1 a user's error in one clear line, 2 wrong usage, 3 a fault of the program.
"""

import argparse
import atexit
import datetime as dt
import gc
import importlib
import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from signatories import settings
from signatories.errors import UserFacingError
from signatories.progress import Cancelled

if TYPE_CHECKING:
    from signatories.commands.answers import Answer

log = logging.getLogger(__name__)

DONE, USER_ERROR, FAULT = 0, 1, 3
_RARELY = (100_000, 50, 100)  # looking for cycles as often as usual took a sixth of every export
SUBJECTS = ("organisations", "people", "recipients", "sign-ons")
DUPLICATES = ("ask", "skip", "update", "fill", "keep")
REPAIRS = ("mojibake", "hidden", "footnotes", "capitals")
CAPACITIES = ("for the organisation", "personal", "personal, affiliation for identification only")
PRODUCTS = (
    *("letters", "block", "annex", "sign-ons"),
    *("labels-l7159", "labels-l7163", "labels-5160"),
    *("envelopes-dl", "envelopes-c5", "envelopes-10"),
    "cover",
)
ORDERS = ("organisation", "family", "given", "country", "signed", "as-given", "random")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say; return the exit code. Wrong usage ends the process with 2."""
    gc.set_threshold(*_RARELY)
    atexit.register(gc.freeze)  # at its end a process need not look once more at all that it made
    arguments = parser().parse_args(argv)
    try:
        answer = _run(arguments)
        _print(answer, as_json=arguments.json)
    except UserFacingError as error:
        print(f"signatories: {_one_line(error)}", file=sys.stderr)
        return USER_ERROR
    except (Cancelled, KeyboardInterrupt):
        print("signatories: stopped; nothing was changed", file=sys.stderr)
        return USER_ERROR
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has left: nothing to complain about
        return DONE
    except Exception as error:  # the edge of the program: whatever is left is a bug of ours
        log.exception("a fault of the program")
        print(
            f"signatories: fault of the program: {type(error).__name__}: {error}", file=sys.stderr
        )
        return FAULT
    return answer.exit_code


def parser() -> argparse.ArgumentParser:
    """The commands and their options; `-w` and `--json` may stand before or after the command."""
    top = argparse.ArgumentParser(
        "signatories", description="Joint letters, from sign-on to print."
    )
    top.set_defaults(workspace=settings.default_workspace(), json=False)
    _add_common(top)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (
        _sample,
        _letters,
        _imports,
        _duplicates,
        _people_of_a_letter,
        _export,
        _report,
        _care,
    ):
        add(commands)
    return top


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse names its type so


def _run(arguments: argparse.Namespace) -> "Answer":
    module, function = arguments.call.split(".")
    command = importlib.import_module(f"signatories.commands.{module}")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    answer: Answer = getattr(command, function)(arguments)
    return answer


def _print(answer: "Answer", *, as_json: bool) -> None:
    for warning in answer.warnings:
        print(f"warning: {_one_line(warning)}", file=sys.stderr)
    if as_json:
        print(json.dumps(answer.data, ensure_ascii=False, indent=2))
    else:
        for line in answer.lines:
            print(line)
    sys.stdout.flush()


def _one_line(words: object) -> str:
    """Words without the line ends that a name in them may have: a script reads line by line."""
    return " ".join(str(words).split())


def _add_common(command: argparse.ArgumentParser) -> None:
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


def _command(
    commands: "Commands[argparse.ArgumentParser]", name: str, call: str, text: str
) -> argparse.ArgumentParser:
    """A command and the function that it calls: "letters.add" is `add` in `signatories.commands.letters`."""
    command = commands.add_parser(name, help=text, description=text)
    command.set_defaults(call=call)
    _add_common(command)
    return command


def _sample(commands: "Commands[argparse.ArgumentParser]") -> None:
    _command(commands, "sample", "care.sample", "write the sample workspace").add_argument(
        "file", type=Path, metavar="FILE"
    )


def _letters(commands: "Commands[argparse.ArgumentParser]") -> None:
    _command(commands, "letters", "letters.listing", "list the letters")
    letter = _command(commands, "letter", "", "add, change or show a letter")
    actions = letter.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = _command(actions, "add", "letters.add", "add a letter from a text file with front matter")
    add.add_argument("file", type=Path, metavar="TEXT.md")
    update = _command(actions, "update", "letters.update", "give a letter the text of a file")
    update.add_argument("letter", metavar="L", help="number or unique part of the title")
    update.add_argument("file", type=Path, metavar="TEXT.md")
    update.add_argument(
        "--spelling",
        metavar="REASON",
        help="declare the change a correction: confirmations stay good",
    )
    show = _command(actions, "show", "letters.show", "print a letter as its text file")
    show.add_argument("letter", metavar="L", help="number or unique part of the title")


def _imports(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(commands, "import", "imports.run", "bring in a table or lines of text")
    command.add_argument(
        "files", nargs="+", metavar="FILE", help="'-' reads pasted text from standard input"
    )
    command.add_argument("--as", dest="subject", choices=SUBJECTS, help="what the rows are")
    command.add_argument("--letter", metavar="L", help="the letter that they are for")
    command.add_argument("--instrument", metavar="NAME", help="the treaty that a table is about")
    command.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook, else the first")
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


def _people_of_a_letter(commands: "Commands[argparse.ArgumentParser]") -> None:
    recipients = _command(commands, "recipients", "recipients.listing", "list who a letter goes to")
    recipients.add_argument("--letter", metavar="L")
    recipients.add_argument(
        "--where", metavar="EXPR", help="in place of the letter's own condition"
    )
    recipients.add_argument(
        "--as-of", type=_day, metavar="DATE", help="in place of the letter's own date"
    )
    sign_ons = _command(commands, "sign-ons", "sign_ons.listing", "list the answers to a letter")
    sign_ons.add_argument("--letter", required=True, metavar="L")
    confirm = _command(
        commands, "confirm", "sign_ons.confirm", "record who agreed to the text, and how we know"
    )
    confirm.add_argument("--letter", required=True, metavar="L")
    who = confirm.add_mutually_exclusive_group(required=True)
    who.add_argument("--all", action="store_true", help="everybody who promised")
    who.add_argument("ids", nargs="*", type=int, default=[], metavar="ID")
    confirm.add_argument("--how", required=True, metavar="TEXT", help="how we know")
    confirm.add_argument("--evidence", type=Path, metavar="FILE", help="the mail or form itself")


def _export(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(commands, "export", "exports.export", "make letters and lists")
    command.add_argument("product", choices=PRODUCTS)
    command.add_argument("--letter", required=True, metavar="L")
    command.add_argument("--format", required=True, choices=("pdf", "xlsx", "docx", "html", "txt"))
    command.add_argument("-o", "--output", required=True, type=Path, metavar="PATH")
    command.add_argument(
        "--separate", action="store_true", help="one file for each letter, and an index"
    )
    command.add_argument("--limit", type=_count, metavar="N", help="the first N recipients only")
    command.add_argument(
        "--version", type=_count, metavar="N", help="a version other than the latest confirmed"
    )
    command.add_argument("--strict", action="store_true", help="let warnings stop the export")
    command.add_argument("--order", choices=ORDERS)
    command.add_argument(
        "--articles", choices=("count", "ignore"), help='whether "The" counts in the order'
    )
    command.add_argument(
        "--columns", type=_count, metavar="N", help="in place of the block's own columns, 1 to 4"
    )
    command.add_argument(
        "--as-of", type=_day, metavar="DATE", help="the day on which standing is read"
    )
    command.add_argument(
        "--signed-by", type=_day, metavar="DATE", help="the list as of the end of that day"
    )


def _report(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(
        commands,
        "report",
        "reports.tell",
        "tell who signed, what was sent, and where States stand now",
    )
    command.add_argument("--letter", required=True, metavar="L")
    command.add_argument("--as-of", type=_day, metavar="DATE", help="the day of the report")
    command.add_argument("--format", choices=("txt", "pdf"), default="txt")
    command.add_argument("-o", "--output", type=Path, metavar="PATH")


def _duplicates(commands: "Commands[argparse.ArgumentParser]") -> None:
    command = _command(
        commands, "duplicates", "duplicates.listing", "list the records that may be one"
    )
    command.add_argument("subject", choices=("organisations", "people"))


def _care(commands: "Commands[argparse.ArgumentParser]") -> None:
    _command(commands, "history", "care.list_history", "list what was done, latest first")
    undo = _command(
        commands, "undo", "care.undo", "take back the latest action, or the one of that number"
    )
    undo.add_argument("id", nargs="?", type=int, metavar="ID")
    _command(commands, "check", "care.check", "check the workspace and print its content hash")
    backup = _command(commands, "backup", "care.backup", "write a checked copy")
    backup.add_argument("file", nargs="?", type=Path, metavar="FILE")
    restore = _command(
        commands, "restore", "care.restore", "put a backup in the place of the workspace"
    )
    restore.add_argument("file", type=Path, metavar="FILE")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date; write it as 2010-07-26") from None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number above 0")
    return int(text)
