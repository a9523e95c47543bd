"""Columns find their fields by header words in several languages, or are told."""

import pytest

from signatories.errors import BadText
from signatories.imports.columns.column import mapping_of, propose
from signatories.imports.columns.mapping import parse_overrides, told_columns


def mapped(headers: list[str], kind: str = "sign-ons", **told: str) -> dict[str, str]:
    """What the headers alone, and what was told, make of columns."""
    return mapping_of(propose(headers, (), kind, told))


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("Name|Job title|Organization|Country|E-mail|Signing as", "name role organisation country email capacity"),
        ("Nom et prénom|Fonction|Organisme|Pays|Courriel|Statut", "name role organisation country email status"),
        ("Nombre y apellidos|Cargo|Organización|País|Correo electrónico", "name role organisation country email"),
        ("Name|Funktion|Verband|Land|E-Mail-Adresse|Kürzel", "name role organisation country email acronym"),
        ("YOUR NAME|Name of Organisation|e mail address (required)", "name organisation email"),
    ],
)  # fmt: skip
def test_headers_of_sign_ons(headers: str, fields: str) -> None:
    assert list(mapped(headers.split("|")).values()) == fields.split()


def test_headers_of_recipients_and_of_a_treaty_table() -> None:
    headers = [
        "Mission",
        "Country",
        "Form of address",
        "Salutation",
        "MC_Address",
        "MC_eMail",
        "Telephone",
    ]
    assert list(mapped(headers, "recipients").values()) == [
        *("name", "country", "form_of_address", "salutation", "address", "email", "Telephone"),
    ]
    treaty = [
        "Participant",
        "Signature",
        "Ratification, Acceptance(A), Accession(a), Succession(d)",
    ]
    assert list(mapped(treaty, "treaty").values()) == ["participant", "signature", "ratification"]


def test_a_word_that_belongs_to_something_else_maps_nothing() -> None:
    assert mapped(["signatory", "committee_name", "mp_party"]) == {"signatory": "entry"}


def test_one_field_has_one_column_and_the_told_one_wins() -> None:
    headers = ["Name", "Contact name", "Country"]
    assert mapped(headers) == {"Name": "name", "Country": "country"}
    assert mapped(headers, **{"contact name": "name"}) == {
        "Contact name": "name",
        "Country": "country",
    }


def test_a_column_told_to_be_nothing_is_left_out() -> None:
    assert mapped(["Name", "Country"], Country="") == {"Name": "name"}


def test_an_unknown_field_is_refused_with_the_nearest() -> None:
    with pytest.raises(BadText, match=r"no field “organisaton”. The nearest is “organisation”"):
        mapped(["A", "B"], A="organisaton")


def test_an_unknown_column_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadText, match=r"no column “Misson”. The columns are: Mission, Seat"):
        mapped(["Mission", "Seat"], Misson="name")


def test_a_column_is_told_by_its_place_where_it_has_no_name_of_its_own() -> None:
    headers = ["Name", "", "Name"]
    assert told_columns(headers, "sign-ons", {"#2": "role", "#3": "notes"}) == {
        1: "role",
        2: "notes",
    }
    with pytest.raises(BadText, match=r"no column “#4”"):
        told_columns(headers, "sign-ons", {"#4": "role"})


def test_a_field_may_be_told_in_the_words_of_a_header() -> None:
    assert told_columns(["A", "B"], "sign-ons", {"A": "Courriel", "B": "Form of address"}) == {
        0: "email",
        1: "form_of_address",
    }


@pytest.mark.parametrize("words", ["own", "Seat"])
def test_a_column_is_told_to_be_its_own(words: str) -> None:
    assert mapped(["Name", "Seat"], Seat=words) == {"Name": "name", "Seat": "Seat"}


def test_two_columns_cannot_be_told_to_be_one_field() -> None:
    with pytest.raises(BadText, match="Two columns were said to be “name”"):
        mapped(["A", "B"], A="name", B="name")
    assert mapped(["A", "B"], A="tag", B="tag") == {"A": "tag", "B": "tag"}


def test_overrides_as_typed() -> None:
    assert parse_overrides(["a = b=name", "Seat="]) == {"a = b": "name", "Seat": ""}
    with pytest.raises(BadText, match=r"“Mission” should be COLUMN=FIELD"):
        parse_overrides(["Mission"])
