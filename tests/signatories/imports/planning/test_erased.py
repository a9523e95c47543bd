"""Whoever was erased for good is asked about when a file brings them back, and nobody else is."""

from pathlib import Path

import pytest

from signatories import erasing
from tests.command_line import CommandLine
from tests.factories import Make


@pytest.fixture
def run(workspace: Path, make: Make) -> CommandLine:
    person = make.person("Ada Thistle", email="ada@moth.example")
    make.letter()
    erasing.erase(make.database, person)
    return CommandLine(workspace)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Name;E-mail\nADA  THISTLE;\nBen Reed;Ada@Moth.example\nEve Fern;\n", "people"),
        ("Name;Organisation\nAda Thistle;Moth Alliance\nBen Reed;Moth Alliance\n", "sign-ons"),
        ("Recipient;Person\nMoth Society;Ada Thistle\nReed Trust;Ben Reed\n", "recipients"),
    ],
)
def test_rows_of_the_erased_are_asked_about(
    run: CommandLine, tmp_path: Path, text: str, kind: str
) -> None:
    file = tmp_path / "back.csv"
    file.write_text(text, encoding="utf-8")
    words = ("import", file, "--as", kind, "--letter", "1")
    plan = run.data(*words, "--dry-run")
    asked = [any("was erased on" in each for each in row["problems"]) for row in plan["rows"]]
    assert asked == ([True, True, False] if kind == "people" else [True, False])

    done = run(*words)
    assert "Somebody of this name or address was erased on" in done.errors
    assert done.code == 0
