"""The lines that are read for print: what they carry, and what consent keeps out of them."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, update

from signatories import assets, consents, letters
from signatories.block.settings import BlockSettings, GroupSettings, Layout, OrderRule
from signatories.block.signatory import Signatory
from signatories.consents import ConsentDraft
from signatories.errors import UnreadableFile
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.models import (
    Confirmation,
    Evidence,
    Order,
    Organisation,
    Person,
    SignOn,
    Use,
)
from signatories.models.block import Form
from signatories.printed_lines import Printed
from signatories.sign_ons import confirming, drafts
from signatories.sign_ons.confirming import Proof
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


def describe(make: Make, region: str = "Alps", kind: str = "union", language: str = "de") -> None:
    with make.database.work("Describe") as unit:
        body = unit.session.get_one(Organisation, 1)
        body.region, body.kind, body.language = region, kind, language
        unit.session.get_one(Person, 1).language = "fr"


def forget_records(make: Make) -> None:
    """Leave confirmations as the first schema left them."""
    kept = ("extra", "region", "kind", "language", "organisation_id", "signer_id")
    with make.database.work("As the first schema left it") as unit:
        nothing = dict.fromkeys((*kept, "logo_digest", "signature_digest"))
        unit.session.execute(update(Confirmation).values(nothing))


def change(make: Make, **values: Any) -> None:
    """Give sign-on 1, which is no longer confirmed, other values."""
    make.withdraw(1)
    with make.database.work("Change") as unit:
        draft = drafts.draft_of(unit.session, 1)
        drafts.change(unit.session, 1, replace(draft, **values))


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
        describe(make)
        make.confirm(1)
        assert (line(make).region, line(make).kind, line(make).language) == ("Alps", "union", "de")

    def test_the_language_is_else_the_signer_s(self, make: Make) -> None:
        make.letter(sign_ons=1)
        describe(make)
        with make.database.work("Blank") as unit:
            unit.session.get_one(Organisation, 1).language = ""
        make.confirm(1)
        assert line(make).language == "fr"

    def test_what_the_directory_says_later_changes_no_confirmed_line(self, make: Make) -> None:
        make.letter(sign_ons=1)
        describe(make)
        make.confirm(1)
        before = line(make)
        describe(make, region="Sea", kind="club", language="it")
        assert line(make) == before

    def test_what_it_did_not_say_then_is_filled_in(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        describe(make)
        assert (line(make).region, line(make).kind, line(make).language) == ("Alps", "union", "de")

    def test_nothing_of_whom_it_passed_to_is_filled_in(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        body, bob = make.organisation("Other", region="Sea", kind="club"), make.person("Bob")
        change(make, person="Bob", person_id=bob, organisation="Other", organisation_id=body)
        make.confirm(1, 1)
        assert (line(make).name, line(make).region, line(make).kind) == ("Ada Person 2", "", "")

    def test_who_confirmed_in_the_first_schema_has_them_as_they_are_now(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        forget_records(make)
        describe(make)
        assert (line(make).region, line(make).kind, line(make).language) == ("Alps", "union", "de")


class TestMoment:
    EARLY, LATE = (dt.datetime(2026, 5, day, tzinfo=dt.UTC) for day in (1, 2))

    @pytest.fixture
    def received(self, make: Make) -> Make:
        """Two that were written down in the other order than their mails came in."""
        make.letter(sign_ons=2)
        proofs = {1: Proof("mail", received_at=self.LATE), 2: Proof("mail", received_at=self.EARLY)}
        with make.database.work("Confirm") as unit:
            confirming.confirm_each(unit, 1, proofs)
        return make

    def test_somebody_signed_when_the_yes_came(self, received: Make) -> None:
        show(received, order=OrderRule(Order.SIGNED))
        given = [(each.sign_on_id, each.confirmed_at) for each in snapshot(received).signatories]
        assert given == [(2, self.EARLY), (1, self.LATE)]

    def test_the_list_is_cut_off_by_the_moment_of_the_yes(self, received: Make) -> None:
        with received.database.reading() as session:
            cut_off = take(session, 1, Choices(signed_by=self.EARLY))
        assert [each.sign_on_id for each in cut_off.signatories] == [2]

    def test_who_withdrew_and_agreed_again_later_is_cut_off_too(self, received: Make) -> None:
        received.withdraw(2)
        received.confirm(1, 2)
        with received.database.reading() as session:
            cut_off = take(session, 1, Choices(signed_by=self.LATE))
        assert [each.sign_on_id for each in cut_off.signatories] == [1]

    def test_it_is_when_it_was_noted_where_nobody_knows_more(self, received: Make) -> None:
        with received.database.work("As the first schema left it") as unit:
            unit.session.execute(update(Evidence).values(received_at=None))
            noted = unit.session.scalars(select(Confirmation.confirmed_at)).all()
        assert [each.confirmed_at for each in snapshot(received).signatories] == noted


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
        forget_records(make)
        with make.database.work("Describe") as unit:
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
            unit.session.execute(update(Confirmation).values(logo_digest=broken))
        with pytest.raises(UnreadableFile, match=r"broken\.png is damaged"):
            snapshot(pictured)


class TestWhosePictures:
    """A picture is printed for who is confirmed, and only while consent is that one's too."""

    @pytest.fixture
    def allowed(self, pictured: Make) -> Make:
        allow(pictured, 1, logo=True, signature=True)
        return pictured

    def other(self, make: Make) -> int:
        body, bob = make.organisation("Other"), make.person("Bob")
        with make.database.work("Pictures") as unit:
            green = assets.keep_bytes(unit.session, png("green"), "green.png")
            unit.session.get_one(Person, bob).signature_digest = green
            unit.session.get_one(Organisation, body).logo_digest = green
        return bob

    def test_they_stay_those_of_the_confirmation(self, allowed: Make) -> None:
        before = line(allowed)
        with allowed.database.work("Replace") as unit:
            green = assets.keep_bytes(unit.session, png("green"), "green.png")
            unit.session.get_one(Organisation, 1).logo_digest = green
            unit.session.get_one(Person, 1).signature_digest = green
        after = line(allowed)
        assert (after.logo, after.signature) == (before.logo, before.signature)
        assert (after.logo_scale, after.logo_shift) == (1.0, 0.0)  # the others are the new logo's

    def test_those_that_come_later_are_printed_where_there_were_none(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        allow(make, 1, logo=True, signature=True)
        assert (line(make).logo, line(make).signature) == (None, None)
        with make.database.work("Pictures") as unit:
            green = assets.keep_bytes(unit.session, png("green"), "green.png")
            unit.session.get_one(Organisation, 1).logo_digest = green
            unit.session.get_one(Person, 1).signature_digest = green
        assert (line(make).logo, line(make).signature) == (green, green)

    @pytest.mark.parametrize("of_first_schema", [False, True])
    def test_a_line_that_passed_to_somebody_else_shows_nobody_s(
        self, allowed: Make, *, of_first_schema: bool
    ) -> None:
        if of_first_schema:
            forget_records(allowed)
        name = line(allowed).name
        bob = self.other(allowed)
        other = {"person": "Bob", "person_id": bob, "organisation": "Other", "organisation_id": 3}
        change(allowed, **other)
        allow(allowed, 1, logo=True, signature=True)  # Bob's own yes
        allowed.confirm(1, 1)
        assert (line(allowed).name, line(allowed).logo, line(allowed).signature) == (
            name,
            None,
            None,
        )

    def test_in_each_version_they_are_those_of_who_confirmed_it(self, allowed: Make) -> None:
        with allowed.database.work("Change the text") as unit:
            file = letters.file_of(unit.session, letters.get(unit.session, 1))
            letters.update(unit.session, 1, replace(file, body="Another text."))
        change(allowed, person="Bob", person_id=self.other(allowed))
        allowed.confirm(1, 1)
        assert line(allowed).signature is None  # nobody asked Bob
        allow(allowed, 1, signature=True)
        with allowed.database.reading() as session:
            bobs = session.get_one(Person, 3).signature_digest
            first = take(session, 1, Choices(version=1)).signatories
        assert line(allowed).signature == bobs
        assert [each.signature for each in first if each.sign_on_id == 1] == [None]
