"""PDFs: what is read back is what was set, and the file says what it is."""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from signatories.exports import pdf
from signatories.progress import Cancelled
from signatories.typesetting.flow import Paragraph, Region, Rule, Span
from signatories.typesetting.galleys import Galley
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import A4, US_LETTER, Document, Footer, Page, Placed
from signatories.typesetting.styles import Align, Family, ParagraphStyle, TextStyle

PLAIN = TextStyle()
LEADING = ParagraphStyle(leading=16)
# A page of short lines alone looks to PDFium as if it were written from top to bottom.
FILLER = (
    "This line is as long as the lines of a letter are, and so are all of those below it",
) * 12
ABOUT = pdf.About("To the missions", author="Oxfam", subject="Open letter", language="en")

LEFT_TO_RIGHT = (
    "Anne‐Laure Roux, Well International",
    "Hélène Brückner, fiancée of the office, AVAWA",
    "e\u0323\u0301 and Việt Nam, Đặng Thị Minh Ngọc",
    "Θεόδωρος Ἀγγελόπουλος, Δίκτυο",
    "Сергей Иванов, Правозащитный центр",
    "Հայաստան, საქართველო, አማርኛ",
    "हिन्दी के लिए संगठन, क्षत्रिय।",
    "বাংলা தமிழ் கொ සිංහල ລາວ ខ្មែរ မြန်မာ",
    "สมาคมเพื่อสิทธิเด็กแห่งประเทศไทย ที่นี่ น้ำ",
    "王小明，中国儿童基金会（北京）",
    "日本ユニセフ協会、東京、𠮷田",
    "김민수, 한국아동권리센터",
    "ปั๊ม Oxfam, ที่ 中国, ပြည်သူ့ Сеть",
    "10\u00a0000 signatories, 50\u202f%",
)
RIGHT_TO_LEFT = (
    "محمد الأمين بن خالد",
    "منظمة العفو الدولية",
    "فارسی می‌خواهم",
    "שלום עולם",
    "שָׁלוֹם",
    "مُحَمَّد",
)
# Of lines that mix directions PDFium turns brackets and numbers round; what is printed is right.
TURNED_ROUND = {
    "WCCH (שלום)": "WCCH (שלום(",
    "Name (א) x": "Name (א (x",
    "נועה ברקוביץ, Director, רשת (RST) 12": "נועה ברקוביץ, Director, רשת (RST (12",
    "ليلى, شبكة بيوت [UN] 1.5": "ليلى, شبكة بيوت [UN [1.5",
    "1,5 ליל 12 000": "1,5 ליל 000 12",
}


class Stopping:
    """Asks to stop after some documents."""

    def __init__(self, after: int) -> None:
        self.after = after
        self.reports: list[tuple[int, int | None, str]] = []

    def report(self, done: int, total: int | None, label: str = "", item: str = "") -> None:
        self.reports.append((done, total, item))
        if done == self.after:
            raise Cancelled


def paragraph(text: str, style: TextStyle = PLAIN) -> Paragraph:
    return Paragraph((Span(text, style),), LEADING)


def document(*texts: str, title: str = "Ghana", language: str = "en") -> Document:
    flow = [paragraph(text) for text in texts]
    return Document(title, language, Typesetter().pages(flow, A4))


@contextmanager
def opened(path: Path) -> Iterator[pdfium.PdfDocument]:
    file = pdfium.PdfDocument(path)
    try:
        yield file
    finally:
        file.close()


def text_of(path: Path, page: int = 0) -> list[str]:
    with opened(path) as file:
        sheet = file[page]
        text = sheet.get_textpage()
        lines = str(text.get_text_range()).split("\r\n")
        text.close()
        sheet.close()
    return [line.rstrip() for line in lines]


def streams(path: Path) -> list[bytes]:
    found = re.findall(rb" obj\n(.*?)\nstream\n(.*?)\nendstream", path.read_bytes(), re.DOTALL)
    return [
        zlib.decompress(stream) if b"/FlateDecode" in entries else stream
        for entries, stream in found
    ]


@pytest.mark.parametrize("texts", [LEFT_TO_RIGHT, RIGHT_TO_LEFT], ids=["ltr", "rtl"])
def test_every_script_copies_out_as_it_was_written(tmp_path: Path, texts: tuple[str, ...]) -> None:
    pdf.write(tmp_path / "a.pdf", [document(*texts, *FILLER)], ABOUT)
    assert text_of(tmp_path / "a.pdf")[: len(texts)] == list(texts)


def test_a_file_may_begin_with_a_word_that_needs_more_than_its_glyphs(tmp_path: Path) -> None:
    pdf.write(tmp_path / "a.pdf", [document("مُحَمَّد", *FILLER)], ABOUT)
    assert text_of(tmp_path / "a.pdf")[0] == "مُحَمَّد"


@pytest.mark.parametrize(("text", "read"), TURNED_ROUND.items())
def test_all_characters_of_mixed_directions_copy_out_but_for_the_side_of_brackets(
    tmp_path: Path, text: str, read: str
) -> None:
    pdf.write(tmp_path / "a.pdf", [document(text)], ABOUT)
    assert text_of(tmp_path / "a.pdf") == [read]
    plain = str.maketrans("[)]", "(((")
    assert sorted(read.translate(plain)) == sorted(text.translate(plain))


@pytest.mark.parametrize(
    "style",
    [
        TextStyle(bold=True),
        TextStyle(italic=True),
        TextStyle(family=Family.SANS),
        TextStyle(size=7.5),
    ],
)
def test_every_style_copies_out_as_it_was_written(tmp_path: Path, style: TextStyle) -> None:
    texts = (*LEFT_TO_RIGHT, *FILLER)
    pages = Typesetter().pages([paragraph(text, style) for text in texts], A4)
    pdf.write(tmp_path / "a.pdf", [Document("x", "en", pages)], ABOUT)
    assert text_of(tmp_path / "a.pdf") == list(texts)


def test_a_stretched_space_before_another_font_is_as_wide_as_the_others(tmp_path: Path) -> None:
    bold = TextStyle(bold=True)
    styles = (PLAIN, PLAIN, bold, bold, PLAIN, PLAIN, bold)
    words = ("We ", "urge ", "your ", "government ", "to ", "ratify ", "incomprehensibilities")
    spans = tuple(Span(word, style) for word, style in zip(words, styles, strict=True))
    item = Paragraph(spans, ParagraphStyle(align=Align.JUSTIFY))
    width = 220.0
    galley = Typesetter().set([item], width)
    assert galley.lines[0].stretch > 0
    page = Page(300, 300, (Placed(50.0, 50.0, galley, 0, 1),))
    pdf.write(tmp_path / "a.pdf", [Document("x", "en", [page])], ABOUT)
    with opened(tmp_path / "a.pdf") as file:
        shown = file[0].get_textpage()
        edges = [shown.get_charbox(index)[2] for index in range(shown.count_chars())]
        assert max(edges) == pytest.approx(50 + width, abs=1)


def test_justified_and_mixed_lines_keep_their_words_apart(tmp_path: Path) -> None:
    text = (
        "We urge your government to ratify the protocol, and to do so as soon as it possibly can "
    )
    spans = (
        Span(text, PLAIN),
        Span("without delay", TextStyle(bold=True)),
        Span(f", {text}", PLAIN),
    )
    item = Paragraph(spans, ParagraphStyle(align=Align.JUSTIFY))
    pages = Typesetter().pages([item], A4)
    pdf.write(tmp_path / "a.pdf", [Document("x", "en", pages)], ABOUT)
    assert " ".join(text_of(tmp_path / "a.pdf")) == f"{text}without delay, {text}".rstrip()


def test_real_names_copy_out_as_they_were_written(tmp_path: Path, shared_data: Path) -> None:
    lines = (shared_data / "names/person-names.txt").read_text("utf-8").splitlines()
    names = [line.strip() for line in lines if 0 < len(line.strip()) < 80]
    written = document(*names)
    pdf.write(tmp_path / "a.pdf", [written], ABOUT)
    found = [
        line for page in range(len(written.pages)) for line in text_of(tmp_path / "a.pdf", page)
    ]
    assert found == names


def test_the_pages_of_all_documents_stand_one_after_the_other(tmp_path: Path) -> None:
    pdf.write(tmp_path / "a.pdf", [document("One"), document(*["Line"] * 100)], ABOUT)
    with opened(tmp_path / "a.pdf") as file:
        assert len(file) == 4


def test_the_outline_names_each_document_and_its_first_page(tmp_path: Path) -> None:
    letters = [
        document(*["Line"] * 60, title="Côte d’Ivoire"),
        document("x", title="日本 (𠮷)"),
        document("x", title="محمد"),
    ]
    pdf.write(tmp_path / "a.pdf", letters, ABOUT)
    with opened(tmp_path / "a.pdf") as file:
        entries = [(mark.get_title(), mark.get_dest().get_index()) for mark in file.get_toc()]
    assert entries == [("Côte d’Ivoire", 0), ("日本 (𠮷)", 2), ("محمد", 3)]


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    about = pdf.About(
        "Πρὸς", "Oxfam", "Open letter", "fr", made=datetime(2010, 7, 26, 12, 30, tzinfo=UTC)
    )
    pdf.write(tmp_path / "a.pdf", [document("x")], about)
    with opened(tmp_path / "a.pdf") as file:
        info = file.get_metadata_dict()
    assert (info["Title"], info["Author"], info["Subject"]) == ("Πρὸς", "Oxfam", "Open letter")
    assert info["CreationDate"] == "D:20100726123000+00'00'"
    assert re.search(rb"/Lang \(fr\)", (tmp_path / "a.pdf").read_bytes())


def test_a_document_in_another_language_is_marked(tmp_path: Path) -> None:
    pdf.write(tmp_path / "a.pdf", [document(*FILLER), document(*FILLER, language="fr")], ABOUT)
    assert sum(b"/P<</Lang(fr)>>BDC" in stream for stream in streams(tmp_path / "a.pdf")) == 1
    assert text_of(tmp_path / "a.pdf", 1) == list(FILLER)


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        pdf.write(tmp_path / name, [document(*LEFT_TO_RIGHT, *RIGHT_TO_LEFT)], ABOUT)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_every_font_is_embedded_as_a_subset(tmp_path: Path) -> None:
    pdf.write(tmp_path / "a.pdf", [document(*LEFT_TO_RIGHT, *RIGHT_TO_LEFT)], ABOUT)
    raw = (tmp_path / "a.pdf").read_bytes()
    names = set(re.findall(rb"/BaseFont /(\S+)", raw))
    assert all(re.fullmatch(rb"[A-Z]{6}\+NotoS\w+-\w+", name) for name in names)
    assert len(re.findall(rb"/FontFile2 ", raw)) == len(names) > 10
    assert b"Helvetica" not in raw
    assert len(raw) < 200_000


def test_character_maps_have_no_long_blocks(tmp_path: Path) -> None:
    letters = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 250))
    pdf.write(tmp_path / "a.pdf", [document(letters)], ABOUT)
    blocks = [
        int(count)
        for stream in streams(tmp_path / "a.pdf")
        for count in re.findall(rb"(\d+) beginbfchar", stream)
    ]
    assert max(blocks) == 100
    assert sum(blocks) == 250


def forms_in(path: Path) -> int:
    return len(re.findall(rb"/Subtype /Form", path.read_bytes()))


class TestSharedGalleys:
    @pytest.fixture
    def typesetter(self) -> Typesetter:
        return Typesetter()

    @pytest.fixture
    def block(self, typesetter: Typesetter) -> Galley:
        return typesetter.set([paragraph(text) for text in LEFT_TO_RIGHT], A4.measure)

    def test_are_drawn_once_inline_and_once_as_a_form(
        self, tmp_path: Path, typesetter: Typesetter, block: Galley
    ) -> None:
        letters = [
            Document(f"{number}", "en", typesetter.pages([paragraph(f"Dear {number}"), block], A4))
            for number in range(20)
        ]
        pdf.write(tmp_path / "a.pdf", letters, ABOUT)
        pdf.write(tmp_path / "one.pdf", letters[:1], ABOUT)  # marks drawn as outlines are forms too
        assert forms_in(tmp_path / "a.pdf") == forms_in(tmp_path / "one.pdf") + 1
        for page in (0, 1, 19):
            assert text_of(tmp_path / "a.pdf", page) == [f"Dear {page}", *LEFT_TO_RIGHT]

    def test_stand_where_they_would_stand_without_a_form(
        self, tmp_path: Path, typesetter: Typesetter, block: Galley
    ) -> None:
        region = Region(70, 40, 300, (typesetter.set([Rule(), paragraph("محمد")], 300),))
        pages = typesetter.pages([block], US_LETTER, regions=[region])
        pdf.write(tmp_path / "a.pdf", [Document(title, "en", pages) for title in "ab"], ABOUT)
        with opened(tmp_path / "a.pdf") as file:
            first, second = (bytes(page.render(scale=1).buffer) for page in file)
        assert first == second

    def test_of_one_letter_are_no_forms(self, tmp_path: Path, typesetter: Typesetter) -> None:
        letters = (document(f"Dear {number}") for number in range(5))
        pdf.write(tmp_path / "a.pdf", letters, ABOUT)
        assert b"/Form" not in (tmp_path / "a.pdf").read_bytes()


def test_the_page_shows_ink_where_the_text_stands(tmp_path: Path) -> None:
    footer = Footer(lambda page, pages: f"{page}/{pages}", TextStyle(size=9))
    pages = Typesetter().pages([paragraph("M" * 30)] * 60, A4, footer=footer)
    pdf.write(tmp_path / "a.pdf", [Document("x", "en", pages)], ABOUT)
    rows, columns = inked(tmp_path / "a.pdf")
    assert rows[0] == pytest.approx(A4.top + 4, abs=3)
    assert rows[-1] == pytest.approx(A4.height - A4.foot, abs=3)
    assert columns[0] == pytest.approx(A4.left, abs=2)
    assert columns[-1] <= A4.width - A4.right


def inked(path: Path) -> tuple[list[int], list[int]]:
    """The rows and the columns of the first page that are not white, in points."""
    with opened(path) as file:
        picture = file[0].render(scale=1, grayscale=True)
        pixels, width, stride = bytes(picture.buffer), picture.width, picture.stride
    rows = [pixels[start : start + width] for start in range(0, len(pixels), stride)]
    return (
        [number for number, row in enumerate(rows) if min(row) < 128],
        [number for number, column in enumerate(zip(*rows, strict=True)) if min(column) < 128],
    )


def test_a_justified_line_of_several_fonts_ends_at_the_margin(tmp_path: Path) -> None:
    text = "We urge 中国 and its government محمد to ratify the protocol without further delay, "
    item = Paragraph((Span(text * 3, PLAIN),), ParagraphStyle(align=Align.JUSTIFY, leading=30))
    pages = Typesetter().pages([item], A4)
    pdf.write(tmp_path / "a.pdf", [Document("x", "en", pages)], ABOUT)
    with opened(tmp_path / "a.pdf") as file:
        text_page = file[0].get_textpage()
        ends = [text_page.get_rect(number)[2] for number in range(text_page.count_rects())]
        tops = [text_page.get_rect(number)[3] for number in range(text_page.count_rects())]
    lines: dict[int, float] = {}
    for top, end in zip(tops, ends, strict=True):
        line = round((A4.height - A4.top - top) // 30)
        lines[line] = max(end, lines.get(line, 0.0))
    *full, _last = lines.values()
    assert len(full) > 1
    assert full == pytest.approx([A4.width - A4.right] * len(full), abs=1)


def test_each_document_is_reported_and_cancelling_leaves_no_file(tmp_path: Path) -> None:
    progress = Stopping(after=2)
    letters = (document("x", title=title) for title in ("Ghana", "Togo", "Mali"))
    with pytest.raises(Cancelled):
        pdf.write(tmp_path / "a.pdf", letters, ABOUT, progress, total=3)
    assert progress.reports == [(1, 3, "Ghana"), (2, 3, "Togo")]
    assert not (tmp_path / "a.pdf").exists()


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"a\.pdf"):
        pdf.write(tmp_path / "none" / "a.pdf", [document("x")], ABOUT)
