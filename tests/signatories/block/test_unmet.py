"""A condition that nobody meets names the value that was probably meant."""

import pytest

from signatories.block.filtering import parse
from signatories.block.unmet import why_nobody
from tests.signing import signatory

LINES = [
    signatory(1, "Ada", country="Tchad", country_code="TD", organisation="Aurora"),
    signatory(2, "Zoe", country_code="GN", organisation="Haven"),
]


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("country = Gana", ": none of them is from “Ghana”."),
        ("country in (Ghana, Togo)", ": none of them is from “Ghana”."),
        ("organisation = Havn", ". The nearest “organisation” that one of them has is “Haven”."),
        ("country = Chad and organisation = Aurorra", "is “Aurora”."),
        ("language = fr", "none of them has a “language”."),
        ("not (country = Chad or name = Zoe)", "Nobody who confirmed meets “{where}”."),
        ("country = Chad and name = Zoe", "Nobody who confirmed meets “{where}”."),
    ],
)
def test_the_reason_is_as_near_as_can_be(where: str, said: str) -> None:
    words = str(why_nobody(LINES, parse(where, []), where))

    assert words.startswith(f"Nobody who confirmed meets “{where}”")
    assert words.endswith(said.format(where=where))
