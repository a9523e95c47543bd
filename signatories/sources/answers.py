"""The child's answer becomes a document. The child read a stranger's file: nothing that it says is believed unseen."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from signatories.errors import LockedFile, UnreadableFile
from signatories.sources import regular_files, shapes, spool
from signatories.sources.documents import Area, Document, Sheet
from signatories.sources.limits import MOST_LINES
from signatories.sources.mail import spooled
from signatories.sources.refusals import damaged
from signatories.sources.spool import Layout, Spool, SpooledRows

_LARGEST = 1 << 50  # bytes
_PLACES = {
    "offsets": shapes.many(shapes.whole(0, _LARGEST)),
    "count": shapes.whole(0, MOST_LINES),
}
_LINE = shapes.whole(0, MOST_LINES)
_SHEET = shapes.record(
    name=shapes.text,
    is_hidden=shapes.flag,
    merges=shapes.many(shapes.many(_LINE)),
    notes=shapes.many(shapes.message),
    **_PLACES,
)
_ANSWER = shapes.record(
    format=shapes.text,
    encoding=shapes.text,
    guessed=shapes.flag,
    separator=shapes.optional(shapes.text),
    digest=shapes.digest,
    sheets=shapes.many(_SHEET),
    mails=shapes.record(**_PLACES),
)
_OTHERWISE = (ValueError, TypeError, OSError, RecursionError)


def document(
    answer: object, name: str, folder: Path, rows: Path, paths: Sequence[Path]
) -> Document:
    """The document whose rows the child wrote; they hold `folder` until they are dropped.

    `paths` are the files that it was asked to read. Raises UnreadableFile for an answer that is none.
    """
    try:
        return _document(_ANSWER(answer), name, folder, rows, paths)
    except _OTHERWISE as error:
        raise damaged(name) from error


def refusal(data: object, name: str, *, is_locked: bool = False) -> UnreadableFile:
    """What the child says of a file that it does not read; a LockedFile where a password would open it."""
    try:
        said = shapes.message(data)
    except _OTHERWISE:
        return damaged(name)
    error = (LockedFile if is_locked else UnreadableFile)(said.key)
    error.message = said
    return error


def _document(
    answer: dict[str, Any], name: str, folder: Path, rows: Path, paths: Sequence[Path]
) -> Document:
    size = regular_files.size_of(rows)
    held = Spool(folder, rows, name)
    count = answer["mails"]["count"]
    layout = Layout(answer["mails"]["offsets"], count, size, most=count)
    mails = SpooledRows(held, layout, partial(spooled.mails_of, paths))
    sheets = [_sheet(each, held, size) for each in answer["sheets"]]
    if count:
        sheets = [Sheet("", SpooledRows(held, layout, partial(spooled.rows_of, paths)))]
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


def _sheet(data: dict[str, Any], held: Spool, size: int) -> Sheet:
    layout = Layout(data["offsets"], data["count"], size, MOST_LINES)
    return Sheet(
        data["name"],
        SpooledRows(held, layout, spool.rows),
        data["is_hidden"],
        tuple(Area(*area) for area in data["merges"]),
        data["notes"],
    )
