"""Lines in which a word before a colon says what follows."""

import pytest

from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split

PERSON, BODY, KENYA = {"name": "Anna Berg"}, {"organisation": "Well Fund"}, {"country": "Kenya"}

SURE = {
    "Organisation: Well Fund": BODY,
    "Name: Anna Berg": PERSON,
    "Nom : Anna Berg": PERSON,
    "Name: Anna Berg, Organisation: Well Fund, Country: Kenya": PERSON | BODY | KENYA,
    "Name: Anna Berg; Position: Director; Organisation: Well Fund": PERSON
    | BODY
    | {"role": "Director"},
    "Nombre: Ana Luna | Organización: Red de Pozos": {
        "name": "Ana Luna",
        "organisation": "Red de Pozos",
    },
    "Signed by Anna Berg, Well Fund": PERSON | BODY,
    "Signed: Anna Berg, Well Fund": PERSON | BODY,
    "gez. Anna Berg, Well Fund": PERSON | BODY,
    "/s/ Anna Berg, Well Fund": PERSON | BODY,
}

FLAGGED = {
    "Kenya: Well Fund": BODY | KENYA,
    "Kenya: Anna Berg, Well Fund": PERSON | BODY | KENYA,
    "Organisation: Well Fund, Kenya": BODY | KENYA,
    "Signed: Anna Berg": PERSON,
    "Well Fund endorses. Signatory: Anna Berg": PERSON | BODY,
    "Well Fund supports this letter – signed by Anna Berg": PERSON | BODY,
    "Well Fund, Kenya; signé par Anna Berg": PERSON | BODY | KENYA,
}


@pytest.mark.parametrize("line", SURE)
def test_what_labels_say_is_certain(line: str) -> None:
    assert split(line).fields == SURE[line]
    assert split(line).confidence >= CERTAIN


@pytest.mark.parametrize("line", FLAGGED)
def test_what_stands_behind_a_country_or_alone_is_proposed_and_flagged(line: str) -> None:
    assert split(line).fields == FLAGGED[line]
    assert split(line).confidence < CERTAIN


@pytest.mark.parametrize("line", [*SURE, *FLAGGED])
def test_the_pieces_are_the_line(line: str) -> None:
    assert "".join(text for _, text in split(line).pieces) == line


@pytest.mark.parametrize(
    "line",
    ["Anna Berg. Signed: Bo Lind", "Well Fund. Signed:"],
)
def test_a_signer_behind_needs_a_body_before_and_a_name(line: str) -> None:
    assert split(line).fields.keys() != {"name", "organisation"}


@pytest.mark.parametrize("line", ["Director: Anna Berg", "Water: A Right for All Network"])
def test_a_role_and_a_name_with_a_colon_are_no_labels(line: str) -> None:
    assert "country" not in split(line).fields
    assert split(line).fields != PERSON
