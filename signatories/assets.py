"""Files kept in the workspace: immutable, named by their digest, never deleted."""

import hashlib
import mimetypes
from pathlib import Path

from sqlalchemy.orm import Session

from signatories.errors import UnreadableFile
from signatories.models import Asset
from signatories.pictures.files import PictureFile
from signatories.sources import regular_files
from signatories.texts import N_

LARGEST = 25_000_000  # bytes


def keep(session: Session, path: Path) -> str:
    """Keep a file's bytes; return their SHA-256. Raises UnreadableFile. A file that is kept already is kept once."""
    return keep_bytes(session, read(path), path.name)


def read(path: Path) -> bytes:
    """The bytes of a file that may be kept. Raises UnreadableFile."""
    try:
        content = regular_files.read(path, LARGEST)
    except OSError as error:
        text = N_("{file} could not be read: {reason}.")
        raise UnreadableFile(text, file=path, reason=error.strerror or error) from error
    if len(content) > LARGEST:
        raise UnreadableFile(N_("{file} is larger than 25 MB and is not kept."), file=path)
    return content


def keep_picture(session: Session, picture: PictureFile) -> str | None:
    """Keep a picture; return its SHA-256, or None for none."""
    return keep_bytes(session, picture.content, picture.name) if picture.content else None


def picture_of(session: Session, digest: str | None) -> PictureFile:
    """A kept picture; an empty one for None."""
    asset = session.get_one(Asset, digest) if digest else None
    return PictureFile(asset.name, asset.content) if asset else PictureFile()


def keep_bytes(session: Session, content: bytes, name: str) -> str:
    """Keep bytes under the name of their file; return their SHA-256."""
    digest = hashlib.sha256(content).hexdigest()
    if session.get(Asset, digest) is None:
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        session.add(Asset(digest=digest, media_type=media_type, content=content, name=name))
        session.flush()
    return digest
