"""What is made of a letter, and what was."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from signatories.arguments.words import add_command, count, day, list_or_all, moment

if TYPE_CHECKING:
    from signatories.arguments.words import Commands

AGAIN = "run"
PRODUCTS = (
    *("letters", "block", "annex", "sign-ons"),
    *("labels-l7159", "labels-l7163", "labels-5160"),
    *("envelopes-dl", "envelopes-c5", "envelopes-10"),
    *("cover", AGAIN),
)
ORDERS = ("organisation", "family", "given", "country", "signed", "as-given", "random")


def export(commands: "Commands") -> None:
    """`export`: a product of a letter, or an earlier one again."""
    text = "make letters and lists, or again what a run made"
    command = add_command(commands, "export", "exports.export", text)
    command.add_argument("product", choices=PRODUCTS)
    command.add_argument("--letter", required=True, metavar="L")
    command.add_argument("--format", choices=("pdf", "xlsx", "docx", "html", "txt"))
    command.add_argument("-o", "--output", required=True, type=Path, metavar="PATH")
    command.add_argument("--strict", action="store_true", help="let warnings stop the export")
    command.add_argument(
        "--run", type=count, metavar="ID", help="the run to make again, else the latest"
    )
    _add_content(command)
    _add_recipients(command)
    _add_settings(command)
    command.set_defaults(check=partial(_check, command))


def runs(commands: "Commands") -> None:
    """`runs` and `changes`: what was made, and what would be made otherwise now."""
    listing = add_command(commands, "runs", "runs.listing", "list what was made of a letter")
    listing.add_argument("--letter", required=True, metavar="L")
    text = "tell who came, who went and who is printed otherwise since a run"
    changes = add_command(commands, "changes", "runs.changes", text)
    changes.add_argument("--letter", required=True, metavar="L")
    changes.add_argument("--run", type=count, metavar="ID", help="the run, else the latest")


def report(commands: "Commands") -> None:
    """`report`: what became of a letter."""
    text = "tell who signed, what was sent, and where States stand now"
    command = add_command(commands, "report", "reports.tell", text)
    command.add_argument("--letter", required=True, metavar="L")
    command.add_argument("--as-of", type=day, metavar="DATE", help="the day of the report")
    text = "else the one that the name of the file ends in, or txt"
    command.add_argument("--format", choices=("txt", "pdf"), help=text)
    command.add_argument("-o", "--output", type=Path, metavar="PATH")
    command.set_defaults(check=partial(_check_report, command))


def _add_content(command: argparse.ArgumentParser) -> None:
    """Which text and list."""
    command.add_argument(
        "--version", type=count, metavar="N", help="a version other than the latest confirmed"
    )
    text = (
        "the text in this language for everybody, else each recipient's own as far as there is one"
    )
    command.add_argument("--language", metavar="LANG", help=text)
    command.add_argument("--order", choices=ORDERS)
    command.add_argument(
        "--articles", choices=("count", "ignore"), help='whether "The" counts in the order'
    )
    command.add_argument(
        "--columns", type=count, metavar="N", help="in place of the block's own columns, 1 to 4"
    )
    command.add_argument(
        "--as-of", type=day, metavar="DATE", help="the day on which standing is read"
    )
    who = command.add_mutually_exclusive_group()
    who.add_argument(
        "--signed-by", type=day, metavar="DATE", help="the list as of the end of that day"
    )
    text = "the list that was closed as number N; “all”: everybody who has confirmed, whatever the letter keeps"
    who.add_argument("--list", type=list_or_all, metavar="N", help=text)


def _add_recipients(command: argparse.ArgumentParser) -> None:
    """Whose letters."""
    some = command.add_mutually_exclusive_group()
    some.add_argument("--limit", type=count, metavar="N", help="the first N recipients only")
    some.add_argument(
        "--sample", type=count, metavar="N", help="N letters to look at: those that differ most"
    )
    some.add_argument(
        "--recipients",
        nargs="+",
        metavar="WHO",
        help="these only: ids, names, or numbers in the printed order (#3)",
    )


def _add_settings(command: argparse.ArgumentParser) -> None:
    """How it is made, in place of the letter's own settings."""
    command.add_argument(
        "--separate", action="store_true", help="one file for each letter, and an index"
    )
    command.add_argument(
        "--naming", metavar="PATTERN", help='the names of separate files: "{number} {name}"'
    )
    for name, text in (
        ("letterhead", "print it, or keep its room for paper that has one"),
        ("window", "put the address where the window of an envelope shows it"),
        ("duplex", "begin each letter on a front page"),
        ("pdfa", "make PDFs for archives (PDF/A-2b)"),
    ):
        command.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, help=text)
    text = "warn of what is made before that moment, such as 2026-12-01T09:00"
    command.add_argument("--not-before", type=moment, metavar="MOMENT", help=text)
    text = "the first free label of the first sheet, from 1"
    command.add_argument("--first-label", type=count, metavar="N", help=text)
    text = 'who sends the envelopes, line by line; "" for nobody'
    command.add_argument("--sender", nargs="+", metavar="LINE", help=text)


class _Use(NamedTuple):
    """What an option is for, in words, and whether something with these arguments is."""

    words: str
    includes: Callable[[argparse.Namespace], bool]


_OF_RECIPIENTS = _Use(
    "letters, labels, envelopes and the cover note",
    lambda asked: asked.product not in {"block", "annex", "sign-ons"},
)
_USES = {
    "sample": _OF_RECIPIENTS,
    "recipients": _OF_RECIPIENTS,
    "naming": _Use("letters with --separate", lambda asked: asked.separate),
    "letterhead": _Use(
        "letters as pdf or docx",
        lambda asked: asked.product == "letters" and asked.format in {"pdf", "docx"},
    ),
    "window": _Use(
        "letters as pdf", lambda asked: (asked.product, asked.format) == ("letters", "pdf")
    ),
    "duplex": _Use(
        "letters as pdf", lambda asked: (asked.product, asked.format) == ("letters", "pdf")
    ),
    "first_label": _Use("address labels", lambda asked: asked.product.startswith("labels-")),
    "sender": _Use("envelopes", lambda asked: asked.product.startswith("envelopes-")),
    "pdfa": _Use("what is made as pdf", lambda asked: asked.format == "pdf"),
}
"""Those that are refused where they would do nothing. The other ones have always been accepted for all products."""
_AS_IT_WAS = (
    *("version", "order", "articles", "columns", "as_of", "signed_by", "list", "limit"),
    *("language", "sample", "separate", "naming", "letterhead", "window", "duplex", "pdfa"),
    *("not_before", "first_label", "sender"),
)
"""What cannot be chosen for what is made again."""


def _check(command: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    """End the process for options that do not go with the product."""

    def refuse(name: str, reason: str) -> None:
        if getattr(arguments, name) != command.get_default(name):
            command.error(f"argument --{name.replace('_', '-')}: {reason}")

    if arguments.product == AGAIN:
        for name in _AS_IT_WAS:
            refuse(name, "a run is made again as it was")
        return
    if arguments.format is None:
        command.error("the following arguments are required: --format")
    refuse("run", "a run is made again as it was: export run")
    for name, use in _USES.items():
        if not use.includes(arguments):
            refuse(name, f"only for {use.words}")


def _check_report(command: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    """Settle the format of a report; end the process for a PDF without a file."""
    if arguments.output is None and arguments.format == "pdf":
        command.error("argument --format: a PDF needs a file: name it with -o")
    if arguments.format is None:
        named = arguments.output is not None and arguments.output.suffix.lower() == ".pdf"
        arguments.format = "pdf" if named else "txt"
