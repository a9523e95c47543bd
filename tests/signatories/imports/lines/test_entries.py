"""The block of signatures in a pasted letter."""

from pathlib import Path

import pytest

from signatories.imports.lines.entries import entries, without_numbers
from signatories.imports.lines.letters import list_in
from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.splitting import split
from signatories.sources.opening import open_file, open_text

LETTER = """Geneva, 26 July 2010

Your Excellency,

We regret that your country has not yet joined the convention on wells and rivers.

{closing}

Anna Berg, Well Fund

Bo Lind, River Network
{after}"""


def test_numbers_that_count_on_are_no_part_of_a_name() -> None:
    assert without_numbers(["1. Anna Berg", "(2) Bo Lind", "3)\tChi Ma", "4\tDeb Falk"]) == [
        "Anna Berg",
        "Bo Lind",
        "Chi Ma",
        "Deb Falk",
    ]


def test_other_numbers_are_names() -> None:
    names = ["Anna Berg", "1. FC Brunnen e.V.", "3. Weltladen", "350. org", "11.11.11 – Wells"]
    assert without_numbers(names) == names


def block(text: str) -> list[str]:
    return [row.cells[0] for row in list_in(open_text(text).rows).rows]


@pytest.mark.parametrize(
    "closing",
    [
        *("Sincerely yours,", "Yours sincerely", "Signed,", "Signatories:", "Atentamente,"),
        *("Mit freundlichen Grüßen", "Cordialement,", "With kind regards,"),
    ],
)
def test_only_what_stands_under_the_closing_is_taken(closing: str) -> None:
    text = LETTER.format(closing=closing, after="Cc: Chi Ma, Well Ministry\nDag Ny\n")
    assert block(text) == ["Anna Berg, Well Fund", "Bo Lind, River Network"]


def test_lines_without_a_letter_are_all_taken() -> None:
    assert block("Anna Berg, Well Fund\nBo Lind, River Network") == [
        *("Anna Berg, Well Fund", "Bo Lind, River Network"),
    ]


def test_a_closing_with_prose_under_it_is_no_certain_place() -> None:
    after = "This letter was sent to every mission in Geneva on the day above.\n"
    text = LETTER.format(closing="Sincerely,", after=after)
    assert len(block(text)) == 7


def test_the_real_letter_has_eleven(shared_data: Path) -> None:
    source = open_file(shared_data / "letters/joint-letter-to-missions.txt")
    rows = list_in(source.rows).rows
    assert len(rows) == 11
    assert "Child Rights Information Network" in " ".join(rows[0].cells[0].split())


def entries_of(text: str) -> list[tuple[int, str]]:
    rows = entries(list_in(open_text(text).as_lines().rows).rows)
    return [(row.line, row.cells[0]) for row in rows]


def test_blocks_between_blank_lines_are_one_entry_each() -> None:
    text = "1. Anna Berg\nDirector\nWell Fund\n\n2. Bo Lind\nRiver Network\nKenya\n\nChi Ma, Soil Union\n"
    assert entries_of(text) == [
        (1, "Anna Berg\nDirector\nWell Fund"),
        (5, "Bo Lind\nRiver Network\nKenya"),
        (9, "Chi Ma, Soil Union"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, Well Fund\nBo Lind, River Network\n\nChi Ma, Soil Union\nDeb Falk, Air Network\n",
        "Well Fund\nRiver Network\n\nSoil Union\nAir Network\n",
        "Anna Berg\nBo Lind\n\nChi Ma\nDeb Falk\n",
    ],
)
def test_lines_that_are_entries_themselves_stay_so(text: str) -> None:
    assert [line for line, _ in entries_of(text)] == [1, 2, 4, 5]


def test_a_line_that_a_page_broke_is_one_entry_and_flagged() -> None:
    text = (
        "Women's League for Wells and\nFreedom, Geneva\nWell International\nDefence of Wells –\nSouthern Section\n"
        "European Network of\nMigrant Women\nFederation of river\nfarmers\n"
    )
    found = entries_of(text)
    assert found == [
        (1, "Women's League for Wells and\nFreedom, Geneva"),
        (3, "Well International"),
        (4, "Defence of Wells –\nSouthern Section"),
        (6, "European Network of\nMigrant Women"),
        (8, "Federation of river\nfarmers"),
    ]
    joined = split(found[3][1])
    assert joined.fields == {"organisation": "European Network of Migrant Women"}
    assert joined.confidence < CERTAIN
    assert "".join(piece for _, piece in joined.pieces) == found[3][1]


def test_a_role_in_small_letters_and_the_next_bullet_are_not_joined() -> None:
    text = "Anna Berg\ndirector\nWell Fund\n\nBo Lind\nchair\nRiver Network\n"
    assert entries_of(text)[0] == (1, "Anna Berg\ndirector\nWell Fund")
    for apart in (
        "• Friends of\n• Well Fund\n",
        "lind, bo e\nE.T. Berg\n",
        "Well Fund\nde la Mer, Ana\n",
    ):
        assert len(entries_of(apart)) == 2


def test_a_block_of_another_kind_does_not_break_the_others_up() -> None:
    text = "Well International\nAnn Lee\nCEO\n\nSave Fund\nBo Hu\n\nWell Fund\n\nCy Ray, Chair\nCare Union\nKenya\n"
    assert [line for line, _ in entries_of(text)] == [1, 5, 8, 10]
