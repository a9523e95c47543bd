"""Other people in a line: never left out, and no office of theirs is the signer's."""

import pytest

from signatories.imports.lines.officers import holds_office
from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split


@pytest.mark.parametrize(
    "line",
    [
        "Anna Berg (Dr. Karl Lee), Well Fund",
        "Anna Berg (Sister Maria Teresa), Well Fund",
        "Anna Berg (Sr. Maria), Well Fund",
        "Anna Berg (Mrs. Karl Lee), Kenya",
        "Sister Maria (Rev. Anna Berg), Well Fund, Kenya",
        "Anna Berg (Director Bo Lee), Well Fund",
        "Anna Berg, Well Fund (President: Bo Lee), Kenya",
        "Anna Berg, Well Fund (Director Bo Lee), Kenya",
        "Anna Berg, Well Fund (President Lee), Kenya",
        "Anna Berg, Well Fund – President: Bo Lee",
        "Anna Berg, Well Fund, President Bo Lee",
        "Anna Berg, President Bo Lee",
        "Anna Berg – President: Bo Lee",
        "Well Fund (Anna Berg, Bo Lee)",
        "Well Fund (Anna Berg; Bo Lee), Kenya",
        "Well Fund (Anna Berg, Director), Kenya",
    ],
)
def test_somebody_else_in_a_line_is_kept_and_asked_about(line: str) -> None:
    found = split(line)
    told = " ".join(found.fields.values())
    assert all(name in told for name in ("Lee", "Maria", "Bo", "Anna Berg") if name in line)
    assert found.confidence < CERTAIN
    assert "Lee" not in found.fields.get("role", "")


@pytest.mark.parametrize("titles", ["Sr.", "Dr.", "Rev. Dr.", "Frau", "Sister"])
def test_titles_in_a_bracket_are_part_of_the_name(titles: str) -> None:
    found = split(f"Anna Berg ({titles}), Well Fund")
    assert found.fields == {"name": f"Anna Berg ({titles})", "organisation": "Well Fund"}


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Anna Berg, and Director, Well Fund", "Director"),
        ("Anna Berg, Well Fund, and Director", "Director"),
        ("Anna Berg, Professor, and Chair, Well Fund", "Professor, and Chair"),
        ("Anna Berg Member of Well Fund", "Member"),
        ("Anna Berg, Minister for Water and Energy, Kenya", "Minister for Water and Energy"),
        ("Anna Berg, Campaigner for Forests and Water", "Campaigner for Forests and Water"),
        ("Anna Berg, Well Fund (Vice President), Kenya", "Vice President"),
        ("Anna Berg, Governor General, Well Fund", "Governor General"),
        ("Anna Berg, President and CEO, Well Fund", "President and CEO"),
        ("Anna Berg, President & CEO, Well Fund", "President & CEO"),
        ("Anna Berg, Président Honoraire, Réseau des Puits", "Président Honoraire"),
    ],
)
def test_a_role_begins_and_ends_with_no_small_word(line: str, role: str) -> None:
    assert split(line).fields["role"] == role


@pytest.mark.parametrize("name", ["Priya Mudur", "Ana Baskan", "Jan Formand", "Anna Bishop"])
def test_an_office_behind_a_given_name_is_a_family_name_in_doubt(name: str) -> None:
    found = split(f"{name}, Well Fund")
    assert found.fields == {"name": name, "organisation": "Well Fund"}
    assert found.confidence < CERTAIN
    assert split(f"{name}, Director, Well Fund").confidence >= CERTAIN


def test_an_office_with_a_name_is_told_from_one_of_several_words() -> None:
    assert holds_office("President Berg")
    assert holds_office("Programme Director: Bo Lee")
    for role in ("President Emerita", "Vice President", "Minister for Water and Energy", "Dean"):
        assert not holds_office(role)
