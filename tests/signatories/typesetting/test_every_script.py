"""Names of some fifty ways of writing: each is printed, whole and readable, or named as missing."""

import unicodedata
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signatories.exports import pdf
from signatories.typesetting import clusters, fonts
from signatories.typesetting.direction import runs_left_to_right
from signatories.typesetting.flow import Paragraph, Span
from signatories.typesetting.galleys import Glyph, Line
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.lines import set_lines
from signatories.typesetting.pages import A4, Document
from signatories.typesetting.scripts import COMMON, script_of
from signatories.typesetting.shaping import REPLACEMENT, missing
from signatories.typesetting.styles import ParagraphStyle, TextStyle
from signatories.typesetting.words import Words
from tests.font_files import FILES

FILE = Path(__file__).parents[2] / "data" / "names-in-scripts.tsv"
WORDS = Words()
# Without long lines PDFium takes a page of short ones for text that runs from top to bottom.
LONG = "This line is as long as the lines of a letter are, and so are all of those below it"
# PDFium puts the words of right-to-left text inside a left-to-right line in the order in which they
# stand from left to right, and turns a bracket beside them.
READ_OTHERWISE = "Müller (محمد علي) 12, Zürich"


class Name(NamedTuple):
    """An invented name: how it is written, and from which country."""

    writing: str
    country: str
    text: str


def names() -> list[Name]:
    _, *rows = FILE.read_text(encoding="utf-8").splitlines()
    return [Name(*row.split("\t")) for row in rows]


NAMES = names()
STYLES = {"regular": TextStyle(), "bold": TextStyle(bold=True)}


def set_line(text: str, style: TextStyle) -> Line:
    (line,) = set_lines(Paragraph((Span(text, style),)), 10_000, WORDS)
    return line


def glyphs_of(line: Line) -> list[Glyph]:
    runs = [run for word in line.printed for run in word.runs]
    return [glyph for run in runs for cluster in run.clusters for glyph in cluster.glyphs]


def read_back(path: Path, texts: list[Span]) -> list[str]:
    """What PDFium reads where each of the texts was printed."""
    style = ParagraphStyle(leading=18)
    flow = [Paragraph((span,), style) for text in texts for span in (text, Span(LONG, TextStyle()))]
    document = Document("Names", "en", Typesetter().pages(flow, A4))
    pdf.write(path, [document], pdf.About("Names"))
    file = pdfium.PdfDocument(path)
    lines = [
        line.strip() for page in file for line in page.get_textpage().get_text_range().split("\r\n")
    ]
    file.close()
    return [line for line in lines if line and line != LONG]


def test_there_are_two_hundred_names_in_thirty_scripts() -> None:
    scripts = {script_of(character) for name in NAMES for character in name.text} - {COMMON}
    assert len(scripts) >= 30
    assert len({name.text for name in NAMES}) >= 200


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_every_name_is_in_the_pdf_or_its_characters_are_named_as_missing(
    tmp_path: Path, style: TextStyle
) -> None:
    spans = [Span(name.text, style) for name in NAMES]
    found = read_back(tmp_path / "names.pdf", spans)
    for name, read in zip(NAMES, found, strict=True):
        lacking = set(missing(name.text, style))
        if lacking:
            shown = clusters.visible(name.text)
            assert Counter(read) >= Counter(set(shown) - lacking - {" "})
            assert read.count(REPLACEMENT) == sum(character in lacking for character in shown)
        elif name.text != READ_OTHERWISE:
            assert read == name.text


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_no_name_shows_the_box_of_a_missing_glyph(style: TextStyle) -> None:
    for name in NAMES:
        assert 0 not in [glyph.number for glyph in glyphs_of(set_line(name.text, style))]


def test_only_scripts_without_a_face_and_pictures_are_missing() -> None:
    lacking = {name.writing for name in NAMES if missing(name.text, TextStyle())}
    assert lacking == {
        *("Tibt", "Thaa", "Cher", "Mong", "Tfng", "Syrc", "Nkoo", "Cans", "Olck", "Mtei"),
        *("Java", "Vaii", "Adlm"),
        "Emoji",
        "HaniTC",  # one ideograph of Hakka
    }


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Ana 🌻", ("🌻",)),
        ("João 👩\u200d🚀", ("👩", "🚀")),
        ("Zoë 👍🏽", ("👍", "🏽")),
        ("🇫🇷 Élodie", ("🇫", "🇷")),
        ("Noé ❤\ufe0f\u200d🔥", ("❤", "🔥")),
        ("e\u0f72", ("\u0f72",)),
    ],
)
def test_only_what_no_face_has_is_missing_of_a_sequence(text: str, lacking: tuple[str]) -> None:
    assert missing(text, TextStyle()) == lacking


def test_a_mark_that_only_another_face_has_is_printed_all_the_same() -> None:
    line = set_line("e\u0951", TextStyle())
    assert missing("e\u05b0", TextStyle()) == ()
    assert 0 not in [glyph.number for glyph in glyphs_of(line)]


def _letters() -> st.SearchStrategy[str]:
    """Strings that no person bears, of characters that names are made of, and of any others."""
    own = sorted({character for name in NAMES for character in name.text})
    printable = st.characters(exclude_categories=("C", "Z"))
    return st.text(st.sampled_from(own) | printable | st.just(" "), min_size=1, max_size=40)


@settings(max_examples=60)
@given(_letters(), st.sampled_from(list(STYLES.values())))
def test_any_text_keeps_its_characters_and_shows_no_box(text: str, style: TextStyle) -> None:
    line = set_line(text, style)
    lacking = set(missing(text, style))
    shown = "".join(
        REPLACEMENT if character in lacking else character for character in clusters.visible(text)
    )
    printed = clusters.visible("".join(word.text for word in line.printed))
    assert 0 not in [glyph.number for glyph in glyphs_of(line)]
    expected = [REPLACEMENT if character in lacking else character for character in printed]
    assert Counter("".join(expected).replace(" ", "")) == Counter(shown.replace(" ", ""))


def _covered() -> list[str]:
    """Every character that a face has and that shows; of the ideographs and Hangul one in fifty."""
    faces = (fonts.face(file, fonts.REGULAR) for file in FILES)
    codes = sorted(set().union(*(face.coverage for face in faces)))
    shown = [chr(code) for code in codes if clusters.visible(chr(code))]
    shown = [
        letter
        for letter in shown
        if unicodedata.category(letter) not in {"Cc", "Cf", "Zs", "Zl", "Zp"}
    ]
    many = {"Hani", "Hang"}
    return [letter for letter in shown if script_of(letter) not in many] + [
        letter for letter in shown if script_of(letter) in many
    ][::50]


def _simplified(text: str) -> Counter[str]:
    """The characters as PDFium reads them: ligatures and presentation forms undone."""
    letters = unicodedata.normalize("NFKD", clusters.visible(text)).replace(" ", "")
    return Counter(letters)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_every_character_that_a_face_has_is_read_back(tmp_path: Path, style: TextStyle) -> None:
    letters = [letter for letter in _covered() if not missing(letter, style)]
    assert len(letters) > 8_000
    texts = [" ".join(letters[start : start + 10]) for start in range(0, len(letters), 10)]
    found = read_back(tmp_path / "a.pdf", [Span(text, style) for text in texts])
    for text, read in zip(texts, found, strict=True):
        assert _simplified(read) == _simplified(text)


def _lines() -> st.SearchStrategy[str]:
    """Words of the names in any order and words that nobody writes, in a line that runs one way.

    In lines that run both ways PDFium turns brackets, drops characters of four bytes, writes out fractions;
    what ends in a hyphen it reads together with the next line.
    """
    own = sorted({word for name in NAMES for word in name.text.split()})
    there = [word for word in own if runs_left_to_right(word)]
    back = [word for word in own if {unicodedata.bidirectional(c) for c in word} <= {"R", "AL"}]
    invented = st.text(st.characters(exclude_categories=("C", "M", "Z")), min_size=1, max_size=9)
    words = st.sampled_from(there) | invented.filter(runs_left_to_right)
    one_way = st.lists(words, min_size=1, max_size=4)
    other_way = st.lists(st.sampled_from(back), min_size=1, max_size=4)
    lines = (one_way | other_way).map(" ".join)
    return lines.filter(lambda line: unicodedata.category(line[-1]) != "Pd")


@settings(max_examples=15)
@given(st.lists(_lines(), min_size=5, max_size=20))
def test_any_text_is_read_back_or_named(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        found = read_back(Path(folder) / "a.pdf", [Span(text, TextStyle()) for text in texts])
    for text, read in zip(texts, found, strict=True):
        lacking = set(missing(text, TextStyle()))
        shown = [REPLACEMENT if letter in lacking else letter for letter in clusters.visible(text)]
        assert _simplified(read) == _simplified("".join(shown))
