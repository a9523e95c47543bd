"""The index of letters in one file each, and the folders that it keeps us from replacing."""

import hashlib
from pathlib import Path

import pytest

from signatories.errors import UnwritableFile
from signatories.exports import index
from signatories.exports.index import Entry, refuse_fewer, refuse_others


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
    digest = hashlib.sha256(b"%PDF").hexdigest()
    assert [line.split("\t") for line in lines[2:]] == [
        ["Number", "Recipient", "Pages", "File", "SHA-256"],
        ["1", "Ghana", "2", "1 Ghana.pdf", digest],
        ["2", "Gui nea", "1", "2 Guinea.pdf", digest],
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


@pytest.mark.parametrize("name", ["1 Ghana.pdf", "2 Guinea.pdf", index.NAME])
def test_a_file_that_somebody_changed_is_not_ours_to_delete(ours: Path, name: str) -> None:
    before = (ours / name).read_bytes()
    for changed in (before + b"!", before[:-1] + b"!"):
        (ours / name).write_bytes(changed)
        with pytest.raises(UnwritableFile, match=f"{name}”, which was not .* or was changed"):
            refuse_others(ours, ours)
    (ours / name).write_bytes(before)
    refuse_others(ours, ours)


def test_a_folder_under_the_name_of_a_letter_is_not_ours(ours: Path) -> None:
    (ours / "1 Ghana.pdf").unlink()
    refuse_others(ours, ours)
    (ours / "1 Ghana.pdf").mkdir()
    with pytest.raises(UnwritableFile, match=r"1 Ghana\.pdf"):
        refuse_others(ours, ours)


def test_letters_that_are_not_made_now_are_not_lost(ours: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    for name in (index.NAME, "1 Ghana.pdf"):
        (new / name).touch()
    with pytest.raises(UnwritableFile, match=r"2 Guinea\.pdf”, which would be lost"):
        refuse_fewer(ours, new)
    (new / "2 Guinea.pdf").touch()
    refuse_fewer(ours, new)


@pytest.mark.parametrize("text", ["", "Other list\n\nColumns\nx\tmine.pdf\n", "\udcff"])
def test_another_index_does_not_make_a_folder_ours(tmp_path: Path, text: str) -> None:
    (tmp_path / "mine.pdf").write_bytes(b"mine")
    (tmp_path / index.NAME).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(UnwritableFile):
        refuse_others(tmp_path, tmp_path)
