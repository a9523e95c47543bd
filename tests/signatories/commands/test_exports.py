"""What an export says of what it made."""

from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.factories import Make


@pytest.fixture
def run(workspace: Path, make: Make) -> CommandLine:
    """A letter to two of one name, signed by one organisation."""
    make.letter(sign_ons=1)
    for _ in range(2):
        make.recipient("Ghana", letter=1)
    make.confirm(1)
    return CommandLine(workspace)


def words(product: str, target: Path) -> tuple[object, ...]:
    format_ = target.suffix[1:]
    return ("export", product, "--letter", "1", "--format", format_, "-o", target)


def test_warnings_are_in_the_answer_too(run: CommandLine, tmp_path: Path) -> None:
    (warning,) = run.data(*words("letters", tmp_path / "a.txt"))["warnings"]
    assert warning.startswith("2 recipients with the same name and person")
    again = ("export", "run", "--letter", "1", "-o", tmp_path / "b.txt")
    assert run.data(*again)["warnings"] == []


@pytest.mark.parametrize("product", ["letters", "sign-ons"])
def test_the_name_of_an_internal_file_says_so(
    run: CommandLine, tmp_path: Path, product: str
) -> None:
    told = "international.xlsx is internal: name it so, that nobody passes it on."
    said = run(*words(product, tmp_path / "international.xlsx"))
    assert (said.code, told in said.errors) == (0, True)
    for name in ("of_us-INTERNAL.xlsx", "(intern).xlsx"):
        assert "is internal" not in run(*words(product, tmp_path / name)).errors


def test_the_name_of_others_is_free(run: CommandLine, tmp_path: Path) -> None:
    assert "is internal" not in run(*words("block", tmp_path / "list.xlsx")).errors
