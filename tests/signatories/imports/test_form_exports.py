"""What forms write when their answers are saved: KoBo, Framaforms, LimeSurvey, Typeform, Google."""

import pytest

from signatories.imports.contents import Content, content_of
from signatories.imports.planned import ImportRequest
from signatories.imports.planning import sign_on_cells
from signatories.models import Capacity
from signatories.sources.opening import open_text


def content(text: str) -> Content:
    return content_of(open_text(text, "form.csv"), ImportRequest("sign-ons", letter_id=1))


def test_the_groups_of_a_form_before_its_questions_are_left_aside() -> None:
    found = content(
        "start;group_who/name;group_who/role;group_org/organisation;group_org/country;sign;_id\n"
        "2026-05-04T10:00:00;Anna Berg;Director;Well Fund;Kenya;yes;100\n"
        "2026-05-04T11:00:00;Bo Lind;Chair;River Network;Ghana;no;101\n"
    )
    assert {column: field for column, field in found.mapping.items() if field != "date"} == {
        "group_who/name": "name",
        "group_who/role": "role",
        "group_org/organisation": "organisation",
        "group_org/country": "country",
        "sign": "status",
    }


def test_two_languages_in_a_header_are_no_path() -> None:
    found = content("Name/Nom,Organisation,Country/Pays\nAnna Berg,Well Fund,Kenya\n")
    assert found.mapping["Country/Pays"] == "country"


def test_an_empty_column_takes_no_field_from_one_with_cells() -> None:
    found = content(
        "Nom d'utilisateur,Nom,Structure,Courriel\n"
        ",Anna Berg,Well Fund,a@wells.example\n,Bo Lind,River Network,b@wells.example\n"
    )
    assert found.mapping["Courriel"] == "email"


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("q3", "YN"),
        ("Can we add you to the letter?", "10"),
        ("Pouvons-nous vous ajouter ?", ("Oui", "Non")),
    ],
)
def test_answers_that_may_refuse_are_asked_about(header: str, cells: tuple[str, str]) -> None:
    yes, no = cells
    found = content(
        f"Name,Organisation,{header}\nAnna Berg,Well Fund,{yes}\nBo Lind,River Network,{no}\n"
    )
    asked = [str(warning) for warning in found.warnings if "does not sign" in str(warning)]
    assert len(asked) == 1
    assert header in asked[0]


@pytest.mark.parametrize(
    ("cell", "capacity"),
    [
        ("On behalf of my organization", Capacity.ORGANISATION),
        ("Au nom de mon association", Capacity.ORGANISATION),
        ("Personal capacity", Capacity.PERSONAL),
        ("I sign as an individual", Capacity.PERSONAL),
        ("À titre personnel", Capacity.PERSONAL),
        ("For identification purposes", Capacity.IDENTIFICATION),
    ],
)
def test_a_capacity_in_the_words_of_a_form(cell: str, capacity: Capacity) -> None:
    assert sign_on_cells.capacity(cell) == (capacity, None, "")


@pytest.mark.parametrize("cell", ["On behalf of my organization and as an individual", "Perhaps"])
def test_two_capacities_or_none_are_no_answer(cell: str) -> None:
    assert sign_on_cells.capacity(cell).problem is not None
