"""The chain of the log: each change with a digest of what it says, and a hash that follows from the change before."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from signatories.models import Change
from signatories.recording.images import Image, sorted_json
from signatories.recording.lots import Lot, Record, lots_of, make_lot

GENESIS = "0" * 64


class ChangeLog:
    """Writes the changes of one action to the end of the chain, some at a time."""

    def __init__(self, session: Session, change_set_id: int, at: dt.datetime) -> None:
        self._connection = session.connection()
        self._head = {"change_set_id": change_set_id, "at": at}
        self._previous = last_hash(session)

    def append(self, subject: str, records: Iterable[Record]) -> None:
        """Write down what happened to rows of one table."""
        for some in lots_of(records):
            self.append_lot(subject, some[0].action, make_lot(*zip(*some, strict=True)))

    def append_lot(self, subject: str, action: str, lot: Lot) -> None:
        """Write down what happened to the rows of a lot."""
        first, last = lot.ends
        change = self._head | {
            "subject": subject,
            "row_id": first,
            "last_id": last,
            "action": action,
            "digests": lot.digests,
            "packed": lot.packed,
            "digest": hashlib.sha256(lot.digests).hexdigest(),
            "previous_hash": self._previous,
        }
        self._previous = change["hash"] = chain_hash(change)
        self._connection.execute(insert(Change), change)


def is_altered(change: Mapping[Any, Any]) -> bool:
    """Whether what a change says is not what its digest stands for. What was erased is no alteration."""
    if change["last_id"] is None:
        images = change["before"], change["after"]
        return change["salt"] is not None and _digest(change["salt"], *images) != change["digest"]
    lot = Lot(change["digests"] or b"", change["packed"] or b"")
    return (
        hashlib.sha256(lot.digests).hexdigest() != change["digest"]
        or (lot.ids[0], lot.ids[-1]) != (change["row_id"], change["last_id"])
        or lot.is_altered()
    )


def chain_hash(change: Mapping[Any, Any]) -> str:
    """The SHA-256 of a change without its images, which erasure may empty, and of the change before it."""
    parts = (
        change[name] for name in ("previous_hash", "change_set_id", "subject", "row_id", "action")
    )
    text = "\n".join(str(part) for part in (*parts, change["at"].isoformat(), change["digest"]))
    return hashlib.sha256(text.encode()).hexdigest()


def last_hash(session: Session) -> str:
    """The end of the chain."""
    return session.scalar(select(Change.hash).order_by(Change.id.desc()).limit(1)) or GENESIS


def _digest(salt: bytes, before: Image | None, after: Image | None) -> str:
    """The salted SHA-256 of the images of a change of one row, as earlier versions kept them."""
    text = f"[{sorted_json(before)}, {sorted_json(after)}]"
    return hashlib.sha256(salt + text.encode("utf-8", "surrogatepass")).hexdigest()
