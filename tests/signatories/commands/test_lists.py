"""`lists`, `list close`, and what `--list` makes of a list that was closed."""

import datetime as dt
from pathlib import Path

import pytest

from signatories import letters
from signatories.letters.run_settings import RunSettings
from tests.command_line import CommandLine
from tests.factories import Make


@pytest.fixture
def run(make: Make) -> CommandLine:
    """Two on list 1; a third confirmed after it was closed."""
    letter = make.letter(recipients=1)
    make.sign_on(letter, "Ada Lovell", "Tide Watch")
    make.sign_on(letter, "Grace Hooper", "Coral Trust")
    make.confirm(letter)
    run = CommandLine(make.database.path)
    assert run("list", "close", "--letter", "1").code == 0
    make.sign_on(letter, "Mary Annick", "Shore Relief")
    make.confirm(letter)
    return run


def names(run: CommandLine, *words: object) -> list[str]:
    return [row["name"] for row in run.data("sign-ons", "--letter", "1", *words)]


def test_a_list_is_closed_and_told(run: CommandLine) -> None:
    closed = run.data("list", "close", "--letter", "missions")
    figures = {"signatories": 3, "came": 1, "withdrawn": 0, "later": 0}
    assert closed == {"number": 2, "version": 1, "cut_off": closed["cut_off"], **figures}
    first, second = run.data("lists", "--letter", "1")
    assert second == closed
    assert (first["number"], first["signatories"], first["later"]) == (1, 2, 1)


def test_people_read_who_came_and_who_went(run: CommandLine, make: Make) -> None:
    make.withdraw(1)
    said = run("lists", "--letter", "1").out
    assert said.startswith("1 of version 1, ")
    assert said.endswith("): 2 on it, 1 withdrew since, 1 agreed since\n")
    assert "): 2 on it, 1 not on the one before\n" in run("list", "close", "--letter", "1").out


def test_no_list_is_an_empty_list(make: Make) -> None:
    make.letter()
    run = CommandLine(make.database.path)
    assert run.data("lists", "--letter", "1") == []
    assert run("lists", "--letter", "1").out == "No list is closed.\n"


def test_a_moment_with_a_zone_is_kept_in_that_zone(make: Make) -> None:
    make.letter(sign_ons=1)
    make.confirm(1)
    run = CommandLine(make.database.path)
    assert run("list", "close", "--letter", "1", "--at", "2010-07-26T18:00+05:45").code == 1
    moment = "2090-01-01T18:00+05:45"
    said = run("list", "close", "--letter", "1", "--at", moment)
    assert (said.code, said.out) == (1, "")
    assert "2090-01-01 18:00 (UTC+05:45) is still to come" in said.errors


def test_a_day_is_its_end(run: CommandLine) -> None:
    today = dt.datetime.now().astimezone().date()
    said = run("list", "close", "--letter", "1", "--at", today.isoformat())
    assert said.code == 1
    assert f"{today} 23:59 (UTC" in said.errors
    assert "is still to come: until then others may sign. Name a moment" in said.errors


def test_the_same_list_again_is_refused(run: CommandLine) -> None:
    assert run("list", "close", "--letter", "1").code == 0
    said = run("list", "close", "--letter", "1")
    assert said.code == 1
    assert "Nobody came or went since list 2" in said.errors


def test_who_is_on_a_list_and_who_came_later(run: CommandLine) -> None:
    assert names(run, "--list", 1) == ["Ada Lovell", "Grace Hooper"]
    assert names(run, "--since", 1) == ["Mary Annick"]
    run("list", "close", "--letter", "1")
    assert names(run, "--list", 2, "--since", 1) == ["Mary Annick"]
    assert run("sign-ons", "--letter", "1", "--since", 2).out == "Nobody.\n"


def test_the_number_of_a_printed_list_is_not_given_to_another(
    run: CommandLine, make: Make, tmp_path: Path
) -> None:
    run("list", "close", "--letter", "1")
    export = ("export", "block", "--letter", "1", "--format", "txt", "-o", tmp_path / "a.txt")
    assert run(*export, "--list", 2).code == 0
    assert run("undo").code == 0
    assert run.data("list", "close", "--letter", "1")["number"] == 3
    assert [each["number"] for each in run.data("lists", "--letter", "1")] == [1, 3]


def test_a_list_that_is_not_there_is_a_users_error(run: CommandLine, tmp_path: Path) -> None:
    said = run("sign-ons", "--letter", "1", "--list", 3)
    assert (said.code, said.out) == (1, "")
    assert "Version 1 of “To the missions” has no list 3" in said.errors
    export = ("export", "block", "--letter", "1", "--format", "txt", "-o", tmp_path / "a.txt")
    assert run(*export, "--list", 3).code == 1
    assert not (tmp_path / "a.txt").exists()


def test_a_closed_list_is_printed(run: CommandLine, tmp_path: Path) -> None:
    for product in ("letters", "block", "annex"):
        path = tmp_path / f"{product}.txt"
        words = ("export", product, "--letter", "1", "--format", "txt", "-o", path)
        assert run(*words, "--list", "1").code == 0
        printed = path.read_text(encoding="utf-8")
        assert "Ada Lovell" in printed
        assert "Mary Annick" not in printed
    assert [made["list"] for made in run.data("runs", "--letter", "1")] == [1, 1, 1]
    assert "version 1, list 1," in run("runs", "--letter", "1").out


def test_who_withdrew_from_a_list_is_named_and_not_printed(
    run: CommandLine, make: Make, tmp_path: Path
) -> None:
    make.withdraw(1)
    path = tmp_path / "block.txt"
    words = ("export", "block", "--letter", "1", "--format", "txt", "-o", path, "--list", 1)
    text = "1 on list 1 do not agree any more and are not printed: Ada Lovell, Tide Watch."
    assert text in run(*words).errors
    assert "Ada Lovell" not in path.read_text(encoding="utf-8")
    assert run(*words, "--strict").code == 1


def test_what_was_printed_of_a_list_is_made_again(
    run: CommandLine, make: Make, tmp_path: Path
) -> None:
    path, again = tmp_path / "block.txt", tmp_path / "again.txt"
    run("export", "block", "--letter", "1", "--format", "txt", "-o", path, "--list", 1)
    make.withdraw(1)
    run("list", "close", "--letter", "1")
    run("export", "run", "--letter", "1", "-o", again)
    assert again.read_bytes() == path.read_bytes()
    removed = run.data("changes", "--letter", "1", "--run", 1)["sign_ons"]["removed"]
    assert [each["id"] for each in removed] == [1]


def test_changes_since_a_list_that_was_taken_back(run: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "block.txt"
    run("export", "block", "--letter", "1", "--format", "txt", "-o", path, "--list", 1)
    (closing,) = [each for each in run.data("history") if "Close list" in each["message"]]
    run("undo", closing["id"])
    assert run.data("lists", "--letter", "1") == []
    assert run.data("changes", "--letter", "1")["sign_ons"]["added"] == []


def test_the_report_tells_the_lists(run: CommandLine) -> None:
    signed = run.data("report", "--letter", "1")["signed"]
    assert signed["lists"] == run.data("lists", "--letter", "1")
    said = run("report", "--letter", "1").out
    assert "with 2 on it." in said
    assert "1 agreed and are not on list 1." in said


def test_everybody_is_printed_where_the_letter_keeps_a_list_or_a_day(
    run: CommandLine, make: Make, tmp_path: Path
) -> None:
    path = tmp_path / "block.txt"
    words = ("export", "block", "--letter", "1", "--format", "txt", "-o", path)
    long_ago = dt.datetime(2010, 7, 26, tzinfo=dt.UTC)
    for kept in (RunSettings(list_number=1), RunSettings(signed_by=long_ago)):
        with make.database.work("Choose") as unit:
            letters.set_run_settings(unit.session, 1, kept)
        assert run(*words, "--list", "all").code == 0
        assert "Mary Annick" in path.read_text(encoding="utf-8")
        path.unlink()
    assert run(*words, "--list", "everybody").code == 2


def test_a_list_and_a_day_are_wrong_usage(run: CommandLine, tmp_path: Path) -> None:
    words = ("export", "block", "--letter", "1", "--format", "txt", "-o", tmp_path / "a.txt")
    said = run(*words, "--list", "1", "--signed-by", "2010-07-26")
    assert said.code == 2
    assert "not allowed with argument --list" in said.errors


def test_a_run_made_again_takes_no_other_list(run: CommandLine, tmp_path: Path) -> None:
    said = run("export", "run", "--letter", "1", "-o", tmp_path / "a.pdf", "--list", 1)
    assert said.code == 2
    assert "a run is made again as it was" in said.errors


def test_a_letter_may_name_its_list(run: CommandLine, make: Make, tmp_path: Path) -> None:
    text = tmp_path / "letter.md"
    body = 'List {{ list.number | "0" }} of {{ list.date }}.'
    text.write_text(f"---\ntitle: To others\nlanguage: en\n---\n\n{body}\n", encoding="utf-8")
    run("letter", "add", text)
    make.recipient(letter=2)
    make.sign_on(2)
    make.confirm(2)
    run("list", "close", "--letter", "2", "--at", "2090-01-01T12:00")
    words = ("export", "letters", "--letter", "2", "--format", "txt", "-o", tmp_path / "a.txt")
    assert run(*words).code == 0
    assert "List 0 of " in (tmp_path / "a.txt").read_text(encoding="utf-8")
    run("list", "close", "--letter", "2")
    assert run(*words, "--list", 1).code == 0
    assert "List 1 of " in (tmp_path / "a.txt").read_text(encoding="utf-8")
