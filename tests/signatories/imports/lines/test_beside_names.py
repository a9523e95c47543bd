"""What stands beside a name: roles in many languages, a second place or person, a country, initials."""

import pytest

from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split

ROLES = [
    ("Inês Carvalhal, vereadora, Câmara Municipal de Valverde", "vereadora"),
    ("Rosa Quispe, encargada de incidencia, Fundación Tierra Alta", "encargada de incidencia"),
    ("Awa Ndiaye, animatrice, Maison des Femmes", "animatrice"),
    ("Marijke van der Put, beleidsmedewerker, Waterput Nederland", "beleidsmedewerker"),
    ("Jadwiga Studzińska, rzeczniczka, Stowarzyszenie Źródło", "rzeczniczka"),
    ("Мария Колодцева, учитель", "учитель"),
    ("Олена Криничко, голова, ГО «Джерело»", "голова"),
    ("ليلى الحسن، ناشطة حقوقية", "ناشطة حقوقية"),
    ("المدير التنفيذي، سامي الحسن، مؤسسة النبع", "المدير التنفيذي"),
    ('רונית לוי, מנכ"לית, עמותת באר', 'מנכ"לית'),
    ("רונית לוי, עורכת דין", "עורכת דין"),
    ("सुनीता वर्मा, निदेशक, जल न्यास", "निदेशक"),
    ("Trần Văn Hùng, Chủ tịch, Hội Nước Sạch, Việt Nam", "Chủ tịch"),
    ("Nguyễn Thị Lan, Phó giám đốc, Trung tâm Nước Sạch", "Phó giám đốc"),
    ("สมศรี บ่อน้ำ, ผู้อำนวยการ, มูลนิธิน้ำใส", "ผู้อำนวยการ"),
    ("Amina Kisimani, Mkurugenzi, Shirika la Maji", "Mkurugenzi"),
    ("Amos Wekesa, Esq., Partner, Wekesa & Holt LLP", "Partner"),
]


@pytest.mark.parametrize(("line", "role"), ROLES)
def test_roles_are_known(line: str, role: str) -> None:
    assert split(line).fields["role"] == role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Ola Brønn, daglig leder, Vannforeningen, Norge", "daglig leder"),
        ("Abbé Paul Kouassi, sacristain de Saint-Rémi", "sacristain de Saint-Rémi"),
        ("Rosa Quispe, portera", "portera"),
    ],
)
def test_small_letters_behind_a_name_are_what_somebody_is(line: str, role: str) -> None:
    assert split(line).fields["role"] == role


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Anna Berg, terre des hommes", "terre des hommes"),
        ("Anna Berg, medico international", "medico international"),
        ("Anna Berg, attac, Germany", "attac"),
    ],
)
def test_a_body_in_small_letters_stays_one(line: str, body: str) -> None:
    assert split(line).fields["organisation"] == body


@pytest.mark.parametrize(
    "line",
    [
        "Anna Berg, Director, River Watch & Bo Lind, Chair, River Watch",
        "Anna Berg, Well Fund; River Watch",
        "Anna Berg, Director, Well Fund; Board Member, River Watch",
        "Anna Berg. Well Fund",
        "Rosa Quispe, portera, Fundación Tierra Alta",
    ],
)
def test_a_second_place_or_a_guess_is_flagged(line: str) -> None:
    assert split(line).confidence < CERTAIN


def test_a_country_in_a_bracket_behind_a_name() -> None:
    found = split("Anna Berg (Kenya), Well Fund")
    assert found.fields == {"name": "Anna Berg", "country": "Kenya", "organisation": "Well Fund"}
    assert found.confidence < CERTAIN


def test_initials_between_commas_belong_to_the_body() -> None:
    found = split("Asociación Agua Clara, AAC, Bolivia").fields
    assert found == {
        "organisation": "Asociación Agua Clara, AAC",
        "acronym": "AAC",
        "country": "Bolivia",
    }
    assert "acronym" not in split("Association of Wells, Mass., USA").fields
    assert split("Asociación Agua Clara, ACA, Bolivia").fields["organisation"].endswith("ACA")
    assert split("Well Fund, Nairobi, Kenya").fields["city"] == "Nairobi"


@pytest.mark.parametrize(
    "line",
    [
        "Pour le Réseau des Puits, Hélène Marchais",
        "Pour le Réseau des Puits : Hélène Marchais, présidente",
        "Per il Réseau des Puits, Hélène Marchais",
    ],
)
def test_the_word_for_before_a_body_is_no_part_of_it(line: str) -> None:
    found = split(line)
    assert found.fields["organisation"] == "Réseau des Puits"
    assert found.fields["name"] == "Hélène Marchais"
    assert found.confidence < CERTAIN


def test_dashes_between_a_body_a_name_and_a_role() -> None:
    assert split("Cooperativa El Molino - Juan Mamani - Gerente").fields == {
        "organisation": "Cooperativa El Molino",
        "name": "Juan Mamani",
        "role": "Gerente",
    }


def test_a_name_and_a_body_with_a_full_stop_between() -> None:
    found = split("Anna Berg. Well Fund").fields
    assert found == {"name": "Anna Berg", "organisation": "Well Fund"}
    assert split("Max Planck Inst. of Wells").fields["organisation"] == "Max Planck Inst. of Wells"
