"""`letter translate`, `letter declare` and `letter show --language`."""

from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.factories import Make

FRENCH = """---
title: Aux missions
language: fr
place: Genève
date: 2030-01-01
salutation: Excellence,
closing: Veuillez agréer nos salutations,
---

Nous écrivons à {{ recipient.name }}.
"""


@pytest.fixture
def french(tmp_path: Path) -> Path:
    path = tmp_path / "fr.md"
    path.write_text(FRENCH, encoding="utf-8")
    return path


@pytest.fixture
def run(make: Make) -> CommandLine:
    make.letter(sign_ons=1)
    make.confirm(1)
    return CommandLine(make.database.path)


def test_a_translation_is_added_declared_and_shown(run: CommandLine, french: Path) -> None:
    said = run("letter", "translate", "1", french, "--json")
    assert (said.data["language"], said.data["version"], said.data["must_confirm_again"]) == (
        "fr",
        1,
        [],
    )
    assert "“date” is the same in all languages" in said.errors
    assert "“place”" not in said.errors
    declared = run.data("letter", "declare", "1", "fr")
    assert (declared["language"], declared["authoritative"]) == ("fr", "en")
    shown = run.data("letter", "show", "1", "--language", "fr")
    assert (shown["language"], shown["place"], shown["salutation"]) == (
        "fr",
        "Genève",
        "Excellence,",
    )
    texts = shown["texts"]
    assert [(text["language"], text["authoritative"]) for text in texts] == [
        ("en", True),
        ("fr", False),
    ]
    assert texts[1]["declared_at"] == declared["declared_at"]


def test_what_is_declared_after_the_first_text_changed_is_told(
    run: CommandLine, french: Path
) -> None:
    first = french.with_name("en.md")
    first.write_text(run("letter", "show", "1").out + "\nPlease.\n", "utf-8")
    run("letter", "translate", "1", french)
    run("letter", "update", "1", first)
    run("confirm", "--letter", "1", "--all", "--how", "letter")
    said = run("letter", "declare", "1", "fr")
    assert (said.code, "was changed after" in said.errors) == (0, True)


def test_a_correction_asks_nobody_again(run: CommandLine, french: Path) -> None:
    run("letter", "translate", "1", french)
    run("letter", "declare", "1", "fr")
    french.write_text(FRENCH.replace("Nous", "Tous, nous"), encoding="utf-8")
    data = run.data("letter", "translate", "1", french, "--spelling", "un mot manquait")
    assert (data["version"], data["next_version"]) == (2, True)
    assert data["must_confirm_again"] == []


def test_a_draft_is_removed(run: CommandLine, french: Path) -> None:
    run("letter", "translate", "1", french)
    assert run.data("letter", "translate", "1", "--remove", "fr") == {"id": 1, "removed": "fr"}
    said = run("letter", "show", "1", "--language", "fr")
    assert (said.code, "no text in “français (fr)”" in said.errors) == (1, True)


def test_what_changed_is_shown_by_language(run: CommandLine, french: Path) -> None:
    first = french.with_name("en.md")
    first.write_text(run("letter", "show", "1").out + "\nPlease.\n", "utf-8")
    run("letter", "translate", "1", french)
    said = run("letter", "update", "1", first, "--json").data
    assert (said["language"], len(said["must_confirm_again"])) == ("en", 1)
    french.write_text(FRENCH.replace("Nous", "Tous, nous"), encoding="utf-8")
    assert run("letter", "translate", "1", french).out.startswith("In “français (fr)”:\nbody:\n")
    changes = run.data("letter", "show", "1")["changes"]
    added = {
        each["language"]: [piece["text"] for piece in part["pieces"] if piece["kind"] == "added"]
        for each in changes
        for part in each["changed"]
    }
    assert added == {"en": ["\n\nPlease."], "fr": ["Tous, nous"]}
    assert run.data("letter", "show", "1", "--version", "1")["changes"] == []


def test_history_names_the_language(run: CommandLine, french: Path) -> None:
    run("letter", "translate", "1", french)
    run("letter", "declare", "1", "FR")
    run("letter", "translate", "1", french.with_name("fr.md"), "--spelling", "no change")
    said = run("history").out
    assert "Write the text of “To the missions” in français (fr)" in said
    assert "Declare the text of “To the missions” in " in said


def test_a_file_or_a_language_to_remove_is_named(run: CommandLine) -> None:
    assert run("letter", "translate", "1").code == 2
    assert run("letter", "translate", "1", "--remove", "fr", "--spelling", "x").code == 2
