"""The numbered lists of a letter's signatories."""

from typing import TYPE_CHECKING

from signatories.arguments.words import add_command, cut_off

if TYPE_CHECKING:
    from signatories.arguments.words import Commands


def lists(commands: "Commands") -> None:
    """`lists` and `list close`."""
    listing = add_command(
        commands, "lists", "lists.listing", "list the numbered lists of who confirmed"
    )
    listing.add_argument("--letter", required=True, metavar="L")
    one = add_command(commands, "list", "", "close a numbered list of who confirmed")
    actions = one.add_subparsers(dest="action", required=True, metavar="ACTION")
    text = "number and keep the list of who has confirmed: who agrees later is on the next one"
    close = add_command(actions, "close", "lists.close", text)
    close.add_argument("--letter", required=True, metavar="L")
    text = "of those whose yes came until that moment, such as 2026-12-01T18:00, or that day's end, else until now"
    close.add_argument("--at", type=cut_off, metavar="MOMENT", help=text)
