"""Every field of every kind: a new value lands, a blank one clears nothing, the same file again is the same."""

from typing import Any

import pytest
from sqlalchemy import select

from signatories import undoing
from signatories.database import Database
from signatories.imports.columns.mapping import FIELDS
from signatories.imports.planned import OnDuplicate
from signatories.models import (
    Base,
    Consent,
    Organisation,
    OrganisationName,
    Person,
    Recipient,
    Role,
    SignOn,
    Tagging,
)

STORED = {
    "name": "Zed Quux",
    "person": "Ann Lee",
    "role": "Director",
    "organisation": "Well Trust",
    "acronym": "WT",
    "country": "Ghana",
    "email": "zed@well.example",
    "telephone": "+41 22 1",
    "website": "https://well.example",
    "form_of_address": "Prof.",
    "language": "fr",
    "status": "considering",
    "capacity": "personal",
    "condition": "if asked",
    "group": "Local",
    "notes": "Met in May",
    "tag": "water",
    "consent": "yes",
    "date": "2024-05-06",
    "salutation": "Dear all",
    "address": "Street 1",
    "other_name": "Pump Trust",
    "former_name": "Bucket Trust",
    "region": "Sahel",
    "kind": "charity",
    "parent": "Wells United",
    "comment": "We agree",
    "constituency": "Avon",
    "description": "Digs wells",
    "footnote": "Since May",
    "profession": "Digger",
    "Row of seats": "First",
}
OTHER = {
    "name": "Zed Quux-Lund",
    "person": "Bo Lind",
    "role": "Chair",
    "organisation": "Well Trusts",
    "acronym": "XYZ",
    "country": "Peru",
    "email": "new@well.example",
    "telephone": "+41 99 9",
    "website": "https://new.example",
    "form_of_address": "Rev.",
    "language": "de",
    "status": "declined",
    "capacity": "personal, affiliation for identification only",
    "condition": "once the board agrees",
    "group": "National",
    "notes": "Met in June",
    "tag": "rivers",
    "consent": "no",
    "date": "2025-12-31",
    "salutation": "Dear Ann",
    "address": "Street 9",
    "other_name": "Jug Trust",
    "former_name": "Cup Trust",
    "region": "Andes",
    "kind": "network",
    "parent": "Rivers United",
    "comment": "We insist",
    "constituency": "Thames",
    "description": "Cleans rivers",
    "footnote": "Since June",
    "profession": "Cleaner",
    "Row of seats": "Last",
}
LANDED = {"date": "datetime.datetime(2025, 12, 31", "consent": "'allowed': False"}
NOT_COLUMNS_OF_ONE_ROW = {"entry", "given_name", "family_name", "response"}
KINDS = {
    kind: tuple(name for name in FIELDS[kind] if name not in NOT_COLUMNS_OF_ONE_ROW)
    for kind in ("sign-ons", "recipients", "organisations", "people")
}
KINDS["sign-ons"] += (OF_ITS_OWN := "Row of seats",)
CASES = [(kind, name) for kind, names in KINDS.items() for name in names]


def table(kind: str, /, **cells: str) -> str:
    row = {name: STORED[name] for name in KINDS[kind]} | cells
    return ";".join(row) + "\n" + ";".join(f'"{cell}"' for cell in row.values()) + "\n"


def state_of(database: Database) -> list[dict[str, Any]]:
    tables = (Organisation, OrganisationName, Person, Role, Tagging, SignOn, Consent, Recipient)
    with database.reading() as session:
        return [
            {name: value for name, value in row.items() if name not in ("revision", "changed_in")}
            for each in tables
            for row in session.execute(select(Base.metadata.tables[each.__tablename__])).mappings()
        ]


@pytest.fixture
def given(letter: int, import_text) -> Any:
    """Import one row of a kind, each column told: `given("people", role="Chair")`."""

    def imported(kind: str, /, on_duplicate: OnDuplicate = OnDuplicate.UPDATE, **cells: str) -> Any:
        return import_text(
            table(kind, **cells),
            f"{kind}.csv",
            as_=kind,
            letter_id=letter if kind == "sign-ons" else None,
            overrides={name: "own" if name == OF_ITS_OWN else name for name in KINDS[kind]},
            on_duplicate=on_duplicate,
        )

    return imported


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_a_new_value_is_promised_lands_and_is_taken_back(database, given, kind, name) -> None:
    given(kind)
    before = state_of(database)
    done = given(kind, **{name: OTHER[name]})
    assert done.plan.rows[0].state.value in ("update", "duplicate")
    assert name in done.plan.rows[0].changes
    assert (done.result.added, done.result.updated) == (0, 1)
    now = str(state_of(database))
    for changed, (_, new) in done.plan.rows[0].changes.items():
        assert LANDED.get(changed, new) in now
    assert undoing.undo(database).kept == []
    assert state_of(database) == before


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_a_blank_cell_clears_nothing(database, given, kind, name) -> None:
    given(kind)
    before = state_of(database)
    if name not in ("name", "organisation"):
        assert given(kind, **{name: ""}).states == ["same"]
    assert state_of(database) == before


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_again_is_the_same(database, given, kind) -> None:
    given(kind)
    before = state_of(database)
    assert given(kind).states == ["same"]
    assert state_of(database) == before


@pytest.mark.parametrize("kind", ["sign-ons", "recipients", "organisations", "people"])
def test_a_column_of_its_own_is_the_same_however_its_name_is_written(
    database, letter, import_text, kind
) -> None:
    """A second one beside it would hold what the table says now, and letters would print the first."""
    for name, cell in (("Hall", "North"), ("HALL", "South"), ("hall", "")):
        import_text(
            f"Name;E-mail;{name}\nZed Quux;zed@well.example;{cell}\n",
            "t.csv",
            as_=kind,
            letter_id=letter if kind == "sign-ons" else None,
            overrides={name: "own"},
            on_duplicate=OnDuplicate.UPDATE,
        )
    (record,) = [row for row in state_of(database) if row.get("extra")]
    assert record["extra"] == {"Hall": "South"}
