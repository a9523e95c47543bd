"""Plans of people do not depend on the short way by which most rows are known to be about nobody else."""

import random

import pytest

from signatories.matching.directory import Directory
from tests.factories import Make
from tests.signatories.imports.conftest import PlanText

GIVEN = ("Anna", "Ánna", "A.", "Dr. Bo", "BO", "Ольга", "Anna Maria")
FAMILY = ("Berg", "Berk", "BERG", "Lind", "Lind-Berg", "Смирнин")
BODIES = ("Well Fund", "WELL FUND", "Well Fund e.V.", "Fund of Wells", "New Roof", "", "n/a")
ADDRESSES = ("", "", "anna@wells.example", "ANNA@wells.example", "info@w.example", "no address")
COUNTRIES = ("", "Ghana", "Atlantis")


def odd_rows(chance: random.Random, count: int) -> list[tuple[str, ...]]:
    return [
        (
            f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}",
            chance.choice(BODIES),
            chance.choice(("Chair", "")),
            chance.choice((*ADDRESSES, f"p{chance.randint(0, 60)}@w.example")),
            chance.choice(COUNTRIES),
        )
        for _ in range(count)
    ]


@pytest.fixture
def known(make: Make) -> None:
    """A workspace with two organisations of one name, and people in one, in several and in none."""
    bodies = [make.organisation("Well Fund"), make.organisation("Roof"), make.organisation("ROOF")]
    for name, _, role, address, _ in odd_rows(random.Random(1), 25):
        email = address if "@" in address else ""
        body = random.Random(name).choice((*bodies, None))
        make.person(name, email=email, organisation_id=body, role=role if body else "")


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.usefixtures("known")
def test_the_short_way_gives_the_same_plan(
    plan_text: PlanText, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    rows = [("Name", "Organisation", "Role", "E-mail", "Country")]
    rows += odd_rows(random.Random(seed), 150)
    text = "\n".join(map("\t".join, rows))
    short = plan_text(text, "people.tsv", as_="people").as_json()
    monkeypatch.setattr(Directory, "add_new_people", lambda _, some: [False] * len(some.refs))
    assert plan_text(text, "people.tsv", as_="people").as_json() == short
    assert min(short["counts"][state] for state in ("new", "same", "duplicate")) > 0
