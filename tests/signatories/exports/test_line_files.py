"""Text files are counted again when they are finished."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from signatories.errors import UnwritableFile
from signatories.exports.line_files import write_lines


def test_lines_are_written_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    write_lines(path, ["Ada", "山田\nHaven\u2028x", ""])
    assert path.read_bytes() == "Ada\n山田\nHaven\u2028x\n\n".encode()


def test_a_file_that_something_else_writes_into_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"

    def lines() -> Iterator[str]:
        yield "Ada"
        with path.open("a", encoding="utf-8") as other:
            other.write("x\n" * 5000)
        yield "Zoe"

    with pytest.raises(UnwritableFile, match="not what was to be written"):
        write_lines(path, lines())
