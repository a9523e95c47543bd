"""Merged cells, groups named once, and headings between the rows."""

from signatories.imports.tables.body import Wish
from signatories.imports.tables.filling import FillDown
from signatories.imports.tables.table import Table, about_rows, find_table
from signatories.sources.documents import Area, Row, Sheet


def sheet(*rows: str, merges: tuple[Area, ...] = (), **wish: object) -> Table:
    """Rows written with a bar between cells; a row that is empty is blank, and none."""
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in rows]
    filled = tuple(Row(n, row) for n, row in enumerate(cells, start=1) if any(row))
    it = find_table(Sheet("", filled, merges=merges), Wish(**wish))  # type: ignore[arg-type]
    assert it is not None
    return it


def column(it: Table, name: str) -> list[str]:
    number = it.headers.index(name)
    return [row.cells[number] for row in it.rows]


MERGED = ("Country|Organisation|City", "Mali|A|Ségou", "|B|Kayes", "Ghana|C|Accra", "|D|Accra")
AREAS = (Area(2, 0, 3, 0), Area(4, 0, 5, 0), Area(4, 2, 5, 2))


def test_cells_merged_downwards_hold_for_each_row() -> None:
    it = sheet(*MERGED, merges=AREAS)
    assert column(it, "Country") == ["Mali", "Mali", "Ghana", "Ghana"]
    assert it.fills == (FillDown("Country", True, 2, "Mali"), FillDown("City", True, 1, "Accra"))


def test_cells_merged_downwards_can_be_left_as_they_stand() -> None:
    it = sheet(*MERGED, merges=AREAS, fill_down=frozenset({"City"}))
    assert column(it, "Country") == ["Mali", "", "Ghana", ""]
    assert column(it, "City") == ["Ségou", "Kayes", "Accra", "Accra"]
    assert [fill.done for fill in it.fills] == [False, True]


def test_cells_merged_sideways_hold_for_each_column() -> None:
    it = sheet("Name|City|Seat", "A|Ségou|", "B|Kayes|Mopti", merges=(Area(2, 1, 2, 2),))
    assert column(it, "Seat") == ["Ségou", "Mopti"]


def test_merged_cells_are_filled_for_a_row_alone_too() -> None:
    it = sheet(*MERGED, merges=AREAS)
    assert [it.rows[n].cells[0] for n in (3, 1, 2)] == ["Ghana", "Mali", "Ghana"]


GROUPS = (
    *("Region|Organisation|City", "North|A|Ségou", "|B|Kayes", "|C|Mopti"),
    *("South|D|Accra", "|E|Lomé", "|F|Abuja"),
)


def test_a_group_named_on_its_first_row_only_is_proposed_and_not_filled() -> None:
    it = sheet(*GROUPS)
    assert column(it, "Region") == ["North", "", "", "South", "", ""]
    assert it.fills == (FillDown("Region", False, 2, "North"),)
    assert [str(text) for text in about_rows(it)] == [
        "Column “Region” is empty in most rows: does its text hold for the rows below it?"
    ]


def test_a_group_is_filled_down_when_somebody_says_so() -> None:
    it = sheet(*GROUPS, fill_down=frozenset({"Region"}))
    assert column(it, "Region") == ["North", "North", "North", "South", "South", "South"]
    assert it.rows[2].cells[0] == "North"
    assert it.fills == (FillDown("Region", True, 2, "North"),)


def test_a_group_on_a_row_of_its_own_heads_the_others_when_it_is_filled_down() -> None:
    rows = ("Country|Organisation", "Mali|", "|A", "|B", "Ghana|", "|C", "|D")
    assert sheet(*rows).fills == (FillDown("Country", False, 2, "Mali"),)
    it = sheet(*rows, fill_down=frozenset({"Country"}))
    assert column(it, "Country") == ["Mali", "Mali", "Ghana", "Ghana"]
    assert [(row.line, row.text) for row in it.left_out] == [(2, "Mali"), (5, "Ghana")]


def test_a_group_may_stand_beside_rows_that_fill_different_columns() -> None:
    """Of those below France one has an organisation and nobody, one somebody and no organisation."""
    it = sheet("Country|Organisation|Signed by", "France|A|Bo", "|B|", "||Eva", "Ghana|C|", "|D|")
    assert it.fills == (FillDown("Country", False, 2, "France"),)


def test_a_column_that_few_have_is_no_group() -> None:
    rows = [f"{'WF' if n == 0 else 'BW' if n == 3 else ''}|Name {n}|Mali" for n in range(8)]
    assert sheet("Acronym|Organisation|Country", *rows).fills == ()
    rows = [f"Name {n}|Mali|{'late' if n in (0, 5) else ''}" for n in range(8)]
    assert sheet("Organisation|Country|Remark", *rows).fills == ()


def test_countries_between_the_rows_head_those_below() -> None:
    it = sheet("Organisation|City", "Mali|", "A|Ségou", "B|Kayes", "Ghana|", "C|Accra")
    assert it.headers == ("Organisation", "City", "Country")
    assert column(it, "Country") == ["Mali", "Mali", "Ghana"]
    assert [(row.line, str(row.reason)) for row in it.left_out] == [
        (2, "heading of the rows below"),
        (5, "heading of the rows below"),
    ]


def test_kinds_of_organisation_between_the_rows_make_a_group() -> None:
    it = sheet(
        *("Organisation|Country|City", "International organisations||", "A|Mali|Ségou"),
        *("B|Mali|Kayes", "National and regional networks:||", "C|Ghana|Accra"),
    )
    assert it.headers[-1] == "Group"
    assert column(it, "Group") == [
        *["International organisations"] * 2,
        "National and regional networks",
    ]
    assert it.rows[2].cells == ("C", "Ghana", "Accra", "National and regional networks")


def test_headings_can_be_kept_as_rows() -> None:
    it = sheet(
        *("Organisation|City", "Mali|", "A|Ségou", "B|Kayes", "Ghana|", "C|Accra"),
        fill_down=frozenset(),
    )
    assert (it.headers, len(it.rows)) == (("Organisation", "City"), 5)
    assert it.fills == (FillDown("Country", False, 2, "Mali"),)


def test_a_cell_merged_across_the_table_is_a_heading() -> None:
    it = sheet(
        *("Organisation|City", "Founders|", "A|Ségou", "B|Kayes", "Friends|", "C|Accra"),
        merges=(Area(2, 0, 2, 1), Area(5, 0, 5, 1)),
    )
    assert column(it, "Group") == ["Founders", "Founders", "Friends"]


def test_letters_of_the_alphabet_head_rows_and_say_nothing_of_them() -> None:
    it = sheet("Organisation|City", "A|", "Aid Well|Ségou", "B|", "Brunnenwerk|Kayes")
    assert it.headers == ("Organisation", "City")
    assert [row.cells[0] for row in it.rows] == ["Aid Well", "Brunnenwerk"]


def test_a_name_alone_in_its_row_is_a_record() -> None:
    it = sheet("Name|Organisation|Country", "Anna|A|Mali", "Bo||", "Cleo|C|Ghana", "Dan|D|Mali")
    assert len(it.rows) == 4
    assert it.fills == ()


def test_a_long_text_of_words_for_groups_is_no_heading_and_takes_no_time() -> None:
    text = "national international " * 5_000 + "wells"
    it = sheet("Organisation|City", f"{text}|", "A|Ségou", "B|Kayes", "C|Accra")
    assert len(it.rows) == 4
