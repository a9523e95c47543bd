"""Figures of signatories and parties are found in a text, and told from the others."""

import pytest

from signatories.told_counts import Bound, Counted, Figure, told_in


def only(text: str, language: str = "en") -> Figure:
    (told,) = told_in(text, language)
    return told


@pytest.mark.parametrize(
    ("language", "text", "words", "number", "counted"),
    [
        ("en", "with 12 states parties.", "12 states parties", 12, Counted.PARTIES),
        ("en", "Twelve States have ratified it", "Twelve States have ratified", 12, Counted.PARTIES),
        ("fr", "avec 12 États parties", "12 États parties", 12, Counted.PARTIES),
        ("de", "Zwölf Vertragsstaaten", "Zwölf Vertragsstaaten", 12, Counted.PARTIES),
        ("es", "tiene 12 Estados partes", "12 Estados partes", 12, Counted.PARTIES),
        ("en", "We, eleven well-known bodies", None, None, None),
        ("en", "We, eleven NGOs, ask", "eleven NGOs", 11, Counted.ORGANISATIONS),
        ("fr", "Nous, onze organisations", "onze organisations", 11, Counted.ORGANISATIONS),
        ("es", "Las once organizaciones firmantes", "once organizaciones", 11, Counted.ORGANISATIONS),
        ("de", "Elf Organisationen unterzeichnen", "Elf Organisationen", 11, Counted.ORGANISATIONS),
        ("en", "the 57 undersigned ask", "57 undersigned", 57, Counted.SIGNATORIES),
        ("en", "1,200 individuals signed", "1,200 individuals", 1200, Counted.PEOPLE),
    ],
)  # fmt: skip
def test_a_figure_is_found(
    language: str, text: str, words: str | None, number: int | None, counted: Counted | None
) -> None:
    found = [(told.words, told.number, told.counted) for told in told_in(text, language)]
    assert found == ([] if words is None else [(words, number, counted)])


@pytest.mark.parametrize(
    "text",
    [
        "In 2012, members met with three world congresses",
        "our 190 organisations in 70 countries",
        "signed by 12 member organisations of the Union",
        "five political parties",
        "spread across 30 countries",
        "In 2010 eleven organisations signed an earlier letter",
        "Signed in 2009 by 120 people",
        "We, the undersigned, ask to meet with five experts",
        "We, the undersigned, mourn the killing of 300 people",
        "Five experts asked States to sign the letter",
        "Five experts from States that signed the treaty",
        "In 2010 people signed",
    ],
)
def test_figures_of_others_are_not(text: str) -> None:
    assert not [told for told in told_in(text, "en") if told.signs]


@pytest.mark.parametrize(
    ("text", "bound", "true", "false"),
    [
        ("Signed by 12 groups", Bound.EXACT, [12], [11, 13]),
        ("Signed by more than sixty groups", Bound.MORE, [61, 80], [60]),
        ("Signed by at least 60 groups", Bound.LEAST, [60], [59]),
        ("Signed by nearly 60 groups", Bound.ABOUT, [57, 60], [50, 80]),
        ("Signed by up to 60 groups", Bound.FEWER, [60, 9], [61]),
        ("Signed by sixty other groups", Bound.EXACT, [61, 65], [60]),
    ],
)
def test_a_figure_is_true_as_it_is_meant(
    text: str, bound: Bound, true: list[int], false: list[int]
) -> None:
    told = only(text)
    assert told.signs
    assert told.bound is bound
    assert all(map(told.holds, true))
    assert not any(map(told.holds, false))


def test_the_countries_of_those_who_sign_follow_them() -> None:
    bodies, countries = told_in("We, 57 networks and groups from 30 countries, ask", "en")
    assert (bodies.number, countries.number) == (57, 30)
    assert countries.counted is Counted.COUNTRIES
    assert countries.signs


def test_the_words_begin_with_how_the_figure_is_meant() -> None:
    told = only("in addition to more than sixty other groups, agreed with this appeal")
    assert told.words == "more than sixty other groups"
    assert told.signs


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Signed by 2010: 57 groups and 120 people", []),
        ("We, 57 groups, represent 3 million people in 12 countries", ["57 groups"]),
        ("We, 57 groups, ask for a meeting with five experts", ["57 groups"]),
        ("Signed by 57 groups and over 120 people", ["57 groups", "over 120 people"]),
        ("57 groups from all 30 countries and 9 experts signed", ["57 groups", "30 countries", "9 experts"]),
    ],
)  # fmt: skip
def test_of_several_figures_those_of_who_signs_are_told(text: str, figures: list[str]) -> None:
    assert [told.words for told in told_in(text, "en") if told.signs] == figures


def test_parties_tell_of_what_and_a_part_of_them_is_not_all() -> None:
    told = only("The 137 States parties to the African Charter, of which 50 States parties met")
    assert (told.number, told.of) == (137, "the African Charter")
