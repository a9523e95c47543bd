"""What may be written on the command line. Nothing of the domain is imported to read it."""

import argparse
from collections.abc import Sequence

from signatories import locations
from signatories.arguments import care, exports, imports, letters, lists
from signatories.arguments.words import add_common


def read(argv: Sequence[str] | None) -> argparse.Namespace:
    """Read the arguments. Wrong usage ends the process with 2."""
    arguments = parser().parse_args(argv)
    if arguments.check is not None:
        arguments.check(arguments)
    return arguments


def parser() -> argparse.ArgumentParser:
    """The commands and their options; `-w` and `--json` may stand before or after the command."""
    top = argparse.ArgumentParser(
        "signatories", description="Joint letters, from sign-on to print."
    )
    top.set_defaults(workspace=locations.default_workspace(), json=False, check=None)
    add_common(top)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    care.sample(commands)
    letters.letters(commands)
    imports.imports(commands)
    imports.duplicates(commands)
    letters.recipients(commands)
    letters.sign_ons(commands)
    letters.confirm(commands)
    lists.lists(commands)
    exports.export(commands)
    exports.runs(commands)
    exports.report(commands)
    care.care(commands)
    return top
