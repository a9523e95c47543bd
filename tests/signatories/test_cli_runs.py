"""What scripts rely on: runs made again, their letters reprinted, samples, settings and changes."""

from pathlib import Path

import pytest
from sqlalchemy import select

from signatories import letters, sign_ons
from signatories.letters.run_settings import RunSettings
from signatories.models import Recipient, SignOnStatus
from tests.command_line import CommandLine, NewProcesses
from tests.factories import Make
from tests.printed import pages_of


@pytest.fixture
def run(workspace: Path, make: Make) -> CommandLine:
    """A letter to Ghana, Niger and Togo, signed by "Ada, Aid"."""
    make.letter(letterhead=("Moth Alliance",))
    for name in ("Ghana", "Niger", "Togo"):
        make.recipient(name, letter=1)
    make.sign_on(1, "Ada", "Aid")
    make.confirm(1)
    return CommandLine(workspace)


def words(product: str, target: Path, *more: object, format_: str = "pdf") -> tuple[object, ...]:
    return ("export", product, "--letter", "1", "--format", format_, "-o", target, *more)


def again(target: Path, *more: object) -> tuple[object, ...]:
    return ("export", "run", "--letter", "1", "-o", target, *more)


def change(make: Make) -> None:
    with make.database.work("Change") as unit:
        for recipient in unit.session.scalars(select(Recipient)):
            recipient.name = f"New {recipient.name}"
        letters.get(unit.session, 1).letterhead = "Others"


class TestAgain:
    def test_another_process_makes_the_same_bytes(
        self, run: CommandLine, make: Make, tmp_path: Path
    ) -> None:
        run = NewProcesses(run.workspace)
        first = run.data(*words("letters", tmp_path / "a.pdf"))
        change(make)
        second = run.data(*again(tmp_path / "b.pdf"))
        assert (second["again"], second["identical"], second["differences"]) == (1, True, [])
        assert second["run"] == 2
        assert second["files"][0]["sha256"] == first["files"][0]["sha256"]
        assert (tmp_path / "b.pdf").read_bytes() == (tmp_path / "a.pdf").read_bytes()

    def test_the_latest_the_latest_of_a_format_or_the_one_of_an_id(
        self, run: CommandLine, tmp_path: Path
    ) -> None:
        run.data(*words("letters", tmp_path / "a.pdf"))
        run.data(*words("block", tmp_path / "a.txt", format_="txt"))
        assert run.data(*again(tmp_path / "b"))["again"] == 2
        assert run.data(*again(tmp_path / "b", "--format", "pdf"))["again"] == 1
        assert run.data(*again(tmp_path / "b", "--run", "2"))["again"] == 2
        said = run(*again(tmp_path / "b", "--run", "9"))
        assert (said.code, said.errors) == (
            1,
            "signatories: There is no such run of “To the missions”.\n",
        )

    def test_what_was_made_again_is_not_the_latest(self, run: CommandLine, tmp_path: Path) -> None:
        run.data(*words("letters", tmp_path / "a.pdf"))
        run.data(*again(tmp_path / "b.pdf", "--recipients", "Togo"))
        said = run(*again(tmp_path / "c.pdf"))
        assert said.out.endswith("3 documents, 3 pages. The same as run 1 made.\n")
        run.data(*words("block", tmp_path / "d.txt", format_="txt"))
        said = run(*again(tmp_path / "e.pdf", "--recipients", "Togo"))
        assert said.out.endswith("1 document, 1 page. Made again of run 1.\n")

    def test_strictly_nobody_is_printed_who_withdrew(
        self, run: CommandLine, make: Make, tmp_path: Path
    ) -> None:
        run.data(*words("letters", tmp_path / "a.pdf"))
        with make.database.work("Withdraw") as unit:
            sign_ons.set_status(unit, [1], SignOnStatus.WITHDRAWN)
        said = run(*again(tmp_path / "b.pdf", "--strict"))
        assert (said.code, "have withdrawn since" in said.errors) == (1, True)
        assert not (tmp_path / "b.pdf").exists()

    def test_some_of_its_letters(self, run: CommandLine, make: Make, tmp_path: Path) -> None:
        run.data(*words("letters", tmp_path / "a.pdf"))
        change(make)
        said = run.data(*again(tmp_path / "b.pdf", "--recipients", "togo", "#1"))
        assert (said["counts"]["documents"], said["identical"]) == (2, None)
        first, last = pages_of(tmp_path / "b.pdf")
        assert "We write to Ghana." in first
        assert "We write to Togo." in last
        assert run(*again(tmp_path / "b.pdf", "--recipients", "New Togo")).code == 1

    def test_the_number_of_a_letter_of_some_is_the_one_that_it_bears(
        self, run: CommandLine, tmp_path: Path
    ) -> None:
        some = words("letters", tmp_path / "some", "--separate", "--recipients", "Niger", "Togo")
        files = [Path(each["path"]).name for each in run.data(*some)["files"]]
        assert "3 Togo.pdf" in files
        run.data(*again(tmp_path / "one", "--recipients", "#3"))
        assert "3 Togo.pdf" in {each.name for each in (tmp_path / "one").iterdir()}
        assert run(*again(tmp_path / "none", "--recipients", "#1")).code == 1

    def test_nothing_else_can_be_chosen(self, run: CommandLine, tmp_path: Path) -> None:
        for option in (["--duplex"], ["--limit", "1"], ["--columns", "2"], ["--no-letterhead"]):
            said = run(*again(tmp_path / "b.pdf", *option))
            assert said.code == 2
            assert f"{option[0].replace('no-', '')}: a run is made again as it was" in said.errors
        assert run(*words("letters", tmp_path / "a.pdf", "--run", "1")).code == 2
        said = run("export", "letters", "--letter", "1", "-o", tmp_path / "a.pdf")
        assert said.code == 2
        assert "required: --format" in said.errors


class TestSome:
    def test_the_letters_to_these_recipients(self, run: CommandLine, tmp_path: Path) -> None:
        said = run.data(*words("letters", tmp_path / "a.pdf", "--recipients", "#3", "Ghana"))
        assert (said["counts"]["documents"], said["counts"]["recipients"]) == (2, 3)
        assert "We write to Togo." in pages_of(tmp_path / "a.pdf")[1]
        said = run(*words("letters", tmp_path / "b.pdf", "--recipients", "Chad"))
        assert (said.code, said.out) == (1, "")
        assert "no recipient “Chad”" in said.errors
        assert not (tmp_path / "b.pdf").exists()

    def test_a_sample_says_why(self, run: CommandLine, tmp_path: Path) -> None:
        said = run.data(*words("letters", tmp_path / "a.pdf", "--sample", "2"))
        assert said["counts"]["documents"] == len(pages_of(tmp_path / "a.pdf")) == 2
        assert [each["name"] for each in said["sample"]] == ["Ghana", "Togo"]
        assert "the first to be printed" in said["sample"][0]["reasons"]
        out = run(*words("letters", tmp_path / "a.pdf", "--sample", "2")).out
        assert "Ghana: the first to be printed" in out

    def test_only_one_way_to_choose_them(self, run: CommandLine, tmp_path: Path) -> None:
        assert run(*words("letters", tmp_path / "a", "--limit", "1", "--sample", "1")).code == 2


class TestSettings:
    def test_a_run_overrides_the_letters_own(
        self, run: CommandLine, make: Make, tmp_path: Path
    ) -> None:
        with make.database.work("Change the run") as unit:
            letters.set_run_settings(unit.session, 1, RunSettings(letterhead=False, duplex=True))
        run.data(*words("letters", tmp_path / "own.pdf"))
        run.data(*words("letters", tmp_path / "other.pdf", "--letterhead", "--no-duplex"))
        own, other = pages_of(tmp_path / "own.pdf"), pages_of(tmp_path / "other.pdf")
        assert "Moth Alliance" not in own[0]
        assert "Moth Alliance" in other[0]
        assert (len(own), len(other)) == (5, 3), "blank backs between the three letters"

    def test_names_and_archives(self, run: CommandLine, tmp_path: Path) -> None:
        naming = ("--separate", "--naming", "{name} {number}", "--pdfa")
        said = run.data(*words("letters", tmp_path / "each", *naming))
        names = [Path(made["path"]).name for made in said["files"]]
        assert "Ghana 1.pdf" in names
        assert b"pdfaid:part" in (tmp_path / "each" / "Ghana 1.pdf").read_bytes()

    def test_not_before_warns_or_stops(self, run: CommandLine, tmp_path: Path) -> None:
        early = words("letters", tmp_path / "a.pdf", "--not-before", "2100-01-02T09:30+00:00")
        said = run(*early, "--strict")
        assert said.code == 1
        assert "This is not to be made before" in said.errors
        assert list(tmp_path.glob("*.pdf")) == []
        assert any("not to be made before" in text for text in run.data(*early)["warnings"])
        (made,) = run.data("runs", "--letter", "1")
        assert made["settings"] == {"not_before": "2100-01-02T09:30:00+00:00"}

    def test_labels_begin_where_the_sheet_is_free_and_envelopes_say_who_sends_them(
        self, run: CommandLine, make: Make, tmp_path: Path
    ) -> None:
        with make.database.work("Change") as unit:
            for recipient in unit.session.scalars(select(Recipient)):
                recipient.address = "1 Long Street"
        labels = words("labels-l7159", tmp_path / "l.pdf", "--first-label", "24")
        assert run.data(*labels)["counts"]["pages"] == 2, "one label on the first sheet"
        lines = ("--sender", "Moth Alliance", "Geneva")
        run.data(*words("envelopes-dl", tmp_path / "e.pdf", *lines))
        assert pages_of(tmp_path / "e.pdf")[0] == "Moth Alliance Geneva Ghana 1 Long Street"

    def test_a_letter_says_how_it_is_made(self, run: CommandLine, make: Make) -> None:
        with make.database.work("Change the run") as unit:
            letters.set_run_settings(unit.session, 1, RunSettings(first_label=3))
        assert run.data("letter", "show", "1")["run"] == {"first_label": 3}


class TestRuns:
    def test_what_was_made(self, run: CommandLine, tmp_path: Path) -> None:
        assert run.data("runs", "--letter", "1") == []
        run.data(*words("letters", tmp_path / "a.pdf"))
        run.data(*again(tmp_path / "b.pdf"))
        latest, first = run.data("runs", "--letter", "1")
        assert (latest["id"], latest["again"], first["again"]) == (2, 1, None)
        assert (first["product"], first["format"], first["files"]) == ("letters", "pdf", 1)
        assert first["path"] == str((tmp_path / "a.pdf").resolve())
        second, one = run("runs", "--letter", "1").out.splitlines()
        assert one.endswith(f"  letters (pdf), version 1, 3 documents, {first['path']}")
        assert second.endswith(f", {latest['path']}, run 1 again")

    def test_what_has_changed_since(self, run: CommandLine, make: Make, tmp_path: Path) -> None:
        said = run("changes", "--letter", "1")
        assert (said.code, said.out) == (1, "")
        run.data(*words("letters", tmp_path / "a.pdf"))
        assert run("changes", "--letter", "1").out == (
            "No recipient and no signatory has changed since run 1.\n"
        )
        make.recipient("Chad", letter=1)
        make.confirm(1, make.sign_on(1, "Eve", "Moth"))
        with make.database.work("Change") as unit:
            unit.session.get_one(Recipient, 1).salutation = "Dear all,"
        said = run.data("changes", "--letter", "1")
        assert said["run"] == 1
        assert said["recipients"] == {
            "added": [{"id": 4, "name": "Chad"}],
            "removed": [],
            "otherwise": [
                {
                    "id": 1,
                    "name": "Ghana",
                    "before": {"salutation": ""},
                    "now": {"salutation": "Dear all,"},
                }
            ],
        }
        assert said["sign_ons"]["added"] == [{"id": 2, "name": "Eve, Moth"}]
        lines = run("changes", "--letter", "1").out.splitlines()
        assert lines == ["+ Chad", "~ Ghana: salutation: “” is now “Dear all,”", "+ Eve, Moth"]
