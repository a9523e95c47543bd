"""What a search through the bytes of a workspace finds, whatever is packed, escaped or written in other letters."""

import re
import sqlite3
import unicodedata
import zlib
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path

from signatories.models import Base


def traces_in(workspace: Path, words: Collection[str]) -> set[str]:
    """Which of these words, plain and without spaces, stand in a workspace or in what SQLite keeps beside it."""
    files = [workspace.with_name(workspace.name + end) for end in ("", "-wal", "-shm")]
    every = [file.read_bytes() for file in files if file.exists()]
    every += _unpacked(workspace)
    plain = "\n".join(map(_plain, every))
    return {word for word in words if word in plain}


def _unpacked(workspace: Path) -> Iterator[bytes]:
    """Every value of the workspace that is packed by zlib."""
    with closing(sqlite3.connect(workspace)) as connection:
        for table in Base.metadata.sorted_tables:
            for row in connection.execute(f'SELECT * FROM "{table.name}"'):
                for value in row:
                    if isinstance(value, bytes) and value.startswith(b"\x78"):
                        yield zlib.decompress(value)


def _plain(content: bytes) -> str:
    """Bytes as text without escapes, accents, case, signs and spaces."""
    text = content.decode("utf-8", "replace")
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    return re.sub(r"[^\w@]", "", unicodedata.normalize("NFKD", text).casefold())
