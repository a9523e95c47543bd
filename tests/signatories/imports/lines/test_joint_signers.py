"""Several people who sign for one body, in a block of lines."""

import pytest

from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split
from signatories.imports.listed import listed_in
from signatories.sources.opening import open_text


def listed(text: str) -> list[tuple[int, str]]:
    return [(row.line, cells["entry"]) for row, cells in listed_in(open_text(text).as_lines()).rows]


TWO = [(1, "Well Fund\nAnna Berg, Director"), (3, "Well Fund\nBo Lind, Chair")]


def test_the_line_of_a_body_holds_for_all_who_sign_below_it() -> None:
    assert listed("Well Fund\nAnna Berg, Director\nBo Lind, Chair\n") == TWO


def test_a_body_on_the_last_line_holds_for_those_above() -> None:
    assert listed("Anna Berg, Director\nBo Lind, Chair\nWell Fund\n") == [
        (1, "Anna Berg, Director\nWell Fund"),
        (2, "Bo Lind, Chair\nWell Fund"),
    ]


def test_roles_may_have_lines_of_their_own() -> None:
    assert listed("Well Fund\nAnna Berg\nDirector\nBo Lind\nChair\n") == [
        (1, "Well Fund\nAnna Berg\nDirector"),
        (4, "Well Fund\nBo Lind\nChair"),
    ]


def test_other_blocks_of_the_list_stay_entries() -> None:
    text = (
        "Well Fund\nAnna Berg, Director\nBo Lind, Chair\n\nRiver Network\nCy Moss, President\n\n"
        "Hill Trust\nDe Ray, Secretary\n\nCare Union, Kenya\n"
    )
    assert listed(text) == [
        *TWO,
        (5, "River Network\nCy Moss, President"),
        (8, "Hill Trust\nDe Ray, Secretary"),
        (11, "Care Union, Kenya"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Well Fund\nRiver Network\nJane Orr, farmer\nBo Lind, nurse\n",
        "Well Fund\nJane Orr, Hill Trust\nBo Lind, Care Union\n",
        "Well Fund\nJane Orr\nBo Lind\nRiver Network\n",
        "Well Fund\nJane Orr\nBo Lind\n",
    ],
)
def test_lines_of_a_list_of_bodies_and_people_stay_apart(text: str) -> None:
    assert [entry for _, entry in listed(text)] == text.splitlines()


def test_professions_below_a_body_are_nobody_who_signs() -> None:
    text = (
        "Well Fund\nAgricultural Engineer\nCatholic Priest\n\nRiver Forum\nAnna Berg\nDirector\n\n"
        "Tide Trust\nAnna Bishop\nBo Lind\n\nHill Trust\nCy Moss\nChair\n"
    )
    assert listed(text) == [
        (1, "Well Fund\nAgricultural Engineer\nCatholic Priest"),
        (5, "River Forum\nAnna Berg\nDirector"),
        (9, "Tide Trust\nAnna Bishop"),
        (11, "Tide Trust\nBo Lind"),
        (13, "Hill Trust\nCy Moss\nChair"),
    ]
    assert split("Well Fund\nAgricultural Engineer\nCatholic Priest").confidence < CERTAIN
