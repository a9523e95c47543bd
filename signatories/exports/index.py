"""The list beside letters in one file each: which file is whose, and that the folder is ours to replace."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from signatories.errors import UnwritableFile
from signatories.texts import N_

NAME = "index.txt"
_TITLE = "Letters made by Signatories. Keep this list with them: it says which file is whose."
_BELOW = "SHA-256 of the lines below: "
_COLUMNS = "Number\tRecipient\tPages\tFile\tSHA-256"
_OF_THE_SYSTEM = frozenset({"Thumbs.db", "desktop.ini", ".DS_Store"})


class Entry(NamedTuple):
    """One letter: its number in the run, whom it goes to, its pages (None: it has none), and its file's name."""

    number: int
    recipient: str
    pages: int | None
    file: str


def write(folder: Path, entries: Iterable[Entry]) -> None:
    """Write the list beside the letters, which stand there already, so that a changed one is known again."""
    lines = [_COLUMNS, *(_line(folder, entry) for entry in entries), ""]
    below = "\n".join(lines).encode()
    head = f"{_TITLE}\n{_BELOW}{hashlib.sha256(below).hexdigest()}\n"
    (folder / NAME).write_bytes(head.encode() + below)


def refuse_others(folder: Path, called: Path) -> None:
    """Raise UnwritableFile when the folder, called like that, holds anything but what an earlier run put there.

    Every byte counts: a letter that somebody has worked on since is not ours to delete.
    """
    if not folder.is_dir():
        return
    listed = _listed(folder)
    for item in sorted(folder.iterdir(), key=lambda item: (item.name != NAME, item.name)):
        if item.name not in _OF_THE_SYSTEM and not _is_as_listed(item, listed):
            text = N_(
                "{folder} holds “{name}”, which was not made by an earlier run, or was changed since. "
                "Choose an empty folder."
            )
            raise UnwritableFile(text, folder=called, name=item.name)


def refuse_fewer(folder: Path, new: Path) -> None:
    """Raise UnwritableFile when the folder holds letters of an earlier run that are not among the new ones."""
    lost = sorted(name for name in _listed(folder) if not (new / name).exists())
    if lost:
        text = N_(
            "{folder} holds “{name}”, which would be lost: only some of the letters are made now. "
            "Choose an empty folder."
        )
        raise UnwritableFile(text, folder=folder, name=lost[0])


def _line(folder: Path, entry: Entry) -> str:
    recipient = " ".join(entry.recipient.split())
    pages = "" if entry.pages is None else entry.pages
    digest = _digest(folder / entry.file)
    return f"{entry.number}\t{recipient}\t{pages}\t{entry.file}\t{digest}"


def _listed(folder: Path) -> dict[str, str]:
    """The names in the folder's list, and its own, with their digests; none where there is no whole list of ours."""
    try:
        content = (folder / NAME).read_bytes()
        title, head, below = content.split(b"\n", 2)
    except (OSError, ValueError):
        return {}
    whole = f"{_BELOW}{hashlib.sha256(below).hexdigest()}".encode()
    if (title, head) != (_TITLE.encode(), whole):
        return {}
    rows = [line.split("\t") for line in below.decode().split("\n")[1:-1]]
    return {NAME: hashlib.sha256(content).hexdigest(), **{row[3]: row[4] for row in rows}}


def _is_as_listed(item: Path, listed: Mapping[str, str]) -> bool:
    try:
        return item.name in listed and listed[item.name] == _digest(item)
    except OSError:  # a folder, or a file that nobody may read: nothing says that it is ours
        return False


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
