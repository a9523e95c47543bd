"""Files that a password protects: opened with it, and never told anything else about it."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document as WordDocument

from signatories.errors import LockedFile, UnreadableFile
from signatories.sources import child
from signatories.sources.documents import How
from signatories.sources.opening import open_file
from tests.locked_files import PASSWORD, compound, lock, lock_as_2007, old_workbook
from tests.signatories.sources.conftest import MakeBook

ROWS = [["name", "organisation"], ["Anna Berg", "Well Fund"]]
WITH_IT = How(password=PASSWORD)


def cells(path: Path, how: How = WITH_IT) -> list[tuple[str, ...]]:
    return [row.cells for row in open_file(path, how).rows]


@pytest.mark.parametrize("locking", [lock, lock_as_2007])
@pytest.mark.parametrize("name", ["list.xlsx", "list.xlsm", "list.xls"])
def test_a_workbook_is_read_with_its_password(make_book: MakeBook, locking, name: str) -> None:
    path = locking(make_book(ROWS, name=name))
    assert cells(path) == [tuple(row) for row in ROWS]


def test_a_word_list_is_read_with_its_password(tmp_path: Path) -> None:
    document = WordDocument()
    document.add_paragraph("Anna Berg, Well Fund")
    document.save(tmp_path / "list.docx")
    source = open_file(lock(tmp_path / "list.docx"), WITH_IT)
    assert (source.format, source.rows[0].cells) == ("docx", ("Anna Berg, Well Fund",))


def test_an_old_workbook_is_read_with_its_password(tmp_path: Path) -> None:
    path = old_workbook(tmp_path / "list.xls", ["name", "Zoë Ødegård"], PASSWORD)
    assert cells(path) == [("name",), ("Zoë Ødegård",)]
    with pytest.raises(LockedFile, match="is protected by a password"):
        open_file(path)
    with pytest.raises(LockedFile, match="does not open"):
        open_file(path, How(password="anything"))


def test_an_old_workbook_without_a_password_asks_for_none(tmp_path: Path) -> None:
    assert cells(old_workbook(tmp_path / "list.xls", ["name", "Anna"]), How()) == [
        ("name",),
        ("Anna",),
    ]


def test_what_excel_opens_without_asking_is_read_without_asking(
    make_book: MakeBook, tmp_path: Path
) -> None:
    path = lock(make_book(ROWS), "VelvetSweatshop")
    old = old_workbook(tmp_path / "old.xls", ["name"], "VelvetSweatshop")
    assert (cells(path, How())[1], cells(old, How())) == (("Anna Berg", "Well Fund"), [("name",)])


@pytest.mark.parametrize("locking", [lock, lock_as_2007])
def test_without_its_password_or_with_another_one_it_says_so(make_book: MakeBook, locking) -> None:
    path = locking(make_book(ROWS))
    with pytest.raises(LockedFile, match=r"“list[.]xlsx” is protected by a password[.] Open it in"):
        open_file(path)
    for wrong in (PASSWORD.lower(), "x" * 100_000, "\udc80"):
        with pytest.raises(LockedFile, match=r"The password does not open “list[.]xlsx”"):
            open_file(path, How(password=wrong))


def test_the_password_goes_through_a_pipe_and_lies_nowhere(
    make_book: MakeBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lock(make_book(ROWS))
    said: list[object] = []
    popen = child.subprocess.Popen

    def started(command: list[str], **options: object) -> object:
        folder = Path(command[-1])
        said.extend([command, options["env"], (folder / child.REQUEST).read_text("utf-8")])
        return popen(command, **options)

    monkeypatch.setattr(child.subprocess, "Popen", started)
    source = open_file(path, WITH_IT)
    assert len(said) == 3
    assert PASSWORD not in repr(said) + json.dumps(said, ensure_ascii=False)
    (folder,) = Path(said[0][-1]).parent.glob(Path(said[0][-1]).name)
    kept = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert not [name for name in kept if name.startswith("opened")]
    assert not any(
        PASSWORD.encode(code) in data for data in kept.values() for code in ("utf-8", "utf-16-le")
    )
    assert PASSWORD not in repr(WITH_IT) + repr(source)


def test_a_bomb_in_a_protected_file_is_counted_as_any_other(make_book: MakeBook) -> None:
    path = make_book(ROWS)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bomb.xml", bytes(100_000_000))
    with pytest.raises(UnreadableFile) as plain:
        open_file(path)
    with pytest.raises(UnreadableFile) as locked:
        open_file(lock(path), WITH_IT)
    assert str(locked.value) == str(plain.value)


def test_a_key_that_takes_minutes_to_make_is_refused_at_once(make_book: MakeBook) -> None:
    path = lock(make_book(ROWS), rounds=1_000_001)
    with pytest.raises(UnreadableFile, match="takes too long to open") as refused:
        open_file(path, WITH_IT)
    assert not isinstance(refused.value, LockedFile)


@pytest.mark.parametrize(
    ("description", "words"),
    [
        (b"\4\0\4\0\x40\0\0\0<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "is damaged"),
        (b"\4\0\4\0\x40\0\0\0<encryption>" + b" " * 40_000, "is damaged"),
        (b"\4\0\4\0\x40\0\0\0<encryption>", "in a way that cannot be opened here"),
        (b"\3\0\3\0\x40\0\0\0", "in a way that cannot be opened here"),
        (b"\4\0\2\0rest", "is damaged"),
        (None, "in a way that cannot be opened here"),
    ],
)
def test_what_no_password_opens_says_so(
    tmp_path: Path, description: bytes | None, words: str
) -> None:
    path = tmp_path / "list.xlsx"
    told = {} if description is None else {"EncryptionInfo": description}
    path.write_bytes(compound({**told, "EncryptedPackage": b"12345678"}))
    with pytest.raises(UnreadableFile, match=words) as refused:
        open_file(path, replace(WITH_IT))
    assert not isinstance(refused.value, LockedFile)


def test_a_protected_file_within_another_is_none(make_book: MakeBook) -> None:
    with pytest.raises(UnreadableFile, match="is damaged"):
        open_file(lock(lock(make_book(ROWS))), WITH_IT)


def test_a_protected_archive_of_another_kind_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "list.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(UnreadableFile, match="in a way that cannot be opened here"):
        open_file(path, WITH_IT)
