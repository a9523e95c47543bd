"""Tables, lists and lines of a Word document become sheets."""

from pathlib import Path

import docx
import pytest

from signatories.sources.documents import Area, Source
from signatories.sources.opening import open_file
from tests.signatories.sources.conftest import changed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "list.docx"


def texts(source: Source) -> list[str]:
    return ["|".join(row.cells) for row in source.rows]


def test_a_table_with_merged_cells(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Members")
    table = document.add_table(3, 3)
    for number, cell in enumerate(table._cells):
        cell.text = f"c{number}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Name"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "Mali"
    table.cell(2, 0).paragraphs[0].add_run(" Berg").bold = True
    document.save(path)
    source = open_file(path)
    assert texts(source) == ["Name||c2", "c3|c4|Mali", "c6 Berg|c7|"]
    assert source.merges == (Area(1, 0, 1, 1), Area(2, 2, 3, 2))
    assert [sheet.name for sheet in source.sheets] == ["Table 1: Members", "Text"]


def test_addresses_behind_the_cells_of_a_table_stand_in_columns_of_their_own(path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Name", "Organisation", "", "Well Fund"), strict=True):
        cell.text = text
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = docx.oxml.OxmlElement("w:hyperlink")
    target = document.part.relate_to("mailto:anna@wells.example", kind, is_external=True)
    link.set(docx.oxml.ns.qn("r:id"), target)
    paragraph = table.cell(1, 0).paragraphs[0]
    link.append(paragraph.add_run("Anna Berg")._r)
    paragraph._p.append(link)
    document.save(path)
    rows = ["Name|Organisation", "Anna Berg|Well Fund|anna@wells.example|"]
    assert texts(open_file(path)) == rows


def test_a_list_of_a_style_and_the_lines_around_it(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Sincerely,")
    for name in ("Anna Berg, Well Fund", "Bo Lind, Air"):
        document.add_paragraph(name, style="List Bullet")
    document.add_paragraph("Contact:\nChi Ma")
    document.save(path)
    source = open_file(path)
    assert texts(source) == ["Anna Berg, Well Fund", "Bo Lind, Air"]
    assert source.sheets[-1].rows == 5


def test_what_was_deleted_is_not_read(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Anna Berg")
    document.save(path)
    deleted = b"<w:del><w:r><w:delText>Bo</w:delText><w:t>Lind</w:t></w:r></w:del><w:r>"
    changed(path, "word/document.xml", lambda xml: xml.replace(b"<w:r>", deleted, 1))
    assert texts(open_file(path)) == ["Anna Berg"]


def table_of(path: Path, *cells: str) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, cells, strict=False):
        cell.text = text
    document.save(path)


def test_signatures_side_by_side_are_a_list(path: Path) -> None:
    cells = [f"{name}\nDirector\nWell Fund" for name in ("Anna Berg", "Bo Lind", "Chi Ma")]
    table_of(path, *cells)
    assert texts(open_file(path)) == cells


def test_a_table_with_two_lines_in_its_cells_keeps_its_rows(path: Path) -> None:
    anna, bo = ("Anna Berg\nDirector", "Well Fund\nNairobi"), ("Bo Lind\nChair", "Sea Fund\nLima")
    table_of(path, *anna, *bo)
    assert [row.cells for row in open_file(path).rows] == [anna, bo]


def boxed(path: Path, text: str, *lines: str) -> None:
    """Hang a text box on the paragraph with that text."""
    inside = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    old = f"<w:t>{text}</w:t>"
    new = f"{old}<w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict>"
    changed(path, "word/document.xml", lambda xml: xml.replace(old.encode(), new.encode(), 1))


def test_text_boxes_stand_by_themselves_and_hidden_words_nowhere(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Members")
    document.add_paragraph("Chi Ma").add_run("1").font.superscript = True
    document.add_paragraph("Di Moor").add_run(" (private)").font.hidden = True
    document.save(path)
    boxed(path, "Members", "Anna", "Bo")
    assert texts(open_file(path)) == ["Members", "Anna", "Bo", "Chi Ma¹", "Di Moor"]


def test_a_text_box_on_an_item_is_among_the_items(path: Path) -> None:
    document = docx.Document()
    for name in ("Anna Berg", "Bo Lind", "Chi Ma"):
        document.add_paragraph(name, style="List Bullet")
    document.save(path)
    boxed(path, "Bo Lind", "Di Moor")
    assert texts(open_file(path)) == ["Anna Berg", "Bo Lind", "Di Moor", "Chi Ma"]
