"""What forms write when their answers are saved: KoBo, Framaforms, LimeSurvey, Typeform, Google."""

import pytest

from signatories.imports.contents import Content, content_of
from signatories.imports.planned import ImportRequest
from signatories.imports.planning import sign_on_cells
from signatories.models import Capacity
from signatories.sources.opening import open_text


def content(text: str) -> Content:
    return content_of(open_text(text, "form.csv"), ImportRequest("sign-ons", letter_id=1))


SURVEY = (
    "Respondent ID,End Date,Your name,Organisation,Which country are you based in?,,Do you endorse the letter?,\n"
    ",,Open-Ended Response,Open-Ended Response,Response,Other (please specify),Response,Other (please specify)\n"
    "114001,03/14/2026 10:13:12 AM,Anna Berg,Well Fund,Kenya,,Yes,\n"
    "114002,03/15/2026 10:13:12 AM,Bo Lind,Tide Trust,Other,Mali,Yes,\n"
    "114003,03/16/2026 10:13:12 AM,Cy Moss,Marsh Watch,,Peru,Other,Only if it is shorter\n"
    "114004,03/17/2026 10:13:12 AM,De Ray,River Forum,Ghana,and Togo,No,\n"
)


@pytest.mark.parametrize("header_line", [None, 1, 2])
def test_the_kinds_of_answers_beneath_questions_are_no_answer(header_line: int | None) -> None:
    request = ImportRequest("sign-ons", letter_id=1, header_line=header_line)
    found = content_of(open_text(SURVEY, "form.csv"), request)
    assert [row.line for row, _ in found.rows] == [3, 4, 5, 6]
    assert found.header_row == 2
    assert {"Your name": "name", "Organisation": "organisation"}.items() <= found.mapping.items()


def test_what_is_typed_beside_other_is_read_where_the_question_is_left_open() -> None:
    found = content(SURVEY)
    assert [(cells.get("country"), cells["status"]) for _, cells in found.rows] == [
        ("Kenya", "Yes"),
        ("Mali", "Yes"),
        ("Peru", "Only if it is shorter"),
        ("Ghana", "No"),
    ]
    told = [str(each) for each in found.warnings if "is read for" in str(each)]
    assert len(told) == 2
    assert "“Which country are you based in?” where that is empty or says Other" in told[0]


@pytest.mark.parametrize(
    "header", ["Country,Country [other]", "Land,Andere (bitte angeben)", "Pays,Pays - Autre"]
)
def test_a_column_for_other_answers_is_known_in_one_row_of_headings(header: str) -> None:
    found = content(f"Name,{header}\nAnna Berg,Autre,Mali\nBo Lind,Ghana,\nCy Moss,,Togo\n")
    assert [cells["country"] for _, cells in found.rows] == ["Mali", "Ghana", "Togo"]


@pytest.mark.parametrize(
    "header", ["Country,Other", "Country,Other names", "Colour,Other (which?)"]
)
def test_another_column_that_says_other_fills_nothing(header: str) -> None:
    found = content(f"Name,{header}\nAnna Berg,,Mali\nBo Lind,Ghana,\nCy Moss,Togo,\n")
    assert not [each for each in found.warnings if "is read for" in str(each)]


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
