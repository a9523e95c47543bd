"""What a record says that cannot all be true, and what only looks so."""

import pytest

from signatories.contradictions import about_count, about_country, about_domain


@pytest.mark.parametrize(
    ("name", "country", "told"),
    [
        ("Brunnenhilfe Deutschland e.V.", "FR", "Germany"),
        ("Klare Brunnen e.V.", "FR", "Germany"),
        ("Asociación de Pozos Argentina", "CL", "Argentina"),
        ("Clear Wells International France", "KE", "France"),
        ("Wells of Nairobi", "UG", "Kenya"),
        ("Deutsche Brunnenhilfe", "AT", "Germany"),
        ("Papua New Guinea Wells", "GN", "Papua New Guinea"),
    ],
)
def test_a_country_that_the_name_contradicts_is_questioned(name, country, told) -> None:
    asked = about_country(name, country)
    assert asked is not None
    assert asked.values["told"] == told


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Kenya Wells Union", "KE"),
        ("Clear Wells", "KE"),
        ("Friends of Nepal", "DE"),
        ("Wells for Mali", "FR"),
        ("Puits Suisse-Guinée", "CH"),
        ("Wells of Guinea", "GQ"),
        ("Georgia Wells Union", "US"),
        ("Hong Kong Wells Union", "CN"),
        ("Wells of Puerto Rico", "US"),
        ("New South Wales Wells", "AU"),
        ("Klare Brunnen e.V.", "DE"),
    ],
)
def test_what_agrees_or_may_mean_something_else_is_not(name, country) -> None:
    assert about_country(name, country) is None


@pytest.mark.parametrize("address", ["a@wells.fr", "https://www.wells.fr/contact", "WELLS.FR"])
def test_an_address_of_another_country_is_questioned(address) -> None:
    asked = about_domain(address, "KE")
    assert asked is not None
    assert asked.values["told"] == "France"


@pytest.mark.parametrize(
    "address",
    ["a@wells.ke", "a@wells.example", "a@wells.co", "a@wells.eu", "http://wells.re/x.fr", ""],
)
def test_addresses_of_no_country_are_not(address) -> None:
    assert about_domain(address, "KE") is None


def test_a_british_address_is_british() -> None:
    assert about_domain("a@wells.org.uk", "GB") is None
    assert about_domain("a@wells.org.uk", "KE") is not None


@pytest.mark.parametrize(
    ("text", "rows", "told"),
    [
        ("Signed by 11 organisations", 12, "11 organisations"),
        ("Les 1 200 signataires", 1199, "1 200 signataires"),
        ("On behalf of 57 civil society organizations:", 56, "57 civil society organizations"),
    ],
)
def test_a_count_that_the_list_contradicts_is_questioned(text, rows, told) -> None:
    asked = about_count(text, rows)
    assert asked is not None
    assert asked.values == {"told": told, "n": rows}


@pytest.mark.parametrize(
    "text",
    ["Signed by 12 organisations", "In 2012, members met", "137 states parties", "0.7 groups"],
)
def test_other_numbers_are_not(text) -> None:
    assert about_count(text, 12) is None
