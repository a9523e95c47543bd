"""Numbers are read as people write them, in figures and in the words of four languages."""

import pytest

from signatories.told_counts.number_words import numbers_in


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "137 and then 1,200; 12 345", [137, 1200, 12345]),
        ("en", "eleven, sixty-one, a hundred, one hundred and twelve", [11, 61, 100, 112]),
        ("en-US", "Two thousand three hundred; two dozen", [2300, 24]),
        ("fr", "onze; soixante et onze; quatre-vingts; quatre-vingt-dix-sept", [11, 71, 80, 97]),
        ("fr", "1 200; deux cent un; mille", [1200, 201, 1000]),
        (
            "es",
            "once; treinta y dos; ciento cuatro; doscientas; mil cien",
            [11, 32, 104, 200, 1100],
        ),
        ("de", "elf; siebenunddreißig; zweihundertelf; tausend", [11, 37, 211, 1000]),
        ("ja", "eleven 11", [11]),
    ],
)
def test_numbers_are_read(language: str, text: str, values: list[int]) -> None:
    assert [number.value for number in numbers_in(text, language)] == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "0.7 of them, 50%, 2010-07-26, in 2010, A/65/221, U18, 1 more, one of us, once and tense",
        ),
        ("fr", "une lettre, un État"),
        ("de", "eine Nacht, achtsam, der Einzelne"),
        ("es", "una carta"),
    ],
)
def test_what_is_no_number_of_several_is_not(language: str, text: str) -> None:
    assert list(numbers_in(text, language)) == []


def test_a_number_says_where_it_stands() -> None:
    text = "We, one hundred and twelve people"
    (number,) = numbers_in(text, "en")
    assert text[number.start : number.end] == "one hundred and twelve"
