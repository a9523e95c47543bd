"""The index of letters in one file each, and the folders that it keeps us from replacing."""

from pathlib import Path

import pytest

from signatories.errors import UnwritableFile
from signatories.exports import index
from signatories.exports.index import Entry, refuse_others


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    for name in ("1 Ghana.pdf", "2 Guinea.pdf"):
        (tmp_path / name).write_bytes(b"%PDF")
    index.write(
        tmp_path, [Entry(1, "Ghana", 2, "1 Ghana.pdf"), Entry(2, "Gui\tnea", 1, "2 Guinea.pdf")]
    )
    return tmp_path


def test_it_says_which_file_is_whose(ours: Path) -> None:
    lines = (ours / index.NAME).read_text(encoding="utf-8").splitlines()
    assert [line.split("\t") for line in lines[2:]] == [
        ["Number", "Recipient", "Pages", "File"],
        ["1", "Ghana", "2", "1 Ghana.pdf"],
        ["2", "Gui nea", "1", "2 Guinea.pdf"],
    ]


def test_a_folder_of_an_earlier_run_is_ours(ours: Path) -> None:
    (ours / "Thumbs.db").write_bytes(b"made by Windows")
    refuse_others(ours, ours)


def test_an_empty_or_missing_folder_may_be_used(tmp_path: Path) -> None:
    refuse_others(tmp_path, tmp_path)
    refuse_others(tmp_path / "missing", tmp_path / "missing")


def test_a_file_that_somebody_added_is_not_ours_to_delete(ours: Path) -> None:
    (ours / "notes of the meeting.docx").write_bytes(b"mine")
    with pytest.raises(UnwritableFile, match=r"notes of the meeting\.docx"):
        refuse_others(ours, ours)


@pytest.mark.parametrize("text", ["", "Other list\n\nColumns\nx\tmine.pdf\n", "\udcff"])
def test_another_index_does_not_make_a_folder_ours(tmp_path: Path, text: str) -> None:
    (tmp_path / "mine.pdf").write_bytes(b"mine")
    (tmp_path / index.NAME).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(UnwritableFile):
        refuse_others(tmp_path, tmp_path)
