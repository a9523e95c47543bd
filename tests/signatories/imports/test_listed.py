"""Lists in mails and letters: what is an entry, and that every other line is left out with a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.errors import BadText, Refused, UnreadableFile
from signatories.imports.contents import content_of
from signatories.imports.listed import Listed, listed_in
from signatories.imports.planned import ImportRequest
from signatories.sources.opening import open_html, open_text

BULLETS = """Dear all, please find below our list.

• Total Wells Centre, Sydney
• Gesamtverband der Brunnen e.V. – Dr. Anna Müller, Geschäftsführerin
• Note Youth Network (Nigeria)
• Asia
• José Ramos-Lind

Total: 5 organisations
Best regards,
Kim
"""
SENDER = """Hi Tom,

Our members who sign:
  * Well Alliance (Kenya)
  * Well Fund
  * Green Union

Many thanks

With best wishes,
Ann Lee
Director
Well Alliance
Tel: +44 20 1234
"""
NO_BULLETS = """Dear colleagues,

The following have signed:

Well Fund International
Save the Wells
Terre des Puits

Best regards,
Kim Lind
Coordinator
"""
DASHES = "Hi,\nplease add:\n- Well Fund\n- Save the Wells\nThanks!\nKim"
DEMANDS = """Dear Minister,

We ask you to act on the wells of the country before the summer comes.

• Ratify the convention
• Fund the Commission
• End the digging of new wells

Sincerely,

Anna Berg
Director, Well Fund
"""
ADDRESSED = """Ms Ada Lund
Minister of Wells
Ministry of Water

Dear Minister,

We write.

Sincerely,
Anna Berg
Director
"""


def listed(text: str, *kept: int) -> Listed:
    return listed_in(open_text(text).as_lines(), kept)


def lines(it: Listed) -> list[int]:
    return [row.line for row, _ in it.rows]


def reasons(it: Listed) -> dict[int, str]:
    return {each.line: str(each.reason) for each in it.left_out}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BULLETS, [3, 4, 5, 6, 7]),
        (SENDER, [4, 5, 6]),
        (NO_BULLETS, [5, 6, 7]),
        (DASHES, [3, 4]),
        (DEMANDS, [11, 12]),
        (ADDRESSED, [10, 11]),
        (
            "Hello,\n\nAssociation nationale des femmes rurales\nAmis des puits\n\nMerci\nLuc\n",
            [3, 4],
        ),
        ("Save the Wells\nWell Fund\n\nKind regards,\nKim\n", [1, 2]),
        ("Dear all,\nwe are happy to sign.\n\nSigned,\n\nWell Fund\nGreen Union\n", [6, 7]),
    ],
)
def test_the_list_is_taken_and_who_sent_it_is_not(text: str, expected: list[int]) -> None:
    assert lines(listed(text)) == expected


def test_each_line_around_the_list_is_told_with_its_reason() -> None:
    it = listed(BULLETS)
    assert reasons(it) == {
        1: "above the list of signatures",
        9: "a total",
        10: "below the list of signatures",
        11: "below the list of signatures",
    }
    assert [each.text for each in it.left_out][-1] == "Kim"
    assert it.around == 3


def test_a_line_around_the_list_comes_in_when_it_is_kept() -> None:
    assert lines(listed(BULLETS, 11)) == [3, 4, 5, 6, 7, 11]


def test_what_names_nobody_is_left_out_of_a_list() -> None:
    it = listed(
        "Well Fund\nn/a\n-\nNote: this list is provisional\nGreen Union\nCopy to: UN\nTotal: 2 organisations\n"
    )
    assert lines(it) == [1, 5]
    assert reasons(it) == {
        2: "it names nobody",
        3: "it names nobody",
        4: "a note, a source or who made the table",
        6: "copies, enclosures or notes of a letter",
        7: "a total",
    }


def test_names_that_sound_like_totals_and_notes_are_entries() -> None:
    assert lines(listed("Total\nNote Youth Network\n11.11.11\nTotal Justice\n")) == [1, 2, 3, 4]


def test_a_first_line_that_names_the_column_heads_no_group() -> None:
    it = listed("Organisation\nWell Fund\nGreen Union\n")
    assert [dict(cells) for _, cells in it.rows] == [
        {"entry": "Well Fund"},
        {"entry": "Green Union"},
    ]
    assert reasons(it) == {1: "the name of the column"}


def test_headings_of_groups_stay_headings() -> None:
    it = listed("Organisations\nWell Fund\nIndividuals\nAnna Berg\n")
    assert [cells["group"] for _, cells in it.rows] == ["Organisations", "Individuals"]


def test_regions_and_the_countries_below_them_head_a_list() -> None:
    it = listed(
        "AFRICA\n\nKenya\nAnna Berg, Well Fund\nMali\nBo Lind, Sea Union\n\nSOUTH AMERICA\nChi Ma, Air Fund\n"
    )
    assert [dict(cells) for _, cells in it.rows] == [
        {"entry": "Anna Berg, Well Fund", "group": "AFRICA", "country": "Kenya"},
        {"entry": "Bo Lind, Sea Union", "group": "AFRICA", "country": "Mali"},
        {"entry": "Chi Ma, Air Fund", "group": "SOUTH AMERICA"},
    ]


def test_how_many_stand_below_a_heading_is_no_part_of_it() -> None:
    it = listed("Africa (2)\nWell Fund\nSea Union\nEurope (1):\nAir Fund\n")
    assert [cells["group"] for _, cells in it.rows] == ["Africa", "Africa", "Europe"]


def test_states_that_follow_one_another_are_entries() -> None:
    assert len(listed("Kenya\nMali\nPeru\n").rows) == 3
    assert len(listed("Well Fund\nKenya\nSea Union\nMali\nAir Fund\n").rows) == 5


LINES = st.sampled_from(
    [
        *("", "  ", "Dear all,", "Best regards,", "Signed:", "Cc: the office", "> Well Fund"),
        *("• Well Fund", "1. Anna Berg", "2. Bo Lind, Green Union", "Kim", "Director", "-", "n/a"),
        *("Total: 3", "Organisations:", "Networks", "we are happy to sign with you all", "Kenya"),
        *("Women's League for Peace and", "Freedom, Geneva", "de la Mer"),
        "This is a long sentence about wells and rivers, and it ends here.",
    ]
)


@given(st.lists(LINES, max_size=14))
def test_every_line_is_an_entry_or_told_to_be_none(texts: list[str]) -> None:
    try:
        it = listed("\n".join(texts))
    except (Refused, UnreadableFile):
        return
    given_words = "".join("".join(texts).split())
    told = {each.line: each.text for each in it.left_out} | {
        row.line: row.cells[0] for row, _ in it.rows
    }
    kept_words = "".join("".join(told[line].split()) for line in sorted(told))
    for number in ("1.", "2."):  # which only count
        given_words, kept_words = given_words.replace(number, ""), kept_words.replace(number, "")
    assert kept_words == given_words


def test_a_list_has_no_columns_to_map() -> None:
    lines_alone = open_text("Well Fund\nGreen Union\n", "list.txt")
    with pytest.raises(BadText, match=r"“list\.txt” is a list of lines: it has no column “Name”"):
        content_of(lines_alone, ImportRequest(letter_id=1, overrides={"Name": "role"}))


def test_a_single_column_that_is_mapped_is_a_table() -> None:
    named = open_text("Organisation\nWell Fund\nGreen Union\n", "list.txt")
    it = content_of(named, ImportRequest(letter_id=1, overrides={"organisation": "organisation"}))
    assert [dict(cells) for _, cells in it.rows] == [
        {"organisation": "Well Fund"},
        {"organisation": "Green Union"},
    ]


@pytest.mark.parametrize("kind", ["ul", "ol"])
def test_headings_of_a_page_head_the_lists_below_them(kind: str) -> None:
    page = (
        f"<h2>International</h2><{kind}><li>Well Fund<li>Green Union</{kind}>"
        f"<h2>Friends of wells</h2><{kind}><li>Sea Fund</{kind}><h3>Kenya</h3><{kind}><li>Sand Fund</{kind}>"
    )
    it = content_of(open_html(page), ImportRequest(letter_id=1))
    assert [dict(cells) for _, cells in it.rows] == [
        {"entry": "Well Fund", "group": "International"},
        {"entry": "Green Union", "group": "International"},
        {"entry": "Sea Fund", "group": "Friends of wells"},
        {"entry": "Sand Fund", "country": "Kenya"},
    ]
