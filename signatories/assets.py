"""Files kept in the workspace: immutable, named by their digest, never deleted."""

import hashlib
import mimetypes
from pathlib import Path

from sqlalchemy.orm import Session

from signatories.errors import UnreadableFile
from signatories.models import Asset
from signatories.texts import N_

LARGEST = 25_000_000  # bytes


def keep(session: Session, path: Path) -> str:
    """Keep a file's bytes; return their SHA-256. Raises UnreadableFile. A file that is kept already is kept once."""
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(N_("{file} is larger than 25 MB and is not kept."), file=path)
        content = path.read_bytes()
    except OSError as error:
        text = N_("{file} could not be read: {reason}.")
        raise UnreadableFile(text, file=path, reason=error.strerror or error) from error
    return keep_bytes(session, content, path.name)


def keep_bytes(session: Session, content: bytes, name: str) -> str:
    """Keep bytes under the name of their file; return their SHA-256."""
    digest = hashlib.sha256(content).hexdigest()
    if session.get(Asset, digest) is None:
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        session.add(Asset(digest=digest, media_type=media_type, content=content, name=name))
        session.flush()
    return digest
