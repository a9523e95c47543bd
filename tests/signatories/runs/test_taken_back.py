"""What somebody allowed when a run was made and does not now is told when it is made again."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Picture

from signatories import assets, letters, runs, sign_ons
from signatories.block.settings import BlockSettings, Layout
from signatories.consents import ConsentDraft, note
from signatories.database import Unit
from signatories.errors import Refused
from signatories.merge.snapshot import Choices
from signatories.models import Organisation, Person, SignOnStatus, Use
from signatories.models.block import Place
from signatories.runs import Request
from tests.factories import Make


@pytest.fixture
def ready(make: Make) -> Make:
    """Two recipients, and two who sign: the first with a logo and a scanned hand, both allowed."""
    make.letter()
    for name in ("Ghana", "Peru"):
        make.recipient(name, letter=1)
    make.sign_on(1, "Ada", "Aid")
    make.sign_on(1, "Grace", "Relief")
    with make.database.work("Fill") as unit:
        unit.session.get_one(Organisation, 1).logo_digest = picture(unit, "teal")
        unit.session.get_one(Person, 1).signature_digest = picture(unit, "navy")
        note(unit.session, [1], ConsentDraft({Use.LOGO: True, Use.SIGNATURE: True}))
        shown = BlockSettings(layout=Layout(logos=True, signatures=True))
        letters.set_block(unit.session, 1, shown)
    make.confirm(1)
    return make


def picture(unit: Unit, colour: str) -> str:
    content = BytesIO()
    Picture.new("RGB", (40, 20), colour).save(content, "png")
    return assets.keep_bytes(unit.session, content.getvalue(), "picture.png")


class Rerun:
    """Runs that are made now, and again after somebody has said something else."""

    def __init__(self, make: Make, folder: Path) -> None:
        self._make = make
        self._folder = folder

    def of(self, product: str, format_: str) -> int:
        wanted = Request(product, format_, self._folder / f"{product}.{format_}")
        run = runs.make(self._make.database, 1, Choices(), wanted).run_id
        assert run is not None
        return run

    def say(self, *sign_ons: int, **said: object) -> None:
        with self._make.database.work("Say") as unit:
            note(unit.session, sign_ons or (1,), ConsentDraft(**said))

    def warnings(self, run: int, *recipients: int) -> list[str]:
        some = recipients or None
        target = self._folder / "again"
        made = runs.again(self._make.database, run, target, recipients=some)
        assert made.differences == (None if some else ())
        return [str(warning) for warning in made.outcome.warnings]


@pytest.fixture
def rerun(ready: Make, tmp_path: Path) -> Rerun:
    return Rerun(ready, tmp_path)


ALL = [("letters", "pdf"), ("block", "txt"), ("annex", "docx")]


@pytest.mark.parametrize(("product", "format_"), ALL)
def test_nothing_is_told_where_nothing_was_taken_back(
    rerun: Rerun, product: str, format_: str
) -> None:
    run = rerun.of(product, format_)
    rerun.say(2, uses={Use.LETTER: True, Use.PUBLIC_LIST: True, Use.LOGO: False})
    assert rerun.warnings(run) == []


@pytest.mark.parametrize(("product", "format_"), ALL)
def test_whoever_must_not_be_named_any_more(rerun: Rerun, product: str, format_: str) -> None:
    run = rerun.of(product, format_)
    rerun.say(1, uses={Use.LETTER: False})
    rerun.say(2, uses={Use.COUNT_ONLY: True})
    (warning,) = rerun.warnings(run)
    assert "2 of those printed have withdrawn since, or refuse to be named now" in warning
    assert "Ada, Aid" in warning
    assert "Grace, Relief" in warning


def test_a_refusal_of_public_lists_is_one_of_public_lists(rerun: Rerun) -> None:
    letters_, block, annex = (rerun.of(*each) for each in ALL)
    rerun.say(uses={Use.PUBLIC_LIST: False})
    (warning,) = rerun.warnings(block)
    assert "refuse to be named now" in warning
    assert "Ada, Aid" in warning
    assert rerun.warnings(letters_) == rerun.warnings(annex) == []


def test_a_refusal_of_one_recipient_is_told_in_what_that_one_gets(rerun: Rerun) -> None:
    letters_, block, annex = (rerun.of(*each) for each in ALL)
    rerun.say(never_to={2: True})
    (warning,) = rerun.warnings(letters_)
    assert "must not be shown to some of these recipients" in warning
    assert "Ada, Aid" in warning
    assert rerun.warnings(letters_, 2) == [warning]
    assert rerun.warnings(letters_, 1) == []
    (warning,) = rerun.warnings(annex)
    assert "Ada, Aid" in warning
    assert rerun.warnings(block) == []


def test_who_was_withheld_already_is_not_told(rerun: Rerun) -> None:
    rerun.say(never_to={2: True})
    rerun.say(2, uses={Use.LETTER: False})
    run = rerun.of("letters", "pdf")
    rerun.say(never_to={2: True}, uses={})
    assert rerun.warnings(run) == []


def test_a_letter_that_names_nobody_shows_nobody_to_a_recipient(ready: Make, rerun: Rerun) -> None:
    with ready.database.work("Count") as unit:
        letters.set_block(unit.session, 1, BlockSettings(place=Place.COUNT_ONLY))
    run = rerun.of("letters", "pdf")
    rerun.say(never_to={2: True})
    assert rerun.warnings(run) == []


@pytest.mark.parametrize("use", [Use.LOGO, Use.SIGNATURE])
@pytest.mark.parametrize("answer", [False, None])
def test_a_picture_that_is_not_allowed_any_more(
    rerun: Rerun, use: Use, *, answer: bool | None
) -> None:
    run, text = rerun.of("letters", "pdf"), rerun.of("letters", "txt")
    rerun.say(uses={use: answer})
    (warning,) = rerun.warnings(run)
    assert "1 of those printed do not allow their logo or scanned signature now" in warning
    assert "Ada, Aid" in warning
    assert rerun.warnings(text) == []


def test_a_picture_that_is_not_shown_is_not_told(ready: Make, rerun: Rerun) -> None:
    with ready.database.work("Hide") as unit:
        letters.set_block(unit.session, 1, BlockSettings(layout=Layout(logos=True)))
    run = rerun.of("letters", "pdf")
    rerun.say(uses={Use.SIGNATURE: False})
    assert rerun.warnings(run) == []


def test_strictly_nothing_is_made_again_then(ready: Make, rerun: Rerun, tmp_path: Path) -> None:
    run = rerun.of("letters", "pdf")
    with ready.database.work("Withdraw") as unit:
        sign_ons.set_status(unit, [1], SignOnStatus.WITHDRAWN)
    with pytest.raises(Refused, match="have withdrawn since"):
        runs.again(ready.database, run, tmp_path / "again.pdf", strict=True)
    assert not (tmp_path / "again.pdf").exists()
