"""run.py as an office starts it: in a folder of its own, with a stand-in for the program."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = """
import pathlib, sys
if sys.argv[1:2] == ["fail"]:
    sys.exit(7)
with pathlib.Path(__file__).with_name("calls.txt").open("a") as calls:
    print("|".join(sys.argv[1:]), file=calls)
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


class Office:
    """A folder with run.py, a stand-in program and a stand-in uv; nothing of the real .venv."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {"PATH": f"{folder}/bin", "PYTHONPATH": str(folder), "HOME": str(folder)}
        shutil.copy(ROOT / "run.py", folder)
        shutil.copy(ROOT / "pyproject.toml", folder)
        (folder / "ui").mkdir()
        (
            folder / "ui" / "__init__.py"
        ).touch()  # else the real package comes first, where it is installed
        (folder / "ui" / "__main__.py").write_text(PROGRAM)
        self.script("bin/uv", f'echo "$@" >> {folder}/uv.txt')

    def script(self, name: str, line: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(0o755)

    def set_up(self) -> None:
        self.script(".venv/bin/python", f'exec {sys.executable} "$@"')
        run = load(self.folder / "run.py")
        run.STAMP.write_text("\n".join(run.origin()))

    def start(self, *words: str, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, self.folder / "run.py", *words],
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *words: str, **environment: str) -> tuple[int, str]:
        with self.start(*words, **environment) as process:
            output, _ = process.communicate()
            return process.returncode, output

    def lines(self, name: str) -> list[str]:
        path = self.folder / name
        return path.read_text().splitlines() if path.exists() else []


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("run", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def run() -> ModuleType:
    return load(ROOT / "run.py")


def test_words_and_exit_code_pass_through(office: Office) -> None:
    office.set_up()
    assert office.run("import", "two words.csv", "--json") == (0, "")
    assert office.lines("ui/calls.txt") == ["import|two words.csv|--json"]
    assert office.run("fail") == (7, "")
    assert not office.lines("uv.txt")


def test_without_a_display_the_sample_letters_are_made_instead(
    office: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    office.set_up()
    temporary = tmp_path_factory.mktemp("temporary")
    code, output = office.run(TMPDIR=str(temporary))
    assert code == 0
    assert output.startswith("No display")
    (folder,) = temporary.iterdir()
    assert f"The letters are in {folder}/letters" in output
    sample, export = office.lines("ui/calls.txt")
    assert sample == f"sample|{folder}/sample.signatories"
    assert export.startswith(f"export|letters|-w|{folder}/sample.signatories")
    assert export.endswith(f"|-o|{folder}/letters")


def test_two_starts_on_an_interrupted_set_up_do_it_again_once(office: Office) -> None:
    office.set_up()
    (office.folder / ".venv" / "set-up-from").unlink()
    starts = [office.start("letters"), office.start("letters")]
    outputs = [process.communicate()[0] for process in starts]
    assert [process.returncode for process in starts] == [0, 0], outputs
    assert office.lines("ui/calls.txt") == ["letters", "letters"]
    assert len(office.lines("uv.txt")) == 1
    assert (office.folder / ".venv" / "pyvenv.cfg").exists()


def test_a_changed_list_of_packages_is_installed_into_what_is_there(office: Office) -> None:
    office.set_up()
    (office.folder / ".venv" / "kept").touch()
    with (office.folder / "pyproject.toml").open("a") as file:
        file.write("# changed\n")
    assert office.run("letters")[0] == 0
    assert (office.folder / ".venv" / "kept").exists()
    assert len(office.lines("uv.txt")) == 1
    assert office.run("letters") == (0, "")


def test_a_failed_install_is_said_and_not_taken_for_finished(office: Office) -> None:
    office.set_up()
    (office.folder / "pyproject.toml").write_text("changed")
    office.script("bin/uv", "exit 2")
    office.script(".venv/bin/python", "exit 2")
    code, output = office.run("letters")
    assert code == 1
    assert "Setting up did not finish" in output
    assert not (office.folder / ".venv" / "set-up-from").exists()


def test_it_reads_under_python_3_8_and_needs_only_the_standard_library() -> None:
    tree = ast.parse((ROOT / "run.py").read_text(), feature_version=(3, 8))
    names = {
        (node.module or "") if isinstance(node, ast.ImportFrom) else node.names[0].name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


def test_another_python_is_refused_in_a_sentence(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "SUPPORTED", [(3, 1)])
    monkeypatch.setenv("PATH", "")
    assert run.main(["letters"]) == 1
    assert "needs Python 3.11, 3.12 or 3.13" in capsys.readouterr().err


def test_a_python_that_fits_is_started_instead(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, office: Office
) -> None:
    office.script("bin/python3.1", f'echo "$@" >> {office.folder}/python.txt')
    monkeypatch.setattr(run, "SUPPORTED", [(3, 1)])
    monkeypatch.setenv("PATH", f"{office.folder}/bin")
    assert run.main(["letters", "--json"]) == 0
    assert office.lines("python.txt")[-1] == f"{ROOT / 'run.py'} letters --json"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves these to the user")
def test_missing_libraries_are_named_in_one_line(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    libraries = {"libc.so.6": "libc6", "libmissing.so.1": "libmissing1", "libno.so.2": "libno2"}
    monkeypatch.setattr(run, "QT_LIBRARIES", libraries)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    assert run.main(["test"]) == 1
    assert capsys.readouterr().err.endswith("\nsudo apt-get install libmissing1 libno2\n")


def test_the_command_line_asks_for_no_library_of_qt(run: ModuleType) -> None:
    assert run.qt_libraries("letters") == {}
