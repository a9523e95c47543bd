"""Names with the family name first are proposed to be turned round, where they are those of people."""

from typing import Any

import pytest

from signatories.imports.contents import Content, content_of
from signatories.imports.planned import ImportRequest
from signatories.imports.tables.turned_names import turned
from signatories.sources.opening import open_text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Berg, Anna", "Anna Berg"),
        ("BERG, Anna", "Anna BERG"),
        ("de la Vega, Ana María", "Ana María de la Vega"),
        ("Berg, Dr. Anna", "Dr. Anna Berg"),
        ("Берг, Анна", "Анна Берг"),
    ],
)
def test_the_family_name_goes_behind(text: str, printed: str) -> None:
    assert turned(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        *("Anna Berg", "Anna Berg, PhD", "Berg, Director", "Anna Berg, Bo Lind", "Berg, Anna, Jr."),
        *("Anna Berg, Oxford", "Anna Berg, Kenya", "Berg, Kenya"),
        *("Berg, Anna and Bo", "Well Fund, Anna", "Berg,", ", Anna", ""),
    ],
)
def test_what_may_be_otherwise_stays_as_it_is(text: str) -> None:
    assert turned(text) == text


def content(text: str, **request: Any) -> Content:
    return content_of(open_text(text, "a.csv"), ImportRequest(letter_id=1, **request))


def test_names_of_people_are_proposed_and_turned_when_agreed_to() -> None:
    text = 'Name,Organisation\n"Berg, Anna",Well Fund\nBo Lind,"Wells, Rivers"\n'
    (proposal,) = content(text).proposals
    assert (proposal.kind, proposal.count) == ("family-first", 1)
    agreed = content(text, repairs=frozenset({"family-first"}))
    assert [cells["name"] for _, cells in agreed.rows] == ["Anna Berg", "Bo Lind"]
    assert agreed.rows[1][1]["organisation"] == "Wells, Rivers"


def test_names_of_bodies_are_not() -> None:
    text = 'Name,Country\n"Wells, Rivers",Kenya\nWell Fund,Mali\n'
    it = content(text, as_="organisations", repairs=frozenset({"family-first"}))
    assert it.proposals == ()
    assert it.rows[0][1]["name"] == "Wells, Rivers"


def test_a_rare_comma_is_no_way_to_write_names() -> None:
    rows = [f"Ada Example {chr(65 + n)},Aid {n}" for n in range(6)]
    text = "\n".join(["Name,Organisation", *rows, '"Berg, Oxford",Well Fund'])
    assert content(text).proposals == ()
