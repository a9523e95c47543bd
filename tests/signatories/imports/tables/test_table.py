"""Headers under titles and notes, over several rows, and tables that have none."""

from signatories.imports.tables.body import Wish
from signatories.imports.tables.left_out import LeftOut
from signatories.imports.tables.table import Table, find_table, known_words
from signatories.sources import opening
from signatories.sources.documents import Area, Row, Sheet


def table(text: str, **wish: object) -> Table | None:
    return find_table(opening.open_text(text, "table.csv"), Wish(**wish))  # type: ignore[arg-type]


def found(text: str, **wish: object) -> Table:
    it = table(text, **wish)
    assert it is not None
    return it


def sheet(*rows: str, merges: tuple[Area, ...] = ()) -> Table:
    """Rows written with a bar between cells; a row that is empty is blank, and none."""
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in rows]
    filled = tuple(Row(n, row) for n, row in enumerate(cells, start=1) if any(row))
    it = find_table(Sheet("", filled, merges=merges))
    assert it is not None
    return it


def lines(left_out: tuple[LeftOut, ...]) -> list[int]:
    return [row.line for row in left_out]


def test_the_header_is_found_under_titles_and_blank_rows() -> None:
    it = found("Endorsers as of May\n\n,,\nName,Organisation,Country\nA,B,Mali\nC,D,Kenya\n")
    assert (it.header_line, it.headers) == (4, ("Name", "Organisation", "Country"))
    assert [row.line for row in it.rows] == [5, 6]
    assert [(row.line, row.text) for row in it.left_out] == [(1, "Endorsers as of May")]


def test_columns_that_were_told_settle_which_row_is_the_header() -> None:
    assert found("Country,Name\nMission,Seat\nGhana,Geneva\n", told=["mission"]).header_line == 2


def test_a_header_of_unknown_words_is_still_a_header() -> None:
    assert found("GF_ID,Descripción\n1,Gobierno\n2,Salud\n").headers == ("GF_ID", "Descripción")


def test_one_row_is_no_table() -> None:
    assert table("kitten,win\n") is None


def test_one_known_word_further_down_is_not_preferred_to_a_header_of_unknown_ones() -> None:
    it = found("Bezirk,Art,Ort\nNord,NGO,Bern\nSüd,NGO,Basel\n")
    assert it.header_line == 1


def test_a_line_about_the_table_is_not_its_header() -> None:
    it = sheet("Country:|Mali", "", "Name|Organisation|Country", "A|B|Mali", "C|D|Mali", "E|F|Mali")
    assert it.header_line == 3


def test_columns_named_by_years() -> None:
    it = found(";1985;1993;2000\nSurgery;5;6;7\nCardiology;1;;2\n")
    assert it.headers == ("Column A", "1985", "1993", "2000")
    assert len(it.rows) == 2


def test_a_column_without_a_name_is_called_by_its_letter_if_it_holds_anything() -> None:
    it = found("Name,,Country,\nA,x,Mali,,more\n")
    assert it.headers == ("Name", "Column B", "Country", "", "Column E")


def test_a_column_without_a_name_is_called_by_the_addresses_that_fill_it() -> None:
    text = "name,country,,,\nAnna Berg,Mali,a@b.example,https://b.example,a@b.example\nBo Lind,Togo,c@d.example,,none"
    assert found(text).headers == ("name", "country", "E-mail", "Linked page", "Column E")


def test_a_name_that_stands_twice_is_numbered() -> None:
    it = found("Name,Email,Name,Email\nA,a@b.ch,C,c@d.ch\n")
    assert it.headers == ("Name", "Email", "Name (2)", "Email (2)")


def test_a_table_that_starts_in_another_column_and_row() -> None:
    it = sheet("", "||Our list", "", "||Name|Country", "||A|Mali", "||B|Kenya")
    assert it.headers == ("", "", "Name", "Country")
    assert [row.cells[2] for row in it.rows] == ["A", "B"]


def test_two_header_rows_are_joined_where_the_lower_names_do_not_suffice() -> None:
    it = sheet(
        "Signatory|||Contact||",
        "Name|Email|Country|Name|Email|",
        "A|a@b.ch|Mali|C|c@d.ch|",
        merges=(Area(1, 0, 1, 2), Area(1, 3, 1, 4)),
    )
    assert it.headers == (
        *("Signatory / Name", "Signatory / Email", "Country", "Contact / Name", "Contact / Email"),
        "",
    )
    assert (it.header_line, len(it.rows), lines(it.left_out)) == (2, 1, [1])


def test_names_that_stand_only_in_the_upper_of_two_header_rows() -> None:
    it = sheet("Name|Contact||Country", "|Email|Phone|", "A|a@b.ch|12|Mali")
    assert it.headers == ("Name", "Email", "Phone", "Country")
    assert (it.header_line, [row.line for row in it.rows]) == (2, [3])


def test_a_header_cell_merged_over_two_rows_names_its_column() -> None:
    it = sheet(
        "Who||When",
        "Name|Country|",
        "A|Mali|May",
        merges=(Area(1, 0, 1, 1), Area(1, 2, 2, 2)),
    )
    assert it.headers == ("Name", "Country", "When")


def test_a_header_cell_merged_over_two_columns_names_both() -> None:
    it = sheet("Name|Address||Country", "A|Street|Town|Mali", merges=(Area(1, 1, 1, 2),))
    assert it.headers == ("Name", "Address", "Address (2)", "Country")


def test_three_header_rows() -> None:
    it = sheet(
        "Answers|||||",
        "Signatory|||Contact||",
        "Name|Email|Country|Name|Email|Phone",
        "A|a@b.ch|Mali|C|c@d.ch|1",
        merges=(Area(1, 0, 1, 5), Area(2, 0, 2, 2), Area(2, 3, 2, 5)),
    )
    assert it.headers[0] == "Signatory / Name"
    assert (it.header_line, lines(it.left_out)) == (3, [1, 2])
    assert str(it.left_out[1].reason) == "headings above the header"


def test_a_bare_name_is_told_by_the_group_above_it_merged_or_not() -> None:
    rows = (
        *("List of signatories||||", "Organisation||Contact person||"),
        *("Name|Acronym|Given name|Family name|E-mail", "Well Fund|WF|Anna|Berg|a@well.example"),
    )
    names = ("Organisation / Name", "Acronym", "Given name", "Family name", "E-mail")
    for merges in ((), (Area(2, 0, 2, 1), Area(2, 2, 2, 4))):
        it = sheet(*rows, merges=merges)
        assert (it.headers, it.header_line, lines(it.left_out)) == (names, 3, [1, 2])


def test_hashtags_under_the_header_say_what_columns_mean_and_are_no_row() -> None:
    it = sheet(
        "Wer|Woher|Post|Anderes",
        "#org+de|#country+code|#contact+email|#sector",
        "Brunnenwerk|MLI|a@b.ch|Wasser",
    )
    assert it.meanings == {0: "organisation", 1: "country", 2: "email"}
    assert (it.header_line, known_words(it), len(it.rows)) == (1, 3, 1)
    assert [str(row.reason) for row in it.left_out] == ["hashtags of the columns"]


def test_hashtags_alone_are_the_header() -> None:
    it = sheet("#org|#country", "Brunnenwerk|Mali", "Well Fund|Ghana")
    assert (it.headers, it.header_line) == (("#org", "#country"), 1)
    assert it.meanings == {0: "organisation", 1: "country"}


def test_the_header_can_be_said_to_be_elsewhere() -> None:
    text = "Name,Country\nVorname,Land\nA,Mali\n"
    assert found(text).header_line == 1
    it = found(text, header_line=2)
    assert (it.headers, len(it.rows)) == (("Vorname", "Land"), 1)
    assert lines(it.left_out) == [1]


def test_a_table_can_be_said_to_have_no_header() -> None:
    it = found("Name,Country\nA,Mali\n", header_line=0)
    assert (it.headers, it.header_line, len(it.rows)) == (("Column A", "Column B"), None, 2)


def test_a_header_line_below_the_file_is_no_table() -> None:
    assert table("Name,Country\nA,Mali\n", header_line=9) is None


def test_rows_are_read_when_they_are_asked_for() -> None:
    text = "Name,Country\n" + "".join(f"N{n},Mali\n" for n in range(9)) + "Name,Country\nN9,Mali\n"
    it = found(text)
    assert [row.cells[0] for row in it.rows] == [f"N{n}" for n in range(10)]
    assert (it.rows[9].line, it.rows[-1].cells[0], len(it.rows)) == (12, "N9", 10)
    assert [row.line for row in it.rows[7:]] == [9, 10, 12]
    assert [str(row.reason) for row in it.left_out] == ["the header again"]


def test_a_sheet_as_wide_as_can_be_has_its_columns_too() -> None:
    width = 16_384
    rows = (Row(1, ("Name",) * width), *(Row(n, ("A", "B") * (width // 2)) for n in (2, 3)))
    it = find_table(Sheet("", rows, merges=(Area(2, 0, 3, width - 1),)))
    assert it is not None
    assert it.headers[:2] == ("Name", "Name (2)")
    assert it.headers[-1] == "Name (16384)"
    assert len(it.rows[1].cells) == width
