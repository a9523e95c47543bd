"""A signature line taken apart; whatever happens, the parts give the line back."""

import html
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.imports.lines.outlines import LONGEST
from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split


def fields(name: str = "", organisation: str = "", **more: str) -> dict[str, str]:
    return {k: v for k, v in {"name": name, "organisation": organisation, **more}.items() if v}


CERTAIN_LINES = {
    "山田太郎(きれいな水の会代表)": fields("山田太郎", "きれいな水の会", role="代表"),
    "Anna Berg, Water Rights Network – WRN": fields(
        "Anna Berg", "Water Rights Network – WRN", acronym="WRN"
    ),
    "Anne‐Sophie Lund, Village International": fields("Anne‐Sophie Lund", "Village International"),
    "Odeh Rami Kassab, Rivers Holland": fields("Odeh Rami Kassab", "Rivers Holland"),
    "Elly Brook, RRS Children's Section ‐ River's World Summit Foundation": fields(
        "Elly Brook", "RRS Children's Section ‐ River's World Summit Foundation"
    ),
    "Zoë Sand, International Catholic Well Bureau (Bicw)": fields(
        "Zoë Sand", "International Catholic Well Bureau (Bicw)", acronym="Bicw"
    ),
    "Bo Lind, Action Group on Soil, Wells and Rivers (ASWR)": fields(
        "Bo Lind", "Action Group on Soil, Wells and Rivers (ASWR)", acronym="ASWR"
    ),
    "Chi Yoke Ma, on behalf of the Third Well Network (TWN)": fields(
        "Chi Yoke Ma", "Third Well Network (TWN)", acronym="TWN"
    ),
    "Deb Falk, Chair, on behalf of Our Well Is Not for Sale (OWINFS) global network": fields(
        "Deb Falk", "Our Well Is Not for Sale (OWINFS) global network", role="Chair", acronym="OWINFS"
    ),
    "Anna Berg, for Village International": fields("Anna Berg", "Village International"),
    "Ana Paz, Coordinadora Nacional, Red del Agua, Bolivia": fields(
        "Ana Paz", "Red del Agua", role="Coordinadora Nacional", country="Bolivia"
    ),
    "Анна Берг, директор, Фонд «Колодец», г. Казань": fields(
        "Анна Берг", "Фонд «Колодец»", role="директор", city="г. Казань"
    ),
    "drs. Jan van der Beek, voorzitter, Stichting Schoon Water": fields(
        "drs. Jan van der Beek", "Stichting Schoon Water", role="voorzitter"
    ),
    "Dipl.-Ing. Anna Berg, Brunnenbund e.V.": fields("Dipl.-Ing. Anna Berg", "Brunnenbund e.V."),
    "Jean Fabron, au nom du Réseau des Puits": fields("Jean Fabron", "Réseau des Puits"),
    "Anna Berg, Executive Director, Well Fund, Kenya": fields(
        "Anna Berg", "Well Fund", role="Executive Director", country="Kenya"
    ),
    "Anna Berg, PhD, University of the Wells": fields("Anna Berg, PhD", "University of the Wells"),
    "Jean-Pierre d'Avray, Président, Réseau des Puits, Côte d'Ivoire": fields(
        "Jean-Pierre d'Avray", "Réseau des Puits", role="Président", country="Côte d'Ivoire"
    ),
    "Anna Berg, Secretary-General of the Well Foundation": fields(
        "Anna Berg", "Well Foundation", role="Secretary-General"
    ),
    "Anna Berg (Director; former judge)": fields("Anna Berg", role="Director; former judge"),
    "Anna Berg, Jr.": fields("Anna Berg, Jr."),
    "山田太郎、子どもの権利ネットワーク": fields("山田太郎", "子どもの権利ネットワーク"),
    "Coalition of Wells (CoW), Uganda": fields(
        organisation="Coalition of Wells (CoW)", country="Uganda", acronym="CoW"
    ),
    "Red de Mujeres": fields(organisation="Red de Mujeres"),
    "Wells Network (UK)": fields(organisation="Wells Network (UK)"),
    "Anna von der Berg": fields("Anna von der Berg"),
}  # fmt: skip


@pytest.mark.parametrize("line", CERTAIN_LINES)
def test_lines_that_are_certain(line: str) -> None:
    found = split(line)
    assert found.fields == CERTAIN_LINES[line]
    assert found.confidence >= CERTAIN
    assert not found.problems


UNCERTAIN_LINES = {
    "Anna Berg": fields("Anna Berg"),
    "Just Wells": fields("Just Wells"),
    "Madrugada": fields(organisation="Madrugada"),
    "Wellkeepers Norway": fields(organisation="Wellkeepers Norway"),
    "Berg, Anna": fields("Berg, Anna"),
    "Well Network, Anna Berg": fields("Anna Berg", "Well Network"),
    "Anna Berg (Association des Puits)": fields("Anna Berg", "Association des Puits"),
    "Anna Berg – Brunnenverein e.V.": fields("Anna Berg", "Brunnenverein e.V."),
    "Anna Berg, for Bo Hu": fields("Anna Berg", "Bo Hu"),
    "Anna Berg, on behalf of Dr. Bo Hu": fields("Anna Berg", "Dr. Bo Hu"),
}


@pytest.mark.parametrize("line", UNCERTAIN_LINES)
def test_lines_that_could_be_either_are_proposed_and_flagged(line: str) -> None:
    found = split(line)
    assert found.fields == UNCERTAIN_LINES[line]
    assert found.confidence < CERTAIN
    assert "not certain" in str(found.problems[0])


@pytest.mark.parametrize("bullet", ["• ", "- ", " \u00a0– "])
def test_bullets_are_no_part_of_a_name(bullet: str) -> None:
    assert split(bullet + "Anna Berg, Well Fund;").fields == fields("Anna Berg", "Well Fund")
    assert split("11.11.11 – Well Coalition").fields["organisation"] == "11.11.11 – Well Coalition"


@pytest.mark.parametrize("name", ["1. FC Brunnen e.V.", "3. Weltladen Network"])
def test_a_number_may_be_part_of_a_name(name: str) -> None:
    found = split(name)
    assert found.fields == fields(organisation=name)
    assert found.confidence < CERTAIN


def test_spaces_of_a_pdf_are_tidied_in_the_fields_and_kept_in_the_parts() -> None:
    found = split("\u00a0Anna\u00a0\u00a0Berg,\u00a0Well  Fund\u00a0")
    assert found.fields == fields("Anna Berg", "Well Fund")
    assert found.pieces == (
        (None, "\u00a0"),
        ("name", "Anna\u00a0\u00a0Berg"),
        (None, ",\u00a0"),
        ("organisation", "Well  Fund"),
        (None, "\u00a0"),
    )


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_space_that_keeps_a_line_from_breaking_stays(space: str) -> None:
    """Before a French colon somebody meant it. Only where a line has no others did a PDF make them."""
    organisation = f"Collectif Puits{space}: Rivières pour tous"
    assert split(organisation).fields == fields(organisation=organisation)
    found = split(f"M.{space}Berg,{space}Well Fund")
    assert found.fields == fields(f"M.{space}Berg", "Well Fund")


@pytest.mark.parametrize("mark", ["¹", "*", "**", "†", "¹²"])
def test_the_mark_of_a_footnote_is_no_part_of_a_name_and_is_asked_about(mark: str) -> None:
    found = split(f"Anna Berg{mark}, Well Fund")
    assert found.fields == fields("Anna Berg", "Well Fund")
    assert found.confidence < CERTAIN
    body = split("Trans*, Kenya")
    assert body.fields["organisation"] == "Trans*"


@pytest.mark.parametrize("line", ["[03/05/2024, 10:00] Anna: Well Fund signs", "Well Fund signs!"])
def test_what_somebody_says_is_never_certain(line: str) -> None:
    assert split(line).confidence < CERTAIN


def test_a_paragraph_is_no_signature() -> None:
    found = split("word " * LONGEST)
    assert found.fields == {}
    assert "no name and no organisation" in str(found.problems[0])


@given(
    st.one_of(
        st.text(max_size=200),
        st.text(
            alphabet="ABab ,;:()（）[]–-/&*_\t\n\u00a0.、，；・@1|é\u0301山会代表理事홍회\u3000ا،",
            max_size=60,
        ),
        st.sampled_from(list(CERTAIN_LINES)).flatmap(
            lambda line: st.permutations(re.split(r"(\W)", line)).map("".join)
        ),
    )
)
def test_the_pieces_give_the_text_back(text: str) -> None:
    found = split(text)
    assert "".join(piece for _, piece in found.pieces) == text
    assert [part.field for part in found.parts] == [field for field, _ in found.pieces if field]
    assert all(a.end <= b.start for a, b in pairwise(found.parts))
    assert all(value == value.strip() and value for value in found.fields.values())


def before_comma(line: str) -> str:
    """The person in a line of a real letter, whose name does not belong here."""
    return " ".join(line.split(",", maxsplit=1)[0].split())


def test_the_eleven_lines_of_the_joint_letter(shared_data: Path) -> None:
    text = (shared_data / "letters/joint-letter-to-missions.txt").read_text("utf-8")
    lines = [line for line in text.split("Sincerely\u00a0yours,")[1].splitlines() if line.strip()]
    found = [split(line) for line in lines]
    assert all(each.confidence >= CERTAIN for each in found)
    assert [each.fields["name"] for each in found] == [before_comma(line) for line in lines]
    assert [each.fields["organisation"] for each in found] == [
        "Child Rights Information Network – CRIN",
        "Defence for Children International",
        "ECPAT International",
        "International Alliance of Women",
        "International Catholic Child Bureau (Bice)",
        "Plan International",
        "The African Child Policy Forum",
        "War Child Holland",
        "World Organisation Against Torture (OMCT)",
        "WWSF Children's Section ‐ Women's World Summit Foundation",
        "World Vision",
    ]
    acronyms = {each.fields.get("acronym") for each in found} - {None}
    assert acronyms == {"CRIN", "Bice", "OMCT"}


def test_the_four_lines_of_the_letter_to_unctad(shared_data: Path) -> None:
    page = (shared_data / "letters/cso-letter-unctad-2021.html").read_text("utf-8")
    block = page.split("Sincerely,\n<p>\n")[1].split("<p>")[0]
    lines = html.unescape(block.replace("<br>", "")).splitlines()
    assert [split(line).fields for line in lines] == [
        fields(before_comma(line), body, acronym=acronym)
        for line, (body, acronym) in zip(
            lines,
            [
                ("Third World Network (TWN)", "TWN"),
                ("Civil Society Financing for Development (FfD) Group", "FfD"),
                ("Third World Network-Africa (TWN-A)", "TWN-A"),
                ("Our World Is Not for Sale (OWINFS) global network", "OWINFS"),
            ],
            strict=True,
        )
    ]


@pytest.mark.parametrize(
    ("text", "expected", "is_certain"),
    [
        (
            "Well International - Anne Hall",
            {"organisation": "Well International", "name": "Anne Hall"},
            False,
        ),
        (
            "Well International: Anne Hall",
            {"organisation": "Well International", "name": "Anne Hall"},
            False,
        ),
        (
            "Well International (Anne Hall)",
            {"organisation": "Well International", "name": "Anne Hall"},
            False,
        ),
        (
            "Well International (Middle East)",
            {"organisation": "Well International (Middle East)"},
            True,
        ),
        (
            "Anne Hall (Well International, CEO)",
            {"name": "Anne Hall", "organisation": "Well International", "role": "CEO"},
            False,
        ),
        (
            "Ann Church, Director, Well Fund",
            {"name": "Ann Church", "role": "Director", "organisation": "Well Fund"},
            True,
        ),
        ("Food Bank, Kenya", {"organisation": "Food Bank", "country": "Kenya"}, True),
        (
            "Dr Anna Berg, Wells Prize Laureate 2018",
            {"name": "Dr Anna Berg", "role": "Wells Prize Laureate 2018"},
            True,
        ),
        (
            "د. أحمد علي، مدير مؤسسة الطفل",
            {"name": "د. أحمد علي", "role": "مدير", "organisation": "مؤسسة الطفل"},
            False,
        ),
        (
            "Д-р Анна Петрова, председатель Фонда «Мир»",
            {"name": "Д-р Анна Петрова", "role": "председатель", "organisation": "Фонда «Мир»"},
            False,
        ),
        (
            "The Hon. Jane Smith MP, Member of Parliament for Leeds, UK",
            {
                "name": "The Hon. Jane Smith MP",
                "role": "Member of Parliament for Leeds",
                "country": "UK",
            },
            True,
        ),
        ("> Well Alliance", {"organisation": "Well Alliance"}, True),
    ],
)
def test_a_body_and_a_person_are_told_apart_or_flagged(
    text: str, expected: dict[str, str], is_certain: bool
) -> None:
    it = split(text)
    assert it.fields == expected
    assert (it.confidence >= CERTAIN) is is_certain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anna Berg\nDirector\nBrunnenhilfe e.V.\nBerlin, Germany",
            {
                "name": "Anna Berg",
                "role": "Director",
                "organisation": "Brunnenhilfe e.V.",
                "city": "Berlin",
                "country": "Germany",
            },
        ),
        (
            "Bo Lind\nChair, Save the Seas\nIreland",
            {
                "name": "Bo Lind",
                "role": "Chair",
                "organisation": "Save the Seas",
                "country": "Ireland",
            },
        ),
    ],
)
def test_a_comma_on_a_line_of_its_own_still_cuts(text: str, expected: dict[str, str]) -> None:
    assert split(text).fields == expected


@pytest.mark.parametrize(
    ("line", "role", "is_certain"),
    [
        ("Kofi Adu (Officer; Trustee), Well Action Group", "Officer; Trustee", True),
        ("Kofi Adu (Officer, Chair, Trustee), Well Action Group", "Officer, Chair, Trustee", True),
        ("Kofi Adu (Officer; Youth Desk), Well Action Group", "Officer; Youth Desk", False),
        ("Kofi Adu (Officer, Youth Desk), Well Action Group", "Officer, Youth Desk", False),
        ("Kofi Adu (Officer; Trustee) Well Action Group", "Officer; Trustee", False),
        ("Kofi Adu (Chair (acting), Desk), Well Action Group", "Chair (acting), Desk", False),
    ],
)
def test_a_bracket_of_several_roles_stays_whole(line: str, role: str, is_certain: bool) -> None:
    it = split(line)
    assert it.fields == fields("Kofi Adu", "Well Action Group", role=role)
    assert (it.confidence >= CERTAIN) is is_certain


def test_a_bracket_that_holds_the_body_is_taken_apart() -> None:
    it = split("Anna Berg (Director, Well Fund), Berlin, Germany")
    assert it.fields == fields(
        "Anna Berg", "Well Fund", role="Director", city="Berlin", country="Germany"
    )


@pytest.mark.parametrize(
    "line", ["Well Fund (Kenya", "Anna Berg, Director), Well Fund", "Anna Berg, Well) Fund (East"]
)
def test_a_part_with_half_a_bracket_is_never_certain(line: str) -> None:
    assert split(line).confidence < CERTAIN
