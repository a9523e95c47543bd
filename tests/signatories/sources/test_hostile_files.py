"""Files built to do harm, or broken: each has an answer, and the program lives."""

import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from signatories.errors import UnreadableFile
from signatories.sources import archives
from signatories.sources.nesting import DEEPEST, Nesting
from signatories.sources.opening import open_file
from tests.signatories.sources.conftest import MakeBook, changed

SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SUFFIXES = ("xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt", "docx", "html", "json")
SUFFIXES = (*SUFFIXES, "yaml", "eml", "mbox", "msg")
STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")  # they tell more than the name


def sheet(rows: bytes, after: bytes = b"") -> Callable[[bytes], bytes]:
    """A change that puts these rows in the place of a sheet's."""
    xml = b"<worksheet %b><sheetData>%b</sheetData>%b</worksheet>" % (NAMESPACE, rows, after)
    return lambda _: xml


def text_cell(place: bytes) -> bytes:
    return b'<c r="%b" t="inlineStr"><is><t>x</t></is></c>' % place


def answer(path: Path) -> str:
    """What reading says: how many rows, or why not."""
    try:
        return f"{len(open_file(path).rows)} rows"
    except UnreadableFile as error:
        return str(error)


@pytest.fixture
def book(make_book: MakeBook) -> Path:
    return make_book([["name", "country"], ["Anna Berg", "Mali"]])


def test_a_zip_bomb_is_not_inflated(book: Path) -> None:
    changed(book, "xl/media/image1.bin", lambda _: bytes(300_000_000))
    assert "no office program writes" in answer(book)


def test_more_parts_than_a_workbook_has_are_refused(book: Path) -> None:
    with zipfile.ZipFile(book, "a") as archive:
        for number in range(archives.MOST_PARTS):
            archive.writestr(f"xl/media/{number}.png", b"")
    assert "no office program writes" in answer(book)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_entities_that_laugh_a_billion_times_are_refused(book: Path, encoding: str) -> None:
    lines = ['<!DOCTYPE lolz [<!ENTITY a0 "lol">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    bomb = "".join(lines) + "]><sst>&a9;</sst>"
    changed(book, "xl/sharedStrings.xml", lambda _: bomb.encode(encoding))
    assert "no office program writes" in answer(book)


@pytest.mark.parametrize("part", [SHEET, "xl/styles.xml", "xl/workbook.xml"])
def test_elements_within_elements_without_end_are_refused(book: Path, part: str) -> None:
    changed(book, part, lambda xml: xml + b"<a>" * 100_000 + b"</a>" * 100_000)
    assert "no office program writes" in answer(book)


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/styles.xml"])
def test_elements_deep_in_a_large_part_are_refused(book: Path, part: str) -> None:
    shallow, deep = b"<si><t>x</t></si>" * 400_000, b"<a>" * 300 + b"</a>" * 300
    assert len(shallow) > 6_000_000
    changed(book, part, lambda _: b"<sst>" + shallow + deep + b"</sst>")
    assert "no office program writes" in answer(book)


def test_elements_deep_in_a_large_sheet_have_an_answer(book: Path) -> None:
    deep = b'<row r="1">' + text_cell(b"A1") + b"<a>" * 1_000_000 + b"</a>" * 1_000_000 + b"</row>"
    changed(book, SHEET, sheet(deep))
    assert answer(book) == "1 rows"


@pytest.mark.parametrize("size", [1, 2, 5, 1 << 20])
@pytest.mark.parametrize(
    ("xml", "is_honest"),
    [
        (b"<a>" * DEEPEST + b"</a>" * DEEPEST, True),
        (b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1), False),
        (b"<a><b/>" * 300 + b"</a>" * 300, False),
        (b"<a>x/>" * 300 + b"</a>" * 300, False),
        (b"<?xml?><!-- x --><r>" + b"<t>&lt;br/>a/b</t><e f='1' />" * 300 + b"</r>", True),
        ("<r>é<b/>é</r>".encode("utf-16") * 300, True),
    ],
)
def test_nesting_is_counted_wherever_a_block_ends(xml: bytes, is_honest: bool, size: int) -> None:
    nesting = Nesting()
    blocks = [xml[start : start + size] for start in range(0, len(xml), size)]
    assert all(nesting.takes(block) for block in blocks) is is_honest


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "docProps/app.xml", "xl/plain.bin"])
@pytest.mark.parametrize(
    ("encoding", "before"),
    [
        ("utf-8", ""),
        ("utf-8", '<?xml version="1.0"?>\n<!-- <a> --> '),
        ("utf-8", "<!--" + "x" * 2_000_000 + "<a>-->"),
        ("utf-16", ""),
        ("utf-16-be", "  "),
    ],
)
def test_document_types_are_refused_in_any_part(
    book: Path, part: str, encoding: str, before: str
) -> None:
    declared = before + '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    changed(book, part, lambda _: declared.encode(encoding))
    with pytest.raises(UnreadableFile, match="no office program writes"):
        archives.check(book, book.name, lambda *_: None)


def test_document_types_of_macros_are_honest(tmp_path: Path) -> None:
    path = tmp_path / "list.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<!-- by hand --><a/>")
        archive.writestr("Basic/script-lc.xml", '<!DOCTYPE a PUBLIC "b" "c.dtd"><a/>')
    assert set(archives.check(path, path.name, lambda *_: None)) == {"mimetype", "content.xml"}


def test_a_sheet_of_two_cells_as_wide_as_the_world_is_read(book: Path) -> None:
    first = b'<row r="1">' + text_cell(b"A1") + b"</row>"
    last = b'<row r="1048576">' + text_cell(b"XFD1048576") + b"</row>"
    changed(book, SHEET, sheet(first + last))
    rows = open_file(book).rows
    assert [(row.line, row.cells[0], row.cells[-1]) for row in rows] == [
        (1, "x", "x"),
        (1048576, "", "x"),
    ]


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="ZZZZZZ99999999999" t="inlineStr"><is><t>x</t></is></c>',
        b'<c r="A0" t="inlineStr"><is><t>x</t></is></c>',
        b'<c r="" t="s"><v>0</v></c>',
        b'<c r="A1" t="s"><v>4294967295</v></c>',
        b'<c r="A1" t="s"><v>-1</v></c>',
        b'<c r="A1" t="d"><v>not a day</v></c>',
        b'<c r="A1" s="99999"><v>1e400</v></c>',
        b'<c r="A1"><v>nan</v></c>',
        b'<c r="A1"',
    ],
)
def test_cells_that_cannot_be_have_an_answer(book: Path, cell: bytes) -> None:
    changed(book, SHEET, sheet(b'<row r="1">' + cell + b"</row>"))
    assert answer(book)


def test_a_hundred_thousand_merged_cells_are_too_many(book: Path) -> None:
    merges = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (n, n) for n in range(1, 100_002))
    row = b'<row r="1">' + text_cell(b"A1") + b"</row>"
    changed(book, SHEET, sheet(row, b"<mergeCells>" + merges + b"</mergeCells>"))
    assert "100,000 merged cells" in answer(book)


def test_archives_that_end_early_are_called_damaged(book: Path) -> None:
    whole = book.read_bytes()
    for length in range(0, len(whole), len(whole) // 12):
        book.write_bytes(whole[:length])
        assert "is damaged" in answer(book) or "is empty" in answer(book)


def test_a_flipped_byte_is_noticed_or_harmless(book: Path) -> None:
    whole = book.read_bytes()
    chance = random.Random(7)
    for _ in range(12):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 0xFF
        book.write_bytes(data)
        assert answer(book)


@pytest.mark.parametrize(
    ("suffix", "start"),
    [
        *((suffix, b"") for suffix in SUFFIXES),
        *((suffix, start) for suffix in ("xlsx", "csv", "msg") for start in STARTS),
    ],
)
def test_noise_has_an_answer_under_any_name(tmp_path: Path, suffix: str, start: bytes) -> None:
    path = tmp_path / f"noise.{suffix}"
    path.write_bytes(start + random.Random(suffix).randbytes(3000))
    assert answer(path)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("cell.csv", b"name,country\n" + b"x" * 3_000_000 + b",Mali\n", "more text than a table"),
        ("line.txt", b"x" * 20_000_000, "more text than a table"),
        ("quote.csv", b'name,country\n"' + b"x,y\n" * 500_000, "more text than a table"),
        ("nulls.csv", b"name,country\n\0\0\0\n", "a file of another program"),
        ("nulls.txt", bytes(1_000_000), "a file of another program"),
        ("deep.html", b"<div>" * 100_000 + b"Anna" + b"</div>" * 100_000, "is damaged"),
        ("deep.json", b"[" * 1_000_000, "is no JSON"),
        ("deep.yaml", b"- " * 100_000 + b"x", "is no YAML"),
        ("deep.eml", b"From: a@b.example\nSubject: x\n\n" + b">" * 1_000_000, "1 rows"),
        ("spans.html", b"<table><tr><td colspan=99999999>a<td rowspan=9999999>b</table>", "1 rows"),
        ("commas.csv", b"a,b\n" + b"," * 3_000_000 + b"\n", "1 rows"),
        ("wide.csv", b"name" + b",x" * 16_383 + b"\nAnna Berg,\n", "2 rows"),
        ("wider.csv", b"name" + b",x" * 16_384 + b"\nAnna Berg,\n", "more than 16,384 columns"),
    ],
)
def test_texts_without_measure_have_an_answer(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert words in answer(path)


def test_aliases_that_stand_for_millions_are_refused(tmp_path: Path) -> None:
    lines = [
        "a0: &a0 [x]",
        *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)),
    ]
    path = tmp_path / "bomb.yaml"
    path.write_text("\n".join(lines))
    assert "uses aliases" in answer(path)


def test_a_sheet_that_repeats_a_row_a_million_times_has_an_answer(tmp_path: Path) -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<office:document-content xmlns:office="{office}office:1.0" xmlns:table="{office}table:1.0"'
        f' xmlns:text="{office}text:1.0"><office:body><office:spreadsheet><table:table table:name="A">'
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "list.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content.replace("1048576", "3").replace("16384", "2"))
    assert answer(path) == "3 rows"
    changed(path, "content.xml", lambda _: content.encode())
    assert "“list.ods” is damaged" in answer(path)  # its reader counts what would come
