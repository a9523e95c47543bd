"""Recipients are kept for a letter or for the workspace, and chosen by a condition as of a date."""

import datetime as dt
from dataclasses import asdict

import pytest

from signatories import countries, letters, recipients
from signatories.errors import BadText, NotFound, Refused
from signatories.models import ActKind, Consent, Recipient, Use
from signatories.recipients import RecipientDraft, Selection
from signatories.standing import Status
from tests.factories import Make, content

JULY = dt.date(2010, 7, 26)


def select(make: Make, letter: int | None = None, **choice: object) -> Selection:
    with make.database.reading() as session:
        row = letters.get(session, letter) if letter else None
        return recipients.selection(session, row, **choice)


def names(selection: Selection) -> list[str]:
    return [recipient.name for recipient in selection.recipients]


def make_states(make: Make, *codes: str) -> None:
    with make.database.work("Import States", bulk=True) as unit:
        for code in codes:
            name = countries.name(code, "en")
            row = Recipient(name=name, country=code, state=True, extra={}, place=1)
            recipients.derive_keys(row)
            unit.session.add(row)


class TestKeeping:
    def test_a_draft_comes_back_as_it_was_given(self, make: Make) -> None:
        given = RecipientDraft(
            name="Permanent Mission of Ghana",
            person="Ama Person",
            form_of_address="H.E.",
            salutation="Excellency,",
            address="Rue 1\n1200 Genève",
            language="en",
            country="GH",
            email="mission@example.org",
        )
        made = make.recipient(**asdict(given))
        with make.database.reading() as session:
            assert recipients.draft_of(recipients.get(session, made)) == given

    @pytest.mark.parametrize(
        ("draft", "field"),
        [(RecipientDraft(), "name"), (RecipientDraft("G", country="G"), "country")],
    )
    def test_problems_are_named_by_field(self, draft: RecipientDraft, field: str) -> None:
        assert set(draft.problems()) == {field}

    def test_changing_keeps_its_place_and_letter(self, make: Make) -> None:
        letter = make.letter(recipients=2)
        with make.database.work("Change") as unit:
            recipients.change(unit.session, 1, RecipientDraft("Ghana", country="GH"))
        first = content(make.database)["recipients"][0]
        assert (first["name"], first["place"], first["letter_id"]) == ("Ghana", 1, letter)
        assert first["search_key"] == "ghana ghana"

    def test_whom_a_signatory_refused_stays(self, make: Make) -> None:
        """Removed and imported again, it would be shown what it must not see."""
        make.letter(recipients=1, sign_ons=1)
        with make.database.work("Refuse") as unit:
            refusal = Consent(sign_on_id=1, use=Use.LETTER, recipient_id=1, allowed=False)
            unit.session.add(refusal)

        def remove() -> None:
            with make.database.work("Remove") as unit:
                recipients.remove(unit.session, [1])

        with pytest.raises(Refused, match="refused to be shown to Mission 1"):
            remove()

    def test_an_unknown_id_is_named(self, make: Make) -> None:
        with make.database.reading() as session, pytest.raises(NotFound, match="no recipient 7"):
            recipients.get(session, 7)


class TestChoosing:
    def test_own_recipients_come_before_the_workspace_s(self, make: Make) -> None:
        for name in ("Kenya", "Ghana"):
            make.recipient(name)
        own, without = make.letter(), make.letter(title="Another")
        make.recipient("Togo", letter=own)
        assert names(select(make, own)) == ["Togo"]
        assert names(select(make, without)) == ["Ghana", "Kenya"]
        assert names(select(make)) == ["Ghana", "Kenya"]

    def test_the_condition_reduces_them_as_of_the_letter_s_day(self, make: Make) -> None:
        make_states(make, "GH", "KE", "TG")
        make.instrument(
            acts={
                "GH": {ActKind.RATIFICATION: JULY},
                "KE": {ActKind.SIGNATURE: JULY, ActKind.RATIFICATION: JULY + dt.timedelta(4)},
            }
        )
        letter = make.letter(where="status != party", as_of=JULY)
        chosen = select(make, letter)
        assert names(chosen) == ["Kenya", "Togo"]
        assert [one.standing and one.standing.status for one in chosen.recipients] == [
            Status.SIGNED,
            Status.NO_ACTION,
        ]
        assert (chosen.candidates, chosen.as_of) == (3, JULY)
        assert names(select(make, letter, as_of=JULY + dt.timedelta(4))) == ["Togo"]
        assert names(select(make, letter, where="status = party")) == ["Ghana"]
        assert len(select(make, letter, where="").recipients) == 3

    def test_the_letter_s_date_stands_in_for_its_day(self, make: Make) -> None:
        dated, undated = make.letter(date=JULY), make.letter(title="Another", date=None)
        assert select(make, dated).as_of == JULY
        assert select(make, undated).as_of == dt.datetime.now(dt.UTC).date()

    def test_states_are_left_out_before_their_membership(self, make: Make) -> None:
        make_states(make, "GH", "SS")
        assert names(select(make, as_of=dt.date(2011, 7, 13))) == ["Ghana"]
        assert names(select(make, as_of=dt.date(2011, 7, 14))) == ["Ghana", "South Sudan"]

    def test_a_mission_is_no_state_and_stays(self, make: Make) -> None:
        make.recipient("Liaison office", country="SS")
        assert names(select(make, as_of=JULY)) == ["Liaison office"]

    def test_members_that_are_missing_are_listed(self, make: Make) -> None:
        every = [state.iso for state in countries.members(JULY)]
        make_states(make, *every[:-2])
        chosen = select(make, as_of=JULY)
        assert len(chosen.recipients) == 190
        assert chosen.missing_members == [countries.name(iso, "en") for iso in every[-2:]]

    def test_nobody_is_missing_where_recipients_are_no_states(self, make: Make) -> None:
        make.recipient("The editor", country="GH")
        assert select(make, as_of=JULY).missing_members == []

    def test_recipients_stand_in_the_order_of_their_names(self, make: Make) -> None:
        make_states(make, "ZM", "CI", "AX", "DE", "CD")
        assert names(select(make)) == sorted(names(select(make)), key=str.casefold)

    def test_extra_columns_can_be_chosen_by(self, make: Make) -> None:
        make.recipient("Ghana")
        make.recipient("Kenya")
        with make.database.work("Fill a column") as unit:
            recipients.get(unit.session, 2).extra = {"region": "East"}
        assert names(select(make, where="region = East")) == ["Kenya"]
        assert select(make).recipients[1].record()["region"] == "East"
        with make.database.reading() as session:
            assert recipients.extra_columns(session) == ("region",)

    def test_an_extra_column_never_stands_in_for_our_own(self, make: Make) -> None:
        make.recipient("Ghana", country="GH")
        with make.database.work("Fill a column") as unit:
            recipients.get(unit.session, 1).extra = {"name": "Kenya", "country": "KE"}
        record = select(make).recipients[0].record()
        assert (record["name"], record["country"]) == ("Ghana", "GH")

    @pytest.mark.parametrize(
        ("where", "words"),
        [
            ("statsu = party", "nearest one is “status”"),
            ("status = partly", "nearest value is “party”"),
            ("country = Atlantis", "Atlantis"),
        ],
    )
    def test_what_is_unknown_is_refused_with_the_nearest(
        self, make: Make, where: str, words: str
    ) -> None:
        with pytest.raises(BadText, match=words):
            select(make, where=where)

    def test_countries_are_meant_by_any_of_their_names(self, make: Make) -> None:
        make.recipient("Mission", country="CI")
        for name in ("CI", "Ivory Coast", '"Côte d\'Ivoire"'):
            assert names(select(make, where=f"country = {name}")) == ["Mission"]

    def test_without_an_instrument_there_is_no_standing(self, make: Make) -> None:
        make.recipient("Ghana", country="GH")
        chosen = select(make)
        assert chosen.standings is None
        assert chosen.recipients[0].standing is None

    @pytest.mark.parametrize("where", ["status != party", "since < 2010-01-01 or name = Ghana"])
    def test_a_standing_that_no_instrument_tells_is_asked_for(self, make: Make, where: str) -> None:
        """Met by everybody, it would ask States to ratify what they ratified."""
        make.recipient("Ghana", country="GH")
        with pytest.raises(Refused, match="import the table of the instrument"):
            select(make, where=where)
