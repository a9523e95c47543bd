"""The forms in which people sign, in several languages and scripts, taken from real lists with invented names."""

import html
import re
from pathlib import Path

import pytest

from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split
from signatories.imports.planning import sign_on_rows

PERSON, BODY = {"name": "Anna Berg"}, {"organisation": "Well Fund"}
BOTH = PERSON | BODY
DIRECTOR, KENYA = {"role": "Director"}, {"country": "Kenya"}

SEPARATORS = {
    "Anna Berg | Director | Well Fund | Kenya": BOTH | DIRECTOR | KENYA,
    "Anna Berg\tDirector\tWell Fund\tKenya": BOTH | DIRECTOR | KENYA,
    "Anna Berg; Director; Well Fund; Kenya": BOTH | DIRECTOR | KENYA,
    "Anna Berg\nDirector\nWell Fund\nKenya": BOTH | DIRECTOR | KENYA,
    "Anna Berg / Well Fund / Kenya": BOTH | KENYA,
    "Anna Berg - Director, Well Fund": BOTH | DIRECTOR,
    "Anna Berg (Director), Well Fund": BOTH | DIRECTOR,
    "Anna Berg (she/her), Well Fund": BOTH,
    "**Anna Berg** - *Director, Well Fund - Kenya*": BOTH | DIRECTOR | KENYA,
    "_Anna Berg_, **Well Fund**": BOTH,
    "Anna Berg <anna@well.example>, Well Fund": BOTH | {"email": "anna@well.example"},
    "Anna Berg, Director, Well Fund, Nairobi, Kenya": BOTH | DIRECTOR | KENYA | {"city": "Nairobi"},
    "Well Fund – Anna Berg, Director": BOTH | DIRECTOR,
    "Well Fund, Anna Berg, Director": BOTH | DIRECTOR,
    "Queer* Netzwerk Trans*": {"organisation": "Queer* Netzwerk Trans*"},
}

LANGUAGES = {
    "Anna Berg, Director at Well Fund, Kenya": BOTH | DIRECTOR | KENYA,
    "Jean Fabron, au nom du Réseau des Puits, Bénin": {
        "name": "Jean Fabron",
        "organisation": "Réseau des Puits",
        "country": "Bénin",
    },
    "Mme Anne Berg, présidente de l'Association des Puits": {
        "name": "Mme Anne Berg",
        "role": "présidente",
        "organisation": "Association des Puits",
    },
    "Ana Luna, en representación de la Red de Pozos (RdP)": {
        "name": "Ana Luna",
        "organisation": "Red de Pozos (RdP)",
        "acronym": "RdP",
    },
    "Sra. Ana Luna, Directora, Fundación Pozos, México": {
        "name": "Sra. Ana Luna",
        "role": "Directora",
        "organisation": "Fundación Pozos",
        "country": "México",
    },
    "Ana Luna, em nome da Rede de Poços": {"name": "Ana Luna", "organisation": "Rede de Poços"},
    "Anna Luna, per conto della Rete dei Pozzi": {
        "name": "Anna Luna",
        "organisation": "Rete dei Pozzi",
    },
    "Anna Berg, im Namen des Brunnenvereins e.V.": PERSON | {"organisation": "Brunnenvereins e.V."},
    "Anna Berg, Geschäftsführerin, Brunnen gGmbH": PERSON
    | {"role": "Geschäftsführerin", "organisation": "Brunnen gGmbH"},
    "Анна Берг, директор, Фонд «Колодец», Россия": {
        "name": "Анна Берг",
        "role": "директор",
        "organisation": "Фонд «Колодец»",
        "country": "Россия",
    },
    "آنا برغ، مدير، شبكة الآبار": {
        "name": "آنا برغ",
        "role": "مدير",
        "organisation": "شبكة الآبار",
    },
    "事務局長 山田太郎": {"role": "事務局長", "name": "山田太郎"},
    "山田太郎（代表）": {"name": "山田太郎", "role": "代表"},
    "山田 太郎、○○会 代表理事": {"name": "山田 太郎", "organisation": "○○会", "role": "代表理事"},
    "NPO法人井戸の会（代表理事：山田太郎）": {
        "organisation": "NPO法人井戸の会",
        "role": "代表理事",
        "name": "山田太郎",
    },
    "井戸ネットワーク代表　山田太郎": {
        "organisation": "井戸ネットワーク",
        "role": "代表",
        "name": "山田太郎",
    },
    "张伟，水井基金会，主任": {"name": "张伟", "organisation": "水井基金会", "role": "主任"},
    "우물연대 사무총장 홍길동": {"organisation": "우물연대", "role": "사무총장", "name": "홍길동"},
}

OTHER_LANGUAGES = {
    "Anna Luna, presidente dell'Associazione Pozzi": {
        "name": "Anna Luna",
        "role": "presidente",
        "organisation": "Associazione Pozzi",
    },
    "Anna de Bron, voorzitter, Stichting Put, Nederland": {
        "name": "Anna de Bron",
        "role": "voorzitter",
        "organisation": "Stichting Put",
        "country": "Nederland",
    },
    "Anna Studnia, Prezes, Fundacja Studnia": {
        "name": "Anna Studnia",
        "role": "Prezes",
        "organisation": "Fundacja Studnia",
    },
    "Άννα Βουνό, Διευθύντρια, Δίκτυο Πηγάδι": {
        "name": "Άννα Βουνό",
        "role": "Διευθύντρια",
        "organisation": "Δίκτυο Πηγάδι",
    },
    "Anna Berg, i.A. Brunnen e.V.": PERSON | {"organisation": "Brunnen e.V."},
    "محمد أمين، مؤسسة البئر": {"name": "محمد أمين", "organisation": "مؤسسة البئر"},
    "山田太郎（井戸基金 代表理事）": {
        "name": "山田太郎",
        "organisation": "井戸基金",
        "role": "代表理事",
    },
    "水井基金会秘书长王小明": {"organisation": "水井基金会", "role": "秘书长", "name": "王小明"},
    "김철수 (우물재단)": {"name": "김철수", "organisation": "우물재단"},
}

NAMES = {
    "Prof. Dr. Anna von der Berg, Well Fund": {"name": "Prof. Dr. Anna von der Berg"} | BODY,
    "Rev. Anna Berg, SJ, Well Fund": {"name": "Rev. Anna Berg, SJ"} | BODY,
    "H.E. Anna Berg, Minister of Water, Kenya": {
        "name": "H.E. Anna Berg",
        "role": "Minister of Water",
    }
    | KENYA,
    "Anna Berg, M.D., M.P.H., Well Fund": {"name": "Anna Berg, M.D., M.P.H."} | BODY,
    "Anna Berg (Ms), Well Fund": {"name": "Anna Berg (Ms)"} | BODY,
    "Mr Bo Lind MP": {"name": "Mr Bo Lind MP"},
    "BERG Anna, Well Fund": {"name": "BERG Anna"} | BODY,
    "Anna BERG, Well Fund": {"name": "Anna BERG"} | BODY,
    "Wells, Inc., USA": {"organisation": "Wells, Inc.", "country": "USA"},
    "Grupo Pozo, A. C., Mexico": {"organisation": "Grupo Pozo, A. C.", "country": "Mexico"},
    "Friends of Wells (FoW), South Africa": {
        "organisation": "Friends of Wells (FoW)",
        "country": "South Africa",
        "acronym": "FoW",
    },
}

AFFILIATIONS = {
    "Department of Law, University of the Wells, Nairobi, Kenya": {
        "role": "Department of Law",
        "organisation": "University of the Wells",
        "city": "Nairobi",
    }
    | KENYA,
    "Centre for Water, Land and Forests, Kenya": {
        "organisation": "Centre for Water, Land and Forests"
    }
    | KENYA,
    "Anna Berg, for and on behalf of the Well Fund": BOTH,
    "Anna Berg, Head of Policy and Campaigns at Well Fund, Kenya": BOTH
    | {"role": "Head of Policy and Campaigns"}
    | KENYA,
    "Anna Berg, Well Fund, Kenya, Director": BOTH | KENYA | DIRECTOR,
    "Anna Berg, Kenya, Director": PERSON | KENYA | DIRECTOR,
    "Anna Berg • Well Fund • Kenya": BOTH | KENYA,
    "Anna Berg, Well Fund.": BOTH,
    "Anna Berg, Well Inc.": PERSON | {"organisation": "Well Inc."},
    "Well Fund, New York, USA": BODY | {"city": "New York", "country": "USA"},
    "Anna Berg, Well Fund (Director)": BOTH | DIRECTOR,
    "Anna Berg, Well Fund – Director": BOTH | DIRECTOR,
    "Anna Berg, Director (Well Fund)": BOTH | DIRECTOR,
    "Anna Berg, Director (Youth), Well Fund": BOTH | {"role": "Director (Youth)"},
    "Anna Berg, Director of the Well Union, and Member of the Board, River Fund": PERSON
    | {
        "role": "Director of the Well Union, and Member of the Board",
        "organisation": "River Fund",
    },
    "H.E. Anna Berg, Permanent Representative of the Republic of Kenya to the United Nations": {
        "name": "H.E. Anna Berg",
        "role": "Permanent Representative of the Republic of Kenya to the United Nations",
    },
    "Anna Berg, Professor, Department of Law, University of the Wells": PERSON
    | {"role": "Professor, Department of Law", "organisation": "University of the Wells"},
    "Soil Ecology Group, Berg Institute for Wells, Lindau, BY, Germany": {
        "role": "Soil Ecology Group",
        "organisation": "Berg Institute for Wells",
        "city": "Lindau, BY",
        "country": "Germany",
    },
}

CERTAIN_FORMS = SEPARATORS | LANGUAGES | OTHER_LANGUAGES | NAMES | AFFILIATIONS


@pytest.mark.parametrize("line", CERTAIN_FORMS)
def test_forms_that_are_certain(line: str) -> None:
    found = split(line)
    assert found.fields == CERTAIN_FORMS[line]
    assert found.confidence >= CERTAIN


UNCERTAIN_FORMS = {
    "BERG, Anna, Well Fund": {"name": "BERG, Anna"} | BODY,
    "Berg, Dr. Anna Q., Jr.": {"name": "Berg, Dr. Anna Q., Jr."},
    "Luna y Pozo, Ana": {"name": "Luna y Pozo, Ana"},
    "Anna Berg for Well Fund": BOTH,
    "Anna Berg für den Brunnenverein e.V.": PERSON | {"organisation": "Brunnenverein e.V."},
    "Jean Fabron pour le Réseau des Puits": {
        "name": "Jean Fabron",
        "organisation": "Réseau des Puits",
    },
    "Well Fund: Anna Berg": BOTH,
    "Well Fund, represented by Anna Berg": BOTH,
    "On behalf of the Well Fund, Anna Berg": BOTH,
    "Director, Anna Berg, Well Fund": DIRECTOR | BOTH,
    "Anna Berg (Kenya)": PERSON | KENYA,
    "Banana Wells, Kenya": {"name": "Banana Wells"} | KENYA,
    "Chair, Kenya": {"organisation": "Chair"} | KENYA,
    "Solidaridad, Kenya": {"organisation": "Solidaridad"} | KENYA,
    "Anna Berg and Bo Lind, Well Fund": {"name": "Anna Berg and Bo Lind"} | BODY,
    "Madonna, Well Fund": {"name": "Madonna"} | BODY,
    "Anna Berg, Well a@b.example Fund": PERSON | {"organisation": "Well a@b.example Fund"},
    "Well Fund (Anna Berg, Director)": BOTH | DIRECTOR,
    "Well Fund (Director: Anna Berg)": BOTH | DIRECTOR,
    "Well Fund – Director Anna Berg": BOTH | DIRECTOR,
    "Executive Director Anna Berg, Well Fund": BOTH | {"role": "Executive Director"},
    "Well Fund: Anna Berg (Director)": BOTH | DIRECTOR,
    "Anna Berg–Well Fund": BOTH,
    "Anna Berg/Well Fund": {"organisation": "Anna Berg/Well Fund"},
    "Anna Berg > Well Fund": BOTH,
    "Anna Berg Director Well Fund": BOTH | DIRECTOR,
    "Coordinator - Anna Berg - Well Fund": BOTH | {"role": "Coordinator"},
    "Anna Berg c/o Well Fund": BOTH,
    "Anna Berg, teacher, Lindau": PERSON | {"role": "teacher", "organisation": "Lindau"},
    "Anna Berg, Bo Lind": PERSON | {"organisation": "Bo Lind"},
    "Anna Berg, Bo Lind and Cleo Mann, Well Fund": PERSON
    | {"organisation": "Bo Lind and Cleo Mann, Well Fund"},
    "Anna Berg, Well Fund; Bo Lind, River Fund": PERSON
    | {"organisation": "Well Fund; Bo Lind, River Fund"},
    "Anna Berg, Well Fund, www.well.example": PERSON
    | {"organisation": "Well Fund, www.well.example"},
    "Anna Berg, Well Fund, Brunnenweg 12, Kenya": PERSON
    | {"organisation": "Well Fund, Brunnenweg 12"}
    | KENYA,
    "Anna Berg, Rivers, Wells Union, Kenya": PERSON
    | {"organisation": "Rivers, Wells Union"}
    | KENYA,
    "Les Puits, Anna Berg, présidente": {"organisation": "Les Puits, Anna Berg, présidente"},
    "أحمد حسن، رئيس جمعية البئر": {
        "name": "أحمد حسن",
        "role": "رئيس",
        "organisation": "جمعية البئر",
    },
    "MEP Anna BERG Greens": {"organisation": "MEP Anna BERG Greens"},
    "Anna Berg, Well Fund      Bo Lind, River Network": PERSON
    | {"organisation": "Well Fund      Bo Lind, River Network".replace("      ", " ")},
}


@pytest.mark.parametrize("line", UNCERTAIN_FORMS)
def test_forms_that_are_proposed_and_flagged(line: str) -> None:
    found = split(line)
    assert found.fields == UNCERTAIN_FORMS[line]
    assert found.confidence < CERTAIN


def test_the_bodies_of_a_real_letter_are_not_taken_for_people(shared_data: Path) -> None:
    """All 203 are organisations: a name may be proposed where it can be one, and never with certainty."""
    page = (shared_data / "letters/owinfs-2012-letter.html").read_text("utf-8")
    block = page.split("Signed,")[1].split("For more information")[0]
    items = [html.unescape(re.sub("<[^>]+>", " ", item)) for item in block.split("<li>")[1:]]
    found = [split(" ".join(item.split())) for item in items]
    assert len(found) == 203
    assert [
        each.text for each in found if each.confidence >= CERTAIN and "name" in each.fields
    ] == []
    countries = {
        each.fields["organisation"]: each.fields.get("country")
        for each in found
        if "organisation" in each.fields
    }
    assert countries["Alternative Information & Development Centre (AIDC)"] == "South Africa"
    assert (
        countries["Federation of Independent Trade Unions and NGOs (FITUN)"]
        == "Trinidad and Tobago"
    )
    assert countries["Centro de Formación e Investigación. Municipal, A.C. (CEFIMAC)"] == "Mexico"
    assert countries["Attac Japan"] is None


def test_a_body_may_have_a_name_of_digits_and_dots() -> None:
    assert not sign_on_rows.read({"entry": "10.10.10, Kenya"}).errors
    alone = sign_on_rows.read({"entry": "10.10.10"})
    assert alone.entry.organisation == "10.10.10"
    assert not alone.errors
    assert alone.split
    assert alone.split.problems
    cell = sign_on_rows.read({"organisation": "10.10.10"})
    assert not cell.errors
    assert [str(problem) for problem in cell.problems] == ["“10.10.10” may be a number."]


@pytest.mark.parametrize("text", ["1999", "12", "12.11.1999", "..."])
def test_a_number_or_a_date_alone_names_nobody(text: str) -> None:
    assert sign_on_rows.read({"entry": text}).errors


def test_real_names_of_people_are_names(shared_data: Path) -> None:
    """All but those without capitals, a remark in brackets, a family name that is a role, a whole sentence."""
    lines = (shared_data / "names/person-names.txt").read_text("utf-8").splitlines()
    names = [line for line in lines if line.strip()]
    others = [line for line in names if split(line).fields.keys() != {"name"}]
    assert len(names) == 172
    assert others == [
        "John Jones (Google Docs)",
        *("john e jones", "john e jones, III", "jones, john e"),
        "Doctor, Jane E.",
        "dr. ben alex johnson III",
        "Lord of the Universe and Supreme King of the World Lisa Simpson",
    ]
