"""Lists that name several in each line: offered to be read name by name, and left alone until somebody agrees."""

import pytest

from signatories.imports.contents import Content, content_of
from signatories.imports.lines.several import names_in
from signatories.imports.planned import ImportRequest
from signatories.sources.opening import open_text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Anna Berg, Bo Lee, Cara Holm and Dina Okoye", 4),
        ("Anna Berg, Bo Lee, and Cara Holm", 3),
        ("Anna Berg; Bo Lee; Cara Holm", 3),
        ("Anna Berg\tBo Lee", 2),
        ("Dr. Anna Berg, Prof. Bo Lee und Dr. Cara Holm", 3),
        ("María López, José Ruiz y Ana Gil", 3),
        ("Анна Берг, Бо Ли и Вера Холм", 3),
        ("Άννα Μπεργκ, Γιώργος Παππάς και Μαρία Λάμπρου", 3),
        ("آنا برغ؛ بو هو؛ كارا هولم", 3),
        ("Well Fund | River Forum | Soil Union", 3),
        ("Well Fund, River Forum, Soil Union and Rain Network", 4),
        ("Anna Berg (Well Fund), Bo Lee (River Forum) and Cara Holm (Soil Union)", 3),
        ("Anna Berg, Well Fund; Bo Lee, River Forum; Cara Holm, Soil Union", 3),
        ("Anna Berg, Blue Institute; Peter Holm, Green Institute", 2),
        ("Signed: Anna Berg; Bo Lee; Cara Holm", 3),
        ("Firman: María López, José Ruiz y Ana Gil", 3),
    ],
)
def test_names_of_one_sort_are_several(line: str, names: int) -> None:
    assert len(names_in(line, is_alone=True)) == names


@pytest.mark.parametrize(
    "line",
    [
        "Anna Berg, Well Fund", "Anna Berg, Director, Well Fund", "Anna Berg, Well Fund, Kenya",
        "Department of Physics, University of Wells", "Anna Berg, PhD", "Berg, Anna",
        "Food and Water Watch", "Anna Berg and the Well Fund", "Anna Berg", "Anna Berg, Oxford",
        "Anna Berg (Director; Youth Desk), Well Fund", "Anna Berg | Director | Well Fund",
        "Wells, Rivers and Lakes Foundation", "José Ortega y Gasset", "Kenya, Mali, Ghana",
        "Anna Berg, Vice President", "Trade Union of Nurses, Midwives and Carers",
        "Chi Yoke Ma, on behalf of the Third Well Network (TWN)", "李明, 水井基金会", "",
    ],
)  # fmt: skip
def test_what_belongs_to_one_is_none(line: str) -> None:
    assert names_in(line, is_alone=True) == []


def test_bodies_within_one_another_are_not_several_in_a_list_of_lines() -> None:
    line = "Water Department, School of Law, University of Wells"
    assert names_in(line, is_alone=False) == []


def content(text: str, *repairs: str) -> Content:
    request = ImportRequest("sign-ons", letter_id=1, repairs=frozenset(repairs))
    return content_of(open_text(text), request)


def test_each_is_a_row_when_agreed_to() -> None:
    text = "Anna Berg\tBo Lee\nCara Holm\tDina Okoye\n"
    found = content(text)
    (proposal,) = found.proposals
    assert (proposal.kind, proposal.count) == ("one-each", 4)
    assert proposal.examples[0][1] == "Anna Berg | Bo Lee"
    assert len(found.rows) == 2
    agreed = content(text, "one-each")
    assert [(row.line, cells["entry"]) for row, cells in agreed.rows] == [
        *((1, "Anna Berg"), (2, "Bo Lee"), (3, "Cara Holm"), (4, "Dina Okoye")),
    ]


def test_one_line_that_names_somebody_with_a_body_offers_nothing_and_stays_whole() -> None:
    text = "Anna Berg, Bo Lee and Dina Okoye\nCara Holm, Well Fund\n"
    assert content(text).proposals == ()
    entries = [cells["entry"] for _, cells in content(text, "one-each").rows]
    assert entries == ["Anna Berg", "Bo Lee", "Dina Okoye", "Cara Holm, Well Fund"]


def test_somebody_and_perhaps_a_place_stay_whole_beside_lines_that_are_cut() -> None:
    agreed = content("Anna Berg; Bo Lee\nPeter Holm, Santa Fe\n", "one-each")
    entries = [cells["entry"] for _, cells in agreed.rows]
    assert entries == ["Anna Berg", "Bo Lee", "Peter Holm, Santa Fe"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, Santa Fe\nPeter Holm, New York\n",
        "García Márquez, José Luis\nBerg Holm, Anna Maria\n",
        "Anna Berg, Save Rivers\n",
    ],
)
def test_two_with_a_comma_between_may_be_one_and_are_not_offered(text: str) -> None:
    assert content(text).proposals == ()


def test_the_word_signed_is_no_part_of_the_first_name() -> None:
    agreed = content("Signed: Anna Berg; Bo Lee; Cara Holm\n", "one-each")
    entries = [cells["entry"] for _, cells in agreed.rows]
    assert entries == ["Anna Berg", "Bo Lee", "Cara Holm"]
