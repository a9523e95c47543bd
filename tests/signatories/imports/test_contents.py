"""What a source holds: tables with and without a header, lists under headings, letters without a list."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from signatories.errors import Refused
from signatories.imports.contents import Content, content_of
from signatories.imports.planned import ImportRequest, OnDuplicate
from signatories.imports.tables.cleaning import Proposal
from signatories.sources import opening

A_LETTER = 1  # reading asks no workspace about it


def content(text: str, name: str = "list.txt", **request: Any) -> Content:
    request = {"letter_id": A_LETTER} | request
    return content_of(opening.open_text(text, name), ImportRequest(**request))


def rows(it: Content) -> list[tuple[int, Mapping[str, str]]]:
    return [(row.line, dict(cells)) for row, cells in it.rows]


BARE = "Anna Berg,Well Fund,Mali\nBo Lund,Brunnenwerk e.V.,Ghana\nCleo Roth,Wells Network,Kenya\n"


def test_a_table_without_a_header_loses_no_row() -> None:
    it = content(BARE, "bare.csv")
    assert (it.kind, it.header_row) == ("sign-ons", None)
    assert it.mapping == {"Column A": "name", "Column B": "organisation", "Column C": "country"}
    assert [cells["organisation"] for _, cells in it.rows] == [
        *("Well Fund", "Brunnenwerk e.V.", "Wells Network"),
    ]
    assert "No line names the columns: they are called by their letters." in map(str, it.warnings)


UNKNOWN = (
    "Nafn,Félag,Land,Netfang\nAnna Berg,Well Fund,Mali,a@wells.example\n"
    "Bo Lund,River Network,Ghana,b@wells.example\nCleo Roth,Hill Trust,Kenya,c@wells.example\n"
)


def test_a_header_in_an_unknown_language_is_understood_by_its_cells() -> None:
    """Beside the one word that we know, "Land", all would else be recipients called after their countries."""
    it = content(UNKNOWN, "unknown.csv")
    assert (it.kind, it.header_row) == ("sign-ons", 1)
    assert it.mapping == {
        "Nafn": "name",
        "Félag": "organisation",
        "Land": "country",
        "Netfang": "email",
    }


def test_a_single_address_shows_what_a_column_holds() -> None:
    it = content("Name,Organisation,Netfang\nAnna Berg,Well Fund,a@wells.example\n", "one.csv")
    assert it.mapping["Netfang"] == "email"


PEOPLE = ("Anna Berg", "Bo Lund", "Cleo Roth")
LINES = ("Anna Berg\nChair\nWell Fund", "Bo Lund\nDirector\nRiver Network", "Cleo Roth")
MISSIONS = ("Permanent Mission of Mali", "Embassy of Ghana", "Ministry of Water")


@pytest.mark.parametrize(
    ("names", "kind"), [(PEOPLE, "sign-ons"), (LINES, "sign-ons"), (MISSIONS, "recipients")]
)
def test_people_with_a_country_sign_and_bodies_are_written_to(
    names: tuple[str, ...], kind: str
) -> None:
    rows = zip(names, ("Mali", "Ghana", "Kenya"), strict=True)
    text = "Name,Country\n" + "".join(f'"{name}",{country}\n' for name, country in rows)
    assert content(text, "x.csv").kind == kind
    assert content(text.replace("Country", "Country,Salutation", 1), "x.csv").kind == "recipients"


@pytest.mark.parametrize(
    ("header", "of_letter", "of_none"),
    [
        ("Name,Country,Signed on", "sign-ons", "people"),
        ("Name,E-mail,Country,Signed on", "sign-ons", "people"),
        ("Name,Organisation,Country,Date of signature", "sign-ons", "people"),
        ("Name,Organisation,E-mail,Country,Signed on", "sign-ons", "people"),
        ("Organisation,Country,Signed on", "sign-ons", "organisations"),
        ("Name,Created at", "sign-ons", "people"),
        ("Country,Signature", "treaty", "treaty"),
        ("Participant,Name,Signature,Ratification", "treaty", "treaty"),
    ],
)
def test_a_day_of_signing_beside_a_country_makes_a_treaty_only_where_nobody_is_named(
    header: str, of_letter: str, of_none: str
) -> None:
    others = {"Organisation": "Well Fund", "E-mail": "a@wells.example", "Country": "Mali"}
    rows = [{**others, "Participant": "Mali", "Name": name} for name in PEOPLE]
    columns = header.split(",")
    lines = [",".join(row.get(name, "2026-03-01") for name in columns) for row in rows]
    text = "\n".join((header, *lines))
    assert content(text, "x.csv").kind == of_letter
    assert content(text, "x.csv", letter_id=None).kind == of_none


def test_a_role_beside_address_and_language_makes_nobody_a_signer() -> None:
    row = "Mali,H.E. Ms,Anna Berg,Ambassador,Well Road 1,English\n"
    it = content(f"Country,Title,Name,Position,Address,Language\n{row}", "x.csv")
    assert it.kind == "recipients"
    assert content("Name,Position,Address\nAnna Berg,Chair,Well Road 1\n", "x.csv").kind == (
        "sign-ons"
    )


def test_a_header_of_unknown_words_is_a_header_and_its_columns_can_be_told() -> None:
    text = "Bezirk,Wer,Sonst\nNord,Well Fund,a\nSüd,Brunnenwerk e.V.,b\n"
    it = content(text, "x.csv", overrides={"Wer": "organisation"})
    assert (it.header_row, len(it.rows)) == (1, 2)


def test_the_line_of_the_header_is_a_choice() -> None:
    text = "Name,Organisation,Country\nVorname,Organisation,Land\nAnna,Well Fund,Mali\n"
    assert len(content(text, "x.csv").rows) == 2
    it = content(text, "x.csv", header_line=2)
    assert (it.header_row, len(it.rows)) == (2, 1)


def test_a_row_left_out_comes_in_when_it_is_kept() -> None:
    text = "Organisation,Country\nWell Fund,Mali\nTotal: 1,\n"
    assert len(content(text, "x.csv").rows) == 1
    it = content(text, "x.csv", choices={3: OnDuplicate.KEEP})
    assert [row.line for row, _ in it.rows] == [2, 3]


@pytest.mark.parametrize(
    ("told", "asked"), [("12 organisations", True), ("2 organisations", False)]
)
def test_a_count_below_a_table_that_contradicts_its_rows_is_asked_about(
    told: str, *, asked: bool
) -> None:
    it = content(
        f"Organisation,Country\nWell Fund,Mali\nBo Trust,Ghana\nNote: signed by {told},\n", "x.csv"
    )
    assert len(it.rows) == 2
    question = f"The text says “{told}”, and the list has 2 rows."
    assert (question in map(str, it.warnings)) is asked


@pytest.mark.parametrize(
    ("total", "asked"),
    [
        ("Total: 3 signatures", True),
        ("Total number of signatories: 1 200", True),
        ("Total signatures: 2", False),
        ("Total: 12 countries", False),
        ("Total: 40", False),
    ],
)
def test_a_total_that_counts_the_rows_otherwise_is_asked_about(total: str, *, asked: bool) -> None:
    it = content(f"Organisation,Country\nWell Fund,Mali\nBo Trust,Ghana\n{total},\n", "x.csv")
    assert len(it.rows) == 2
    question = f"The text says “{total}”, and the list has 2 rows."
    assert (question in map(str, it.warnings)) is asked


@pytest.mark.parametrize(
    ("told", "asked"), [("12 organisations", True), ("2 organisations", False)]
)
def test_a_count_in_a_list_that_contradicts_its_lines_is_asked_about(
    told: str, *, asked: bool
) -> None:
    it = content(
        f"Anna Berg, Director, Well Fund\nBo Lund, Chair, Brunnenwerk e.V.\nTotal: {told}\n"
    )
    assert len(it.rows) == 2
    question = f"The text says “{told}”, and the list has 2 rows."
    assert (question in map(str, it.warnings)) is asked


def test_hashtags_settle_what_columns_are() -> None:
    text = "Wer,Woher\n#org,#country\nBrunnenwerk,Mali\n"
    assert content(text, "x.csv").mapping == {"Wer": "organisation", "Woher": "country"}


def test_headings_in_a_list_are_the_groups_of_its_entries() -> None:
    it = content("International organisations:\nWell Fund\nBrunnenwerk\n\nIndividuals\nAnna Berg\n")
    assert rows(it) == [
        (2, {"entry": "Well Fund", "group": "International organisations"}),
        (3, {"entry": "Brunnenwerk", "group": "International organisations"}),
        (6, {"entry": "Anna Berg", "group": "Individuals"}),
    ]
    assert [row.line for row in it.left_out] == [1, 5]


def test_a_country_with_a_colon_heads_a_list_too() -> None:
    it = content("Mali:\nWell Fund\nGhana:\nBrunnenwerk\n")
    assert [cells["country"] for _, cells in it.rows] == ["Mali", "Ghana"]


def test_countries_that_head_a_list_are_told_as_states_sign_too() -> None:
    text = "Kenya\nWell Fund\nPeru\nSea Union\n"
    it = content(text)
    assert [str(warning) for warning in it.warnings] == [
        "2 names of States head the lines below them: “Kenya”, “Peru”. If these sign, keep their lines."
    ]
    choices = {1: OnDuplicate.KEEP, 3: OnDuplicate.KEEP}
    assert len(content(text, choices=choices).rows) == 4
    assert content("Mali:\nWell Fund\nGhana:\nBrunnenwerk\n").warnings == ()


def test_an_entry_that_could_be_a_heading_stays_where_it_is_alone() -> None:
    it = content("Well Fund\nInternational Network\nBrunnenwerk\n")
    assert (len(it.rows), it.left_out) == (3, ())


LETTER = (
    "Dear friends,\n\nWe write to you as people who care for wells in all of our villages.\n"
    "Every well that dries up is one that none of us will ever drink from again.\n\nThank you\n"
)


def test_a_letter_without_a_list_is_refused() -> None:
    with pytest.raises(Refused, match=r"“list\.txt” reads like a letter, and no list"):
        content(LETTER)
    assert len(content(LETTER + "\nSigned,\nAnna Berg, Well Fund\n").rows) == 1


def test_repairs_are_proposed_for_tables_and_for_lists() -> None:
    footnote = (Proposal("footnotes", 1, (("Well Fund*", "Well Fund"),)),)
    table = "Organisation,Country\nWell Fund*,Mali\n* pending\n"
    assert content(table, "x.csv").proposals == footnote
    it = content("Brunnenwerk\nWell Fund*\n")
    assert it.proposals == footnote
    assert it.rows[1][1] == {"entry": "Well Fund*"}


def test_repairs_agreed_to_are_done_and_still_shown() -> None:
    table = "Organisation,Country\nWell Fund*,Mali\n* pending\n"
    it = content(table, "x.csv", repairs=frozenset({"footnotes"}))
    assert it.rows[0][1] == {"organisation": "Well Fund", "country": "Mali", "notes": "* pending"}
    assert [proposal.count for proposal in it.proposals] == [1]
    it = content("Brunnenwerk\nWell Fund*\n", repairs=frozenset({"footnotes"}))
    assert it.rows[1][1] == {"entry": "Well Fund", "notes": "*"}


def test_entries_of_a_table_lose_the_numbers_that_count_them() -> None:
    text = (
        "Signatory,Country\n1. FC Brunnen,Mali\n8. Anna Berg,Mali\n9. Bo Lund,Mali\n10. Cleo,Mali\n"
    )
    it = content(text, "x.csv")
    expected = ["1. FC Brunnen", "Anna Berg", "Bo Lund", "Cleo"]
    assert [cells["entry"] for _, cells in it.rows] == expected
    assert [it.rows[n][1]["entry"] for n in (3, 1, 0, -2)] == [
        "Cleo",
        "Anna Berg",
        "1. FC Brunnen",
        "Bo Lund",
    ]
    assert [row.line for row, _ in it.rows[1:3]] == [3, 4]


def test_addresses_behind_cells_are_columns_with_a_meaning(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Name", "Organisation"], ["Anna Berg", "Well Fund"], ["Bo Lee", "River Forum"]):
        book.active.append(row)
    book.active["A2"].hyperlink = "mailto:anna@wells.example"
    book.active["B3"].hyperlink = "https://rivers.example/about"
    book.save(tmp_path / "linked.xlsx")
    it = content_of(
        opening.open_file(tmp_path / "linked.xlsx"), ImportRequest("sign-ons", letter_id=1)
    )
    assert it.mapping["E-mail"] == "email"
    assert "website" not in it.mapping.values()
    assert "Columns left out: Linked page." in map(str, it.warnings)
    assert [cells["email"] for _, cells in it.rows] == ["anna@wells.example", ""]
