"""A person is erased on the command line: looked at first, then for good."""

from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.factories import Make


@pytest.fixture
def run(workspace: Path, make: Make) -> CommandLine:
    """A letter signed by one organisation through a person, who has a namesake."""
    letter = make.letter(recipients=1)
    make.sign_on(letter, "Ada Thistle", "Moth Alliance", role="Chair")
    make.confirm(letter)
    make.person("Ada Thistledown")
    return CommandLine(workspace)


def test_without_yes_nothing_is_erased(run: CommandLine, workspace: Path) -> None:
    before = workspace.read_bytes()
    said = run("erase", "Ada Thistle", "--json")
    assert (said.code, workspace.read_bytes()) == (1, before)
    assert "Nothing was erased. Nothing takes this back. Add --yes" in said.errors
    assert said.data["erased"] is False
    assert said.data["person"] == {"id": 1, "name": "Ada Thistle"}
    assert [(each["id"], each["for"]) for each in said.data["sign_ons"]] == [(1, "organisation")]
    plain = run("erase", "1")
    assert "Kept without a signer: 1 answer of organisations." in plain.out


def test_with_yes_it_is_done(run: CommandLine, tmp_path: Path) -> None:
    target = tmp_path / "letters.txt"
    export = "export", "letters", "--letter", "1", "--format", "txt", "-o"
    run.data(*export, target)
    copy = tmp_path / "copy.signatories"

    said = run("erase", "1", "--yes", "--backup", copy, "--json")

    assert said.code == 0
    assert (said.data["erased"], said.data["overwritten"]) == (True, True)
    assert said.data["made_files"] == [str(target)]
    assert said.data["backups"] == [str(copy)]
    assert f"The file {target} was made of a list with them." in said.errors
    assert run.data("history")[0]["message"] == "Erase a person for good"
    again = tmp_path / "again.txt"
    assert "Ada Thistle" in target.read_text("utf-8")
    run.data(*export, again)
    assert "Ada Thistle" not in again.read_text("utf-8")
    assert run("erase", "1", "--yes").code == 1


def test_who_may_be_several_is_asked_for_by_number(run: CommandLine) -> None:
    said = run("erase", "Thistle")
    assert said.code == 1
    assert "“Thistle” may be several people: 1 “Ada Thistle”, 2 “Ada Thistledown”" in said.errors
    assert "There is no person “Nobody”." in run("erase", "Nobody", "--yes").errors


def test_a_recipient_of_the_name_goes_when_asked_for(run: CommandLine, make: Make) -> None:
    same = make.recipient("Ada Thistle")
    offered = run("erase", "1").out
    assert f"goes with --recipient {same}" in offered
    run.data("erase", "1", "--yes", "--recipient", same)
    names = [each["name"] for each in run.data("recipients")]
    assert "Ada Thistle" not in names
