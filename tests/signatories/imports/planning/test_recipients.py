"""Recipients from a table, with the columns that only this office has."""

from pathlib import Path

import pytest
from sqlalchemy import select

from signatories.database import Database
from signatories.errors import Refused
from signatories.imports.planned import OnDuplicate
from signatories.imports.verdicts import State
from signatories.models import Recipient
from signatories.recipients import choosing

TABLE = """Mission,Country,Form of address,Address,Language,E-mail,Seat
Mission of Ghana,Ghana,H.E.,"Street 1
Geneva",en,gh@missions.example,Geneva
Mission of the Ivory Coast,Ivory Coast,,Street 2,fr,ci@missions.example,Geneva
Water Agency,,,Street 3,,,
"""


def stored(database: Database) -> list[Recipient]:
    with database.reading() as session:
        found = list(session.scalars(select(Recipient).order_by(Recipient.place)))
        session.expunge_all()
        return found


def test_columns_become_fields_and_the_others_stay_under_their_header(
    database, import_text
) -> None:
    done = import_text(TABLE, "missions.csv", as_="recipients")
    assert done.states == ["new"] * 3
    ghana, coast, agency = stored(database)
    assert (ghana.name, ghana.country, ghana.address) == (
        "Mission of Ghana",
        "GH",
        "Street 1\nGeneva",
    )
    assert (ghana.form_of_address, ghana.extra, ghana.letter_id) == (
        "H.E.",
        {"Seat": "Geneva"},
        None,
    )
    assert coast.country == "CI"
    assert agency.country is None


def test_the_same_table_again_is_all_the_same(database, import_text) -> None:
    import_text(TABLE, "missions.csv", as_="recipients")
    again = import_text(TABLE, "missions.csv", as_="recipients")
    assert again.states == ["same"] * 3
    assert again.result.import_id is None


def test_those_of_a_letter_are_its_own(database, letter, import_text) -> None:
    import_text(TABLE, "missions.csv", as_="recipients")
    done = import_text(TABLE, "missions.csv", as_="recipients", letter_id=letter)
    assert done.states == ["new"] * 3
    assert [each.letter_id for each in stored(database)] == [None] * 3 + [letter] * 3


def test_the_same_address_is_an_update_that_clears_nothing(database, import_text) -> None:
    import_text(TABLE, "missions.csv", as_="recipients")
    change = "name,e-mail,salutation,address,Seat\nMission of Ghana,GH@missions.example,Your Excellency,,Vienna\n"
    done = import_text(change, "change.csv", as_="recipients")
    assert (done.states, done.result.counts["updated"]) == (["update"], 1)
    ghana = stored(database)[0]
    assert (ghana.salutation, ghana.address, ghana.extra) == (
        "Your Excellency",
        "Street 1\nGeneva",
        {"Seat": "Vienna"},
    )


def test_the_same_name_with_other_details_is_a_question(database, import_text) -> None:
    import_text(TABLE, "missions.csv", as_="recipients")
    other = "name,country,address\nMission of Ghana,Ghana,Avenue 9\n"
    asked = import_text(other, "other.csv", as_="recipients", on_duplicate=OnDuplicate.SKIP)
    assert asked.states == ["duplicate"]
    assert len(stored(database)) == 3
    import_text(other, "other.csv", as_="recipients", on_duplicate=OnDuplicate.FILL)
    assert stored(database)[0].address == "Street 1\nGeneva"
    import_text(other, "other.csv", as_="recipients", on_duplicate=OnDuplicate.UPDATE)
    assert stored(database)[0].address == "Avenue 9"


def test_a_country_that_nobody_knows_is_named_and_kept_as_a_name(import_text, database) -> None:
    done = import_text("country,salutation\nAtlantis,Dear all\n", "x.csv", as_="recipients")
    assert "“Atlantis” is no country" in str(done.result.warnings[0])
    assert [(each.name, each.country) for each in stored(database)] == [("Atlantis", None)]


def test_an_unknown_country_of_a_named_recipient_stays_in_a_column_of_its_own(
    import_text, database
) -> None:
    table = "name,country\nPort Office,Zanzibar\n"
    done = import_text(table, "x.csv", as_="recipients")
    assert "“Zanzibar” is no country that we know; it is kept" in str(done.result.warnings[0])
    only = stored(database)[0]
    assert (only.name, only.country, only.extra) == (
        "Port Office",
        None,
        {"country (table)": "Zanzibar"},
    )
    assert import_text(table, "x.csv", as_="recipients").states == ["same"]


def test_a_column_of_standing_gets_a_name_that_can_be_asked_for(database, import_text) -> None:
    """Standing is computed: under its own name the column was kept, and never to be seen."""
    import_text("name,Status,since\nMission,observer,1960\n", "x.csv", as_="recipients")
    assert stored(database)[0].extra == {"Status (table)": "observer", "since (table)": "1960"}
    with database.reading() as session:
        chosen = choosing.selection(session, None, where='"status (table)" = observer')
    assert [one.name for one in chosen.recipients] == ["Mission"]


def test_columns_of_one_name_do_not_overwrite_each_other(database, import_text) -> None:
    text = "recipient,name,phone,phone\nMission,Bo,1,2\n"
    import_text(text, "x.csv", as_="recipients")
    only = stored(database)[0]
    assert (only.name, only.extra) == (
        "Mission",
        {"name (2)": "Bo", "phone": "1", "phone (2)": "2"},
    )


def test_a_column_of_countries_is_known_by_its_cells(database, import_text) -> None:
    text = "Entity,Remark\nGHANA,a\nSwaziland,b\nCôte d'Ivoire,c\n"
    done = import_text(text, "x.csv", as_="recipients")
    assert done.plan.mapping == {"Entity": "country", "Remark": "Remark"}
    assert [(each.name, each.country) for each in stored(database)] == [
        ("Ghana", "GH"),
        ("Eswatini", "SZ"),
        ("Côte d'Ivoire", "CI"),
    ]


def test_a_state_under_a_former_name_is_the_same(database, import_text, plan_text) -> None:
    import_text("Participant,Signature,Ratification\nEswatini,,24 Sep 2012\n", "t.csv")
    plan = plan_text("Name,Country\nSwaziland,Eswatini\n", "x.csv", as_="recipients")
    assert [row.state for row in plan.rows] == [State.SAME]


def test_a_table_that_names_nobody_is_refused_whole(plan_text) -> None:
    with pytest.raises(
        Refused, match=r"says who the rows are.*--map COLUMN=name.*Salutation, Seat"
    ):
        plan_text("Salutation,Seat\nDear all,Geneva\n", "x.csv", as_="recipients")


def test_the_real_missions_are_named_by_their_state(
    database, shared_data: Path, import_text
) -> None:
    text = (shared_data / "recipients/missions-new-york-A-D.csv").read_text("utf-8")
    done = import_text(text, "missions.csv", as_="recipients")
    assert done.result.added == 51
    assert len({each.country for each in stored(database)}) >= 50


STATES = "Participant,Signature,Ratification\nGhana,6 Sep 2000,\nKenya,8 Sep 2000,28 Jan 2002\n"
MISSIONS = """Name,Country,City,Address
Permanent Mission of Ghana,Ghana,Geneva,Street 1
Permanent Mission of Mali,Mali,Geneva,Street 2
Well Fund,Kenya,Nairobi,Street 3
"""


def of_country(database: Database, code: str) -> list[tuple[str, str]]:
    return [(each.name, each.address) for each in stored(database) if each.country == code]


def test_addresses_join_the_states_of_a_treaty_table(database, import_text) -> None:
    import_text(STATES, "Water Treaty.csv", as_="recipients")
    done = import_text(MISSIONS, "missions.csv", as_="recipients")
    assert done.states == ["update", "update", "new"]
    assert of_country(database, "GH") == [("Permanent Mission of Ghana", "Street 1")]
    assert of_country(database, "KE") == [("Kenya", ""), ("Well Fund", "Street 3")]
    said = [str(warning) for warning in done.plan.warnings]
    assert "1 row found no recipient that is there, and will be new: Well Fund." in said
    assert any(text.startswith("No row was found for 191 recipients") for text in said)


def test_a_second_seat_of_one_state_is_another_recipient(database, import_text) -> None:
    import_text(STATES, "Water Treaty.csv", as_="recipients")
    import_text(MISSIONS, "missions.csv", as_="recipients")
    other = "Name,Country,City,Address\nGhana Mission,Ghana,Geneva,Street 9\nGhana Mission,Ghana,Vienna,Ring 1\n"
    done = import_text(other, "others.csv", as_="recipients")
    assert done.states == ["update", "new"]
    assert of_country(database, "GH") == [
        ("Ghana Mission", "Street 9"),
        ("Ghana Mission", "Ring 1"),
    ]


def test_a_treaty_table_joins_the_missions_that_are_there(database, import_text) -> None:
    import_text(MISSIONS, "missions.csv", as_="recipients")
    done = import_text(STATES, "Water Treaty.csv", as_="recipients")
    assert of_country(database, "GH") == [("Permanent Mission of Ghana", "Street 1")]
    said = [str(warning) for warning in done.plan.warnings]
    assert "The table does not name the State of 1 recipient: Permanent Mission of Mali." in said


def test_the_real_missions_join_the_real_treaty_table(
    database, shared_data: Path, import_text
) -> None:
    """Of 51 missions, all of member States, one is in a damaged spelling that nothing is guessed about."""
    treaty = (shared_data / "recipients/treaty-opsc-2015.csv").read_text("utf-8")
    import_text(treaty, "treaty-opsc-2015.csv", as_="recipients")
    missions = (shared_data / "recipients/missions-new-york-A-D.csv").read_text("utf-8")
    done = import_text(missions, "missions.csv", as_="recipients")
    assert [row.fields["name"] for row in done.plan.rows if row.state.value == "new"] == [
        "CÃ\x94TE D'IVOIRE"
    ]
    with_address = [each for each in stored(database) if each.address]
    assert (len(stored(database)), len(with_address)) == (194, 51)


def test_the_damaged_name_joins_its_state_once_its_repair_is_agreed_to(
    database, shared_data: Path, import_text
) -> None:
    treaty = (shared_data / "recipients/treaty-opsc-2015.csv").read_text("utf-8")
    import_text(treaty, "treaty-opsc-2015.csv", as_="recipients")
    missions = (shared_data / "recipients/missions-new-york-A-D.csv").read_text("utf-8")
    repairs = frozenset({"mojibake"})
    done = import_text(missions, "missions.csv", as_="recipients", repairs=repairs)
    assert done.states == ["update"] * 51


def test_a_blank_name_is_the_country_s_only_for_a_new_recipient(database, import_text) -> None:
    import_text("name,country,email\nPermanent Mission,Ghana,gh@x.example\n", as_="recipients")
    table = "name,country,email,salutation\n,Ghana,gh@x.example,Excellency\n,Mali,,Dear all\n"
    done = import_text(table, "b.csv", as_="recipients")
    assert done.states == ["update", "new"]
    names = [(each.name, each.salutation) for each in stored(database)]
    assert names == [("Permanent Mission", "Excellency"), ("Mali", "Dear all")]
    assert import_text(table, "b.csv", as_="recipients").states == ["same", "same"]


def test_a_country_on_one_side_only_is_a_question(import_text, plan_text) -> None:
    import_text("name,country\nUNICEF Office,\n", "a.csv", as_="recipients")
    table = "name,country\nUNICEF Office,Switzerland\n"
    assert plan_text(table, "b.csv", as_="recipients").rows[0].state.value == "duplicate"
