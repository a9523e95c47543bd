"""Who asked to be erased, as keyed hashes: nobody is named, and whoever is imported again is known again.

The key lies in the same workspace: who has the file can try a name, and can read none.
"""

import datetime as dt
import hashlib
import hmac
import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from signatories.collation import fold
from signatories.models import WorkspaceSetting

_KEY, _LIST = "key of the erased", "erased people"
_BYTES = 32


@dataclass(frozen=True, slots=True)
class ErasedPeople:
    """The days on which people were erased, by the keyed hashes of their names and addresses."""

    key: bytes = b""
    days: Mapping[str, dt.date] = field(default_factory=dict)

    def erased_on(self, *words: str) -> dt.date | None:
        """The day on which somebody of such a name or e-mail address asked to be erased; None: nobody did."""
        if not self.days:
            return None
        found = (self.days.get(_hash(self.key, word)) for word in words if word.strip())
        return next(filter(None, found), None)


def read(session: Session) -> ErasedPeople:
    """Everybody who was erased from this workspace."""
    stored = session.get(WorkspaceSetting, _LIST)
    if stored is None:
        return ErasedPeople()
    days = {digest: dt.date.fromisoformat(day) for digest, day in json.loads(stored.value).items()}
    return ErasedPeople(bytes.fromhex(session.get_one(WorkspaceSetting, _KEY).value), days)


def remember(session: Session, words: Iterable[str], day: dt.date) -> None:
    """Keep the hashes of somebody's names and addresses."""
    known = read(session)
    key = known.key or secrets.token_bytes(_BYTES)
    hashes = {_hash(key, word): day for word in words if word.strip()}
    days = {digest: found.isoformat() for digest, found in {**known.days, **hashes}.items()}
    session.merge(WorkspaceSetting(key=_KEY, value=key.hex()))
    session.merge(WorkspaceSetting(key=_LIST, value=json.dumps(days)))


def _hash(key: bytes, text: str) -> str:
    """Of the words in alphabetical order: "Pérez, Ana" is "Ana Perez"."""
    words = " ".join(sorted(re.findall(r"[^\s,;]+", fold(text))))
    return hmac.new(key, words.encode(), hashlib.sha256).hexdigest()
