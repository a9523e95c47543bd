"""The chain of the log: each change with a digest of its images and a hash that follows from the change before."""

import datetime as dt
import hashlib
import secrets
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.models import Base, Change
from signatories.recording.images import Image, ImageText, sorted_json
from signatories.recording.writing import RowWriter

GENESIS = "0" * 64
SALT = 16  # bytes


class Record(NamedTuple):
    """What happened to a row: its images before and after, or None where it was not there."""

    row_id: int
    before: ImageText | None
    after: ImageText | None

    @property
    def action(self) -> str:
        """What the log calls it."""
        if self.before is None:
            return "insert"
        return "delete" if self.after is None else "update"


class ChangeLog:
    """Writes the changes of one action to the end of the chain, some at a time."""

    def __init__(self, session: Session, change_set_id: int, at: dt.datetime) -> None:
        self._writer = RowWriter(
            session,
            Base.metadata.tables[Change.__tablename__],
            ready=("before", "after"),
            appending=True,
        )
        self._change_set_id = change_set_id
        self._at = at
        self._previous = last_hash(session)

    def append(self, subject: str, records: Sequence[Record]) -> None:
        """Write down what happened to rows of one table."""
        many = len(records)
        salts = _salts(many)
        actions = [record.action for record in records]
        digests = [
            digest_texts(salt, before, after)
            for salt, (_, before, after) in zip(salts, records, strict=True)
        ]
        hashes = self._hashes(subject, records, actions, digests)
        self._writer.write(
            {
                "row_id": [record.row_id for record in records],
                "action": actions,
                "salt": salts,
                "before": [before and before.kept for _, before, _ in records],
                "after": [after and after.kept for _, _, after in records],
                "digest": digests,
                "previous_hash": hashes[:-1],
                "hash": hashes[1:],
            },
            many,
            change_set_id=self._change_set_id,
            subject=str(subject),  # SQLAlchemy's own text of a name takes 8 µs to bind
            at=self._at,
        )
        self._previous = hashes[-1]

    def _hashes(
        self, subject: str, records: Sequence[Record], actions: list[str], digests: list[str]
    ) -> list[str]:
        """The hash before these changes, and the hash of each."""
        hashes = [self._previous]
        head, at = f"{self._change_set_id}\n{subject}", self._at.isoformat()
        for record, action, digest in zip(records, actions, digests, strict=True):
            text = f"{hashes[-1]}\n{head}\n{record.row_id}\n{action}\n{at}\n{digest}"
            hashes.append(hashlib.sha256(text.encode()).hexdigest())
        return hashes


def digest_images(salt: bytes, before: Image | None, after: Image | None) -> str:
    """The salted SHA-256 of a change's images."""
    return _digest(salt, sorted_json(before), sorted_json(after))


def digest_texts(salt: bytes, before: ImageText | None, after: ImageText | None) -> str:
    """The same digest from images that are JSON already."""
    return _digest(salt, before.hashed if before else "null", after.hashed if after else "null")


def chain_hash(row: Mapping[Any, Any]) -> str:
    """The SHA-256 of a change without its images, which erasure may empty, and of the change before it."""
    parts = (
        row[name] for name in ("previous_hash", "change_set_id", "subject", "row_id", "action")
    )
    text = "\n".join(str(part) for part in (*parts, row["at"].isoformat(), row["digest"]))
    return hashlib.sha256(text.encode()).hexdigest()


def last_hash(session: Session) -> str:
    """The end of the chain."""
    return session.scalar(select(Change.hash).order_by(Change.id.desc()).limit(1)) or GENESIS


def _digest(salt: bytes, before: str, after: str) -> str:
    text = f"[{before}, {after}]"
    return hashlib.sha256(salt + text.encode("utf-8", "surrogatepass")).hexdigest()


def _salts(many: int) -> list[bytes]:
    drawn = secrets.token_bytes(SALT * many)
    return [drawn[start : start + SALT] for start in range(0, len(drawn), SALT)]
