"""Tables, lists and lines of a web page or a paste become sheets, the list of names first."""

from pathlib import Path

import pytest

from signatories.errors import UnreadableFile
from signatories.sources.documents import Area, How, Source
from signatories.sources.opening import open_file, open_html

NAMES = "<ol><li>Well Fund<li>Air <b>Network</b>, Mali<li>Tree\n  Union</ol>"


def texts(source: Source) -> list[str]:
    return ["|".join(row.cells) for row in source.rows]


def test_a_list_is_rows_of_one_cell() -> None:
    source = open_html(f"<p>Signed,</p>{NAMES}<p>Contact: Anna Berg</p>")
    assert texts(source) == ["Well Fund", "Air Network, Mali", "Tree Union"]
    assert source.format == "html"
    assert [sheet.name for sheet in source.sheets] == ["List 1", "Text"]


def test_addresses_behind_the_cells_of_a_table_stand_in_columns_of_their_own() -> None:
    source = open_html(
        "<table><tr><th>Name<th>Organisation"
        '<tr><td><a href="mailto:anna%40wells.example?subject=x">Anna Berg</a>'
        '<td><a href="https://wells.example/">Well Fund</a>'
        '<tr><td>Bo Lind<td><a href="/members/2">Sea Fund</a></table>'
    )
    assert texts(source) == [
        "Name|Organisation",
        "Anna Berg|Well Fund|anna@wells.example|https://wells.example/",
        "Bo Lind|Sea Fund",
    ]


def test_lists_under_headings_are_one_list_with_the_headings_marked_in_it() -> None:
    source = open_html(f"<h2>International</h2>{NAMES}<h2>National</h2><ul><li>Sea Fund</ul>")
    assert source.sheet == "Lists 1–2"
    assert texts(source) == [
        "International:",
        *("Well Fund", "Air Network, Mali", "Tree Union"),
        "National:",
        "Sea Fund",
    ]


def test_a_line_between_lists_is_no_heading_because_it_is_short() -> None:
    source = open_html(f"{NAMES}<h3>Mali:</h3><p>Sand Union</p><ul><li>Sea Fund</ul>")
    assert texts(source)[3:] == ["Mali:", "Sand Union", "Sea Fund"]


def test_a_list_of_demands_is_not_the_list_of_names() -> None:
    demands = "".join(f"<li>That the States shall do thing {n} at once;" for n in range(9))
    source = open_html(f"<p>We ask:</p><ul>{demands}</ul><p>Yours,<p>Well Fund</p>{NAMES}")
    assert texts(source)[0] == "Well Fund"
    only = open_html(f"<ul>{demands}</ul><p>Sincerely,<p>Anna Berg<br>Bo Lind<p>Cc: Chi Ma")
    assert texts(only)[-4:] == ["Sincerely,", "Anna Berg", "Bo Lind", "Cc: Chi Ma"]


def test_a_table_has_its_cells_and_merges() -> None:
    source = open_html(
        "<table><tr><th colspan=2>Members<th>Since</tr>"
        "<tr><td rowspan=2>Mali<td>Well Fund<br>Bamako<td>2010</tr><tr><td>Air<td>2011</table>"
    )
    assert texts(source) == ["Members||Since", "Mali|Well Fund\nBamako|2010", "|Air|2011"]
    assert source.merges == (Area(1, 0, 1, 1), Area(2, 0, 3, 0))


def test_the_mark_of_a_footnote_stays_raised_and_an_ordinal_as_it_is() -> None:
    source = open_html("<ul><li>Well Fund<sup>12</sup><li>The 1<sup>st</sup> Union</ul>")
    assert texts(source) == ["Well Fund¹²", "The 1st Union"]


def test_a_table_that_only_places_things_is_none() -> None:
    source = open_html(f"<table><tr><td>Menu<td><table><tr><td>{NAMES}</table></table>")
    assert texts(source) == ["Well Fund", "Air Network, Mali", "Tree Union"]


def test_what_a_page_does_not_show_is_not_read() -> None:
    source = open_html(
        "<head><title>Letter</title><style>p{}</style></head><script>alert(1)</script>"
        "<!-- a note --><p>Anna&nbsp;Berg &amp; Bo<p>&nbsp;"
    )
    assert texts(source) == ["Anna\xa0Berg & Bo"]


def test_a_list_within_a_list_stands_after_its_item() -> None:
    source = open_html("<ul><li>Europe<ul><li>Well Fund<li>Air</ul></li><li>Asia</ul>")
    assert texts(source) == ["Europe", "Well Fund", "Air", "Asia"]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<meta charset="iso-8859-1">', "utf-8"),  # says what it is not
        ("", "utf-8"),
    ],
)
def test_the_encoding_of_a_page(tmp_path: Path, head: str, encoding: str) -> None:
    name = "Сеть" if encoding == "cp1251" else "Hélène – Genève"
    path = tmp_path / "page.html"
    path.write_bytes(f"<html><head>{head}</head><p>{name}".encode(encoding))
    if head and encoding == "utf-8":
        assert texts(open_file(path, How(encoding="utf-8"))) == [name]
    else:
        assert texts(open_file(path)) == [name]


def test_an_empty_paste_is_called_empty() -> None:
    with pytest.raises(UnreadableFile, match=r"“pasted text” is empty"):
        open_html("<html><body> </body></html>")


def test_real_letters_give_their_signatories(shared_data: Path) -> None:
    letters = shared_data / "letters"
    supporters = open_file(letters / "owinfs-2012-letter.html")
    # 49 international and 154 national organisations, each list under a heading
    assert (supporters.sheet, len(supporters.rows)) == ("Lists 5–6", 49 + 154 + 2)
    assert supporters.rows[0].cells == ("International Organizations",)
    endorsers = open_file(letters / "owinfs-2020-letter.html")
    # numbered 1 to 85 and 86 to 400, under a title and two headings
    assert (endorsers.sheet, len(endorsers.rows)) == ("Tables 1–2", 85 + 315 + 3)
    assert endorsers.rows[88].cells[0] == "86"
    assert endorsers.rows[402].cells[::2] == ("400", "Zimbabwe")
    letter = open_file(letters / "cso-letter-unctad-2021.html")
    at = texts(letter).index("Sincerely,")
    assert [line.split(", ", 1)[1] for line in texts(letter)[at + 1 : at + 5]] == [
        "on behalf of the Third World Network (TWN)",
        "on behalf of the Civil Society Financing for Development (FfD) Group",
        "on behalf of Third World Network-Africa (TWN-A)",
        "on behalf of Our World Is Not for Sale (OWINFS) global network",
    ]
