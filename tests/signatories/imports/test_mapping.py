"""Columns find their fields by header words in several languages, or are told."""

import pytest

from signatories.errors import BadText
from signatories.imports.mapping import map_columns, parse_overrides


def mapped(headers: list[str], kind: str = "sign-ons", **told: str) -> dict[str, str]:
    return {headers[n]: field for n, field in map_columns(headers, kind, told).items()}


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
    columns = headers.split("|")
    assert list(map_columns(columns, "sign-ons").values()) == fields.split()


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
        *("name", "country", "form_of_address", "salutation", "address", "email"),
    ]
    treaty = [
        "Participant",
        "Signature",
        "Ratification, Acceptance(A), Accession(a), Succession(d)",
    ]
    assert list(mapped(treaty, "treaty").values()) == ["participant", "signature", "ratification"]


def test_a_word_that_belongs_to_something_else_maps_nothing() -> None:
    assert mapped(["signatory", "constituency_name", "mp_party"]) == {"signatory": "entry"}


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


def test_overrides_as_typed() -> None:
    assert parse_overrides(["a = b=name", "Seat="]) == {"a = b": "name", "Seat": ""}
    with pytest.raises(BadText, match=r"“Mission” should be COLUMN=FIELD"):
        parse_overrides(["Mission"])
