"""The list of signatories as a Word document, read back by another reader."""

import datetime as dt
import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from signatories.block.arrangement import arrange
from signatories.block.presets import COMMON, Preset
from signatories.block.settings import BlockSettings, GroupSettings, Layout
from signatories.exports import exporter
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Fill, Form, Grouping, Marker, Rules, Spacing
from signatories.typesetting.images import Image
from tests.products import write
from tests.signing import signatory

WORD = exporter("block", "docx")
LINES = (
    signatory(
        1,
        "Ada <b>Moss</b>",
        role="Director",
        organisation="Haven & Co",
        country="Chad",
        group="National",
    ),
    signatory(
        2,
        "山田",
        organisation="環境 (E)",
        country="Japan",
        country_code="JP",
        group="International",
    ),
    signatory(
        3, "Zoe Vance", role="Chair", organisation="Aurora", group="National", footnote="Until May"
    ),
    signatory(4, "אבג דהו", organisation="=1+1", group="Other"),
)
Made = Callable[[BlockSettings], Document]


@pytest.fixture
def made(snapshot: Snapshot, tmp_path: Path) -> Made:
    def make(settings: BlockSettings, images: dict[str, Image] | None = None) -> Document:
        given = replace(snapshot, signatories=LINES, block=settings, images=images or {})
        path = tmp_path / "block.docx"
        assert write(WORD, given, path).lines == len(LINES)
        return docx.Document(str(path))

    return make


def texts(document: Document) -> list[str]:
    """The words of all paragraphs, those of tables in their place."""
    return [
        "".join(
            {"w:t": t.text or ""}.get(f"w:{t.tag.partition('}')[2]}", "\n")
            for t in p.iter(qn("w:t"), qn("w:br"))
        )
        for p in document.element.body.iter(qn("w:p"))
    ]


@pytest.mark.parametrize("preset", COMMON, ids=lambda preset: preset.name)
def test_every_common_block_has_its_entries_in_order(preset: Preset, made: Made) -> None:
    words = "\n".join(texts(made(preset.settings)))
    block = arrange(LINES, preset.settings, "en", as_of=dt.date(2026, 5, 1))
    place = 0
    for section in block.sections:
        place = words.index(section.heading, place)
        for entry in section.entries:
            for part in entry.cells or (entry.text,):
                place = words.index(part, place)
    for text in (*block.above, *block.below, *block.notes):
        assert text in words


def test_lists_are_numbered_by_word_from_the_number_that_the_block_has(made: Made) -> None:
    numbered = Layout(marker=Marker.NUMBERS)
    groups = tuple(GroupSettings(name) for name in ("International", "National", "Other"))
    document = made(BlockSettings(layout=numbered, grouping=Grouping.GROUP, groups=groups))
    numbering = document.part.numbering_part.element
    starts = []
    for found in document.element.body.iter(qn("w:numPr")):
        number = numbering.num_having_numId(found.numId.val)
        (override,) = number.lvlOverride_lst
        starts.append(override.startOverride.val)
    assert starts == [1, 2, 2, 4]
    names = [document.styles[name].base_style.name for name in ("Signatories 1", "Signatories 3")]
    assert names == ["List Number", "List Number"]


def test_headings_tables_and_columns_are_real(made: Made) -> None:
    groups = (
        GroupSettings("National", layout=Layout(columns=3)),
        GroupSettings("Other", layout=Layout(Form.TABLE, zebra=True, rules=Rules.ALL)),
    )
    document = made(
        BlockSettings(grouping=Grouping.GROUP, groups=groups, heading="Signed ({count})")
    )
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == ["Signed (4)", "National", "Other", "International"]
    (table,) = document.tables
    assert [cell.text for cell in table.rows[1].cells] == ["1", "=1+1", ""]
    assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    columns = [section._sectPr.find(qn("w:cols")).get(qn("w:num")) for section in document.sections]
    assert columns == ["1", "3", "1"]


def test_tables_of_a_letter_in_arabic_begin_at_the_right(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    table = BlockSettings(layout=Layout(Form.TABLE))
    for language, expected in (("ar", 1), ("en", 0)):
        text = replace(snapshot.text, language=language)
        given = replace(snapshot, text=text, signatories=LINES, block=table)
        write(WORD, given, tmp_path / "block.docx")
        body = docx.Document(str(tmp_path / "block.docx")).element.body
        assert len(list(body.iter(qn("w:bidiVisual")))) == expected


def test_a_paragraph_has_its_numbers_and_runs_as_the_letter_does(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    numbered = BlockSettings(layout=Layout(Form.RUN_IN, "{name}", marker=Marker.NUMBERS))
    hebrew_first = (LINES[3], *LINES[:3])
    for language, bidi in (("en", 0), ("ar_EG", 1)):
        text = replace(snapshot.text, language=language)
        given = replace(snapshot, text=text, signatories=hebrew_first, block=numbered)
        write(WORD, given, tmp_path / "block.docx")
        document = docx.Document(str(tmp_path / "block.docx"))
        (paragraph,) = (each for each in document.paragraphs if "山田" in each.text)
        assert paragraph.text.startswith("1. אבג דהו")
        assert "2. Ada" in paragraph.text
        assert len(list(paragraph._p.iter(qn("w:bidi")))) == bidi


@pytest.mark.parametrize("product", ["block", "letters"])
def test_a_title_of_any_length_is_cut_off_where_a_property_ends(
    product: str, snapshot: Snapshot, tmp_path: Path
) -> None:
    text = replace(snapshot.text, title="Ti " * 200, subject="Su " * 200, letterhead=("Us " * 200,))
    write(exporter(product, "docx"), replace(snapshot, text=text), tmp_path / "block.docx")
    title = docx.Document(str(tmp_path / "block.docx")).core_properties.title
    assert (title[:6], len(title)) == ("Ti Ti ", 255)


def test_across_fills_rows_and_leaves_no_hole(made: Made) -> None:
    document = made(BlockSettings(layout=Layout(pattern="{name}", columns=3, fill=Fill.ACROSS)))
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[1][1:] == ["", ""]
    assert len(rows) == 2


def test_looks_directions_and_the_shapes_of_han_are_kept(made: Made) -> None:
    document = made(BlockSettings(layout=Layout(pattern="**{name}** – *{organisation}*")))
    runs = {run.text: run for paragraph in document.paragraphs for run in paragraph.runs}
    assert runs["Ada <b>Moss</b>"].bold
    assert runs["Haven & Co"].italic
    (han,) = {found.get(qn("w:eastAsia")) for found in document.element.body.iter(qn("w:lang"))}
    assert han == "ja-JP"
    (hebrew,) = [paragraph for paragraph in document.paragraphs if "אבג" in paragraph.text]
    assert hebrew._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None


def test_pictures_stand_where_the_block_shows_them(snapshot: Snapshot, tmp_path: Path) -> None:
    image = Image("d1", "image/png", png(20, 10), 20, 10)
    line = signatory(1, "Ada", organisation="Haven", logo="d1", signature="d1")
    settings = BlockSettings(layout=Layout(logos=True, signatures=True))
    given = replace(snapshot, signatories=(line,), block=settings, images={"d1": image})
    write(exporter("annex", "docx"), given, tmp_path / "block.docx")
    document = docx.Document(str(tmp_path / "block.docx"))
    shapes = [(round(shape.width.mm), round(shape.height.mm)) for shape in document.inline_shapes]
    assert shapes == [(28, 14), (18, 9)]


def test_a_wall_shows_logos_in_the_place_of_words_as_large_as_in_print(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    image = Image("d1", "image/png", png(20, 10), 20, 10)
    line = signatory(1, "Ada", organisation="Haven", logo="d1", logo_scale=1.5)
    large = signatory(2, "Ben", organisation="Beta", logo="d1", logo_scale=5.0)
    settings = BlockSettings(layout=Layout(Form.LOGOS, columns=2, logo_area=200.0))
    given = replace(snapshot, signatories=(line, large), block=settings, images={"d1": image})
    assert write(WORD, given, tmp_path / "block.docx").lines == 2
    document = docx.Document(str(tmp_path / "block.docx"))
    assert [round(shape.width.mm) for shape in document.inline_shapes] == [30, 69]
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert described == ["Ada, Haven", "Ben, Beta"]
    assert not "".join(texts(document)).strip()


def test_what_a_document_cannot_hold_is_replaced_and_reported(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    odd = replace(snapshot, signatories=(signatory(1, "A\x00\ud800b", organisation="\ufffe"),))
    written = write(WORD, odd, tmp_path / "block.docx")
    words = [text for text in texts(docx.Document(str(tmp_path / "block.docx"))) if text]
    assert words == ["A\ufffd\ufffdb, \ufffd"]
    assert "U+0000, U+D800, U+FFFE" in str(written.warnings[0])


def png(width: int, height: int) -> bytes:
    """A black picture."""
    rows = zlib.compress((b"\0" + bytes(width)) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    file = io.BytesIO(b"\x89PNG\r\n\x1a\n")
    file.seek(0, io.SEEK_END)
    for kind, content in ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")):
        file.write(struct.pack(">I", len(content)) + kind + content)
        file.write(struct.pack(">I", zlib.crc32(kind + content)))
    return file.getvalue()


def test_later_pages_of_a_list_are_numbered(snapshot: Snapshot, tmp_path: Path) -> None:
    write(WORD, snapshot, tmp_path / "block.docx")
    (section,) = docx.Document(str(tmp_path / "block.docx")).sections
    fields = section.footer._element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]
    assert section.different_first_page_header_footer
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_headings_look_as_on_the_pages(made: Made) -> None:
    document = made(BlockSettings(heading="Signed by"))
    heading = document.styles["Heading 2"]
    assert heading.font.color.rgb is None
    assert heading.font.size.pt == 12.5
    assert heading.element.rPr.find(qn("w:rFonts")) is None


def test_entries_of_a_numbered_list_keep_their_distance(made: Made) -> None:
    layout = Layout(marker=Marker.NUMBERS, spacing=Spacing.LINE, size=11)
    document = made(BlockSettings(layout=layout))
    style = document.styles["Signatories 1"]
    assert style.paragraph_format.space_after.pt == 15
    assert style.element.pPr.find(qn("w:contextualSpacing")).get(qn("w:val")) == "0"


def test_texts_of_a_table_stand_where_its_language_begins(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    layout = Layout(Form.TABLE, table_columns=("number", "name"))
    for language, stands in (("ar", "right"), ("en", None)):
        text = replace(snapshot.text, language=language)
        given = replace(snapshot, text=text, signatories=LINES, block=BlockSettings(layout=layout))
        write(WORD, given, tmp_path / "block.docx")
        (table,) = docx.Document(str(tmp_path / "block.docx")).tables
        (latin,) = [
            cell.paragraphs[0] for row in table.rows for cell in row.cells if "Zoe" in cell.text
        ]
        place = latin._p.pPr.find(qn("w:jc"))
        assert (None if place is None else place.get(qn("w:val"))) == stands
        assert all(
            cell._tc.tcPr.find(qn("w:tcBorders")) is not None for cell in table.rows[0].cells
        )
