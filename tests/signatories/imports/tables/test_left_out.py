"""Totals, notes and sources below a table are left out and shown; what may be a record stays."""

import pytest

from signatories.imports.tables.body import Wish
from signatories.imports.tables.table import Table, about_rows, find_table
from signatories.sources import opening

HEADER = "Name,Organisation,Country,Email\n"
RECORDS = "Anna Berg,Well Fund,Mali,a@well.example\nBo Lund,Brunnenwerk,Ghana,b@well.example\n"


def table(text: str, **wish: object) -> Table:
    found = find_table(opening.open_text(text, "table.csv"), Wish(**wish))  # type: ignore[arg-type]
    assert found is not None
    return found


def names(it: Table) -> list[str]:
    return [row.cells[0] for row in it.rows]


def reasons(it: Table) -> list[tuple[int, str]]:
    return [(row.line, str(row.reason)) for row in it.left_out]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Total",
            "TOTAL: 2",
            "Total organisations: 2",
            "Grand total",
            "Sub-total",
            "2 signatories",
        ),
        *("Summe", "Insgesamt", "Gesamtzahl: 2", "Total général", "Итого", "合計", "总计", "n = 2"),
    ],
)
def test_a_total_is_no_record(text: str) -> None:
    it = table(f"{HEADER}{RECORDS}{text},,,2\n")
    assert names(it) == ["Anna Berg", "Bo Lund"]
    assert reasons(it) == [(4, "a total")]


@pytest.mark.parametrize(
    "text",
    [
        *("Note: as of May", "Source: the members' list", "Quelle(n):", "Fuente: Presupuesto 2011"),
        *("* to be confirmed", "† deceased", "¹ observer", "Prepared by Cleo Roth", "Stand: Mai"),
        *(
            "Last updated 3 May 2020",
            "Page 2 of 3",
            "Created by: us",
            "Key: bold means late",
            "-----",
            "Fußnoten",
            "出典：外務省",
            "Page 1",
        ),
    ],
)
def test_a_note_is_no_record(text: str) -> None:
    it = table(f"{HEADER}{RECORDS}{text}\n")
    assert names(it) == ["Anna Berg", "Bo Lund"]
    assert reasons(it) == [(4, "a note, a source or who made the table")]


@pytest.mark.parametrize(
    "row",
    [
        *("Total Quality Magazine,Total Quality,Mali,", "Sum Well,,,", "Source International,,,"),
        *("Total,Total SE,France,", "Notes of Hope,,,", "Cleo Roth,,,", "Stand By Me,,,"),
        *("SOMA,,,", "Suma,,,", "Total,,,", "2000 People,,,", "*Transvanilla,,,"),
        *("Created by Women,,,", "Generated Hope by Youth,,,", "Key: Youth Network,,,"),
    ],
)
def test_what_may_be_a_record_stays(row: str) -> None:
    it = table(HEADER + RECORDS + row + "\n")
    assert len(it.rows) == 3
    assert it.left_out == ()


def test_a_record_below_a_note_keeps_the_note_among_the_rows() -> None:
    it = table(f"{HEADER}Note: provisional,,,\n{RECORDS}")
    assert len(it.rows) == 3


def test_what_follows_a_note_goes_with_it() -> None:
    it = table(
        f"{HEADER}{RECORDS}Total,,,2\n\nSource: our files\nWe thank all who helped.,,,\n1.,Observers only\n"
    )
    assert reasons(it) == [
        (4, "a total"),
        (6, "a note, a source or who made the table"),
        (7, "below the notes under the table"),
        (8, "below the notes under the table"),
    ]


@pytest.mark.parametrize("name", ["Late Alliance", "Cleo Roth", "Mothers Union e.V."])
def test_a_name_below_the_notes_stays(name: str) -> None:
    it = table(f"{HEADER}{RECORDS}Total,,,2\n* to be confirmed,,,\n{name},,,\nSource: ours,,,\n")
    assert names(it)[2:] == [name]
    assert [line for line, _ in reasons(it)] == [4, 5, 7]
    assert f"Line 6 stands below the notes and is kept: “{name}”." in map(str, about_rows(it))


@pytest.mark.parametrize("total", ["Total,2", "Итого,2", "合计,2", "合計,2", "Всего,2"])
def test_a_total_of_two_columns_is_no_record(total: str) -> None:
    """The other cells are numbers, wherever it stands and however narrow the table is."""
    it = table(f"Organisation,Contact\nWell Fund,Bo Lund\n{total}\nRiver Trust,Eva Holm\n{total}\n")
    assert names(it) == ["Well Fund", "River Trust"]
    assert [line for line, _ in reasons(it)] == [3, 5]


def test_long_digits_take_no_time() -> None:
    it = table(f"{HEADER}{RECORDS}Total,{'1' * 60_000}x,,\n")
    assert len(it.rows) == 3


def test_a_list_of_single_cells_ends_only_with_sure_signs() -> None:
    it = table("Organisation,\nWell Fund,\nBrunnenwerk,\nTotal: 2,\nCleo Roth,\n")
    assert len(it.rows) == 4
    it = table("Organisation,\nWell Fund,\nBrunnenwerk,\nTotal: 2,\nSource: ours,\n")
    assert names(it) == ["Well Fund", "Brunnenwerk"]
    assert [line for line, _ in reasons(it)] == [4, 5]


def test_a_total_between_groups_is_no_record() -> None:
    it = table(f"{HEADER}{RECORDS}Subtotal,2,,\n{RECORDS}Total,4,,\n")
    assert (len(it.rows), [line for line, _ in reasons(it)]) == (4, [4, 7])


def test_a_row_left_out_can_be_kept() -> None:
    text = f"{HEADER}{RECORDS}Total: 2,,,\n"
    assert len(table(text).rows) == 2
    assert names(table(text, kept=[4])) == ["Anna Berg", "Bo Lund", "Total: 2"]


def test_rows_and_rows_left_out_are_all_of_the_sheet() -> None:
    it = table(f"Our list\n{HEADER}{RECORDS}{HEADER}{RECORDS}Total,,,4\nNote: none\n")
    lines = {row.line for row in it.rows} | {row.line for row in it.left_out}
    assert lines == {1, 3, 4, 5, 6, 7, 8, 9}  # 2 is the header


def test_the_first_rows_left_out_are_told_one_by_one() -> None:
    it = table(f"Our list\n{HEADER}{RECORDS}Total,,,2\nNote: a\nNote: b\nNote: c\nNote: d\n")
    assert [str(text) for text in about_rows(it)] == [
        "Line 5 left out: “Total · 2” (a total).",
        "Line 6 left out: “Note: a” (a note, a source or who made the table).",
        "Line 7 left out: “Note: b” (a note, a source or who made the table).",
        "2 more lines left out.",
    ]


def test_a_long_row_left_out_is_shortened_where_it_is_shown() -> None:
    it = table(f"{HEADER}{RECORDS}Note: {'well ' * 99}\n")
    assert it.left_out[0].as_json()["text"] == "Note: " + ("well " * 99)[:193] + "…"
