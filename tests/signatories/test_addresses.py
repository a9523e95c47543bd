"""Addresses as they stand in cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.addresses import is_address, read


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("anna@wells.example", "anna@wells.example"),
        ("  anna@wells.example.\n", "anna@wells.example"),
        ("mailto:anna@wells.example", "anna@wells.example"),
        ("Anna Berg <anna.berg+list@wells.example>", "anna.berg+list@wells.example"),
        ("E-mail: anna@wells.example", "anna@wells.example"),
        ("anna@wells.example, ANNA@wells.example", "anna@wells.example"),
        ("o'neil@brunnen-für-alle.example", "o'neil@brunnen-für-alle.example"),
        ("", ""),
    ],
)
def test_an_address_is_found_in_what_surrounds_it(cell, address) -> None:
    assert read(cell) == (address, None)


@given(st.from_regex(r"[a-zA-Z0-9._+'-]{1,20}@[a-z0-9._-]{1,20}\.[a-z]{2,5}", fullmatch=True))
def test_an_address_alone_is_the_one_found_in_brackets(address) -> None:
    assert read(address).address == read(f"<{address}>").address


@pytest.mark.parametrize(
    "cell", ["n/a", "anna@", "anna at wells.example", "anna@wells", "a..b@wells.example"]
)
def test_what_is_no_address_is_left_out_and_named(cell) -> None:
    address, problem = read(cell)
    assert address == ""
    assert str(problem) == f"“{cell}” is no e-mail address; it is left out."


def test_of_two_addresses_the_first_is_used_and_both_are_shown() -> None:
    address, problem = read("anna@wells.example; otto@wells.example")
    assert address == "anna@wells.example"
    assert str(problem).startswith(
        "There are 2 addresses in “anna@wells.example; otto@wells.example”"
    )


@pytest.mark.parametrize(
    "text",
    [
        "a@b@wells.example",
        ".anna@wells.example",
        "anna.@wells.example",
        "anna@-wells.example",
        "anna@wells.example1",
        "x" * 65 + "@wells.example",
        "anna@" + "x" * 250 + ".example",
    ],
)
def test_mail_could_not_be_sent_to(text) -> None:
    assert not is_address(text)
