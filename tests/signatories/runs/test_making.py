"""A run looks first, makes its product from one snapshot, and keeps a record of what came out."""

import datetime as dt
import errno
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from signatories import letters, runs, sign_ons
from signatories.database import Database, connections
from signatories.errors import Refused, UnwritableFile, WorkspaceError
from signatories.findings import Level, Spot, Tab
from signatories.letters.run_settings import RunSettings
from signatories.merge.snapshot import Choices, Snapshot
from signatories.models import ActKind, Recipient, Run, SignOn, SignOnStatus
from signatories.runs import Request, kept
from signatories.texts import Message
from tests.factories import LETTER, Make
from tests.printed import pages_of


@pytest.fixture
def ready(make: Make) -> Make:
    """Two recipients, and "Ada, Aid" and "Grace, Relief" confirmed."""
    make.letter(recipients=2)
    make.sign_on(1, "Ada", "Aid")
    make.sign_on(1, "Grace", "Relief")
    make.confirm(1)
    return make


def runs_of(database: Database) -> list[Run]:
    with database.reading() as session:
        found = session.query(Run).order_by(Run.id).all()
        for run in found:
            assert run.files is not None
        session.expunge_all()
    return found


def printed_by(database: Database, run_id: int) -> Snapshot:
    with database.reading() as session:
        return kept.read(session, run_id).snapshot


def request(target: Path, product: str = "letters") -> Request:
    return Request(product, target.suffix[1:], target)


class TestMaking:
    def test_names_that_cannot_be_made_stop_all_products(self, ready: Make, tmp_path: Path) -> None:
        wanted = [
            request(tmp_path / "letters.pdf"),
            Request("letters", "txt", tmp_path / "each", separate=True),
        ]
        choices = Choices(run=RunSettings(naming="{contry}"))
        with pytest.raises(Refused, match="nearest one is “country”"):
            runs.make_together(ready.database, 1, choices, wanted)
        assert not [*tmp_path.glob("letters*"), *tmp_path.glob("each*")]
        runs.make(ready.database, 1, choices, wanted[0])

    def test_a_run_keeps_what_it_made_of_what(self, ready: Make, tmp_path: Path) -> None:
        target = tmp_path / "letters.pdf"
        outcome = runs.make(ready.database, 1, Choices(as_of=dt.date(2010, 7, 26)), request(target))
        digest = hashlib.sha256(target.read_bytes()).hexdigest()
        (made,) = outcome.files
        assert (made.path, made.size, made.digest) == (target, target.stat().st_size, digest)
        assert outcome.counts == {
            "recipients": 2,
            "signatories": 2,
            "withheld": 0,
            "documents": 2,
            "pages": 2,
        }
        (run,) = runs_of(ready.database)
        assert (run.id, run.letter_id, run.version_number) == (outcome.run_id, 1, 1)
        assert (run.product, run.counts) == ("letters", outcome.counts)
        assert run.settings["as_of"] == "2010-07-26"
        assert run.settings["format"] == "pdf"
        assert run.settings["target"] == str(target.resolve())
        assert [(file.name, file.digest) for file in run.files] == [("letters.pdf", digest)]
        printed = printed_by(ready.database, run.id)
        assert [line.line for line in printed.signatories] == ["Ada, Aid", "Grace, Relief"]
        assert [each.name for each in printed.recipients] == ["Mission 1", "Mission 2"]

    def test_a_run_is_a_record_and_no_action(self, ready: Make, tmp_path: Path) -> None:
        before = ready.database.latest_change()
        runs.make(ready.database, 1, Choices(), request(tmp_path / "block.txt", "block"))
        assert ready.database.latest_change() == before

    def test_an_earlier_run_stays_what_it_was(self, ready: Make, tmp_path: Path) -> None:
        runs.make(ready.database, 1, Choices(), request(tmp_path / "block.txt", "block"))
        with ready.database.work("Withdraw") as unit:
            sign_ons.set_status(unit, [1], SignOnStatus.WITHDRAWN)
        runs.make(ready.database, 1, Choices(), request(tmp_path / "block.txt", "block"))
        lists = [printed_by(ready.database, run.id) for run in runs_of(ready.database)]
        assert [len(printed.signatories) for printed in lists] == [2, 1]

    def test_products_made_together_come_of_one_snapshot(self, ready: Make, tmp_path: Path) -> None:
        wanted = [request(tmp_path / "letters.pdf"), request(tmp_path / "block.txt", "block")]
        first, second = runs.make_together(ready.database, 1, Choices(), wanted)
        assert first.counts["signatories"] == second.counts["signatories"] == 2
        assert (tmp_path / "block.txt").read_text(encoding="utf-8-sig").split("\n")[:2] == [
            "Ada, Aid",
            "Grace, Relief",
        ]

    def test_the_letters_say_what_the_snapshot_says(self, ready: Make, tmp_path: Path) -> None:
        runs.make(ready.database, 1, Choices(), request(tmp_path / "letters.pdf"))
        first, second = pages_of(tmp_path / "letters.pdf")
        assert "We write to Mission 1." in first
        assert "We write to Mission 2." in second
        assert "Mission 2" not in first

    def test_without_a_right_to_write_no_record_is_kept_and_said_so(
        self, ready: Make, tmp_path: Path
    ) -> None:
        with Database.open(ready.database.path, read_only=True) as opened:
            outcome = runs.make(opened, 1, Choices(), request(tmp_path / "block.txt", "block"))
            assert outcome.run_id is None
            assert "no record of this run was kept" in str(outcome.warnings[-1])
            assert runs_of(opened) == []
        assert (tmp_path / "block.txt").is_file()

    def test_a_sample_says_how_many_there_are(self, ready: Make, tmp_path: Path) -> None:
        outcome = runs.make(ready.database, 1, Choices(limit=1), request(tmp_path / "letters.pdf"))
        assert (outcome.counts["recipients"], outcome.counts["documents"]) == (2, 1)
        (run,) = runs_of(ready.database)
        assert run.counts["recipients"] == 2
        assert len(printed_by(ready.database, run.id).recipients) == 1
        assert run.settings["limit"] == "1"

    def test_the_answers_can_be_had_before_the_first_confirmation(
        self, make: Make, tmp_path: Path
    ) -> None:
        make.letter(sign_ons=2)
        target = tmp_path / "answers.xlsx"
        outcome = runs.make(make.database, 1, Choices(), request(target, "sign-ons"))
        assert target.is_file()
        assert outcome.warnings == ()
        together = [request(target, "sign-ons"), request(tmp_path / "block.txt", "block")]
        with pytest.raises(Refused, match="Nobody has confirmed"):
            runs.make_together(make.database, 1, Choices(), together)

    def test_a_list_without_fonts_holds_any_character(self, make: Make, tmp_path: Path) -> None:
        make.letter()
        make.sign_on(1, "Ada \U0001f984", "Aid")
        make.confirm(1)
        for name in ("block.txt", "block.xlsx"):
            runs.make(make.database, 1, Choices(), request(tmp_path / name, "block"))
        with pytest.raises(Refused, match=r"U\+1F984"):
            runs.make(make.database, 1, Choices(), request(tmp_path / "block.pdf", "block"))


class TestRefusing:
    @pytest.mark.parametrize("suffix", ["", "-wal", "-shm"])
    def test_no_workspace_is_replaced(self, ready: Make, tmp_path: Path, suffix: str) -> None:
        own = ready.database.path
        other = tmp_path / "other.signatories"
        Database.open(other, create=True).close()
        link = tmp_path / "link.pdf"
        link.symlink_to(own.with_name(own.name + suffix))
        before = other.read_bytes()
        files = [workspace.with_name(workspace.name + suffix) for workspace in (own, other)]
        for target in (*files, link):
            with pytest.raises(Refused, match="is a workspace and is not replaced"):
                runs.make(ready.database, 1, Choices(), Request("letters", "pdf", target))
        assert other.read_bytes() == before
        assert runs_of(ready.database) == []

    def test_without_a_record_there_is_no_product(
        self, ready: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(connections, "BUSY_MS", 50)
        target = tmp_path / "letters.pdf"
        target.write_bytes(b"the old one")
        with (
            Database.open(ready.database.path) as opened,
            ready.database.writing(),
            pytest.raises(WorkspaceError, match="being written by another program"),
        ):
            runs.make(opened, 1, Choices(), request(target))
        assert target.read_bytes() == b"the old one"
        assert runs_of(ready.database) == []

    def test_without_a_product_there_is_no_record(
        self, ready: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(self: Path, target: Path) -> Path:
            raise OSError(errno.ENOSPC, "full", str(target))

        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(UnwritableFile, match="disk is full"):
            runs.make(ready.database, 1, Choices(), request(tmp_path / "letters.pdf"))
        assert runs_of(ready.database) == []
        assert not (tmp_path / "letters.pdf").exists()

    def test_what_blocks_is_said_whole_and_nothing_is_written(
        self, make: Make, tmp_path: Path
    ) -> None:
        make.letter(body="{{ recipient.person }}", recipients=1, sign_ons=1)
        make.confirm(1)
        with make.database.work("Withdraw") as unit:
            unit.session.get_one(SignOn, 1).status = SignOnStatus.WITHDRAWN
        target = tmp_path / "letters.pdf"
        with pytest.raises(Refused) as raised:
            runs.make(make.database, 1, Choices(version=1), request(target))
        assert "Nobody has confirmed version 1" in str(raised.value)
        assert "1 recipient without a value for “recipient.person”" in str(raised.value)
        assert not target.exists()
        assert runs_of(make.database) == []

    def test_a_warning_stops_a_strict_run_only(self, ready: Make, tmp_path: Path) -> None:
        with ready.database.work("Change") as unit:
            letters.update(unit.session, 1, replace(LETTER, body="A new draft."))
        wanted = request(tmp_path / "block.txt", "block")
        with pytest.raises(Refused, match="newer version 2"):
            runs.make(ready.database, 1, Choices(), wanted, strict=True)
        outcome = runs.make(ready.database, 1, Choices(), wanted)
        assert ["newer version 2" in str(warning) for warning in outcome.warnings] == [True]
        assert [Message(**warning) for warning in runs_of(ready.database)[0].warnings] == [
            warning.values["finding"] for warning in outcome.warnings
        ]

    def test_what_does_not_fit_stops_a_strict_run_too(self, ready: Make, tmp_path: Path) -> None:
        ready.sign_on(1, "A" * 300, "Clear Wells")
        ready.confirm(1)
        wanted = request(tmp_path / "letters.pdf")
        with pytest.raises(Refused, match="longer than its line"):
            runs.make(ready.database, 1, Choices(), wanted, strict=True)
        assert list(tmp_path.glob("letters*")) == []
        with ready.database.reading() as session:
            found = runs.check(session, 1, Choices(), [wanted.exporter])
        assert ["longer than its line" in str(finding.message) for finding in found] == [True]
        outcome = runs.make(ready.database, 1, Choices(), wanted)
        assert any("longer than its line" in str(warning) for warning in outcome.warnings)

    def test_a_list_that_is_gone_is_told_with_its_setting(
        self, ready: Make, tmp_path: Path
    ) -> None:
        with ready.database.work("Choose") as unit:
            letters.set_run_settings(unit.session, 1, RunSettings(list_number=2))
        with ready.database.reading() as session:
            makers = [request(tmp_path / "letters.pdf").exporter]
            (found,) = runs.check(session, 1, Choices(), makers)
        assert (found.level, found.place) == (Level.ERROR, Spot(Tab.RUN, "signed_by"))
        assert "has no list 2: choose another one" in str(found.message)

    def test_what_is_only_good_to_know_is_no_warning(self, ready: Make, tmp_path: Path) -> None:
        ready.instrument("Protocol", {"VA": {ActKind.RATIFICATION: dt.date(2001, 10, 24)}})
        with ready.database.work("State") as unit:
            recipient = unit.session.get_one(Recipient, 1)
            recipient.country, recipient.state = "KE", True
        wanted = request(tmp_path / "letters.txt")
        with ready.database.reading() as session:
            *_, found = runs.check(session, 1, Choices(), [wanted.exporter])
        assert (found.level, found.names) == (Level.NOTE, ("Holy See",))
        warnings = runs.make(ready.database, 1, Choices(), wanted).warnings
        assert not any("Holy See" in str(warning) for warning in warnings)

    def test_an_unknown_product_is_refused(self, ready: Make, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="There is: letters"):
            runs.make(ready.database, 1, Choices(), request(tmp_path / "a.html", "cover"))

    def test_a_folder_that_cannot_hold_it_is_named(self, ready: Make, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        for folder in ("none", "file"):
            with pytest.raises(UnwritableFile, match=folder):
                runs.make(ready.database, 1, Choices(), request(tmp_path / folder / "letters.pdf"))
        for folder in (tmp_path, Path("/")):
            with pytest.raises(UnwritableFile, match="is a folder"):
                runs.make(ready.database, 1, Choices(), Request("letters", "pdf", folder))
        assert runs_of(ready.database) == []


class TestLooking:
    def test_a_letter_that_cannot_be_printed_is_a_finding(self, make: Make) -> None:
        make.letter()
        with make.database.reading() as session:
            (found,) = runs.check(session, 1, Choices(), [request(Path("letters.pdf")).exporter])
        assert found.level is Level.ERROR
        assert "Nobody has confirmed" in str(found.message)


@pytest.mark.parametrize("other", ["same.txt", "../folder/same.txt"])
def test_two_products_in_one_place_are_refused(ready: Make, tmp_path: Path, other: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    requests = [request(folder / "same.txt"), request(folder / other, "block")]
    requests = [replace(each, format="txt") for each in requests]
    with pytest.raises(Refused, match="Two products are to be"):
        runs.make_together(ready.database, 1, Choices(), requests)
    assert not list(folder.iterdir())
    assert runs_of(ready.database) == []
