"""Finished PDFs that are not what was to be written."""

from pathlib import Path

import pytest

from signatories.errors import UnwritableFile
from signatories.exports import exporter
from signatories.exports.reopening import check_pdf
from signatories.merge.snapshot import Snapshot
from tests.products import write


@pytest.fixture
def letters(snapshot: Snapshot, tmp_path: Path) -> tuple[Path, list[int], int]:
    path = tmp_path / "letters.pdf"
    written = write(exporter("letters", "pdf"), snapshot, path)
    each = written.pages // written.documents
    return path, list(range(0, written.pages, each)), written.pages


def test_what_was_written_is_found(letters: tuple[Path, list[int], int]) -> None:
    check_pdf(*letters)


@pytest.mark.parametrize("change", ["pages", "documents", "starts"])
def test_another_number_of_anything_is_found(
    letters: tuple[Path, list[int], int], change: str
) -> None:
    path, starts, pages = letters
    wrong = {
        "pages": (starts, pages + 1),
        "documents": (starts[:-1], pages),
        "starts": ([*starts[:-1], starts[-1] + 1], pages),
    }
    with pytest.raises(UnwritableFile):
        check_pdf(path, *wrong[change])


def test_half_a_file_is_found(letters: tuple[Path, list[int], int]) -> None:
    path, starts, pages = letters
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(UnwritableFile):
        check_pdf(path, starts, pages)
