"""What the papers promise: the README's letter and its commands, run as they are written there."""

import re
import shlex
from pathlib import Path

import pytest

from signatories import cli

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = re.findall(r"^```\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
COMMANDS = [
    line.removeprefix("python run.py ")
    for block in CODE
    for line in block.splitlines()
    if line.startswith("python run.py ")
]
MEMBERS = "name,organisation,country\nAna Example,Example House,Ghana\n"
TREATY = "Participant,Signature,Ratification\nGhana,12 Sep 2019,\nTürkiye,4 Mar 2019,5 Jun 2021\n"


def test_the_readme_shows_its_five_jobs() -> None:
    assert len(COMMANDS) >= 8
    assert {shlex.split(command)[0] for command in COMMANDS} == {
        "import",
        "confirm",
        "sign-ons",
        "recipients",
        "export",
    }


def test_the_commands_of_the_readme_do_their_jobs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (text,) = [block for block in CODE if block.startswith("---\n")]
    Path("letter.md").write_text(text, encoding="utf-8")
    Path("members.csv").write_text(MEMBERS, encoding="utf-8")
    Path("treaty.csv").write_text(TREATY, encoding="utf-8")
    for command in ["letter add letter.md", *COMMANDS, "history", "undo", "backup"]:
        code = cli.main(["-w", "office.signatories", *shlex.split(command)])
        assert code == 0, f"{command}: {capsys.readouterr().err}"
    assert "192 of 193 recipients" in capsys.readouterr().out
    assert len(list(Path("letters").glob("*.pdf"))) == 192
    assert Path("signatories.xlsx").exists()


def test_the_picture_and_the_papers_that_the_readme_links_are_there() -> None:
    linked = [name for name in re.findall(r"\]\(([^)]+)\)", README) if "://" not in name]
    assert linked
    assert [name for name in linked if not (ROOT / name).exists()] == []
