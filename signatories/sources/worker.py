"""The child process that opens strangers' files: `python -m signatories.sources.worker FOLDER`.

It finds what to read in FOLDER and writes there what it read; it knows no workspace. It may die of a file.
"""

import gc
import hashlib
import importlib
import json
import struct
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from typing import Any

from signatories.errors import LockedFile, UnreadableFile
from signatories.sources import caps
from signatories.sources.documents import How
from signatories.sources.kinds import LOCKED, kind_of
from signatories.sources.mail import spooled
from signatories.sources.readings import Asked, Reading, SheetReading
from signatories.sources.refusals import damaged
from signatories.sources.spool import SpoolWriter

REQUEST, ANSWER, ROWS, STAGE = "request.json", "answer.json", "rows", "stage"
OPENED = "opened"  # what a protected file holds; its suffix says the format
STAGE_LAYOUT = struct.Struct("<qqq")  # bytes checked, of how many (0: not known), rows read

_READERS = {  # format: the modules that read it, the second for when the first fails
    "text": ("text_files",),
    "xlsx": ("workbooks.by_calamine", "workbooks.by_openpyxl"),
    "xlsm": ("workbooks.by_calamine", "workbooks.by_openpyxl"),
    "xlsb": ("workbooks.by_calamine",),
    "xls": ("workbooks.by_calamine",),
    "ods": ("workbooks.by_calamine",),
    "docx": ("word_documents",),
    "html": ("web_pages",),
    "json": ("records",),
    "jsonl": ("records",),
    "yaml": ("records",),
    "eml": ("mail.reading",),
    "mbox": ("mail.reading",),
    "msg": ("mail.reading",),
}


def main(arguments: Sequence[str]) -> int:
    """Read the file that the folder asks for; 0 when there is an answer, be it a refusal."""
    caps.take()
    gc.disable()  # rows hold no cycles, and the process ends soon: a tenth faster
    folder = Path(arguments[0])
    request = json.loads((folder / REQUEST).read_text("utf-8"))
    try:
        answer = _answer(folder, request)
    except UnreadableFile as error:
        is_locked = isinstance(error, LockedFile)
        answer = {"refused": error.message.as_data(), "locked": is_locked}
    (folder / ANSWER).write_text(json.dumps(answer), "utf-8")
    return 0


def _answer(folder: Path, request: dict[str, Any]) -> dict[str, Any]:
    """What was read, but for the rows. Raises UnreadableFile."""
    path, name = Path(request["path"]), request["name"]
    stage = _Stage(folder / STAGE)
    further = tuple(map(Path, request["further"]))
    kind = "eml" if further else _kind(path, name, path.suffix)
    digest = _digest((path, *further))
    if kind == LOCKED:
        path, kind = _unlocked(path, name, folder)
    readers = _READERS[kind]
    if request["attempt"] >= len(readers):
        return {"exhausted": True}
    asked = Asked(path, name, kind, How(**request["how"]), stage.checked, folder, further)
    reader = importlib.import_module(f"signatories.sources.{readers[request['attempt']]}")
    with (folder / ROWS).open("wb") as rows:
        writer = SpoolWriter(rows, stage.read, name)
        return {**_spooled(asked, reader.read(asked), writer), "digest": digest}


def _kind(path: Path, name: str, suffix: str) -> str:
    with path.open("rb") as file:
        return kind_of(file, name, suffix)


def _unlocked(path: Path, name: str, folder: Path) -> tuple[Path, str]:
    """What a protected file holds, as a file in the folder, and its format. The password comes through a pipe."""
    unlocking = importlib.import_module("signatories.sources.unlocking")  # 0.1 s, and seldom needed
    with open(0, "rb", closefd=False) as pipe:
        password = pipe.read().decode()
    opened = folder / OPENED
    unlocking.unlock(path, name, password, opened)
    kind = _kind(opened, name, path.suffix)
    if kind == LOCKED:
        raise damaged(name)
    return opened.replace(opened.with_suffix(f".{kind}")), kind  # readers go by the name


def _digest(paths: Sequence[Path]) -> str:
    """The SHA-256 of a file; of several, that of their digests. One that is gone by now has none."""
    digests = []
    for path in paths:
        if path.is_file():  # a pipe among them would never end
            with suppress(FileNotFoundError), path.open("rb") as file:
                digests.append(hashlib.file_digest(file, "sha256").hexdigest())
    return digests[0] if len(paths) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()


class _Stage:
    """How far the child is, where the parent can see it."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb", buffering=0)
        self._checked = (0, 0)

    def checked(self, done: int, total: int) -> None:
        """So many bytes of an archive have been looked at."""
        self._checked = (done, total)
        self.read(0)

    def read(self, rows: int) -> None:
        """So many rows are in the spool."""
        self._file.seek(0)
        self._file.write(STAGE_LAYOUT.pack(*self._checked, rows))


def _spooled(asked: Asked, reading: Reading, writer: SpoolWriter) -> dict[str, Any]:
    """Write all rows, and say where they are."""
    sheets = [_sheet(sheet, writer) for sheet in reading.sheets]
    numbers = {str(path): number for number, path in enumerate((asked.path, *asked.further))}
    offsets, count = writer.write_data(spooled.as_data(mail, numbers) for mail in reading.mails)
    return {
        "format": reading.format,
        "encoding": reading.encoding,
        "guessed": reading.guessed,
        "separator": reading.separator,
        "sheets": sheets,
        "mails": {"offsets": offsets, "count": count},
    }


def _sheet(sheet: SheetReading, writer: SpoolWriter) -> dict[str, Any]:
    offsets, count = writer.write(sheet.rows)
    instead = sheet.instead()
    if instead is not None:
        offsets, count = writer.write(instead)
    return {
        "name": sheet.name,
        "is_hidden": sheet.is_hidden,
        "merges": [astuple(area) for area in sheet.merges],
        "notes": [note.as_data() for note in sheet.notes],
        "offsets": offsets,
        "count": count,
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
