"""Finished PDFs that are not what was to be written."""

from pathlib import Path

import pytest

from signatories.errors import UnwritableFile
from signatories.exports import exporter, pdf
from signatories.exports.checks.reopening import check_pdf
from signatories.merge.snapshot import Snapshot
from signatories.typesetting.pages import A4, Document, Page
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


def test_a_long_outline_is_counted_and_followed_to_its_end(tmp_path: Path) -> None:
    path, many = tmp_path / "letters.pdf", 1_100
    letters = [Document("x", "en", (Page(A4.width, A4.height, ()),))] * many
    pdf.write(path, letters, pdf.About("x"))
    starts = list(range(many))
    check_pdf(path, starts, many)
    for wrong in (starts[:-1], [*starts[:-1], many], [1, *starts[1:]]):
        with pytest.raises(UnwritableFile):
            check_pdf(path, wrong, many)
