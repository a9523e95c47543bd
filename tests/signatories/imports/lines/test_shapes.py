"""What a piece of a line looks like by itself."""

import pytest

from signatories.countries import LANGUAGES, find
from signatories.countries.translations import spellings
from signatories.imports.lines import shapes


@pytest.mark.parametrize(
    "name",
    [
        *("Anna Berg", "Dr. med. habil. Anna Berg", "Anna Berg PhD", "Sr. Maria Berg OSB", "H.E. Anna Berg"),
        *("д-р Анна Берг", "г-жа Анна Берг", "δρ. Άννα Μπεργκ"),
        *("Prof. Dr. Anna von der Berg", "Mme Anne d'Avray", "Hon. Judge Anna Q. Berg III", "Rev. Anna Berg, SJ"),
        *("Benjamin “Ben” Berg", "Anna and Bo Lind", "BERG Anna", "Anna BERG", "Анна Берг", "آنا برغ"),
        *("Fatima al-Zahra", "Brian O'Berg", "Ngozi Berg-Lind", "Federica Bianchi", "María José y Berg"),
    ],
)  # fmt: skip
def test_people(name: str) -> None:
    assert shapes.looks_like_full_name(name)
    assert not shapes.looks_like_organisation(name)


@pytest.mark.parametrize(
    "text",
    [
        *("Executive Director", "Marine Ecology", "Physik Department", "berg", "Wells of Soil", "Lind 2"),
        *("Division of Wells", "Shared Resource", "Vice President", "Red de Mujeres", "Brunnenverein Berg"),
    ],
)  # fmt: skip
def test_no_people(text: str) -> None:
    assert not shapes.looks_like_full_name(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Director", "Executive Director", "Secretary-General", "Head of Policy", "Professor of Law"),
        *("Directora ejecutiva", "Présidente", "Geschäftsführerin", "stellvertretende Vorsitzende"),
        *("Coordenadora de projetos", "Segretaria generale", "директор", "مدير", "Legal Officer"),
        *("founding member", "Mitglied des Vorstands", "代表理事", "사무총장", "former judge"),
    ],
)  # fmt: skip
def test_roles(text: str) -> None:
    assert shapes.looks_like_role(text)


@pytest.mark.parametrize(
    "text", ["Anna Berg", "Well Fund", "Presidential Wells", "Wells and Director"]
)
def test_no_roles(text: str) -> None:
    assert not shapes.looks_like_role(text)


@pytest.mark.parametrize(
    "text", ["Inc.", "A. C.", "e.V.", "asbl", "gGmbH", "S.A. de C.V.", "Ltd", "a.s.b.l."]
)
def test_legal_forms_make_a_body(text: str) -> None:
    assert shapes.is_legal_form(text)
    assert shapes.looks_like_organisation(f"Berg Lind {text}")


def test_no_country_is_missed_for_a_word_that_bodies_have() -> None:
    names = {name for language in LANGUAGES for _, name in spellings(language)}
    lost = {name for name in names if find(name) and not shapes.is_country(name) and len(name) < 80}
    assert {name for name in lost if len(name.split()) < 8} == set()
