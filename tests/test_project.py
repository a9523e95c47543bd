"""What the papers promise: the README's letter and its commands, run as they are written there."""

import re
import shlex
from pathlib import Path

import pytest
from openpyxl import Workbook

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
PARTNERS = "name,country\nExample Forum,Kenya\n"
MAIL = """From: Ben Sample <ben@forum.example>
Date: Thu, 19 Nov 2026 10:00:00 +0000
Subject: Re: joint letter
Content-Type: text/plain; charset=utf-8

Yes, we sign.

Ben Sample
Director, Example Forum
"""
TREATY = "Participant,Signature,Ratification\nGhana,12 Sep 2019,\nTürkiye,4 Mar 2019,5 Jun 2021\n"


def save_workbook(path: Path, sheet: str, text: str) -> None:
    book = Workbook()
    book.active.title = sheet
    for line in text.splitlines():
        book.active.append(line.split(","))
    book.save(path)


def as_a_shell_does(word: str) -> list[str]:
    """The files that a word with a star names."""
    return sorted(map(str, Path().glob(word))) if word.endswith(".eml") else [word]


def test_the_readme_shows_its_jobs() -> None:
    assert len(COMMANDS) >= 8
    assert {shlex.split(command, comments=True)[0] for command in COMMANDS} == {
        "import",
        "duplicates",
        "confirm",
        "sign-ons",
        "list",
        "lists",
        "recipients",
        "export",
        "runs",
        "changes",
        "report",
    }


def test_the_commands_of_the_readme_do_their_jobs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (text,) = [block for block in CODE if block.startswith("---\n")]
    Path("letter.md").write_text(text, encoding="utf-8")
    save_workbook(Path("members.xlsx"), "Members", MEMBERS)
    save_workbook(Path("partners.xlsx"), "Members", PARTNERS)
    Path("answers").mkdir()
    Path("answers/ben.eml").write_text(MAIL, encoding="utf-8")
    Path("treaty.csv").write_text(TREATY, encoding="utf-8")
    for command in ["letter add letter.md", *COMMANDS, "history", "undo", "backup"]:
        words = [
            expanded
            for word in shlex.split(command, comments=True)
            for expanded in as_a_shell_does(word)
        ]
        code = cli.main(["-w", "office.signatories", *words])
        assert code == 0, f"{command}: {capsys.readouterr().err}"
    assert "192 of 193 recipients" in capsys.readouterr().out
    assert len(list(Path("letters").glob("*.pdf"))) == 192
    assert Path("signatories.xlsx").exists()


def test_the_picture_and_the_papers_that_the_readme_links_are_there() -> None:
    linked = [name for name in re.findall(r"\]\(([^)]+)\)", README) if "://" not in name]
    assert linked
    assert [name for name in linked if not (ROOT / name).exists()] == []
