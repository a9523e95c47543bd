"""Opens Office files that a password protects. Only the child does: it writes what is within into its own folder."""

from pathlib import Path
from typing import Any, BinaryIO

import olefile
from msoffcrypto.exceptions import DecryptionError, InvalidKeyError
from msoffcrypto.format.ooxml import OOXMLFile
from msoffcrypto.format.xls97 import Xls97File

from signatories.errors import UnreadableFile
from signatories.sources.archives import LARGEST_ARCHIVE
from signatories.sources.limits import too_large
from signatories.sources.refusals import damaged, locked, locked_otherwise, wrong_password
from signatories.texts import N_

WITHOUT_ASKING = "VelvetSweatshop"  # Excel's own password, for books that it opens without one
MOST_ROUNDS = 1_000_000  # of making a key from a password: Office does 100,000; they take 2 s here

_LARGEST_DESCRIPTION = 1 << 15  # bytes about how a file is protected: 2 kB is usual
_AGILE = b"\4\0\4\0"  # the version of a description that is XML
_BY_PASSWORD = b"http://schemas.microsoft.com/office/2006/keyEncryptor/password"
_SLOW = N_(
    "“{file}” is protected in a way that takes too long to open."
    " Open it in the program that made it, and save it without a password."
)


def unlock(path: Path, name: str, password: str, into: Path) -> None:
    """Write what the protected file holds `into` another.

    Raises LockedFile without the password or with another one, and UnreadableFile for what none opens here.
    """
    if path.stat().st_size > LARGEST_ARCHIVE:
        raise too_large(name)
    with path.open("rb") as file, into.open("wb") as opened:
        try:
            book = _book(file, name)
            _load_key(book, password or WITHOUT_ASKING)
        except InvalidKeyError as error:
            raise (wrong_password if password else locked)(name) from error
        except DecryptionError as error:  # a method that it does not know
            raise locked_otherwise(name) from error
        try:
            book.decrypt(opened)
        except InvalidKeyError as error:  # the password is right, and still it is no archive
            raise damaged(name) from error


def _book(file: BinaryIO, name: str) -> Any:
    """The reader of such a file, after a look at how it is protected."""
    container = olefile.OleFileIO(file)
    if container.exists("EncryptionInfo"):
        _check_description(container, name)
        book = OOXMLFile(file)
        if book.type == "agile" and book.info["spinValue"] > MOST_ROUNDS:
            raise UnreadableFile(_SLOW, file=name)
        return book
    if container.exists("Workbook"):
        return Xls97File(file)
    raise locked_otherwise(name)


def _check_description(container: Any, name: str) -> None:
    """Refuse a description with a document type or without measure, and one that only a certificate opens."""
    if container.get_size("EncryptionInfo") > _LARGEST_DESCRIPTION:
        raise damaged(name)
    description = container.openstream("EncryptionInfo").read()
    if description.startswith(_AGILE):
        plain = description.replace(b"\0", b"")  # whatever its alphabet
        if b"<!" in plain:
            raise damaged(name)
        if _BY_PASSWORD not in plain:
            raise locked_otherwise(name)


def _load_key(book: Any, password: str) -> None:
    if isinstance(book, OOXMLFile):
        book.load_key(password=password, verify_password=True)
    else:
        book.load_key(password=password)
