"""Family names in capitals, and which part of a printed name they are."""

import pytest

from signatories.block.capitals import in_capitals
from signatories.block.fields import family_name, given_name, value_of
from tests.signing import signatory


@pytest.mark.parametrize(
    ("family", "capitals"),
    [
        ("Example", "EXAMPLE"),
        ("van der Berg", "van der BERG"),
        ("De Meo", "DE MEO"),
        ("O'Example", "O'EXAMPLE"),
        ("d’Arc", "d’ARC"),
        ("in 't Veld", "in 't VELD"),
        ("McExample", "McEXAMPLE"),
        ("MacExample", "MacEXAMPLE"),
        ("Mackenzie", "MACKENZIE"),
        ("Ó hEithir", "Ó hEITHIR"),
        ("Groß", "GROẞ"),
        ("hooks", "HOOKS"),
        ("Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ"),
        ("Ταΐζης", "ΤΑΪΖΗΣ"),
        ("Nguyễn-Đức", "NGUYỄN-ĐỨC"),
        ("Чехов", "ЧЕХОВ"),
        ("王", "王"),
    ],
)
def test_capitals_as_owners_write_them(family: str, capitals: str) -> None:
    assert in_capitals(family) == capitals


def test_a_turkish_i_keeps_its_dot() -> None:
    assert in_capitals("Demir", turkish=True) == "DEMİR"
    assert in_capitals("Işık", turkish=True) == "IŞIK"
    turkish = signatory(name="Deniz Demir", country_code="TR")
    assert value_of("FAMILY")(turkish) == "DEMİR"
    assert value_of("FAMILY")(signatory(name="Deniz Demir", language="az")) == "DEMİR"
    assert value_of("FAMILY")(signatory(name="Deniz Demir", country_code="FR")) == "DEMIR"


@pytest.mark.parametrize(
    ("printed", "sort_name", "family", "given"),
    [
        ("Jane Example", "", "Example", "Jane"),
        ("Dr Jane van der Example", "", "van der Example", "Jane"),
        ("Example Jane", "Example, Jane", "Example", "Jane"),
        ("Jane Example", "Other, Name", "Example", "Jane"),
        ("", "Example, Jane", "", ""),
    ],
)
def test_the_halves_of_a_name_stand_in_the_printed_one(
    printed: str, sort_name: str, family: str, given: str
) -> None:
    who = signatory(name=printed, sort_name=sort_name)
    assert (family_name(who), given_name(who)) == (family, given)
