"""Blocks of lines that are filled in like a form come in as a signatory each."""

from collections.abc import Mapping

import pytest

from signatories.imports.listed import listed_in
from signatories.sources.opening import open_text

ANNA = "Name: Anna Berg\nOrganisation: Well Fund\nCountry: Kenya\n"
BO = "Name: Bo Lind\nOrganisation:\nE-mail: bo@river.example\n"


def rows(text: str, *kept: int) -> list[tuple[int, Mapping[str, str]]]:
    return [(row.line, cells) for row, cells in listed_in(open_text(text, "list.txt"), kept).rows]


@pytest.mark.parametrize("between", ["", "\n", "\n\n"])
def test_a_block_ends_where_a_label_comes_again(between: str) -> None:
    assert rows(ANNA + between + BO) == [
        (1, {"name": "Anna Berg", "organisation": "Well Fund", "country": "Kenya"}),
        (4 + len(between), {"name": "Bo Lind", "organisation": "", "email": "bo@river.example"}),
    ]


@pytest.mark.parametrize("field", ["role", "email"])
def test_a_block_ends_at_a_blank_line_wherever_the_next_begins(field: str) -> None:
    assert rows(f"Name: Anna Berg\nCountry: Mali\n\n{field}: of Bo\nName: Bo Lind\n") == [
        (1, {"name": "Anna Berg", "country": "Mali"}),
        (4, {field: "of Bo", "name": "Bo Lind"}),
    ]


def test_a_blank_line_below_each_line_ends_no_block() -> None:
    spread = (ANNA + BO).replace("\n", "\n\n")
    assert [cells for _, cells in rows(spread)] == [cells for _, cells in rows(ANNA + BO)]


def test_lines_that_are_kept_are_still_those_of_the_form() -> None:
    assert rows(ANNA + BO, 1, 4) == rows(ANNA + BO)


def test_labels_of_other_languages_and_halves_of_names() -> None:
    assert rows("Prénom : Jeanne\nNom de famille : Dupré\nPays : Bénin\n") == [
        (1, {"name": "Jeanne Dupré", "country": "Bénin"})
    ]
    assert rows("姓：山田\n名：太郎\n所属：井戸の会\n") == [
        (1, {"name": "山田太郎", "organisation": "井戸の会"})
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Organisations: Well Fund\n",
        "Organisation: Well Fund\nOrganisation: Sea Fund\n",
        "Kenya: Well Fund\nMali: Sea Fund\n",
        "Country: Kenya\nE-mail: a@b.example\n",
        ANNA + "Well Network, Mali\n",
        ANNA + "Institution: Sea Fund\n\n" + BO,
        "Role: Chair\nName: Anna Berg\nName: Bo Lind\nRole: Director\n",
        "Name: Anna Berg\nE-mail: a@b.example\n\nOrganisation: Well Fund\nCountry: Kenya\n",
    ],
)
def test_other_lines_are_lines(text: str) -> None:
    assert all("entry" in cells for _, cells in rows(text))
