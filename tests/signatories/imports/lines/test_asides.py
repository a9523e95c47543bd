"""What stands beside the names of a line and is none: the line is flagged, and words of a capacity are no body."""

import pytest

from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split


@pytest.mark.parametrize(
    "line",
    [
        *("Anna Berg, Well Fund (declined)", "Well Fund - declined", "Well Fund (signed 12 May)"),
        *("Well Fund (tbc)", "Anna Berg, Well Fund (withdrawn)", "Anna Berg, Well Fund: yes"),
        *("Anna Berg, Director, Well Fund, not signing", "Not signing: Well Fund"),
        *("Please add Well Fund", "We sign: Well Fund", "Well Fund signs on", "Well Fund ✓"),
        *("12/05/2026 Well Fund", "Fonds des Puits (à confirmer)", "Red de Pozos - confirmado"),
        *("Brunnenfonds (zurückgezogen)", "Фонд «Родник» - подписано", "Anna Berg {Well Fund}"),
        *("Ana Luna, Red de Pozos, no", "Well Fund, confirmed by e-mail"),
    ],
)
def test_an_answer_or_a_date_beside_a_name_is_flagged(line: str) -> None:
    assert split(line).confidence < CERTAIN


@pytest.mark.parametrize(
    "line",
    [
        "Well Fund, Norway",
        "Yes to Wells Network",
        "Signed Language Union",
        "350 Wells Network",
        "11.11.11, Belgium",
    ],
)
def test_names_with_such_words_are_no_answers(line: str) -> None:
    assert split(line).confidence >= CERTAIN


@pytest.mark.parametrize(
    ("line", "is_sure"),
    [
        ("Anna Berg, Well Fund - NO", False),
        ("Anna Berg, Well Fund (NO)", False),
        ("Well Fund – NO", False),
        ("Anna Berg, Well Fund, NO", True),
        ("Anna Berg, Well Fund - SE", True),
    ],
)
def test_no_behind_a_dash_may_be_norway_or_an_answer(line: str, is_sure: bool) -> None:
    assert (split(line).confidence >= CERTAIN) is is_sure


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Jane Orr (in personal capacity)", "Jane Orr"),
        ("Jane Orr, in a personal capacity", "Jane Orr"),
        ("Juan Mamani, a título personal", "Juan Mamani"),
        ("Hélène Marchais (à titre personnel)", "Hélène Marchais"),
        ("Jutta Brunnbauer, Privatperson", "Jutta Brunnbauer"),
        ("Мария Колодцева, в личном качестве", "Мария Колодцева"),
    ],
)
def test_a_capacity_is_no_body(line: str, name: str) -> None:
    found = split(line)
    assert found.fields == {"name": name}
    assert found.confidence < CERTAIN
    assert "".join(text for _, text in found.pieces) == line
