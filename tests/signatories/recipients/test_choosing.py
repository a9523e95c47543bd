"""Whom a letter goes to is chosen by a condition, as of a date."""

import datetime as dt

import pytest
from sqlalchemy import select as select_rows

from signatories import countries, letters, recipients
from signatories.errors import BadText, Refused
from signatories.models import ActKind, Recipient
from signatories.recipients import choosing
from signatories.recipients.choosing import Selection
from signatories.standing import Status
from tests.factories import Make

JULY = dt.date(2010, 7, 26)


def select(make: Make, letter: int | None = None, **choice: object) -> Selection:
    with make.database.reading() as session:
        row = letters.get(session, letter) if letter else None
        return choosing.selection(session, row, **choice)


def names(selection: Selection) -> list[str]:
    return [recipient.name for recipient in selection.recipients]


def make_states(make: Make, *codes: str) -> None:
    with make.database.work("Import States", bulk=True) as unit:
        for code in codes:
            name = countries.name(code, "en")
            row = Recipient(name=name, country=code, state=True, extra={}, place=1)
            recipients.derive_keys(row)
            unit.session.add(row)


def test_own_recipients_come_before_the_workspace_s(make: Make) -> None:
    for name in ("Kenya", "Ghana"):
        make.recipient(name)
    own, without = make.letter(), make.letter(title="Another")
    make.recipient("Togo", letter=own)
    assert names(select(make, own)) == ["Togo"]
    assert names(select(make, without)) == ["Ghana", "Kenya"]
    assert names(select(make)) == ["Ghana", "Kenya"]


def test_the_condition_reduces_them_as_of_the_letter_s_day(make: Make) -> None:
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


def test_the_letter_s_date_stands_in_for_its_day(make: Make) -> None:
    dated, undated = make.letter(date=JULY), make.letter(title="Another", date=None)
    assert select(make, dated).as_of == JULY
    assert select(make, undated).as_of == dt.datetime.now(dt.UTC).date()


def test_states_are_left_out_before_their_membership(make: Make) -> None:
    make_states(make, "GH", "SS")
    assert names(select(make, as_of=dt.date(2011, 7, 13))) == ["Ghana"]
    assert names(select(make, as_of=dt.date(2011, 7, 14))) == ["Ghana", "South Sudan"]


def test_a_mission_is_no_state_and_stays(make: Make) -> None:
    make.recipient("Liaison office", country="SS")
    assert names(select(make, as_of=JULY)) == ["Liaison office"]


def test_members_that_are_missing_are_listed(make: Make) -> None:
    every = [state.iso for state in countries.members(JULY)]
    make_states(make, *every[:-2])
    chosen = select(make, as_of=JULY)
    assert len(chosen.recipients) == 190
    assert chosen.missing_members == [countries.name(iso, "en") for iso in every[-2:]]


def test_a_state_that_a_mission_stands_for_is_not_missing(make: Make) -> None:
    make_states(make, *(state.iso for state in countries.members(JULY) if state.iso != "GH"))
    assert select(make, as_of=JULY).missing_members == ["Ghana"]
    make.recipient("Permanent Mission of Ghana", country="GH")
    assert select(make, as_of=JULY).missing_members == []


def test_nobody_is_missing_where_recipients_are_no_states(make: Make) -> None:
    make.recipient("The editor", country="GH")
    assert select(make, as_of=JULY).missing_members == []


def test_recipients_stand_in_the_order_of_their_names(make: Make) -> None:
    make_states(make, "ZM", "CI", "AX", "DE", "CD")
    assert names(select(make)) == sorted(names(select(make)), key=str.casefold)


def test_extra_columns_can_be_chosen_by(make: Make) -> None:
    make.recipient("Ghana")
    make.recipient("Kenya")
    with make.database.work("Fill a column") as unit:
        recipients.get(unit.session, 2).extra = {"region": "East"}
    assert names(select(make, where="region = East")) == ["Kenya"]
    assert select(make).recipients[1].record()["region"] == "East"
    with make.database.reading() as session:
        assert recipients.extra_columns(session) == ("region",)


def test_an_extra_column_never_stands_in_for_our_own(make: Make) -> None:
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
def test_what_is_unknown_is_refused_with_the_nearest(make: Make, where: str, words: str) -> None:
    with pytest.raises(BadText, match=words):
        select(make, where=where)


def test_countries_are_meant_by_any_of_their_names(make: Make) -> None:
    make.recipient("Mission", country="CI")
    for name in ("CI", "Ivory Coast", '"Côte d\'Ivoire"'):
        assert names(select(make, where=f"country = {name}")) == ["Mission"]


def test_without_an_instrument_there_is_no_standing(make: Make) -> None:
    make.recipient("Ghana", country="GH")
    chosen = select(make)
    assert chosen.standings is None
    assert chosen.recipients[0].standing is None


@pytest.mark.parametrize("where", ["status != party", "since < 2010-01-01 or name = Ghana"])
def test_a_standing_that_no_instrument_tells_is_asked_for(make: Make, where: str) -> None:
    """Met by everybody, it would ask States to ratify what they ratified."""
    make.recipient("Ghana", country="GH")
    with pytest.raises(Refused, match="import the table of the instrument"):
        select(make, where=where)


def test_an_instrument_without_a_table_tells_no_standing(make: Make) -> None:
    """A mistyped title would choose all States."""
    make.recipient("Ghana", country="GH")
    make.instrument("Protocol", acts={"GH": {ActKind.RATIFICATION: JULY}})
    letter = make.letter(instrument="Protocl", where="not (status = party)")
    with pytest.raises(Refused, match=r"“Protocl” has no table yet.*nearest.*“Protocol”"):
        select(make, letter)
    assert select(make, letter, where="").standings is None


def test_several_instruments_hinder_only_what_asks_for_standing(make: Make) -> None:
    make.recipient("Ghana", country="GH")
    for title in ("Protocol", "Convention"):
        make.instrument(title, acts={"GH": {ActKind.RATIFICATION: JULY}})
    thanks = make.letter(title="Thank you", where="country = Ghana")
    assert names(select(make, thanks)) == ["Ghana"]
    assert select(make, thanks).recipients[0].standing is None
    with pytest.raises(Refused, match=r"several instruments .Protocol, Convention"):
        select(make, thanks, where="status = party")


def test_states_have_the_names_and_the_order_of_the_letters_day(make: Make) -> None:
    make_states(make, "CZ", "GH", "SZ", "TR")
    with make.database.work("Rename") as unit:
        turkey = select_rows(Recipient).where(Recipient.country == "TR")
        unit.session.scalars(turkey).one().name = "Republic of Turkey"
    letter = make.letter(date=JULY)
    assert names(select(make, letter)) == [
        "Czech Republic",
        "Ghana",
        "Republic of Turkey",
        "Swaziland",
    ]
    assert names(select(make))[:3] == ["Czechia", "Eswatini", "Ghana"]


def test_conditions_name_states_as_they_are_called_today(make: Make) -> None:
    make_states(make, "GH", "SZ")
    assert names(select(make, make.letter(date=JULY, where="name = Eswatini"))) == ["Swaziland"]
