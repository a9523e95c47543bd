"""The child's answer becomes a document: nothing in it is trusted that was not looked at."""

from pathlib import Path
from typing import Any

from signatories.sources import mail_files, spool
from signatories.sources.documents import Area, Document, Sheet
from signatories.sources.spool import Spool, SpooledRows
from signatories.texts import Message


def document(answer: dict[str, Any], name: str, folder: Path, rows: Path) -> Document:
    """The document whose rows the child wrote; they hold `folder` until they are dropped."""
    held = Spool(folder, rows, name)
    of_mails = answer["mails"]
    numbers = range(of_mails["count"])
    mails = SpooledRows(held, of_mails["offsets"], mail_files.mail, numbers)
    sheets = [_sheet(each, held) for each in answer["sheets"]]
    if numbers:
        sheets = [Sheet("", SpooledRows(held, of_mails["offsets"], mail_files.row, numbers))]
    return Document(
        name,
        answer["format"],
        answer["encoding"],
        answer["digest"],
        tuple(sheets),
        answer["guessed"],
        answer["separator"],
        mails,
    )


def message(data: dict[str, Any]) -> Message:
    """A message that came as data, with those inside it."""
    values = {
        name: message(value) if isinstance(value, dict) else value
        for name, value in data["values"].items()
    }
    return Message(data["key"], values)


def _sheet(data: dict[str, Any], held: Spool) -> Sheet:
    return Sheet(
        data["name"],
        SpooledRows(held, data["offsets"], spool.row, range(data["count"])),
        data["is_hidden"],
        tuple(Area(*area) for area in data["merges"]),
        tuple(message(note) for note in data["notes"]),
    )
