"""Whatever happens while a file is written: there is the old one or the new one, and nothing beside it."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from signatories.errors import UnwritableFile
from signatories.exports import swapping
from signatories.exports.swapping import replacing_file, replacing_folder
from signatories.progress import Cancelled

ROOT = Path(__file__).resolve().parents[3]


def write(target: Path, trouble: BaseException | None = None) -> None:
    """Write a file, as an exporter does that meets trouble before it ends."""
    with replacing_file(target) as beside:
        beside.path.write_text("new")
        if trouble:
            raise trouble
        beside.swap_in()


def fill(target: Path, trouble: BaseException | None = None) -> None:
    """Fill a folder in the same way."""
    with replacing_folder(target, refuse_notes) as beside:
        (beside.path / "b.txt").write_text("new")
        if trouble:
            raise trouble
        beside.swap_in()


def refuse_notes(folder: Path, called: Path) -> None:
    """Somebody's notes must not be deleted."""
    if (folder / "notes.txt").exists():
        raise UnwritableFile("{folder} holds notes", folder=called)


def content(folder: Path) -> dict[str, str]:
    """Every file below a folder, hidden ones too."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def forbidden(path: object) -> PermissionError:
    return PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def hindered(times: int, step: Callable[..., object]) -> Callable[..., object]:
    """A step of the file system that another program hinders so many times."""
    left = times

    def attempt(*arguments: object) -> object:
        nonlocal left
        if left > 0:
            left -= 1
            raise forbidden(arguments[0])
        return step(*arguments)

    return attempt


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swapping, "PATIENCE", 0.1)


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "list.txt"
    path.write_text("old")
    return path


@pytest.fixture
def old_folder(tmp_path: Path) -> Path:
    path = tmp_path / "letters"
    path.mkdir()
    (path / "a.txt").write_text("old")
    return path


def test_a_file_takes_the_place_of_the_old_one_when_it_is_finished(old_file: Path) -> None:
    with replacing_file(old_file) as beside:
        beside.path.write_text("new")
        assert old_file.read_text() == "old"
        beside.swap_in()
        assert old_file.read_text() == "new"
    assert content(old_file.parent) == {"list.txt": "new"}


def test_what_is_not_swapped_in_is_gone(old_file: Path) -> None:
    with replacing_file(old_file) as beside:
        beside.path.write_text("new")
    assert content(old_file.parent) == {"list.txt": "old"}


@pytest.mark.parametrize("trouble", [Cancelled(), ValueError("a bug"), KeyboardInterrupt()])
def test_an_old_file_stays_when_writing_ends_badly(old_file: Path, trouble: BaseException) -> None:
    with pytest.raises(type(trouble)):
        write(old_file, trouble)
    assert content(old_file.parent) == {"list.txt": "old"}


def test_a_full_disk_is_named_with_what_is_free(old_file: Path) -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with pytest.raises(UnwritableFile, match=r"disk is full \(\d+ MB free\).*list\.txt"):
        write(old_file, full)
    assert content(old_file.parent) == {"list.txt": "old"}


def test_trouble_with_other_files_is_not_taken_for_ours(old_file: Path) -> None:
    missing = FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), "/fonts/missing.ttf")
    with pytest.raises(FileNotFoundError):
        write(old_file, missing)


@pytest.mark.parametrize("times", range(1, 8))
def test_a_file_held_for_a_moment_is_waited_for(
    old_file: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    monkeypatch.setattr(swapping.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(Path, "replace", hindered(times, Path.replace))
    write(old_file)
    assert content(old_file.parent) == {"list.txt": "new"}


@pytest.mark.usefixtures("impatient")
def test_a_file_held_for_good_is_given_up(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", hindered(10**6, Path.replace))
    with pytest.raises(UnwritableFile, match="open in another program"):
        write(old_file)
    assert content(old_file.parent) == {"list.txt": "old"}


def test_a_folder_is_no_file_and_a_file_no_folder(old_file: Path) -> None:
    with pytest.raises(UnwritableFile, match="is a folder"):
        write(old_file.parent)
    with pytest.raises(UnwritableFile, match="is a file"):
        fill(old_file)
    assert content(old_file.parent) == {"list.txt": "old"}


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="no folder"):
        write(tmp_path / "missing" / "list.txt")
    assert content(tmp_path) == {}


def test_a_read_only_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "touch", hindered(1, Path.touch))
    with pytest.raises(UnwritableFile, match="folder is read-only"):
        write(tmp_path / "list.txt")
    assert content(tmp_path) == {}


def test_a_folder_is_made(tmp_path: Path) -> None:
    fill(tmp_path / "letters")
    assert content(tmp_path) == {"letters/b.txt": "new"}


def test_a_folder_is_replaced_whole(old_folder: Path) -> None:
    fill(old_folder)
    assert content(old_folder.parent) == {"letters/b.txt": "new"}


def test_an_old_folder_stays_when_writing_ends_badly(old_folder: Path) -> None:
    with pytest.raises(Cancelled):
        fill(old_folder, Cancelled())
    assert content(old_folder.parent) == {"letters/a.txt": "old"}


def test_a_folder_that_must_not_be_deleted_is_left_alone(old_folder: Path) -> None:
    (old_folder / "notes.txt").write_text("mine")
    with pytest.raises(UnwritableFile, match="letters holds notes"):
        fill(old_folder)
    assert content(old_folder.parent) == {"letters/a.txt": "old", "letters/notes.txt": "mine"}


def test_what_somebody_puts_into_the_folder_meanwhile_is_kept(old_folder: Path) -> None:
    with replacing_folder(old_folder, refuse_notes) as beside:
        (old_folder / "notes.txt").write_text("mine")
        with pytest.raises(UnwritableFile, match="letters holds notes"):
            beside.swap_in()
    assert content(old_folder.parent) == {"letters/a.txt": "old", "letters/notes.txt": "mine"}


def test_a_link_stays_and_leads_to_what_is_new(old_file: Path, old_folder: Path) -> None:
    to_file, to_folder = old_file.with_name("newest.txt"), old_file.with_name("newest")
    to_file.symlink_to(old_file)
    to_folder.symlink_to(old_folder)
    write(to_file)
    fill(to_folder)
    assert (to_file.is_symlink(), to_folder.is_symlink()) == (True, True)
    assert (old_file.read_text(), (old_folder / "b.txt").read_text()) == ("new", "new")
    assert not (old_folder / "a.txt").exists()


@pytest.mark.usefixtures("impatient")
def test_an_old_folder_is_put_back_when_the_new_one_cannot_take_its_place(
    old_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def attempt(self: Path, target: Path) -> Path:
        if target == old_folder and (self / "b.txt").exists():
            raise forbidden(self)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", attempt)
    with pytest.raises(UnwritableFile, match="letters"):
        fill(old_folder)
    assert content(old_folder.parent) == {"letters/a.txt": "old"}


KILLED = """
import os, signal
from pathlib import Path
from signatories.exports.swapping import replacing_file, replacing_folder
with (
    replacing_file(Path("letters/a.txt")) as file,
    replacing_folder(Path("letters"), lambda folder, called: None) as folder,
):
    file.path.write_text("new")
    (folder.path / "b.txt").write_text("new")
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
"""


def test_a_killed_process_leaves_the_old_files_and_what_it_left_is_swept_away(
    old_folder: Path,
) -> None:
    place = {"cwd": old_folder.parent, "env": os.environ | {"PYTHONPATH": str(ROOT)}}
    assert subprocess.run([sys.executable, "-c", KILLED], check=False, **place).returncode != 0
    left = list(old_folder.parent.rglob(".signatories-*"))
    assert len(left) == 2
    assert (old_folder / "a.txt").read_text() == "old"
    write(old_folder.parent / "list.txt")
    assert all(path.exists() for path in left)  # somebody may be writing them
    for path in left:
        os.utime(path, (0, 0))
    write(old_folder / "a.txt")
    write(old_folder.parent / "list.txt")
    assert content(old_folder.parent) == {"letters/a.txt": "new", "list.txt": "new"}
