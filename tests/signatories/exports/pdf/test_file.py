"""The file around the pages: found by every reader, in any number, made while it is written."""

import gc
import re
import shutil
import subprocess
import weakref
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from signatories.errors import Refused
from signatories.exports import pdf
from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.galleys import Galley
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import A4, Document, Feet, Footer, Page
from signatories.typesetting.styles import TextStyle

ABOUT = pdf.About("To the missions", language="en")
FOOTER = Footer(lambda page, pages: f"Page {page} of {pages}")
LINES = tuple(
    f"Organisation number {number}, Fédération Ελλάδα 中国 العربية" for number in range(150)
)


def paragraphs(lines: tuple[str, ...] = LINES) -> list[Paragraph]:
    return [Paragraph((Span(line, TextStyle()),)) for line in lines]


def sheet(width: float = 100.0, height: float = 100.0) -> Page:
    return Page(width, height, ())


def texts(path: Path) -> list[str]:
    """The text of each page, in one line."""
    with pdfium.PdfDocument(path) as file:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in file]


def labels(path: Path) -> list[str]:
    with pdfium.PdfDocument(path) as file:
        return [file.get_page_label(page) for page in range(len(file))]


class TestPagesMadeWhileTheyAreWritten:
    @pytest.fixture
    def setter(self) -> Typesetter:
        return Typesetter()

    def lazy(self, setter: Typesetter, lines: tuple[str, ...] = LINES) -> Document:
        stream = setter.stream(paragraphs(lines), A4)
        return Document("Annex", "en", stream, setter.feet(FOOTER, A4))

    def test_look_as_if_they_had_been_made_before(self, tmp_path: Path, setter: Typesetter) -> None:
        made = tuple(setter.stream(paragraphs(), A4))
        before = Document("Annex", "en", made, setter.feet(FOOTER, A4))
        pdf.write(tmp_path / "lazy.pdf", [self.lazy(setter)], ABOUT)
        pdf.write(tmp_path / "before.pdf", [before], ABOUT)
        assert pictures(tmp_path / "lazy.pdf") == pictures(tmp_path / "before.pdf")

    def test_bear_their_number_and_how_many_they_are(
        self, tmp_path: Path, setter: Typesetter
    ) -> None:
        pdf.write(tmp_path / "a.pdf", [self.lazy(setter)], ABOUT)
        found = texts(tmp_path / "a.pdf")
        assert len(found) > 2
        for number, text in enumerate(found, start=1):
            assert text.endswith(f"Page {number} of {len(found)}")
        assert [line for line in LINES if line in " ".join(found)] == list(LINES)

    def test_are_forgotten_once_they_are_written(self, tmp_path: Path, setter: Typesetter) -> None:
        galleys: list[weakref.ref[Galley]] = []
        most = 0

        def watched(pages: Iterator[Page]) -> Iterator[Page]:
            nonlocal most
            for page in pages:
                galleys.extend(weakref.ref(placed.galley) for placed in page.placed)
                yield page
                del page
                gc.collect()
                most = max(most, len({galley() for galley in galleys} - {None}))

        lines = tuple(f"Line {number}" for number in range(2_000))
        document = Document("x", "en", watched(setter.stream(paragraphs(lines), A4)))
        pdf.write(tmp_path / "a.pdf", [document], ABOUT)
        assert most < 5

    def test_do_not_keep_their_numbers_at_their_feet(self, setter: Typesetter) -> None:
        feet = setter.feet(FOOTER, A4)
        galleys = [weakref.ref(feet(page, 9_000)[0].galley) for page in range(1, 2_500)]
        gc.collect()
        assert sum(galley() is not None for galley in galleys) < 1_100


def test_the_dots_of_arabic_are_outlines_that_a_file_holds_once(tmp_path: Path) -> None:
    setter = Typesetter()

    def outlines(count: int) -> int:
        lines = tuple(f"بيت بنت {number}" for number in range(count))
        documents = [
            Document(line, "ar", tuple(setter.stream(paragraphs((line,)), A4))) for line in lines
        ]
        pdf.write(tmp_path / "a.pdf", documents, ABOUT)
        with pdfium.PdfDocument(tmp_path / "a.pdf") as file:
            forms = [pdfium.raw.FPDF_PAGEOBJ_FORM]
            assert all(len([*page.get_objects(forms, max_depth=1)]) > 4 for page in file)
        return (tmp_path / "a.pdf").read_bytes().count(b"/Form")

    assert 1 <= outlines(1) == outlines(30) < 5


def pictures(path: Path) -> list[bytes]:
    with pdfium.PdfDocument(path) as file:
        return [bytes(page.render(scale=1).buffer) for page in file]


@pytest.mark.parametrize("count", [1, 64, 65, 64 * 64 + 1])
def test_every_page_is_found_in_its_place(tmp_path: Path, count: int) -> None:
    pages = tuple(sheet(width=100.0 + number) for number in range(count))
    pdf.write(tmp_path / "a.pdf", [Document("x", "en", pages)], ABOUT)
    with pdfium.PdfDocument(tmp_path / "a.pdf") as file:
        assert [file.get_page_size(page)[0] for page in range(len(file))] == [
            100.0 + number for number in range(count)
        ]


def of_length(pages: int, title: str, *, lazy: bool) -> Document:
    """Empty pages; an even number of them has feet."""
    sheets = (sheet(),) * pages
    feet: Feet | None = None if pages % 2 else lambda _page, _pages: ()
    return Document(title, "en", iter(sheets) if lazy else sheets, feet)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 70), st.booleans()), min_size=1, max_size=12))
def test_documents_of_any_length_are_found_where_they_begin(
    tmp_path_factory: pytest.TempPathFactory, documents: list[tuple[int, bool]]
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.pdf"
    made = [
        of_length(pages, str(number), lazy=lazy) for number, (pages, lazy) in enumerate(documents)
    ]
    pdf.write(path, made, ABOUT)
    lengths = [pages for pages, _ in documents]
    with pdfium.PdfDocument(path) as file:
        found = [(mark.get_title(), mark.get_dest().get_index()) for mark in file.get_toc()]
        assert len(file) == sum(lengths)
    starts = accumulate(lengths[:-1], initial=0)
    assert found == [(str(number), start) for number, start in enumerate(starts)]


def test_pages_that_cannot_be_made_leave_no_file(tmp_path: Path) -> None:
    def broken() -> Iterator[Page]:
        yield sheet()
        raise Refused("Something is amiss.")

    with pytest.raises(Refused):
        pdf.write(tmp_path / "a.pdf", [Document("x", "en", broken())], ABOUT)
    assert list(tmp_path.iterdir()) == []


def test_pages_of_several_letters_are_called_by_letter_and_page(tmp_path: Path) -> None:
    letters = [Document("x", "en", (sheet(),) * count) for count in (2, 1, 3)]
    pdf.write(tmp_path / "a.pdf", letters, ABOUT)
    assert labels(tmp_path / "a.pdf") == ["1/1", "1/2", "2/1", "3/1", "3/2", "3/3"]


@pytest.mark.parametrize("counts", [(3,), (1, 1, 1)])
def test_other_pages_are_called_by_their_place(tmp_path: Path, counts: tuple[int, ...]) -> None:
    letters = [Document("x", "en", (sheet(),) * count) for count in counts]
    pdf.write(tmp_path / "a.pdf", letters, ABOUT)
    assert b"/PageLabels" not in (tmp_path / "a.pdf").read_bytes()


TITLES = ("a) (b \\ c", "<b>&amp; {title}", "%s %d /Name", "日本 𠮷 محمد", "")


@pytest.mark.parametrize("title", TITLES)
def test_titles_are_text_and_nothing_else(tmp_path: Path, title: str) -> None:
    about = pdf.About(title, author=title, subject=title)
    pdf.write(tmp_path / "a.pdf", [Document(title, "en", (sheet(),))] * 2, about)
    with pdfium.PdfDocument(tmp_path / "a.pdf") as file:
        info = file.get_metadata_dict()
        marks = [mark.get_title() for mark in file.get_toc()]
    assert marks == [title, title]
    assert (info["Title"], info["Author"], info["Subject"]) == (title,) * 3
    assert xmp(tmp_path / "a.pdf")["title"] == title


def xmp(path: Path) -> dict[str, str]:
    """The properties of the metadata, by their names without prefix."""
    packet = re.search(rb"<x:xmpmeta.*</x:xmpmeta>", path.read_bytes(), re.DOTALL)
    assert packet
    description = ET.fromstring(packet[0])[0][0]
    return {each.tag.rpartition("}")[2]: "".join(each.itertext()) for each in description}


def test_metadata_say_the_same_as_the_information(tmp_path: Path) -> None:
    made = datetime(2010, 7, 26, 12, 30, tzinfo=UTC)
    about = pdf.About("Title", "Author", "Subject", "fr", made=made)
    pdf.write(tmp_path / "a.pdf", [Document("x", "fr", (sheet(),))], about)
    found = xmp(tmp_path / "a.pdf")
    assert (found["title"], found["creator"], found["description"]) == (
        "Title",
        "Author",
        "Subject",
    )
    assert found["language"] == "fr"
    assert found["CreateDate"] == found["ModifyDate"] == made.isoformat()


def test_a_character_that_no_metadata_can_hold_is_replaced(tmp_path: Path) -> None:
    pdf.write(tmp_path / "a.pdf", [Document("x", "en", (sheet(),))], pdf.About("a\x00b"))
    assert xmp(tmp_path / "a.pdf")["title"] == "a\ufffdb"


def test_half_a_character_is_replaced_wherever_a_file_says_something(tmp_path: Path) -> None:
    half = "a\ud800b"
    about = pdf.About(half, half, half, half)
    letter = Document(half, half, Typesetter().pages(paragraphs((half,)), A4))
    other = Document("x", "fr\udc00", (sheet(),))
    pdf.write(tmp_path / "a.pdf", [letter, other], about)
    with pdfium.PdfDocument(tmp_path / "a.pdf") as file:
        assert file.get_metadata_dict()["Title"] == "a\ufffdb"
        assert [mark.get_title() for mark in file.get_toc()] == ["a\ufffdb", "x"]
    assert xmp(tmp_path / "a.pdf")["language"] == "a\ufffdb"


def test_a_document_without_pages_leaves_nothing(tmp_path: Path) -> None:
    empty = Document("empty", "en", ())
    whole = Document("whole", "en", (sheet(), sheet()))
    pdf.write(tmp_path / "a.pdf", [empty, whole, empty], ABOUT)
    with pdfium.PdfDocument(tmp_path / "a.pdf") as file:
        assert [mark.get_title() for mark in file.get_toc()] == ["whole"]
        assert len(file) == 2


def test_what_repeats_on_a_larger_page_is_whole(tmp_path: Path) -> None:
    placed = Typesetter().pages(paragraphs(("Line 1\n" * 40,)), A4)[0].placed
    pages = [sheet(), sheet(), *[Page(A4.width, A4.height, placed)] * 2]
    small = placed[0]._replace(x=1.0, y=1.0, first=0, end=len(placed[0].galley.lines))
    pages[:2] = [page._replace(placed=(small,)) for page in pages[:2]]
    pdf.write(tmp_path / "a.pdf", [Document("x", "en", pages)], ABOUT)
    seen = pictures(tmp_path / "a.pdf")
    pdf.write(tmp_path / "b.pdf", [Document("x", "en", pages[2:])], ABOUT)
    assert seen[2:] == pictures(tmp_path / "b.pdf")


def test_viewers_show_the_title_and_for_several_letters_the_outline(tmp_path: Path) -> None:
    letter = Document("x", "en", (sheet(),))
    for letters, mode in (
        ([letter], raw.PAGEMODE_USENONE),
        ([letter] * 2, raw.PAGEMODE_USEOUTLINES),
    ):
        pdf.write(tmp_path / "a.pdf", letters, ABOUT)
        with pdfium.PdfDocument(tmp_path / "a.pdf") as file:
            assert raw.FPDFDoc_GetPageMode(file) == mode
        assert b"/DisplayDocTitle true" in (tmp_path / "a.pdf").read_bytes()


def identity(path: Path) -> bytes:
    found = re.search(rb"/ID \[ <(\w+)> <\1> \]", path.read_bytes())
    assert found
    return found[1]


def test_a_file_is_named_by_what_is_in_it(tmp_path: Path) -> None:
    for name, title in (("a", "x"), ("b", "x"), ("c", "y")):
        pdf.write(tmp_path / name, [Document(title, "en", (sheet(),))], ABOUT)
    same, again, other = (identity(tmp_path / name) for name in "abc")
    assert same == again != other


def letters() -> list[Document]:
    """Letters with all that a file may have."""
    setter = Typesetter()
    block = setter.set(paragraphs(), A4.measure)
    pages = [
        setter.pages([*paragraphs((f"Dear {name}",)), block], A4, footer=FOOTER)
        for name in ("Ghana", "Togo", "Mali")
    ]
    annex = Document("Annex", "fr", setter.stream(paragraphs(), A4), setter.feet(FOOTER, A4))
    return [*(Document("x", "en", each) for each in pages), annex]


def ran(*command: str | Path) -> str:
    """What another program says about a file; the test is skipped where it is not installed."""
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run([program, *command[1:]], capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    pdf.write(tmp_path / "a.pdf", letters(), ABOUT)
    said = ran("qpdf", "--check", tmp_path / "a.pdf")
    assert "No syntax or stream encoding errors found" in said
    assert "WARNING" not in said


def test_poppler_reads_the_same_text(tmp_path: Path) -> None:
    pdf.write(tmp_path / "a.pdf", letters(), ABOUT)
    said = ran("pdftotext", "-raw", tmp_path / "a.pdf", "-")
    assert "Error" not in said
    assert said.count("Organisation number 7, Fédération Ελλάδα 中国") == 4
    assert re.findall(r"Dear (\w+)", said) == ["Ghana", "Togo", "Mali"]


def test_poppler_finds_every_font_embedded(tmp_path: Path) -> None:
    pdf.write(tmp_path / "a.pdf", letters(), ABOUT)
    rows = ran("pdffonts", tmp_path / "a.pdf").splitlines()[2:]
    assert len(rows) > 2
    assert all(re.search(r"Identity-H\s+yes yes yes", row) for row in rows)
