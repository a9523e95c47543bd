"""A run is made again of what it printed, byte for byte, whatever was changed since."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Picture
from sqlalchemy import select

from signatories import assets, letters, runs, sign_ons
from signatories.block.settings import BlockSettings, Layout
from signatories.checking import check
from signatories.consents import ConsentDraft, note
from signatories.database import Database
from signatories.errors import NotFound, Refused, UnwritableFile
from signatories.exports import EXPORTERS, Exporter
from signatories.letters.run_settings import RunSettings
from signatories.merge.snapshot import Choices
from signatories.models import (
    Act,
    ActKind,
    Instrument,
    Organisation,
    Person,
    Recipient,
    Run,
    RunFile,
    RunPart,
    SignOnStatus,
    Use,
)
from signatories.runs import Request, kept
from tests.factories import LETTER, Make, content
from tests.printed import pages_of

DAY = dt.date(2010, 7, 26)
BODY = (
    "We write to {{ recipient.name }} ({{ recipient.Ref }}): {{ count.parties }} parties, "
    "{{ count.signatories }} of us."
)


@pytest.fixture
def ready(make: Make) -> Make:
    """A letter with figures, a standing, a logo and three recipients, two of them in Ghana."""
    make.instrument("Night Sky Protocol", {"GH": {ActKind.RATIFICATION: DAY}})
    make.letter(instrument="Night Sky Protocol", as_of=DAY)
    for name in ("Accra", "Kumasi", "Lima"):
        make.recipient(name, letter=1, country="PE" if name == "Lima" else "GH", address="Street 1")
    make.sign_on(1, "Ada", "Aid")
    make.sign_on(1, "Мария", "Центр")
    with make.database.work("Fill") as unit:
        for recipient in unit.session.scalars(select(Recipient)):
            recipient.extra = {"Ref": f"R-{recipient.id}"}
        unit.session.flush()
        text = replace(LETTER, body=BODY, letterhead=("Moth Alliance",), as_of=DAY)
        letters.update(unit.session, 1, text)
        picture = BytesIO()
        Picture.new("RGB", (40, 20), "teal").save(picture, "png")
        logo = assets.keep_bytes(unit.session, picture.getvalue(), "logo.png")
        unit.session.get_one(Organisation, 1).logo_digest = logo
        note(unit.session, [1], ConsentDraft({Use.LOGO: True}))
        block = BlockSettings(layout=Layout(logos=True), count_line=True, as_of_line=True)
        letters.set_block(unit.session, 1, block)
    make.confirm(1)
    return make


def change_everything(make: Make) -> None:
    """Edit all that a run printed and that is no confirmation."""
    with make.database.work("Change") as unit:
        session = unit.session
        for recipient in session.scalars(select(Recipient)):
            recipient.name, recipient.address = "Elsewhere", "Avenue 9"
            recipient.extra, recipient.country = {"Ref": "none"}, "DE"
        for organisation in session.scalars(select(Organisation)):
            organisation.name, organisation.logo_digest = "Changed", None
        for person in session.scalars(select(Person)):
            person.name = person.sort_name = "Changed"
        for act in session.scalars(select(Act)):
            act.date = dt.date(2012, 1, 1)
        session.scalars(select(Instrument)).one().title = "Another Protocol"
        heading = replace(LETTER, body=BODY, letterhead=("Others",), place="Bonn", notes=("n",))
        letters.update(session, 1, replace(heading, date=dt.date(2020, 1, 1), cc=("Nobody",)))
        letters.set_block(session, 1, BlockSettings(heading="Otherwise"))
        letters.set_run_settings(session, 1, RunSettings(naming="{number}"))
        sign_ons.set_status(unit, [1], SignOnStatus.WITHDRAWN)


def request(maker: Exporter, folder: Path) -> Request:
    target = folder / (maker.suffix or " (PDF)").replace(".", "product.")
    return Request(maker.product, maker.format, target, separate=maker.separate)


def made(target: Path) -> dict[str, bytes]:
    files = sorted(target.iterdir()) if target.is_dir() else [target]
    return {file.name: file.read_bytes() for file in files}


@pytest.mark.parametrize(
    "maker",
    EXPORTERS,
    ids=lambda maker: f"{maker.product}-{maker.format}-{maker.separate}",
)
def test_every_product_is_the_same_again(ready: Make, tmp_path: Path, maker: Exporter) -> None:
    wanted = request(maker, tmp_path)
    first = runs.make(ready.database, 1, Choices(), wanted)
    before = made(wanted.target)
    change_everything(ready)
    assert first.run_id is not None
    again = runs.again(ready.database, first.run_id, tmp_path / "again")
    assert again.differences == ()
    assert list(made(tmp_path / "again").values()) == list(before.values())
    assert again.outcome.counts == first.counts


def run_of(make: Make, target: Path, choices: Choices | None = None, **request: bool) -> int:
    wanted = Request("letters", "pdf", target, **request)
    run = runs.make(make.database, 1, choices or Choices(), wanted).run_id
    assert run is not None
    return run


class TestReprint:
    def test_some_letters_of_a_run_in_its_order(self, ready: Make, tmp_path: Path) -> None:
        run = run_of(ready, tmp_path / "letters.pdf")
        before = pages_of(tmp_path / "letters.pdf")
        change_everything(ready)
        again = runs.again(ready.database, run, tmp_path / "again.pdf", recipients=(3, 1))
        assert again.differences is None
        assert pages_of(tmp_path / "again.pdf") == [before[0], before[2]]
        assert (again.outcome.counts["documents"], again.outcome.counts["recipients"]) == (2, 3)

    def test_whoever_got_no_letter_gets_none_now(self, ready: Make, tmp_path: Path) -> None:
        run = run_of(ready, tmp_path / "letters.pdf", Choices(limit=1))
        for recipient in (2, 99):
            with pytest.raises(NotFound, match=f"Recipient {recipient} is none of those"):
                runs.again(ready.database, run, tmp_path / "again.pdf", recipients=(recipient,))
        assert not (tmp_path / "again.pdf").exists()

    def test_it_can_be_made_again_itself(self, ready: Make, tmp_path: Path) -> None:
        run = run_of(ready, tmp_path / "letters.pdf")
        some = runs.again(ready.database, run, tmp_path / "some.pdf", recipients=(2,)).outcome
        assert some.run_id is not None
        again = runs.again(ready.database, some.run_id, tmp_path / "again.pdf")
        assert again.differences == ()
        assert again.outcome.counts["documents"] == 1


def test_whoever_withdrew_since_is_named(ready: Make, tmp_path: Path) -> None:
    """It stays printed: this is what was sent. But nobody should send it out once more unaware."""
    run = run_of(ready, tmp_path / "letters.pdf")
    assert runs.again(ready.database, run, tmp_path / "again.pdf").outcome.warnings == ()
    with ready.database.work("Change") as unit:
        sign_ons.set_status(unit, [1], SignOnStatus.WITHDRAWN)
        note(unit.session, [2], ConsentDraft({Use.COUNT_ONLY: True}))
    again = runs.again(ready.database, run, tmp_path / "again.pdf")
    assert again.differences == ()
    (warning,) = again.outcome.warnings
    assert "2 of those printed have withdrawn since" in str(warning)
    assert "Ada, Aid" in str(warning)
    answers = Request("sign-ons", "xlsx", tmp_path / "answers.xlsx")
    run = runs.make(ready.database, 1, Choices(), answers).run_id or 0
    assert runs.again(ready.database, run, tmp_path / "again.xlsx").outcome.warnings == ()


class TestRecord:
    def test_a_run_made_again_is_a_run(self, ready: Make, tmp_path: Path) -> None:
        run = run_of(ready, tmp_path / "letters.pdf")
        again = runs.again(ready.database, run, tmp_path / "again.pdf")
        with ready.database.reading() as session:
            record = session.get_one(Run, again.outcome.run_id)
            assert record.settings["again"] == run
            assert record.letter_id == 1
            assert kept.find(session, 1) == run, "unless somebody names it"
            assert kept.find(session, 1, record.id) == record.id

    def test_runs_of_the_same_list_share_it(self, ready: Make, tmp_path: Path) -> None:
        def parts() -> int:
            with ready.database.reading() as session:
                return session.query(RunPart).count()

        run = run_of(ready, tmp_path / "letters.pdf")
        before = parts()
        assert before == 2  # recipients and signatories
        runs.make(ready.database, 1, Choices(), Request("annex", "pdf", tmp_path / "annex.pdf"))
        runs.again(ready.database, run, tmp_path / "again.pdf")
        assert parts() == before
        change_everything(ready)
        run_of(ready, tmp_path / "letters.pdf")
        assert parts() == before + 2

    def test_the_latest_of_a_format(self, ready: Make, tmp_path: Path) -> None:
        run = run_of(ready, tmp_path / "letters.pdf")
        runs.make(ready.database, 1, Choices(), Request("block", "txt", tmp_path / "block.txt"))
        with ready.database.reading() as session:
            assert kept.find(session, 1, format_="pdf") == run
            assert kept.find(session, 1) == run + 1
            assert kept.find(session, 1, of_recipients=True) == run
            with pytest.raises(NotFound, match="no such run"):
                kept.find(session, 1, run + 1, of_recipients=True)
            for wanted in ({"format_": "docx"}, {"run_id": 9}):
                with pytest.raises(NotFound, match="no such run of “To the missions”"):
                    kept.find(session, 1, **wanted)
            with pytest.raises(NotFound, match="There is no run 9"):
                kept.read(session, 9)


def alter_a_part(database: Database) -> None:
    with database.writing() as session:
        for part in session.scalars(select(RunPart)):
            part.content = part.content[:-9]


def lose_a_part(database: Database) -> None:
    with database.writing() as session:
        session.delete(session.scalars(select(RunPart)).first())


def make_it_old(database: Database) -> None:
    with database.writing() as session:
        session.get_one(Run, 1).snapshot = {"recipients": [], "signatories": []}


@pytest.mark.parametrize(
    ("harm", "error", "problems"),
    [
        (alter_a_part, "damaged", ["was altered", "was altered"]),
        (lose_a_part, "damaged", ["a part of what run 1 printed is missing"]),
        (make_it_old, "earlier version", []),
    ],
)
def test_what_was_not_kept_whole_is_not_made(
    ready: Make,
    tmp_path: Path,
    harm: Callable[[Database], None],
    error: str,
    problems: list[str],
) -> None:
    run = run_of(ready, tmp_path / "letters.pdf")
    before = content(ready.database)
    harm(ready.database)
    with pytest.raises(Refused, match=error):
        runs.again(ready.database, run, tmp_path / "again.pdf")
    assert not (tmp_path / "again.pdf").exists()
    assert content(ready.database) == before
    found = check(ready.database).problems
    assert all(words in said for words, said in zip(problems, found, strict=True))


def test_a_difference_is_told(ready: Make, tmp_path: Path) -> None:
    run = run_of(ready, tmp_path / "letters", separate=True)
    with ready.database.writing() as session:
        record = session.get_one(Run, run)
        record.files[0].digest = "0" * 64
        record.files[1].name = "gone.pdf"
        names = [file.name for file in record.files]
    again = runs.again(ready.database, run, tmp_path / "again")
    told = "\n".join(map(str, again.differences or ()))
    assert f"“{names[0]}” differs in bytes from what run 1 made" in told
    assert "Run 1 had made a file “gone.pdf” too" in told
    assert "Run 1 had made no file" in told


@pytest.mark.parametrize("format_", ["pdf", "txt"])
def test_a_reprinted_letter_is_the_file_that_it_was(
    ready: Make, tmp_path: Path, format_: str
) -> None:
    """Its number and its name are those among all letters, whatever the pattern makes of equal names."""
    settings = RunSettings(naming="{name}")
    for recipient in (1, 3):
        with ready.database.work("Change") as unit:
            unit.session.get_one(Recipient, recipient).name = "Embassy"
    target = tmp_path / "letters"
    wanted = Request("letters", format_, target, separate=True)
    run = runs.make(ready.database, 1, Choices(run=settings), wanted).run_id
    assert run is not None
    before = made(target)
    some = runs.again(ready.database, run, tmp_path / "again", recipients=(3,))
    assert some.differences == ()
    again = made(tmp_path / "again")
    index = again.pop("index.txt").decode().splitlines()
    assert list(again) == [f"Embassy (2).{format_}"]
    assert again.items() <= before.items()
    assert index[-1] in before["index.txt"].decode().splitlines()


class TestIntoTheFolderOfTheRun:
    """Whatever is made again, nothing is deleted there that nobody else has."""

    def test_some_letters_do_not_remove_the_others(self, ready: Make, tmp_path: Path) -> None:
        target = tmp_path / "letters"
        run = run_of(ready, target, separate=True)
        before = made(target)
        with pytest.raises(UnwritableFile, match=r"Accra\.pdf”, which would be lost"):
            runs.again(ready.database, run, target, recipients=(3,))
        with pytest.raises(UnwritableFile, match="would be lost"):
            run_of(ready, target, Choices(limit=1), separate=True)
        assert made(target) == before

    def test_what_somebody_has_worked_on_stays(self, ready: Make, tmp_path: Path) -> None:
        target = tmp_path / "letters"
        run = run_of(ready, target, separate=True)
        edited = max(target.glob("*.pdf"))
        edited.write_bytes(edited.read_bytes() + b"% by hand")
        before = made(target)
        with pytest.raises(UnwritableFile, match=f"{edited.name}”, .* was changed since"):
            runs.again(ready.database, run, target)
        assert made(target) == before

    def test_all_of_them_take_the_place_of_the_same(self, ready: Make, tmp_path: Path) -> None:
        target = tmp_path / "letters"
        run = run_of(ready, target, separate=True)
        assert runs.again(ready.database, run, target).differences == ()


def test_a_record_of_another_number_of_files_differs(ready: Make, tmp_path: Path) -> None:
    run = run_of(ready, tmp_path / "letters.pdf")
    with ready.database.writing() as session:
        record = session.get_one(Run, run)
        record.files.append(RunFile(name="b.pdf", size=1, digest="0" * 64))
    again = runs.again(ready.database, run, tmp_path / "again.pdf")
    assert [str(each) for each in again.differences or ()] == [
        "“again.pdf” differs in bytes from what run 1 made. Look at both."
    ]
