"""A role and the body in which it is, in one piece: Voorzitter Stichting Water."""

import pytest

from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split


@pytest.mark.parametrize(
    ("line", "role", "body"),
    [
        ("Anna Berg, woordvoerder Stichting Put", "woordvoerder", "Stichting Put"),
        ("Anna Berg, bestuurslid Vereniging Put", "bestuurslid", "Vereniging Put"),
        ("Anna Berg, president Well Fund", "president", "Well Fund"),
        ("Anna Berg, co-founder Well Fund", "co-founder", "Well Fund"),
        ("Anna Berg, woordvoerder van het Platform Put", "woordvoerder", "Platform Put"),
        ("Anna Berg, styreleder i Brønnforbundet", "styreleder", "Brønnforbundet"),
        (
            "Anna Berg, Vorstandsmitglied im Brunnenverband e.V.",
            "Vorstandsmitglied",
            "Brunnenverband e.V.",
        ),
        ("Ana Paz, porta-voz do Movimento Poço", "porta-voz", "Movimento Poço"),
        ("Ana Paz, vocera del Movimiento Pozo", "vocera", "Movimiento Pozo"),
        ("Anna Berg, prezeska Fundacja Studnia", "prezeska", "Fundacja Studnia"),
        (
            "Lea Fabron, chargée de plaidoyer aux Amis du Puits",
            "chargée de plaidoyer",
            "Amis du Puits",
        ),
        (
            "Anna Berg, secrétaire générale Association des Puits",
            "secrétaire générale",
            "Association des Puits",
        ),
        (
            "Anna Berg, Emeritus Professor of Soil at the University of Wells",
            "Emeritus Professor of Soil",
            "University of Wells",
        ),
    ],
)
def test_a_role_stands_before_its_body_without_a_comma(line: str, role: str, body: str) -> None:
    found = split(line)
    assert (found.fields["role"], found.fields["organisation"]) == (role, body)
    assert found.confidence >= CERTAIN


@pytest.mark.parametrize(
    ("line", "role", "body"),
    [
        ("Anna Berg, Director Well Fund", "Director", "Well Fund"),
        ("Anna Berg, talsperson Svenska Brunnsnätverket", "talsperson", "Svenska Brunnsnätverket"),
        ("Anna Berg, Secretary General Well Fund", "Secretary General", "Well Fund"),
        ("Anna Berg, Executive Director Well Fund", "Executive Director", "Well Fund"),
        ("Ana Paz, Presidente nazionale Lega Pozzi", "Presidente nazionale", "Lega Pozzi"),
        ("Anna Berg, President Moss Foundation", "President", "Moss Foundation"),
    ],
)
def test_with_a_capital_in_it_the_body_may_begin_elsewhere(line: str, role: str, body: str) -> None:
    found = split(line)
    assert (found.fields["role"], found.fields["organisation"]) == (role, body)
    assert found.confidence < CERTAIN


@pytest.mark.parametrize(
    "line",
    [
        "Anna Berg, Student Christian Movement",
        "Anna Berg, Citizen Rights Network",
        "Anna Berg, medico international",
        "Anna Berg, oikos Stiftung",
    ],
)
def test_a_body_that_begins_like_a_role_stays_whole(line: str) -> None:
    found = split(line)
    assert found.fields["organisation"] == line.partition(", ")[2]
    assert found.confidence >= CERTAIN


def test_a_family_name_first_is_joined_to_a_given_name_before_a_full_stop() -> None:
    found = split("Ferreyra, Lucía. Red de Pozos")
    assert found.fields == {"name": "Ferreyra, Lucía", "organisation": "Red de Pozos"}


def test_a_body_after_a_place_and_a_full_stop_is_no_given_name() -> None:
    assert split("Geneva, St. Anna Hospital").fields.get("name") != "Geneva, St"


def test_a_seat_in_a_parliament_is_no_body() -> None:
    assert split("Anna Berg, MP for North Wellshire").fields == {
        "name": "Anna Berg",
        "role": "MP for North Wellshire",
    }
    assert split("Anna Berg, a member of Well Fund").confidence < CERTAIN


def test_two_names_with_a_colon_between_may_be_a_body_and_its_director() -> None:
    assert split("Baobab Tree: Anna Berg, Director").confidence < CERTAIN
    assert split("Anna Berg – Baobab Tree, Director").confidence >= CERTAIN
