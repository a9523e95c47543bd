"""Questions about the organisation of a row: few, and each worth a look."""

import csv

import pytest

from signatories import countries
from signatories.imports.planning.row_questions import about_organisations, about_signer


def asked(*row: str) -> list[str]:
    found = about_organisations(*([cell] for cell in row))
    return [str(question) for _, question in found]


def test_a_person_in_the_place_of_an_organisation_is_questioned() -> None:
    assert asked("Dr. Anna Berg", "KE") == [
        "“Dr. Anna Berg” looks like a person, and stands as an organisation."
    ]


@pytest.mark.parametrize(
    "name", ["Dr. Berg Foundation", "Clear Wells", "St. Anna", "Anna Berg", "Dr. Berg", ""]
)
def test_a_body_named_after_a_person_is_none(name) -> None:
    assert asked(name, "") == []


@pytest.mark.parametrize("mark", ['"', "〃", "Idem", "ditto", "同上"])
def test_a_mark_that_repeats_what_stands_above_is_questioned(mark: str) -> None:
    assert asked(mark, "") == [f"“{mark}” repeats what stands above it: write it out."]


def test_one_question_about_the_country_is_enough() -> None:
    assert len(asked("Wells of Nairobi", "UG", "a@wells.fr", "wells.de")) == 1
    assert asked("Clear Wells", "UG", "", "wells.de", "a@wells.fr") == [
        "The address wells.de ends as those of Germany do, and the country given is Uganda."
    ]
    assert asked("Clear Wells", None, "wells.de") == []


@pytest.mark.parametrize(
    "name",
    [
        "Ann Lee (Dr. Bo Hu)", "Ann Lee (for Bo Hu)", "Ann Lee [Bo Hu]", "Ann Lee / Bo Hu",
        "Ann Lee and Bo Hu", "Hans Meier und Eva Kurz", "Ann Lee – Bo Hu", "Ann Lee\nBo Hu",
        "Maria Silva / João Silva", "Анна Берг и Бо Ху", "Άννα Μπεργκ / Γιώργος Παππάς",
        "李 安、王 小明", "آنا برغ / بو هو", "Ann Lee for Bo Hu", "Ann Lee pour Bo Hu", "Анна Берг за Бо Ху",
        "Ann Lee p.p. Bo Hu", "Анна Берг (д-р Бо Ху)", "Ann and Bo Lee", "Ann & Bo Lee", "Anna und Bo Meier",
    ],
)  # fmt: skip
def test_two_names_in_the_place_of_one_are_questioned(name: str) -> None:
    (question,) = about_signer(name)
    assert "may be two people" in str(question)


@pytest.mark.parametrize(
    "name",
    [
        "José (Pepe) Mujica", "Ann Lee (she/her)", "Ann Lee (née Hu)", "Ann Lee (PhD)", "Lee, Ann",
        "Ann Lee (Oxford)", "Dr. Ann Lee (Sr.)", "Ann Lee (Rev. Dr.)", "Ann Lee (Ann M. Lee)",
        "李 安 (Ann Lee)", "田中 太郎（たなか たろう）", "Милан Петровић (Milan Petrović)",
        "José Ortega y Gasset", "Juan Veloz y Garza III", "Ann Lee (Vice President)",
        "Ann Lee / President", "Ann Lee (MP for Oxford East)", "Ann Lee (Well Fund)", "",
        "Ann Lee, MP for Oxford East", "Ann Lee MEP for Oxford East", "Ann Lee for Well Fund",
        "Ann Lee, Minister for Green Growth", "Анна Берг (д-р)", "Trinidad and Tobago",
        "Saint Vincent and the Grenadines",
    ],
)  # fmt: skip
def test_one_person_with_more_about_them_is_not_questioned(name: str) -> None:
    assert list(about_signer(name)) == []


def test_real_lists_are_questioned_where_a_person_would(shared_data) -> None:
    """Looked at one by one: a town of Benin under Cameroon, and an office in Brussels under Portugal."""
    files = {
        "letters/owinfs-2020-endorsers.csv": ("organisation", "description_or_country"),
        "letters/owinfs-members.csv": ("organisation", "country"),
        "letters/coara-signatories.csv": ("Organization", "Country"),
        "letters/tcc-signatories-by-constituency.csv": ("signatory", ""),
    }
    found = set()
    for path, (name, country) in files.items():
        with (shared_data / path).open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                state = countries.find(row.get(country, ""))
                found.update(asked(row[name], state.iso if state else ""))
    assert len(found) == 2
    assert any("Benin" in question and "Cameroon" in question for question in found)
