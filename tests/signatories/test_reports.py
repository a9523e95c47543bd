"""The report on a letter, from the workspace."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from signatories.database import Database
from signatories.models import Run, SignOn, SignOnStatus
from tests.command_line import CommandLine
from tests.printed import pages_of

LETTER = """---
title: To the Missions
salutation: Your Excellency,
closing: Sincerely yours,
recipients: status != party
as_of: 2010-07-26
---

We regret that {{ recipient.country }} has not yet ratified.
"""
TREATY = """Participant,Signature,"Ratification, Accession(a), Succession(d)"
Ghana,24 Sep 2003,
Turkey,8 Sep 2000,30 Jul 2010
Kenya,8 Sep 2000,26 Jul 2010
"""


@pytest.fixture
def run(workspace: Path, tmp_path: Path) -> CommandLine:
    """A letter with two yeses, to the States that were no parties on a day."""
    command = CommandLine(workspace)
    (tmp_path / "letter.md").write_text(LETTER, encoding="utf-8")
    (tmp_path / "treaty.csv").write_text(TREATY, encoding="utf-8")
    command.data("letter", "add", tmp_path / "letter.md")
    command.data("import", tmp_path / "treaty.csv", "--letter", 1)
    lines = "Ana Example, Example House\nBo Beispiel, Beispielhaus\n"
    command.data("import", "-", "--as", "sign-ons", "--letter", 1, pasted=lines)
    command.data("confirm", "--letter", 1, "--all", "--how", "their mails")
    return command


def export(run: CommandLine, folder: Path, *options: object) -> None:
    run.data(
        "export", "letters", "--letter", 1, "--format", "txt", *options, "-o", folder / "l.txt"
    )


def test_of_the_states_written_to_it_tells_who_has_joined_since(
    run: CommandLine, tmp_path: Path
) -> None:
    export(run, tmp_path)
    four_days_later = run.data("report", "--letter", 1, "--as-of", "2010-07-30")
    assert four_days_later["sent"]["letters"] == 191
    assert four_days_later["sent"]["standing"] == {"signed": 2, "no action": 189}
    assert four_days_later["signed"]["organisations"] == 2
    assert four_days_later["answers"] == {"confirmed": 2}
    assert four_days_later["moved"] == [
        {"country": "TR", "name": "Türkiye", "status": "party", "since": "2010-07-30"}
    ]
    assert run.data("report", "--letter", 1, "--as-of", "2010-07-29")["moved"] == []


def test_a_sample_and_the_register_are_not_the_letters(run: CommandLine, tmp_path: Path) -> None:
    export(run, tmp_path, "--limit", 3)
    register = ("export", "letters", "--letter", 1, "--format", "xlsx", "-o", tmp_path / "l.xlsx")
    run.data(*register)
    assert run.data("report", "--letter", 1)["sent"] is None


def test_letters_made_again_are_not_sent_again(
    run: CommandLine, workspace: Path, tmp_path: Path
) -> None:
    export(run, tmp_path)
    with Database.open(workspace) as database, database.writing() as session:
        session.scalars(select(Run)).one().at = dt.datetime(2020, 5, 4, 12, tzinfo=dt.UTC)
    run.data("export", "run", "--letter", 1, "-o", tmp_path / "again.txt")
    assert run.data("report", "--letter", 1)["sent"]["date"] == "2020-05-04"


def test_a_run_that_was_not_kept_whole_is_told_as_far_as_it_is_known(
    run: CommandLine, workspace: Path, tmp_path: Path
) -> None:
    export(run, tmp_path)
    with Database.open(workspace) as database, database.writing() as session:
        session.scalars(select(Run)).one().snapshot = {}
    sent = run.data("report", "--letter", 1)["sent"]
    assert (sent["letters"], sent["as_of"], sent["standing"]) == (191, None, {})


def test_who_withdrew_after_the_letters_were_made_is_named(
    run: CommandLine, workspace: Path, tmp_path: Path
) -> None:
    export(run, tmp_path)
    assert run.data("report", "--letter", 1)["sent"]["withdrawn_since"] == []
    with Database.open(workspace) as database, database.work("Withdraw") as unit:
        unit.session.get_one(SignOn, 1).status = SignOnStatus.WITHDRAWN
    gone = "Ana Example, Example House"
    assert run.data("report", "--letter", 1)["sent"]["withdrawn_since"] == [gone]
    told = " ".join(run("report", "--letter", 1).out.split())
    assert f"The letters still name 1 who withdrew since: {gone}." in told


def test_a_report_does_not_replace_a_workspace(run: CommandLine, workspace: Path) -> None:
    before = workspace.read_bytes()
    said = run("report", "--letter", 1, "-o", workspace)
    assert said.code == 1
    assert "is a workspace and is not replaced" in said.errors
    assert workspace.read_bytes() == before


def test_nothing_has_happened_to_a_new_letter(workspace: Path, tmp_path: Path) -> None:
    command = CommandLine(workspace)
    (tmp_path / "letter.md").write_text("---\ntitle: New\n---\n\nText.\n", encoding="utf-8")
    command.data("letter", "add", tmp_path / "letter.md")
    said = command("report", "--letter", 1)
    assert said.code == 0
    assert "Nobody has confirmed yet." in said.out
    told = command.data("report", "--letter", 1)
    assert (told["signed"], told["sent"], told["answers"]) == (None, None, {})


def test_a_pdf_needs_a_file(run: CommandLine) -> None:
    said = run("report", "--letter", 1, "--format", "pdf")
    assert said.code == 2
    assert "a PDF needs a file: name it with -o" in said.errors


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("r.PDF", (), b"%PDF-"),
        ("r.txt", (), b"To the Missions"),
        ("r", (), b"To the Missions"),
        ("r.pdf", ("--format", "txt"), b"To the Missions"),
        ("r.txt", ("--format", "pdf"), b"%PDF-"),
    ],
)
def test_the_name_of_the_file_tells_the_format_where_none_is_named(
    run: CommandLine, tmp_path: Path, name: str, options: tuple[str, ...], begins: bytes
) -> None:
    run.data("report", "--letter", 1, "-o", tmp_path / name, *options)
    assert begins in (tmp_path / name).read_bytes()[:200]


def test_it_is_written_as_a_pdf(run: CommandLine, tmp_path: Path) -> None:
    export(run, tmp_path)
    path = tmp_path / "report.pdf"
    run.data("report", "--letter", 1, "--as-of", "2010-07-30", "--format", "pdf", "-o", path)
    (page,) = pages_of(path)
    assert "1 of them became party since:" in page
    assert "Türkiye, 30 July 2010" in page
