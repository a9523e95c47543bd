"""The list beside letters in one file each: which file is whose, and that the folder is ours to replace."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from signatories.errors import UnwritableFile
from signatories.texts import N_

NAME = "index.txt"
_TITLE = "Letters made by Signatories. Keep this list with them: it says which file is whose."
_COLUMNS = "Number\tRecipient\tPages\tFile"
_OF_THE_SYSTEM = frozenset({"Thumbs.db", "desktop.ini", ".DS_Store"})


class Entry(NamedTuple):
    """One letter: its number in the run, whom it goes to, its pages (None: it has none), and its file's name."""

    number: int
    recipient: str
    pages: int | None
    file: str


def write(folder: Path, entries: Iterable[Entry]) -> Path:
    """Write the list into its folder; return its path."""
    path = folder / NAME
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{_TITLE}\n\n{_COLUMNS}\n")
        for entry in entries:
            recipient = " ".join(entry.recipient.split())
            pages = "" if entry.pages is None else entry.pages
            file.write(f"{entry.number}\t{recipient}\t{pages}\t{entry.file}\n")
    return path


def refuse_others(folder: Path, called: Path) -> None:
    """Raise UnwritableFile when the folder holds anything but letters of an earlier run; it calls it by that name."""
    if not folder.is_dir():
        return
    found = {item.name for item in folder.iterdir()} - _OF_THE_SYSTEM
    others = sorted(found - _listed(folder))
    if others:
        text = N_(
            "{folder} holds “{name}”, which was not made by an earlier run. Choose an empty folder."
        )
        raise UnwritableFile(text, folder=called, name=others[0])


def _listed(folder: Path) -> set[str]:
    """The names in the folder's list, and the list's own; none where there is no list of ours."""
    try:
        lines = (folder / NAME).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    if not lines or lines[0] != _TITLE:
        return set()
    return {NAME, *(line.rpartition("\t")[2] for line in lines[3:])}
