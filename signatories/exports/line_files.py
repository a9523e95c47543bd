"""Text files, written line by line and counted again."""

from collections.abc import Iterable
from pathlib import Path

from signatories.errors import UnwritableFile
from signatories.texts import N_

_CHUNK = 1 << 20  # bytes


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines in UTF-8 and open the file again. Raises UnwritableFile when it has another number of them."""
    written = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(f"{line}\n")
            written += line.count("\n") + 1
    if _count(path) != written:
        text = N_(
            "The finished file is not what was to be written, and was not kept. "
            "Make it in another folder, such as one on this computer."
        )
        raise UnwritableFile(text)


def _count(path: Path) -> int:
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b""))
