#!/usr/bin/env python3
"""Set Signatories up and start it, or test it, with nothing but Python's standard library.

    python run.py                      open the window
    python run.py test [ARGUMENT]...   run the tests; what follows goes to pytest
    python run.py setup                only set up
    python run.py translations [LANGUAGE]...   collect all texts for translators, and make translations ready
    python run.py WORD...              the command line, such as: python run.py letters

It reads under Python 3.8 too, so that an old Python answers with a sentence.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "set-up-from"  # written last: a set-up without it was interrupted
SUPPORTED = [(3, 13), (3, 12), (3, 11)]

# What PySide6 expects of a Linux system, and the Debian package that brings it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class Stop(Exception):
    """Nothing more can be done here; the text says what the user can do."""


def main(arguments: list[str]) -> int:
    """Do what the words ask for; return the exit code."""
    try:
        if sys.version_info[:2] not in SUPPORTED:
            return start_again(arguments)
        return start(arguments)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1


def start(arguments: list[str]) -> int:
    """Set up if need be, then hand over to the window, the tests or the command line."""
    word = arguments[0] if arguments else ""
    install_packages(missing_packages(word))
    set_up_once()
    if word == "test":
        return run_tests(arguments[1:])
    if word == "translations":
        return hand_over(str(ROOT / "translations.py"), *arguments[1:])
    if word == "setup":
        print("Ready. Start the window with: python run.py")
        return 0
    if not word and not has_display():
        return make_sample_letters()
    return hand_over("-P", "-m", "ui", *arguments)


def has_display() -> bool:
    """Whether a window can open: on Linux, whether Qt was told of a screen or needs none."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def make_sample_letters() -> int:
    """Write the sample and its letters into a new folder, and say where."""
    print("No display, so no window can open here: making the sample's letters.", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="signatories-sample-"))
    sample, letters = str(folder / "sample.signatories"), str(folder / "letters")
    export = ["export", "letters", "-w", sample, "--letter", "1", "--format", "pdf", "--separate"]
    for words in (["sample", sample], [*export, "-o", letters]):
        code = subprocess.call([PYTHON, "-P", "-m", "ui", *words])
        if code:
            return code
    print(f"The letters are in {letters}\nThe workspace they come from is {sample}")
    return 0


def run_tests(arguments: list[str]) -> int:
    """Run every test but the long ones, without a screen unless one was asked for.

    All of them are shared out among the cores, by file; those that are asked for run one after the other.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    wanted = arguments or ["--numprocesses", "auto", "--maxprocesses", "4", "--dist", "loadfile"]
    return hand_over("-m", "pytest", "-m", "not long", *wanted)


def hand_over(*arguments: str) -> NoReturn:
    """Go on as the project's own Python; Windows cannot replace a process, so it waits for one."""
    sys.stdout.flush()
    if os.name == "nt":
        sys.exit(subprocess.call([PYTHON, *arguments]))
    os.execv(PYTHON, [str(PYTHON), *arguments])  # noqa: S606 - no shell: nothing to quote


def set_up_once() -> None:
    """Make .venv fit this Python and pyproject.toml, unless it does; others who start wait."""
    if is_set_up():
        return
    with only_one():
        if not is_set_up():
            set_up()


def is_set_up() -> bool:
    """Whether the last set-up was finished, by this version of Python, from this pyproject.toml."""
    return PYTHON.exists() and STAMP.exists() and STAMP.read_text() == "\n".join(origin())


def origin() -> tuple[str, str]:
    """What .venv depends on: the version of Python, and the digest of pyproject.toml."""
    digest = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return "{}.{}".format(*sys.version_info), digest


def set_up() -> None:
    """Install everything into .venv: a new one, unless only pyproject.toml has changed."""
    print("Setting up. This takes a minute or two, once.", flush=True)
    uv = shutil.which("uv")
    if STAMP.exists() and PYTHON.exists() and STAMP.read_text().startswith(origin()[0] + "\n"):
        STAMP.unlink()
    else:
        shutil.rmtree(VENV, ignore_errors=True)
        make_venv(uv)
    install(uv)
    STAMP.write_text("\n".join(origin()))


def must(*command: str | Path) -> None:
    """Run a command of the set-up that everything after it depends on."""
    if subprocess.call(command):
        raise Stop(
            f"Setting up did not finish; this went wrong: {' '.join(map(str, command))}\n"
            "Check the network connection and the free disk space, then start again."
        )


def make_venv(uv: str | None) -> None:
    """Make .venv, with a pip in it."""
    if uv and importlib.util.find_spec("ensurepip") is None:
        must(uv, "venv", "--seed", "--python", sys.executable, VENV)
    else:
        must(sys.executable, "-m", "venv", VENV)


def install(uv: str | None) -> None:
    """Install the project and what it needs; pip may know an index that uv was not told of."""
    project = ["--editable", f"{ROOT}[dev]"]
    with_uv = ["pip", "install", "--compile-bytecode", "--python", str(PYTHON), *project]
    if uv is None or subprocess.call([uv, *with_uv]):
        must(PYTHON, "-m", "pip", "install", "--disable-pip-version-check", *project)


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Hold the lock on setting up: SQLite's, as it is on every system and ends with its process."""
    lock = sqlite3.connect(str(ROOT / ".venv.lock"), timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise Stop(f"Cannot write to {ROOT}: {error}.") from error
        print("Another start is setting up. Waiting for it.", flush=True)
        lock.execute("PRAGMA busy_timeout = 1800000")  # half an hour, in milliseconds
        lock.execute("BEGIN EXCLUSIVE")
    with contextlib.closing(lock):
        yield


def qt_libraries(word: str) -> dict[str, str]:
    """The libraries that Qt will ask a Linux system for: none for the command line."""
    if sys.platform != "linux" or word not in ("", "test", "setup", "translations"):
        return {}
    if word == "" and os.environ.get("QT_QPA_PLATFORM") is None:
        return {**QT_LIBRARIES, **SCREEN_LIBRARIES} if has_display() else {}
    return QT_LIBRARIES


def missing_packages(word: str) -> list[str]:
    """What is missing, by Debian's names; Debian keeps half of Python's venv apart."""
    packages = [package for library, package in qt_libraries(word).items() if not loads(library)]
    if not (is_set_up() or shutil.which("uv") or importlib.util.find_spec("ensurepip")):
        packages.append("python{}.{}-venv".format(*sys.version_info))
    return packages


def loads(library: str) -> bool:
    """Whether the system's loader finds the library and all that it needs."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Install Debian packages as root; anybody else is told the line to run."""
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise Stop(f"This system lacks what Debian calls {', '.join(packages)}. Install it first.")
    if os.geteuid() != 0:
        raise Stop(
            f"Something is missing. Run this line, then start again:\n"
            f"sudo apt-get install {' '.join(packages)}"
        )
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    must("apt-get", "update")
    must("apt-get", "install", "-y", "--no-install-recommends", *packages)


def start_again(arguments: list[str]) -> int:
    """Start once more with a Python that fits, if there is one."""
    check = f"import sys; sys.exit(sys.version_info[:2] not in {SUPPORTED})"
    for version in SUPPORTED:
        launcher = ["py", "-{}.{}"] if os.name == "nt" else ["python{}.{}"]
        python = [word.format(*version) for word in launcher]
        if shutil.which(python[0]) and not subprocess.call(
            [*python, "-c", check], stderr=subprocess.DEVNULL
        ):
            return subprocess.call([*python, __file__, *arguments])
    raise Stop(
        "Signatories needs Python 3.11, 3.12 or 3.13, and this is {}.{}. ".format(*sys.version_info)
        + "Install one of them from python.org, then start this with it."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
