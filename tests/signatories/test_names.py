import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from signatories.names import SortName, suggest


@pytest.mark.parametrize(
    ("printed", "sort_name"),
    [
        ("Ada Byrne", "Byrne, Ada"),
        ("Byrne, Ada", "Byrne, Ada"),
        ("Madonna", "Madonna"),
        ("", ""),
        ("(Ada)", "(Ada)"),
    ],
)
def test_a_name_sorts_by_its_last_word(printed: str, sort_name: str) -> None:
    assert str(suggest(printed)) == sort_name


@pytest.mark.parametrize(
    "printed",
    [
        "Dr. Ada Byrne",
        "Prof. Dr. rer. nat. Ada Byrne, Ph.D.",
        "Mr. and Mrs. Ada Byrne",
        "H.E. Ada Byrne Jr.",
        "Byrne, Dr. Ada, Jr.",
        "Ada Byrne, PhD, OBE",
        "Ada Byrne III",
        "Ada Byrne (director; former chair)",
        "Ada “Bo” Byrne",
        "  Ada\u00a0 Byrne ",
    ],
)
def test_titles_degrees_and_brackets_do_not_count(printed: str) -> None:
    assert suggest(printed) == SortName("Byrne", "Ada")


@pytest.mark.parametrize("printed", ["д-р Анна Берг", "Проф. д-р Анна Берг", "г-жа Анна Берг"])
def test_titles_of_other_scripts_do_not_count(printed: str) -> None:
    assert suggest(printed) == SortName("Берг", "Анна")


@pytest.mark.parametrize(
    ("printed", "family"),
    [
        ("Anna van der Meer", "van der Meer"),
        ("Anna Le Goff", "Le Goff"),
        ("Anna al-Amin", "al-Amin"),
        ("Anna Al Amin", "Al Amin"),
        ("Anna da Costa", "da Costa"),
        ("Anna Bravo y Calle", "Bravo y Calle"),
        ("Anna de la CRUZ", "de la CRUZ"),
    ],
)
def test_particles_belong_to_the_family_name(printed: str, family: str) -> None:
    assert suggest(printed) == SortName(family, "Anna")


@pytest.mark.parametrize(
    ("printed", "family", "given_name"),
    [
        ("Anna BRAVO CALLE", "BRAVO CALLE", "Anna"),
        ("BRAVO Anna Maria", "BRAVO", "Anna Maria"),
        ("Anna O’BRIEN", "O’BRIEN", "Anna"),
        ("Anna McBRIDE", "McBRIDE", "Anna"),
        ("Анна ИВАНОВА", "ИВАНОВА", "Анна"),
        ("LI Anna", "LI", "Anna"),
        ("JR Bravo", "Bravo", "JR"),
        ("J.R. Bravo", "Bravo", "J.R."),
        ("ANNA BRAVO", "BRAVO", "ANNA"),
        ("Bravo, J.R.", "Bravo", "J.R."),
    ],
)
def test_capitals_mark_the_family_name(printed: str, family: str, given_name: str) -> None:
    assert suggest(printed) == SortName(family, given_name)


@pytest.mark.parametrize(
    ("printed", "family", "given_name"),
    [
        ("Tan Mei Hua", "Tan", "Mei Hua"),
        ("Kim Min-seo", "Kim", "Min-seo"),
        ("Kim Robinson", "Robinson", "Kim"),
        ("Kim Stanton Roberg", "Roberg", "Kim Stanton"),
        ("Mei Tan", "Tan", "Mei"),
        ("山田花子", "山田花子", ""),
        ("山田　花子", "山田", "花子"),
        ("アダ・バイロン", "バイロン", "アダ"),
        ("김민서", "김민서", ""),
    ],
)
def test_east_asian_names_have_the_family_first(printed: str, family: str, given_name: str) -> None:
    assert suggest(printed) == SortName(family, given_name)


@given(st.text(st.sampled_from("aB é,.(“)”'-山·y"), max_size=20))
@example("(B),")
def test_a_name_with_letters_never_sorts_as_nothing(printed: str) -> None:
    if re.search(r"\w", printed):
        assert str(suggest(printed)).strip(" ,")


WORDS = [
    *(
        "Ada",
        "Émile",
        "byron",
        "née",
        "Kim",
        "Ki-moon",
        "Ng",
        "Dr.",
        "med.",
        "Rev",
        "Sir",
        "Jr",
        "III",
        "PhD",
    ),
    *(
        "von",
        "de",
        "la",
        "y",
        "van",
        "d'",
        "O’Brien",
        "MacADAM",
        "D’ARC",
        "McX",
        "LÓPEZ",
        "J.",
        "J.R.",
        "A",
    ),
    *("Mac", "5", "-", "'"),
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join))
def test_words_that_say_nothing_are_taken_as_any_others(name: str) -> None:
    assert suggest(name) == suggest(f"{name} (aside)")


def test_real_names_are_mostly_right(shared_data: Path) -> None:
    text = (shared_data / "names/person-names.txt").read_text(encoding="utf-8")
    known = [line for line in text.splitlines() if re.search("Doe|de la Vega|y Garcia", line)]
    families = {"Doe", "Doe-Ray", "de la Vega", "Velasquez y Garcia"}
    assert len(known) > 100
    assert {
        line: suggest(line).family for line in known if suggest(line).family not in families
    } == {}
