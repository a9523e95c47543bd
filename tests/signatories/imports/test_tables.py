"""Headers under titles and notes, and tables that have none."""

from signatories.imports.tables import Table, find_table
from signatories.sources.opening import open_text


def table(text: str, *told: str) -> Table | None:
    return find_table(open_text(text, "table.csv"), told)


def test_the_header_is_found_under_titles_and_blank_rows() -> None:
    found = table("Endorsers as of May\n\n,,\nName,Organisation,Country\nA,B,Mali\nC,D,Kenya\n")
    assert found is not None
    assert (found.header_line, found.headers) == (4, ("Name", "Organisation", "Country"))
    assert [row.line for row in found.rows] == [5, 6]


def test_columns_that_were_told_settle_which_row_is_the_header() -> None:
    found = table("Country,Name\nMission,Seat\nGhana,Geneva\n", "mission")
    assert found is not None
    assert found.header_line == 2


def test_a_header_of_unknown_words_is_still_a_header() -> None:
    found = table("GF_ID,Descripción\n1,Gobierno\n2,Salud\n")
    assert found is not None
    assert found.headers == ("GF_ID", "Descripción")


def test_rows_that_are_wider_than_the_header_get_columns_without_a_name() -> None:
    found = table("Name,Country\nA,Mali,more\n")
    assert found is not None
    assert found.headers == ("Name", "Country", "")


def test_one_row_is_no_table() -> None:
    assert table("kitten,win\n") is None
