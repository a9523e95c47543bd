"""Names that the directory knows decide before any rule."""

from collections.abc import Collection
from dataclasses import dataclass

import pytest

from signatories.collation import fold
from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split


@dataclass(frozen=True)
class Names:
    """A directory of names alone."""

    organisations: Collection[str] = ()
    people: Collection[str] = ()

    def is_organisation(self, text: str) -> bool:
        return fold(text) in map(fold, self.organisations)

    def is_person(self, text: str) -> bool:
        return fold(text) in map(fold, self.people)


KNOWN = Names(
    ["Madrugada", "Wells, Rivers and Soil", "Rosa Luna", "Bo Lind", "井戸"],
    ["Anna Berg", "Bo Lind"],
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Madrugada", {"organisation": "Madrugada"}),
        ("MADRUGADÁ, Chi Ma", {"organisation": "MADRUGADÁ", "name": "Chi Ma"}),
        ("Rosa Luna, Anna Berg", {"organisation": "Rosa Luna", "name": "Anna Berg"}),
        ("Chi Ma – Rosa Luna", {"name": "Chi Ma", "organisation": "Rosa Luna"}),
        (
            "Anna Berg, Chair, Wells, Rivers and Soil (WRS), Kenya",
            {
                "name": "Anna Berg",
                "role": "Chair",
                "organisation": "Wells, Rivers and Soil (WRS)",
                "country": "Kenya",
                "acronym": "WRS",
            },
        ),
        ("Anna Berg", {"name": "Anna Berg"}),
        ("Anna Berg, Just Soil", {"name": "Anna Berg", "organisation": "Just Soil"}),
        ("Chi Ma、井戸", {"name": "Chi Ma", "organisation": "井戸"}),
    ],
)
def test_known_names_are_certain(line: str, expected: dict[str, str]) -> None:
    found = split(line, KNOWN)
    assert found.fields == expected
    assert found.source == "known"
    assert found.confidence >= CERTAIN


def test_a_name_of_both_a_person_and_a_body_decides_nothing() -> None:
    assert split("Bo Lind", Names(["Bo Lind"], ["Bo Lind"])).fields == {"name": "Bo Lind"}


def test_a_name_inside_a_longer_one_decides_nothing() -> None:
    found = split("Madrugada Sisters", KNOWN)
    assert found == split("Madrugada Sisters")


def test_what_is_nothing_beside_a_known_name_makes_the_line_uncertain() -> None:
    found = split("Anna Berg, Madrugada, since yesterday", KNOWN)
    assert found.fields == {"name": "Anna Berg", "organisation": "Madrugada"}
    assert found.confidence < CERTAIN
