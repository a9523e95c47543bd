"""One read gives all that a run prints, and obeys what each signatory allows."""

import datetime as dt
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import update

from signatories import letters, sign_ons
from signatories.block.settings import BlockSettings, OrderRule
from signatories.block.signatory import Signatory, count
from signatories.directory.organisations import OrganisationDraft, change
from signatories.errors import NotFound, Refused
from signatories.letters.run_settings import RunSettings
from signatories.merge.refusals import Doubt
from signatories.merge.snapshot import Choices, Snapshot
from signatories.merge.taking import take
from signatories.models import (
    ActKind,
    Articles,
    Capacity,
    Consent,
    Evidence,
    Order,
    Recipient,
    SignOn,
    SignOnStatus,
    Use,
)
from signatories.printed_lines import Printed
from signatories.sign_ons import confirming
from signatories.sign_ons.confirming import Proof
from signatories.standing import Status
from tests.factories import Make

JULY = dt.date(2010, 7, 26)
CUT_OFF = dt.datetime(2026, 5, 1, 0, 30, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=45)))


def snapshot(make: Make, **choices: object) -> Snapshot:
    with make.database.reading() as session:
        return take(session, 1, Choices(**choices))


def lines(taken: Snapshot) -> list[str]:
    return [line.line for line in taken.printed]


def withheld(signatories: Iterable[Signatory]) -> list[int]:
    return [line.sign_on_id for line in signatories if line.withheld]


def consent(make: Make, use: Use, *, allowed: bool, recipient: int | None = None) -> None:
    with make.database.work("Consent") as unit:
        given = Consent(sign_on_id=1, use=use, recipient_id=recipient, allowed=allowed)
        unit.session.add(given)


class TestVersions:
    def test_nothing_confirmed_is_nothing_to_print(self, make: Make) -> None:
        make.letter(sign_ons=1)
        with pytest.raises(Refused, match="Nobody has confirmed “To the missions” yet"):
            snapshot(make)
        assert lines(snapshot(make, draft=True)) == []

    def test_the_latest_confirmed_is_printed_and_a_newer_draft_known(self, make: Make) -> None:
        make.letter(sign_ons=2)
        make.confirm(1)
        self.change_body(make, "Another text.")
        taken = snapshot(make)
        assert (taken.version, taken.newest_version) == (1, 2)
        assert taken.text.body == "We write to {{ recipient.name }}."
        assert snapshot(make, draft=True).text.body == "Another text."

    def test_an_older_one_can_be_asked_for(self, make: Make) -> None:
        make.letter()
        make.sign_on(1, "Ada", "Aid")
        make.sign_on(1, "Grace", "Relief")
        make.confirm(1)
        self.change_body(make, "Another text.")
        make.confirm(1, 2)
        assert lines(snapshot(make)) == ["Grace, Relief"]
        assert lines(snapshot(make, version=1)) == ["Ada, Aid", "Grace, Relief"]
        with pytest.raises(NotFound, match="no version 3"):
            snapshot(make, version=3)

    def test_a_correction_prints_the_lines_of_the_version_before(self, make: Make) -> None:
        make.letter()
        make.sign_on(1, "Ada", "Aid")
        make.sign_on(1, "Grace", "Relief")
        make.confirm(1, 1)
        self.change_body(make, "We write to {{ recipient.name }}!", spelling="a sign")
        make.confirm(1, 2)
        assert lines(snapshot(make)) == ["Ada, Aid", "Grace, Relief"]

    def change_body(self, make: Make, body: str, spelling: str | None = None) -> None:
        with make.database.work("Change") as unit:
            file = letters.file_of(unit.session, letters.get(unit.session, 1))
            letters.update(unit.session, 1, replace(file, body=body), spelling=spelling)


class TestLines:
    def test_the_line_is_the_confirmed_one(self, make: Make) -> None:
        make.letter()
        make.sign_on(1, "Ada", "Aid", role="Chair")
        make.confirm(1)
        with make.database.work("Rename") as unit:
            change(unit.session, 1, OrganisationDraft("Renamed"))
        assert lines(snapshot(make)) == ["Ada, Chair, Aid"]

    @pytest.mark.parametrize("status", [SignOnStatus.WITHDRAWN, SignOnStatus.DECLINED])
    def test_who_is_not_confirmed_any_more_is_not_printed(
        self, make: Make, status: SignOnStatus
    ) -> None:
        make.letter(sign_ons=2)
        make.confirm(1)
        with make.database.work("Answer") as unit:
            sign_ons.set_status(unit, [1], status)
        assert [line.sign_on_id for line in snapshot(make).signatories] == [2]

    def test_all_answers_are_read_where_somebody_asks_for_them(self, make: Make) -> None:
        make.letter(sign_ons=2)
        make.confirm(1, 2)
        with make.database.reading() as session:
            asked = take(session, 1, Choices(), answers=True)
        assert [row.id for row in asked.sign_ons] == [1, 2]
        assert snapshot(make).sign_ons == ()

    def test_the_list_is_cut_off_by_the_moment_of_confirming(self, make: Make) -> None:
        make.letter(sign_ons=2)
        make.confirm(1, 1)
        between = dt.datetime.now(dt.UTC)
        make.confirm(1, 2)
        assert [line.sign_on_id for line in snapshot(make, signed_by=between).printed] == [1]

    def test_nobody_confirmed_by_then_is_an_empty_list(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        long_ago = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
        closed = snapshot(make, signed_by=long_ago)
        assert (closed.signatories, closed.later) == ((), 1)

    def test_a_letter_keeps_the_moment_when_its_list_was_closed(self, make: Make) -> None:
        make.letter(sign_ons=2)
        make.confirm(1)
        long_ago = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
        with make.database.work("Close the list") as unit:
            letters.set_run_settings(unit.session, 1, RunSettings(signed_by=long_ago))
        assert snapshot(make).signatories == ()
        assert snapshot(make, signed_by=dt.datetime.now(dt.UTC)).later == 0


class TestConsent:
    @pytest.mark.parametrize(
        ("use", "allowed", "printed"),
        [
            (Use.LETTER, False, 1),
            (Use.LETTER, True, 2),
            (Use.COUNT_ONLY, True, 1),
            (Use.COUNT_ONLY, False, 2),
            (Use.LOGO, False, 2),
        ],
    )
    def test_who_refused_is_counted_apart(
        self, make: Make, use: Use, *, allowed: bool, printed: int
    ) -> None:
        make.letter(sign_ons=2)
        make.confirm(1)
        consent(make, use, allowed=allowed)
        taken = snapshot(make)
        assert len(taken.printed) == printed
        counts = count(taken.signatories)
        assert (counts.signatories, counts.withheld) == (printed, 2 - printed)

    def test_who_refused_the_public_list_is_in_the_letter_only(self, make: Make) -> None:
        make.letter(sign_ons=2)
        make.confirm(1)
        consent(make, Use.PUBLIC_LIST, allowed=False)
        taken = snapshot(make)
        assert (len(taken.printed), len(taken.public.printed)) == (2, 1)

    def test_never_to_these_recipients(self, make: Make) -> None:
        make.letter(recipients=2, sign_ons=2)
        make.confirm(1)
        consent(make, Use.LETTER, allowed=False, recipient=2)
        taken = snapshot(make)
        first, second = taken.recipients
        assert withheld(taken.signatories_for(first)) == []
        assert withheld(taken.signatories_for(second)) == [1]
        assert len(taken.printed) == 2  # the public list is another product

    def test_letter_and_annex_count_alike_who_refused_to_be_shown(self, make: Make) -> None:
        make.letter(recipients=1, sign_ons=2)
        make.confirm(1)
        consent(make, Use.LETTER, allowed=False, recipient=1)
        taken = snapshot(make)
        in_letter = count(taken.signatories_for(taken.recipients[0]))
        assert in_letter == count(taken.annexed.signatories)
        assert (in_letter.signatories, in_letter.withheld) == (1, 1)

    @pytest.mark.parametrize("choices", [Choices(limit=1), Choices(recipients=(1,))])
    def test_the_annex_is_for_all_even_where_few_letters_are_made(
        self, make: Make, choices: Choices
    ) -> None:
        make.letter(recipients=2, sign_ons=2)
        make.confirm(1)
        consent(make, Use.LETTER, allowed=False, recipient=2)
        with make.database.reading() as session:
            taken = take(session, 1, choices)
        assert len(taken.recipients) == 1
        assert withheld(taken.annexed.signatories) == [1]


class TestRefusals:
    """A refusal may name a recipient of another list than the letter has."""

    @pytest.fixture
    def refused(self, make: Make) -> Make:
        """Two signatories, of whom the first is not to be shown to the workspace's Ghana."""
        make.letter(sign_ons=2)
        make.confirm(1)
        ghana = make.recipient("Ghana", country="GH")
        consent(make, Use.LETTER, allowed=False, recipient=ghana)
        return make

    @pytest.mark.parametrize(
        ("name", "country", "hidden"),
        [
            ("Ghana", "GH", [1]),
            ("GHANA", "", [1]),
            ("Ghana", "TG", []),
            ("Togo", "TG", []),
            ("Embassy of Ghana", "GH", []),
        ],
    )
    def test_one_of_the_same_name_must_not_see_the_line(
        self, refused: Make, name: str, country: str, hidden: list[int]
    ) -> None:
        refused.recipient(name, country=country, letter=1)
        taken = snapshot(refused)
        assert withheld(taken.signatories_for(taken.recipients[0])) == hidden
        assert withheld(taken.annexed.signatories) == hidden

    def test_a_state_is_the_same_whatever_it_is_called(self, refused: Make) -> None:
        refused.recipient("Republic of Ghana", country="GH", letter=1)
        with refused.database.work("States") as unit:
            unit.session.execute(update(Recipient).values(state=True))
        taken = snapshot(refused)
        assert withheld(taken.signatories_for(taken.recipients[0])) == [1]
        assert taken.concerns.doubts == ()

    def test_another_of_the_country_is_a_doubt_until_it_is_refused_too(self, refused: Make) -> None:
        embassy = refused.recipient("Embassy of Ghana", country="GH", letter=1)
        refused.recipient("Togo", country="TG", letter=1)
        taken = snapshot(refused)
        (line,) = (line for line in taken.signatories if line.sign_on_id == 1)
        assert taken.concerns.doubts == (Doubt("Ghana", "Embassy of Ghana", (line.line,)),)
        consent(refused, Use.LETTER, allowed=False, recipient=embassy)
        assert snapshot(refused).concerns.doubts == ()


class TestDay:
    @pytest.fixture
    def zone(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        """A computer that stands eleven hours before Greenwich."""
        monkeypatch.setenv("TZ", "UTC+11")
        time.tzset()
        yield
        monkeypatch.undo()
        time.tzset()

    @pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows keeps its zone")
    @pytest.mark.usefixtures("zone")
    def test_the_day_of_a_list_is_that_of_where_we_are(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        end_of_day = dt.datetime(2010, 5, 1, 23, 59).astimezone()
        assert end_of_day.astimezone(dt.UTC).day == 2
        assert snapshot(make, signed_by=end_of_day).listed_on == dt.date(2010, 5, 1)

    def test_a_list_that_is_closed_later_is_of_today(self, make: Make) -> None:
        make.letter(sign_ons=1)
        make.confirm(1)
        closed = snapshot(make, signed_by=dt.datetime.now(dt.UTC) + dt.timedelta(60))
        assert closed.listed_on == closed.taken_at.astimezone().date()


class TestFigures:
    def test_each_counts_its_own_thing(self, make: Make) -> None:
        make.letter()
        body = make.organisation("Aid", country="GB")
        ada = make.person("Ada", country="FR")
        with make.database.work("Add") as unit:
            for given in (
                {"organisation_id": body, "signer_id": ada},
                {"signer_id": ada},
                {"organisation_id": body, "capacity": Capacity.IDENTIFICATION},
                {"organisation_id": body, "printed": Printed(organisation="Aid 2")},
            ):
                sign_ons.add(unit.session, 1, **given)
        make.confirm(1)
        counts = count(snapshot(make).signatories)
        assert (counts.signatories, counts.organisations, counts.people) == (4, 2, 2)
        assert (counts.countries, counts.withheld) == (2, 0)

    def test_parties_are_counted_on_the_letter_s_day(self, make: Make) -> None:
        make.instrument(
            acts={
                "GH": {ActKind.RATIFICATION: JULY},
                "VA": {ActKind.ACCESSION: JULY},
                "KE": {ActKind.RATIFICATION: JULY + dt.timedelta(1)},
            }
        )
        make.letter(sign_ons=1, as_of=JULY)
        make.confirm(1)
        known = snapshot(make).selection.standings
        later = snapshot(make, as_of=JULY + dt.timedelta(1)).selection.standings
        assert known is not None
        assert later is not None
        assert (known.count(Status.PARTY), later.count(Status.PARTY)) == (2, 3)
        assert snapshot(make).instrument == "Protocol"


class TestOrder:
    def ordered(self, make: Make, **choices: object) -> list[str]:
        return [line.name for line in snapshot(make, **choices).printed]

    @pytest.fixture
    def signed(self, make: Make) -> Make:
        make.letter()
        for person, body, country in (
            ("Zoë Adams", "The Able", "Togo"),
            ("Ada Young", "Éclair", "Ghana"),
            ("Bo Miller", "Zebra", "Austria"),
        ):
            make.sign_on(1, person, body, printed=Printed(country=country))
        for sign_on in (2, 3, 1):
            make.confirm(1, sign_on)
        return make

    @pytest.mark.parametrize(
        ("order", "names"),
        [
            (Order.ORGANISATION, ["Zoë Adams", "Ada Young", "Bo Miller"]),
            (Order.FAMILY, ["Zoë Adams", "Bo Miller", "Ada Young"]),
            (Order.GIVEN, ["Ada Young", "Bo Miller", "Zoë Adams"]),
            (Order.COUNTRY, ["Bo Miller", "Ada Young", "Zoë Adams"]),
            (Order.SIGNED, ["Ada Young", "Bo Miller", "Zoë Adams"]),
            (Order.AS_GIVEN, ["Zoë Adams", "Ada Young", "Bo Miller"]),
        ],
    )
    def test_each_order(self, signed: Make, order: Order, names: list[str]) -> None:
        assert self.ordered(signed, order=order, articles=Articles.IGNORE) == names

    def test_articles_count_where_they_should(self, signed: Make) -> None:
        taken = snapshot(signed, order=Order.ORGANISATION, articles=Articles.COUNT)
        bodies = [line.organisation for line in taken.printed]
        assert bodies == ["Éclair", "The Able", "Zebra"]

    def test_the_block_s_own_order_holds_unless_another_is_chosen(self, signed: Make) -> None:
        with signed.database.work("Set order") as unit:
            rule = OrderRule(Order.FAMILY, Articles.IGNORE)
            letters.set_block(unit.session, 1, BlockSettings(order=rule))
        taken = snapshot(signed)
        assert taken.block.order == OrderRule(Order.FAMILY, Articles.IGNORE)
        assert snapshot(signed, order=Order.SIGNED).block.order.order is Order.SIGNED

    def test_who_does_not_meet_the_block_s_condition_is_not_in_its_list(self, signed: Make) -> None:
        with signed.database.work("Choose") as unit:
            letters.set_block(unit.session, 1, BlockSettings(where="name != “Bo Miller”"))
        taken = snapshot(signed)
        assert [line.name for line in taken.signatories] == ["Ada Young", "Zoë Adams"]


def test_limit_keeps_the_first_recipients(make: Make) -> None:
    make.letter(recipients=3, sign_ons=1)
    make.confirm(1)
    taken = snapshot(make, limit=2)
    assert [recipient.name for recipient in taken.recipients] == ["Mission 1", "Mission 2"]


def test_where_and_as_of_stand_in_for_the_letter_s_own(make: Make) -> None:
    make.letter(recipients=3, sign_ons=1, where="name != Ghana")
    make.confirm(1)
    taken = snapshot(make, where='name = "Mission 2"', as_of=JULY)
    assert ([each.name for each in taken.recipients], taken.selection.as_of) == (
        ["Mission 2"],
        JULY,
    )


def test_what_changes_afterwards_is_not_in_it(make: Make) -> None:
    make.letter(recipients=1, sign_ons=1)
    make.confirm(1)
    taken = snapshot(make)
    make.recipient(letter=1)
    with make.database.work("Withdraw") as unit:
        unit.session.get_one(SignOn, 1).status = SignOnStatus.WITHDRAWN
    assert (len(taken.recipients), len(taken.printed)) == (1, 1)


class TestRun:
    def test_the_letters_of_some_recipients_stand_in_the_order_of_all(self, make: Make) -> None:
        make.letter(recipients=3, sign_ons=1)
        make.confirm(1)
        every = [recipient.id for recipient in snapshot(make).recipients]
        some = snapshot(make, recipients=(every[2], every[0]))
        assert [recipient.id for recipient in some.recipients] == [every[0], every[2]]
        assert len(some.selection.recipients) == 3

    def test_nobody_gets_a_letter_that_was_not_meant_for_them(self, make: Make) -> None:
        make.letter(recipients=1, sign_ons=1)
        make.confirm(1)
        with pytest.raises(NotFound, match="Recipient 9 is none of those"):
            snapshot(make, recipients=(1, 9))

    def test_what_was_chosen_for_one_run_goes_before_the_letter(self, make: Make) -> None:
        make.letter(recipients=1, sign_ons=1)
        make.confirm(1)
        with make.database.work("Change the run") as unit:
            letters.set_run_settings(unit.session, 1, RunSettings(duplex=True))
        assert snapshot(make).run == RunSettings(duplex=True)
        assert snapshot(make, run=RunSettings(archive=True)).run == RunSettings(archive=True)


class TestLists:
    @pytest.fixture
    def listed(self, make: Make) -> Make:
        """One on list 1, closed on 1 May in Kathmandu; another who agreed later."""
        letter = make.letter(sign_ons=2)
        make.confirm(letter, 1)
        with make.database.work("Date back") as unit:
            unit.session.get_one(Evidence, 1).received_at = CUT_OFF
        make.close_list(letter, CUT_OFF)
        make.confirm(letter, 2)
        return make

    def test_a_list_is_printed_with_its_day_where_it_was_closed(self, listed: Make) -> None:
        taken = snapshot(listed, list_number=1)
        assert [line.sign_on_id for line in taken.printed] == [1]
        assert (taken.later, taken.list_number, taken.concerns.withdrawn) == (1, 1, ())
        assert (taken.signed_by, taken.listed_on) == (CUT_OFF, CUT_OFF.date())

    def test_the_letters_own_list_is_printed_unless_another_is_chosen(self, listed: Make) -> None:
        listed.close_list(1)
        with listed.database.work("Choose") as unit:
            letters.set_run_settings(unit.session, 1, RunSettings(list_number=1))
        assert len(snapshot(listed).printed) == 1
        assert len(snapshot(listed, list_number=2).printed) == 2
        by = snapshot(listed, signed_by=CUT_OFF)
        assert (len(by.printed), by.list_number) == (1, None)

    def test_who_withdrew_is_named_and_not_printed(self, listed: Make) -> None:
        listed.close_list(1)
        with listed.database.work("Withdraw") as unit:
            sign_ons.set_status(unit, [1], SignOnStatus.WITHDRAWN)
        taken = snapshot(listed, list_number=2)
        assert [line.sign_on_id for line in taken.printed] == [2]
        assert (taken.concerns.withdrawn, taken.later) == (("Ada Person 2, Organisation 1",), 0)

    def test_who_is_on_it_has_the_line_of_then(self, listed: Make) -> None:
        with listed.database.work("Confirm anew") as unit:
            unit.session.get_one(SignOn, 1).printed_role = "Chair"
            confirming.confirm_anew(unit, 1, Proof("mail"))
        then, now = snapshot(listed, list_number=1), snapshot(listed)
        assert [(line.sign_on_id, line.role) for line in then.printed] == [(1, "")]
        assert sorted(line.role for line in now.printed) == ["", "Chair"]

    def test_who_took_a_sign_on_over_is_not_on_it_nor_who_passed_it_on(self, listed: Make) -> None:
        with listed.database.work("Pass on") as unit:
            sign_on, heir = (unit.session.get_one(SignOn, number) for number in (1, 2))
            sign_on.signer_id = heir.signer_id
            sign_on.organisation_id = heir.organisation_id
            confirming.confirm_anew(unit, 1, Proof("mail"))
        taken = snapshot(listed, list_number=1)
        assert (taken.printed, taken.later) == ((), 2)
        assert taken.concerns.withdrawn == ("Ada Person 2, Organisation 1",)

    def test_a_body_that_another_person_signs_for_by_now_has_the_line_of_then(
        self, listed: Make
    ) -> None:
        successor = listed.person("Zoe Quill")
        with listed.database.work("Succeed") as unit:
            unit.session.get_one(SignOn, 1).signer_id = successor
            confirming.confirm_anew(unit, 1, Proof("mail"))
        taken = snapshot(listed, list_number=1)
        assert [line.name for line in taken.printed] == ["Ada Person 2"]
        assert (taken.concerns.withdrawn, taken.later) == ((), 1)

    def test_a_yes_recorded_late_is_not_on_it(self, listed: Make) -> None:
        """Unlike on the list of all whose yes came until then."""
        with listed.database.work("Date back") as unit:
            unit.session.get_one(Evidence, 2).received_at = CUT_OFF
        assert len(snapshot(listed, list_number=1).printed) == 1
        assert len(snapshot(listed, signed_by=CUT_OFF).printed) == 2

    def test_a_list_that_is_not_there_is_refused(self, listed: Make) -> None:
        with pytest.raises(NotFound, match="has no list 2"):
            snapshot(listed, list_number=2)

    def test_the_preview_of_a_new_text_shows_everybody(self, listed: Make) -> None:
        with listed.database.work("Change") as unit:
            settings = RunSettings(list_number=1)
            letters.set_run_settings(unit.session, 1, settings)
        assert len(snapshot(listed, draft=True).printed) == 1
        with listed.database.work("Change") as unit:
            file = letters.file_of(unit.session, letters.get(unit.session, 1))
            letters.update(unit.session, 1, replace(file, body="Other words."))
        listed.confirm(1)
        assert len(snapshot(listed, draft=True).printed) == 2
        assert len(snapshot(listed).printed) == 2  # the new text has no list
