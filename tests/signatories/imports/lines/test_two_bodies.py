"""Two bodies in one line, and bodies with an “and” in their name."""

import pytest

from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split


@pytest.mark.parametrize(
    "line",
    [
        "Well Fund and Marsh Watch",
        "Fundación Pozo y Asociación Río",
        "Association des Puits et Fondation Source",
        "River Forum & Tide Trust",
        "Well Fund (WF) and Marsh Watch (MW)",
    ],
)
def test_what_may_be_two_bodies_is_to_be_looked_at(line: str) -> None:
    found = split(line)
    assert found.fields["organisation"] == line
    assert found.confidence < CERTAIN


@pytest.mark.parametrize(
    "line",
    [
        "Institute of Wells and Rivers",
        "Farmers Educational and Cooperative Union",
        "Research and Development Agency",
        "Trust and Fund",
        "Alliance of Wells and River Network",
        "Red de Mujeres y Pozos",
        "Peace and Justice Network",
        "Wellbury College and State University",
    ],
)
def test_an_and_in_the_name_of_one_body_raises_no_doubt(line: str) -> None:
    assert split(line).confidence >= CERTAIN


@pytest.mark.parametrize(
    ("line", "is_sure"),
    [
        ("Anna Berg, Well Fund, Marsh Watch", False),
        ("Anna Berg, Well Fund and Marsh Watch", False),
        ("Anna Berg, Chair, Well Fund / Marsh Watch", False),
        ("Anna Berg, c/o Well Fund", False),
        ("Anna Berg, Research and Development Agency", True),
        ("Anna Berg, Wellbury College and State University", True),
    ],
)
def test_somebody_of_two_bodies_is_to_be_looked_at(line: str, is_sure: bool) -> None:
    assert (split(line).confidence >= CERTAIN) is is_sure
