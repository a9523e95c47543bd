"""A block may be for those only who meet a condition."""

import pytest

from signatories.block.filtering import meeting, parse
from signatories.errors import BadText
from signatories.models import Capacity
from tests.signing import signatory

LINES = [
    signatory(
        1, "Ada", country="Tchad", country_code="TD", group="National", extra={"seat": "Avon"}
    ),
    signatory(2, "Zoe", country="Chad", country_code="TD", region="Africa", language="fr"),
    signatory(3, "Ben", capacity=Capacity.PERSONAL, extra={"seat": "Bath"}),
]


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ("", "Ada Zoe Ben"),
        ("country = Chad", "Ada Zoe"),
        ("seat in (Avon, Bath) and not country = Chad", "Ben"),
        ("capacity = personal", "Ben"),
        ("region = africa or group = national", "Ada Zoe"),
        ("language = fr", "Zoe"),
        ("signed > 2026-04-29", "Ada Zoe Ben"),
        ("signed > 2026-04-30", ""),
    ],
)
def test_those_that_meet_the_condition_stay_in_order(where: str, names: str) -> None:
    found = meeting(LINES, parse(where, ["seat"]))
    assert " ".join(line.name for line in found) == names


def test_unknown_words_are_refused_with_the_nearest() -> None:
    with pytest.raises(BadText, match=r"Who is in it, character 1.*no field “regoin”.*“region”"):
        parse("regoin = Africa", ["seat"])
    with pytest.raises(BadText, match="never “privat”"):
        parse("capacity = privat", [])
