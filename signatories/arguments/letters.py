"""Letters, who they go to, and who signs them."""

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from signatories.arguments.words import add_command, count, day

if TYPE_CHECKING:
    from signatories.arguments.words import Commands


def letters(commands: "Commands") -> None:
    add_command(commands, "letters", "letters.listing", "list the letters")
    letter = add_command(commands, "letter", "", "add, change or show a letter")
    actions = letter.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = add_command(
        actions, "add", "letters.add", "add a letter from a text file with front matter"
    )
    add.add_argument("file", type=Path, metavar="TEXT.md")
    update = add_command(actions, "update", "letters.update", "give a letter the text of a file")
    update.add_argument("letter", metavar="L", help="number or unique part of the title")
    update.add_argument("file", type=Path, metavar="TEXT.md")
    update.add_argument(
        "--spelling",
        metavar="REASON",
        help="declare the change a correction: confirmations stay good",
    )
    show = add_command(actions, "show", "letters.show", "print a letter as its text file")
    show.add_argument("letter", metavar="L", help="number or unique part of the title")
    show.add_argument("--language", metavar="LANG", help="with its text in this language")
    show.add_argument("--version", type=count, metavar="N", help="a version other than the newest")
    _translations(actions)


def _translations(actions: "Commands") -> None:
    text = "add a text in another language to a version, change it, or remove it"
    translate = add_command(actions, "translate", "translations.put", text)
    translate.add_argument("letter", metavar="L", help="number or unique part of the title")
    what = translate.add_mutually_exclusive_group(required=True)
    text = "a letter's file; its front matter says in which language it is"
    what.add_argument("file", nargs="?", type=Path, metavar="TEXT.md", help=text)
    what.add_argument("--remove", metavar="LANG", help="remove the one in this language: a draft")
    text = "declare the change of a declared text a correction: confirmations stay good"
    translate.add_argument("--spelling", metavar="REASON", help=text)
    translate.set_defaults(check=partial(_check_translate, translate))
    text = "freeze a text in another language: it is printed from now on, and nobody is asked again"
    declare = add_command(actions, "declare", "translations.declare", text)
    declare.add_argument("letter", metavar="L", help="number or unique part of the title")
    declare.add_argument("language", metavar="LANG", help="such as fr")
    for command in (translate, declare):
        command.add_argument(
            "--version", type=count, metavar="N", help="a version other than the newest"
        )


def _check_translate(command: argparse.ArgumentParser, arguments: argparse.Namespace) -> None:
    if arguments.remove is not None and arguments.spelling is not None:
        command.error("argument --spelling: not allowed with argument --remove")


def recipients(commands: "Commands") -> None:
    command = add_command(commands, "recipients", "recipients.listing", "list who a letter goes to")
    command.add_argument("--letter", metavar="L")
    command.add_argument("--where", metavar="EXPR", help="in place of the letter's own condition")
    command.add_argument(
        "--as-of", type=day, metavar="DATE", help="in place of the letter's own date"
    )


def sign_ons(commands: "Commands") -> None:
    command = add_command(commands, "sign-ons", "sign_ons.listing", "list the answers to a letter")
    command.add_argument("--letter", required=True, metavar="L")
    text = "those on the list that was closed as number N"
    command.add_argument("--list", type=count, metavar="N", help=text)
    text = "those who have confirmed, or are on --list, and are not on list N"
    command.add_argument("--since", type=count, metavar="N", help=text)


def confirm(commands: "Commands") -> None:
    command = add_command(
        commands, "confirm", "sign_ons.confirm", "record who agreed to the text, and how we know"
    )
    command.add_argument("--letter", required=True, metavar="L")
    who = command.add_mutually_exclusive_group(required=True)
    who.add_argument("--all", action="store_true", help="everybody who promised")
    who.add_argument("ids", nargs="*", type=int, default=[], metavar="ID")
    text = "who confirmed already, where the directory says otherwise by now: as it says"
    command.add_argument("--anew", action="store_true", help=text)
    command.add_argument("--how", required=True, metavar="TEXT", help="how we know")
    command.add_argument("--evidence", type=Path, metavar="FILE", help="the mail or form itself")
