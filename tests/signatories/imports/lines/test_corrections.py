"""A correction of one line applies to all that are built alike, and to no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.imports.lines.corrections import Correction, correct, fields_of, pieces
from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split


def texts(line: str) -> list[str]:
    return [piece.text for piece in pieces(line)]


def after(corrected: str, fields: list[str], line: str) -> dict[str, str]:
    """The fields of a line after another one was corrected."""
    correction = correct(corrected, fields)
    return split(line, corrections={correction.shape: correction}).fields


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Anna Berg, Director, Well Fund", ["Anna Berg", "Director", "Well Fund"]),
        ("Anna Berg (Chair; judge)", ["Anna Berg", "Chair", "judge"]),
        ("Anna Berg, Well Fund – WF", ["Anna Berg", "Well Fund", "WF"]),
        ("Anna Berg, for the Well Fund", ["Anna Berg", "Well Fund"]),
        ("Chair of the Well Fund | Kenya", ["Chair", "Well Fund", "Kenya"]),
        ("Anna Berg, PhD, Wells, Inc.", ["Anna Berg, PhD", "Wells, Inc."]),
        ("山田 太郎、井戸会 代表", ["山田", "太郎", "井戸会", "代表"]),
        ("", []),
    ],
)
def test_pieces_are_as_fine_as_a_person_may_want(line: str, expected: list[str]) -> None:
    assert texts(line) == expected


def test_one_correction_is_that_of_every_line_built_alike() -> None:
    correction = correct("River Guardians, Bo Lind", ["organisation", "name"])
    found = split("Just Wells, Chi Ma", corrections={correction.shape: correction})
    assert found.fields == {"organisation": "Just Wells", "name": "Chi Ma"}
    assert (found.confidence, found.source) == (1.0, "corrected")
    assert not found.problems
    other = split("Just Wells, Chi Ma, Kenya", corrections={correction.shape: correction})
    assert other.source == "rules"


def test_an_acronym_does_not_make_a_line_another_one() -> None:
    told = ["name", "organisation"]
    assert after("Berg, Wells", told, "Lind, River Network (RN)") == {
        "name": "Lind",
        "organisation": "River Network (RN)",
        "acronym": "RN",
    }


def test_neighbours_with_one_field_are_joined_and_nothing_is_nothing() -> None:
    told = ["name", "name", "organisation", ""]
    assert after("Berg, Anna, Wells, at noon", told, "Lind, Bo, Rivers, later") == {
        "name": "Lind, Bo",
        "organisation": "Rivers",
    }


def test_a_bracket_is_closed_with_what_it_belongs_to() -> None:
    told = ["name", "organisation", "organisation", "country"]
    assert after("Berg (Wells – Rivers; Kenya)", told, "Lind (Soil – Air; Mali)")[
        "organisation"
    ] == ("Soil – Air")
    assert after("Berg (Wells)", ["name", "name"], "Lind (Bo)") == {"name": "Lind (Bo)"}


def test_a_correction_that_the_words_contradict_is_flagged() -> None:
    correction = correct("Anna Berg, Rivers Alive", ["name", "organisation"])
    found = split("River Foundation, Bo Lind", corrections={correction.shape: correction})
    assert found.fields["name"] == "River Foundation"
    assert found.confidence < CERTAIN
    assert found.problems


def test_as_many_fields_as_pieces() -> None:
    with pytest.raises(ValueError, match="1 fields for 2 pieces"):
        correct("Anna Berg, Wells", ["name"])


@given(st.text(alphabet="ABab ,;()（）–-|\t*_@.、1é山会", max_size=40), st.data())
def test_any_correction_keeps_the_text(text: str, data: st.DataObject) -> None:
    """Whatever is said about the pieces, the line itself then says the same, and the text is whole."""
    fields = [
        data.draw(st.sampled_from(["", "name", "organisation", "role"])) for _ in pieces(text)
    ]
    correction = correct(text, fields) if fields else Correction("", ())
    found = split(text, corrections={correction.shape: correction})
    assert "".join(piece for _, piece in found.pieces) == text
    if any(fields):
        assert found.source == "corrected"
        assert list(fields_of(found)) == fields
