"""The password of a file: the first line of another one, or asked for where somebody sits; no word of a command."""

import getpass
import sys
from dataclasses import replace
from pathlib import Path

from signatories.errors import LockedFile, UnreadableFile
from signatories.progress import Progress
from signatories.sources import opening
from signatories.sources.documents import How, Source
from signatories.texts import N_

_NAME_IT = N_(
    "“{file}” is protected by a password. Name a file whose first line it is: --password-file FILE."
    " Or open it in the program that made it, and save it without one."
)
_TRIES = 3
_LARGEST = 10_000  # bytes of a file with a password in it


def open_file(path: Path, how: How, password_file: Path | None, progress: Progress) -> Source:
    """Read a file, with its password if it has one.

    Raises UnreadableFile, LockedFile among them: without a password, or with another one.
    """
    if password_file is not None:
        return opening.open_file(path, replace(how, password=_first_line(password_file)), progress)
    try:
        return opening.open_file(path, how, progress)
    except LockedFile as error:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise LockedFile(_NAME_IT, file=path.name) from error
    return _opened_by_hand(path, how, progress)


def _opened_by_hand(path: Path, how: How, progress: Progress) -> Source:
    """Ask until the password opens it, three times at most."""
    prompt = f"Password of “{path.name}”: "
    asked = prompt
    for _ in range(_TRIES):
        try:
            password = getpass.getpass(asked)
        except EOFError:
            break
        try:
            return opening.open_file(path, replace(how, password=password), progress)
        except LockedFile as error:
            asked = f"{error}\n{prompt}"
    raise LockedFile(_NAME_IT, file=path.name)


def _first_line(path: Path) -> str:
    """Without its line end, and without the mark that some editors put first. Raises UnreadableFile."""
    try:
        with path.open("rb") as file:
            line = file.readline(_LARGEST).decode("utf-8-sig")
    except OSError as error:
        text = N_("“{file}” cannot be opened: {reason}.")
        raise UnreadableFile(text, file=str(path), reason=error.strerror) from error
    except UnicodeDecodeError as error:
        text = N_("The password in “{file}” is not written in UTF-8. Save that file as UTF-8.")
        raise UnreadableFile(text, file=str(path)) from error
    return line.rstrip("\r\n")
