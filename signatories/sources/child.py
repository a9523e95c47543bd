"""The parent's side of reading: starts the child, shows how far it is, ends it, and says what it died of."""

import json
import logging
import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import signatories
from signatories.errors import UnreadableFile
from signatories.progress import Progress
from signatories.sources import CHILD, answers, caps, regular_files
from signatories.sources.documents import How
from signatories.sources.limits import too_large
from signatories.sources.refusals import damaged
from signatories.sources.worker import ANSWER, OPENED, REQUEST, STAGE, STAGE_LAYOUT
from signatories.texts import N_

log = logging.getLogger(__name__)

_LOOKS = 0.02  # seconds between looks at the child: Cancel is heard at each
_WATCHES = 0.5  # seconds between looks at its memory, where the system does not limit it
_LARGEST_ANSWER = 20_000_000  # bytes: 100,000 merged cells are 2 MB, and a million rows 50 kB
_NEEDED = 1_000_000  # bytes for even a small file
_LONGEST_PASSWORD = 2_000  # bytes: Office takes 255 letters
_MOST_SECONDS = 300  # for a child that waits for something, such as a disk that is gone
# Exit codes, Windows' own among them: a job's limit reached, abort(), no memory.
_OUT_OF_TIME = {-24, 1816}
_OUT_OF_MEMORY = {-signal.SIGABRT, 3, 0xC0000017, 0xC0000409}


def read(
    path: Path,
    name: str,
    how: How,
    folder: Path,
    progress: Progress,
    further: Sequence[Path] = (),
) -> dict[str, Any]:
    """What the child answers about a file, called `name`; the rows are in `folder` then.

    A second reader follows one that died. `further` are files of mails, read as one with it.
    Raises UnreadableFile, LockedFile where a password is missing, and Cancelled after ending the child.
    """
    answer: dict[str, Any] | None = None
    died: UnreadableFile | None = None
    others = [str(each.absolute()) for each in further]
    written = asdict(replace(how, password=None))  # it goes through a pipe, and lies nowhere
    request = {"path": str(path.absolute()), "name": name, "how": written, "further": others}
    for attempt in range(2):
        (folder / REQUEST).write_text(json.dumps({**request, "attempt": attempt}), "utf-8")
        (folder / ANSWER).unlink(missing_ok=True)
        end = _run(folder, how.password or "", progress)
        for opened in folder.glob(f"{OPENED}*"):
            opened.unlink()
        answer = _answer(folder) if end == 0 else None
        if answer is not None:
            break
        died = died or _cause(end, folder, name)
        log.info("a child that read a file ended with %s", end)
    if answer is None or "exhausted" in answer:
        raise died or damaged(name)
    if "refused" in answer:
        raise answers.refusal(answer["refused"], name, is_locked=answer.get("locked") is True)
    return answer


def command(folder: Path) -> list[str]:
    """What starts the child: the bundle has no Python beside it, and becomes the child itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD, str(folder)]
    return [sys.executable, "-P", "-m", "signatories.sources.worker", str(folder)]


def _run(folder: Path, password: str, progress: Progress) -> int:
    """The child's exit code, negative for the signal that ended it. Raises Cancelled."""
    with _started(folder) as process:
        _tell(process, password)
        begun = watched = time.monotonic()
        while True:
            try:
                return process.wait(_LOOKS)
            except subprocess.TimeoutExpired:
                _report(folder, progress)
            now = time.monotonic()
            if now - begun > _MOST_SECONDS:
                return min(_OUT_OF_TIME)
            if sys.platform == "darwin" and now - watched > _WATCHES:
                watched = now
                if _memory(process.pid) > caps.MEMORY:
                    return -int(signal.SIGABRT)


@contextmanager
def _started(folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """The child, which does not outlive the block."""
    root = str(Path(signatories.__file__).parents[1])
    with (folder / "errors").open("wb") as errors:
        process = subprocess.Popen(  # noqa: S603 - our own program, and a folder that we named
            command(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env={**os.environ, "PYTHONPATH": root},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _tell(process: "subprocess.Popen[bytes]", password: str) -> None:
    """Give the child the password. One that is longer than any opens nothing, and might not fit into the pipe."""
    if process.stdin is not None:
        with suppress(OSError), process.stdin:  # it may have died by now
            process.stdin.write(password.encode("utf-8", "replace")[:_LONGEST_PASSWORD])


def _report(folder: Path, progress: Progress) -> None:
    try:
        checked, total, rows = STAGE_LAYOUT.unpack((folder / STAGE).read_bytes())
    except (OSError, struct.error):
        checked = total = rows = 0
    if rows or not total:
        progress.report(rows, None, N_("Reading rows"))
    else:
        progress.report(checked, total, N_("Checking the file"))


def _memory(process: int) -> int:
    """The bytes that a process holds, as macOS tells them."""
    asked = ["/bin/ps", "-o", "rss=", "-p", str(process)]
    said = subprocess.run(asked, capture_output=True, check=False).stdout  # noqa: S603 - no shell
    return int(said or 0) * 1024


def _cause(end: int, folder: Path, name: str) -> UnreadableFile:
    """What to say of a file that a child ended of, by how it ended and what it said last."""
    said = (folder / "errors").read_bytes()[-2000:].decode(errors="replace").strip()
    last = said.rpartition("\n")[2].partition(":")[0]
    log.info("its last word was %s", last if last.isidentifier() else "none")
    if end in _OUT_OF_TIME:
        text = N_("“{file}” takes more than a minute to read. Save it as CSV, or in smaller parts.")
        return UnreadableFile(text, file=name)
    if last == "MemoryError" or end in _OUT_OF_MEMORY:
        return too_large(name)
    if last == "OSError" or shutil.disk_usage(folder).free < _NEEDED:
        text = N_(
            "There is no room to read “{file}”: the disk with {folder} is full. Free some space."
        )
        return UnreadableFile(text, file=name, folder=tempfile.gettempdir())
    return damaged(name)


def _answer(folder: Path) -> dict[str, Any] | None:
    """The answer, which is whole in memory here: one larger than any honest file's is none."""
    try:
        if regular_files.size_of(folder / ANSWER) > _LARGEST_ANSWER:
            return None
        answer = json.loads((folder / ANSWER).read_text("utf-8"))
    except (OSError, ValueError, RecursionError, UnreadableFile):
        return None
    return answer if isinstance(answer, dict) else None
