"""The digests by which rows are known again in a later file."""

import hashlib
from collections.abc import Mapping

from signatories.sources.documents import Row

KEY_DIGITS = 32


def answer_digest(key: str, fields: Mapping[str, str]) -> str:
    """Half of it is that of the key, which stays when the answer changes, and half that of the answer."""
    said = "\x1f".join([f"{name}\x1e{fields[name]}" for name in sorted(fields)])
    return key_digest(key) + _sha256(said)[:KEY_DIGITS]


def key_digest(key: str) -> str:
    """The first half of the digest of an answer."""
    return _sha256(key)[:KEY_DIGITS]


def digest_of(row: Row) -> str:
    """The digest of a row's cells."""
    return _sha256("\x1f".join(row.cells))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
