"""The lines that are read for print: what they carry, and what consent keeps out of them."""

from typing import Any

import pytest
from sqlalchemy import update

from signatories import assets, consents, letters
from signatories.block.settings import BlockSettings, GroupSettings, Layout
from signatories.block.signatory import Signatory
from signatories.consents import ConsentDraft
from signatories.errors import UnreadableFile
from signatories.merge.snapshot import Choices, Snapshot, take
from signatories.models import Confirmation, Organisation, Person, SignOn, Use
from signatories.models.block import Form
from signatories.sign_ons import Printed
from tests.factories import Make
from tests.pictures import picture

LOGO, HAND = "red", "blue"


def snapshot(make: Make) -> Snapshot:
    with make.database.reading() as session:
        return take(session, 1, Choices())


def line(make: Make, number: int = 1) -> Signatory:
    return next(each for each in snapshot(make).signatories if each.sign_on_id == number)


def allow(make: Make, *ids: int, **uses: bool) -> None:
    draft = ConsentDraft({Use[name.upper()]: allowed for name, allowed in uses.items()})
    with make.database.work("Consent") as unit:
        consents.note(unit.session, ids, draft)


def show(make: Make, **settings: Any) -> None:
    with make.database.work("Block") as unit:
        letters.set_block(unit.session, 1, BlockSettings(**settings))


def png(colour: str) -> bytes:
    return picture(colour=colour)


@pytest.fixture
def pictured(make: Make) -> Make:
    """Two confirmed sign-ons, each with the same logo, and each signer with the same hand."""
    make.letter(sign_ons=2)
    with make.database.work("Pictures") as unit:
        logo = assets.keep_bytes(unit.session, png(LOGO), "logo.png")
        hand = assets.keep_bytes(unit.session, png(HAND), "hand.png")
        for number in (1, 2):
            body = unit.session.get_one(Organisation, number)
            body.logo_digest, body.logo_scale, body.logo_shift = logo, 1.5, 0.25
            unit.session.get_one(Person, number).signature_digest = hand
    make.confirm(1)
    return make


class TestDirectory:
    def test_region_kind_and_language_are_those_of_the_organisation(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        with make.database.work("Describe") as unit:
            body = unit.session.get_one(Organisation, 1)
            body.region, body.kind, body.language = "Alps", "union", "de"
            unit.session.get_one(Person, 1).language = "fr"
        assert (line(make).region, line(make).kind, line(make).language) == ("Alps", "union", "de")

    def test_the_language_is_else_the_signer_s(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        with make.database.work("Describe") as unit:
            unit.session.get_one(Person, 1).language = "fr"
        assert line(make).language == "fr"


class TestFurtherColumns:
    def test_they_are_those_of_the_confirmation(self, make: Make) -> None:
        given = Printed(extra={"Footnote": "In office since May.", "comment": "With joy"})
        make.sign_on(make.letter(), printed=given)
        make.confirm(1)
        with make.database.work("Edit") as unit:
            unit.session.get_one(SignOn, 1).extra = {"comment": "No more"}
        assert line(make).extra == given.extra
        assert (line(make).footnote, line(make).description) == ("In office since May.", "")

    def test_who_confirmed_before_there_were_any_has_those_of_now(self, make: Make) -> None:
        make.letter(sign_ons=2)
        make.confirm(1)
        with make.database.work("As the first schema left it") as unit:
            unit.session.execute(update(Confirmation).values(extra=None))
            unit.session.get_one(Organisation, 1).extra = {"description": "A union", "seat": 3}
        assert line(make).extra == {"description": "A union", "seat": "3"}
        assert (line(make).description, line(make, 2).extra) == ("A union", {})


class TestPictures:
    def test_without_a_recorded_yes_there_is_none(self, pictured: Make) -> None:
        show(pictured, layout=Layout(logos=True, signatures=True))
        allow(pictured, 2, logo=False, signature=False)
        assert [(each.logo, each.signature) for each in snapshot(pictured).signatories] == [
            (None, None),
            (None, None),
        ]
        assert snapshot(pictured).images == {}

    def test_with_it_the_line_carries_them(self, pictured: Make) -> None:
        allow(pictured, 1, logo=True, signature=True)
        given, other = line(pictured, 1), line(pictured, 2)
        assert given.logo != given.signature
        assert None not in (given.logo, given.signature)
        assert (given.logo_scale, given.logo_shift) == (1.5, 0.25)
        assert (other.logo, other.signature) == (None, None)

    @pytest.mark.parametrize(
        ("settings", "shown"),
        [
            ({}, set()),
            ({"layout": Layout(logos=True)}, {LOGO}),
            ({"layout": Layout(form=Form.LOGOS)}, {LOGO}),
            ({"layout": Layout(signatures=True)}, {HAND}),
            ({"groups": (GroupSettings("a", layout=Layout(logos=True)),)}, {LOGO}),
            ({"layout": Layout(logos=True, signatures=True)}, {LOGO, HAND}),
        ],
    )
    def test_images_are_read_where_the_block_shows_them(
        self, pictured: Make, settings: dict[str, Any], shown: set[str]
    ) -> None:
        show(pictured, **settings)
        allow(pictured, 1, 2, logo=True, signature=True)
        images = snapshot(pictured).images
        assert {image.content for image in images.values()} == {png(colour) for colour in shown}
        assert all(digest == image.digest for digest, image in images.items())
        assert {(image.width, image.height) for image in images.values()} <= {(30, 20)}

    def test_those_of_the_withheld_are_not_read(self, pictured: Make) -> None:
        show(pictured, layout=Layout(logos=True))
        allow(pictured, 1, 2, logo=True, letter=False)
        assert snapshot(pictured).images == {}

    def test_a_damaged_one_is_named(self, pictured: Make) -> None:
        show(pictured, layout=Layout(logos=True))
        allow(pictured, 1, logo=True)
        with pictured.database.work("Damage") as unit:
            broken = assets.keep_bytes(unit.session, png(LOGO)[:60], "broken.png")
            unit.session.get_one(Organisation, 1).logo_digest = broken
        with pytest.raises(UnreadableFile, match=r"broken\.png is damaged"):
            snapshot(pictured)
