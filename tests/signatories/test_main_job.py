"""The job that defines the program, from a text to letters ready to print, as a script does it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from signatories import runs
from signatories.database import Database
from signatories.exports import EXPORTERS, Exporter
from signatories.exports.making import ADDRESSES, ANNEX, COVER, LETTERS, PUBLIC_LIST, REGISTER
from signatories.merge.snapshot import Choices
from signatories.models import Order
from signatories.runs import Request
from tests.command_line import CommandLine, NewProcesses
from tests.marks import READERS
from tests.printed import bookmarks_of, pages_of

LETTER = """---
title: To the Permanent Missions
language: en
place: Geneva
date: 2010-07-26
letterhead:
  - Alliance for the Protocol
salutation: '{{ recipient.salutation | "Your Excellency," }}'
closing: Sincerely yours,
recipients: status != party
as_of: 2010-07-26
---

Since its adoption, the optional protocol has won widespread support among UN member states,
with {{ count.parties }} states parties.

We regret that {{ recipient.country }} has not yet ratified this important instrument. This letter
is signed by {{ count.organisations }} organisations.
"""

INVENTED = {
    "Zoë Ångström": "Network of Invented Friends – NIF",
    "Anne‐Sophie Exemple": "Plan Imaginary",
    "Ifeoma Beispiel-Núñez": "The Fancied Forum",
    "Мария Примерова": "Центр примеров",
}

TREATY = """Participant,Signature,"Ratification, Accession(a), Succession(d)"
Ghana,24 Sep 2003,
Holy See,10 Oct 2000,24 Oct 2001
Swaziland,,24 Sep 2012 a
Côte d'Ivoire,,19 Sep 2011 a
Kenya,8 Sep 2000,26 Jul 2010
Turkey,8 Sep 2000,30 Jul 2010
France,6 Sep 2000,5 Feb 2003
"""


@pytest.fixture
def run(workspace: Path) -> CommandLine:
    return NewProcesses(workspace)


def make_letters(run: CommandLine, folder: Path, treaty: Path, signatories: str) -> Path:
    """All steps from the text to one PDF with every letter."""
    text = folder / "letter.md"
    text.write_text(LETTER, encoding="utf-8")
    assert run.data("letter", "add", text)["id"] == 1
    run.data("import", treaty, "--letter", 1)
    run.data("import", "-", "--as", "sign-ons", "--letter", 1, pasted=signatories)
    assert {row["status"] for row in run.data("sign-ons", "--letter", 1)} == {"promised"}
    assert run.data("confirm", "--letter", 1, "--all", "--how", "their mails")["version"] == 1
    target = folder / "letters.pdf"
    run.data("export", "letters", "--letter", 1, "--format", "pdf", "-o", target)
    return target


def check_letters(
    run: CommandLine, path: Path, *, parties: int, lines: list[str], organisations: int
) -> None:
    """Letter by letter: the recipient, the figures, every name, one page."""
    chosen = run.data("recipients", "--letter", 1)
    pages = pages_of(path)
    assert bookmarks_of(path) == [recipient["name"] for recipient in chosen]
    assert len(pages) == len(chosen)
    for recipient, text in zip(chosen, pages, strict=True):
        assert recipient["name"] in text
        assert f"with {parties} states parties" in text
        assert f"signed by {organisations} organisations" in text
        assert "Geneva, 26 July 2010" in text
        assert "Your Excellency," in text
        assert "Page 1 of" not in text
        for line in lines:
            assert line in text
        for other in ("Page 2", "{{", "}}"):
            assert other not in text


def test_invented_letters_from_text_to_print(run: CommandLine, tmp_path: Path) -> None:
    treaty = tmp_path / "treaty-invented.csv"
    treaty.write_text(TREATY, encoding="utf-8")
    lines = [f"{person}, {body}" for person, body in INVENTED.items()]
    path = make_letters(run, tmp_path, treaty, "\n\n".join(lines))
    chosen = {row["country"]: row for row in run.data("recipients", "--letter", 1)}
    assert len(chosen) == 192 - 2  # Kenya joined that day, France before; the Holy See is no member
    assert chosen.keys() >= {"SZ", "CI", "TR", "GH"}
    assert not chosen.keys() & {"KE", "FR", "VA", "SS"}
    assert (chosen["GH"]["status"], chosen["GH"]["since"]) == ("signed", "2003-09-24")
    assert (chosen["SZ"]["status"], chosen["SZ"]["since"]) == ("no action", None)
    check_letters(run, path, parties=3, lines=lines, organisations=4)
    ghana = next(text for text in pages_of(path) if "Ghana" in text)
    assert "We regret that Ghana has not yet" in ghana
    gambia = next(text for text in pages_of(path) if "Gambia" in text)
    assert "We regret that the Gambia has not yet" in gambia


def test_the_seed_letter_from_text_to_print(
    run: CommandLine, tmp_path: Path, shared_data: Path
) -> None:
    seed = (shared_data / "letters/joint-letter-to-missions.txt").read_text(encoding="utf-8")
    _text, pasted = re.split(r"Sincerely\s+yours,", seed)
    lines = [" ".join(line.split()) for line in pasted.splitlines() if line.strip()]
    assert len(lines) == 11
    treaty = shared_data / "recipients/treaty-opsc-2015.csv"
    path = make_letters(run, tmp_path, treaty, pasted)
    assert len(run.data("recipients", "--letter", 1)) == 56
    assert any("Anne\u2010Sophie" in line for line in lines)
    check_letters(run, path, parties=137, lines=lines, organisations=11)


def test_all_products_of_the_seed_letter_say_the_same(
    workspace: Path, tmp_path: Path, shared_data: Path
) -> None:
    run = CommandLine(workspace)
    seed = (shared_data / "letters/joint-letter-to-missions.txt").read_text(encoding="utf-8")
    _text, pasted = re.split(r"Sincerely\s+yours,", seed)
    lines = [" ".join(line.split()) for line in pasted.splitlines() if line.strip()]
    make_letters(run, tmp_path, shared_data / "recipients/treaty-opsc-2015.csv", pasted)
    recipients = [row["name"] for row in run.data("recipients", "--letter", 1)]
    assert {"Swaziland", "Czech Republic"} < {*recipients}, "as they were called in 2010"
    made = make_all(workspace, tmp_path / "products")
    assert made.keys() == {each for each in EXPORTERS if each.content is not ADDRESSES}
    for each, path in made.items():
        if each.content is LETTERS:
            check_order(READERS[each.format], path, recipients, lines, is_folder=each.separate)
        elif each.content in (PUBLIC_LIST, ANNEX):
            assert in_order(
                READERS[each.format](path), [part for line in lines for part in parts(line)]
            )
        elif each.content in (COVER, REGISTER):
            assert in_order(READERS[each.format](path), recipients)
        if each.format == "xlsx":
            as_ = "recipients" if each.content is REGISTER else "sign-ons"
            counts = run.data("import", path, "--as", as_, "--letter", 1, "--dry-run")["counts"]
            rows = len(recipients if each.content is REGISTER else lines)
            assert counts == {"new": 0, "same": rows, "update": 0, "duplicate": 0, "error": 0}


def make_all(workspace: Path, folder: Path) -> dict[Exporter, Path]:
    """Every product that recipients without addresses have, of one snapshot."""
    folder.mkdir()
    makers = [each for each in EXPORTERS if each.content is not ADDRESSES]
    paths = [folder / f"{each.product}{number}{each.suffix}" for number, each in enumerate(makers)]
    requests = [
        Request(each.product, each.format, path, each.separate)
        for each, path in zip(makers, paths, strict=True)
    ]
    with Database.open(workspace) as database:
        outcomes = runs.make_together(database, 1, Choices(order=Order.AS_GIVEN), requests)
    assert all(outcome.counts["recipients"] == 56 for outcome in outcomes)
    return dict(zip(makers, paths, strict=True))


def check_order(
    read: Callable[[Path], str],
    path: Path,
    recipients: list[str],
    lines: list[str],
    *,
    is_folder: bool,
) -> None:
    """Each recipient with the figures and all names, in one file or one after another."""
    said = ["with 137 states parties", "signed by 11 organisations", *lines]
    files = sorted(path.glob("* *")) if is_folder else [path]
    wanted = [[name, *said] for name in recipients]
    if not is_folder:
        wanted = [[words for letter in wanted for words in letter]]
    for file, words in zip(files, wanted, strict=True):
        assert in_order(read(file), words), file


def parts(line: str) -> list[str]:
    """A line's name and organisation, which are cells of their own in some outputs."""
    return line.split(", ", 1)


def in_order(text: str, words: list[str]) -> bool:
    """Whether a text has all of these, one after the other, wherever its lines end."""
    rest = "".join(text.split())
    for each in words:
        _, found, rest = rest.partition("".join(each.split()))
        if not found:
            return False
    return True


def test_the_figure_is_another_one_four_days_later(workspace: Path, shared_data: Path) -> None:
    run = CommandLine(workspace)
    treaty = shared_data / "recipients/treaty-opsc-2015.csv"
    run.data("import", treaty)
    party = ("recipients", "--where", "status = party", "--as-of")
    assert len(run.data(*party, "2010-07-26")) == 136  # members; the Holy See is the 137th party
    assert len(run.data(*party, "2010-07-30")) > 136


def test_all_is_undone_in_new_processes_and_done_again(workspace: Path, tmp_path: Path) -> None:
    treaty = tmp_path / "treaty-invented.csv"
    treaty.write_text(TREATY, encoding="utf-8")
    here, anew = CommandLine(workspace), NewProcesses(workspace)
    make_letters(here, tmp_path, treaty, "\n".join(f"{p}, {b}" for p, b in INVENTED.items()))
    full = here.data("check")["content_hash"]
    undone = []
    while (said := anew("undo", "--json")).code == 0:
        undone.append(said.data["id"])
    assert (said.code, said.errors) == (1, "signatories: There is nothing to undo.\n")
    empty = CommandLine(tmp_path / "empty.signatories")
    Database.open(empty.workspace, create=True).close()
    assert here.data("check")["content_hash"] == empty.data("check")["content_hash"]
    for change_set in reversed(undone):
        anew.data("undo", change_set)
    checked = here.data("check")
    assert (checked["content_hash"], checked["ok"]) == (full, True)
