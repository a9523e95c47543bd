"""The letters as a Word document: its sections, headers, fields and styles."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section

from signatories.block.settings import Layout
from signatories.exports import exporter
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Marker, Place
from tests.products import write

WORD = exporter("letters", "docx")
Made = Callable[..., Document]


@pytest.fixture
def made(snapshot: Snapshot, tmp_path: Path) -> Made:
    def make(layout: Layout | None = None, **changes: object) -> Document:
        block = replace(snapshot.block, **({"layout": layout} if layout else {}))
        text = replace(snapshot.text, **changes)
        given = replace(snapshot, text=text, block=block, limit=3)
        path = tmp_path / "letters.docx"
        write(WORD, given, path)
        return docx.Document(str(path))

    return make


def kinds(document: Document) -> list[tuple[str, bool, bool]]:
    """Of each section: how it begins, whether it counts pages anew, whether its first page has its own header."""
    found = []
    for section in document.sections:
        properties = section._sectPr
        kind = properties.find(qn("w:type")).get(qn("w:val"))
        numbers = properties.find(qn("w:pgNumType"))
        anew = numbers is not None and numbers.get(qn("w:start")) == "1"
        found.append((kind, anew, section.different_first_page_header_footer))
    return found


def fields(section: Section) -> list[str]:
    """What stands in the foot of a section's pages, but for words."""
    return [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]


def marks(document: Document) -> list[tuple[str, str]]:
    """The marks of a document, each with the paragraph in which it stands."""
    return [
        (mark.get(qn("w:name")), paragraph.text)
        for paragraph in document.paragraphs
        for mark in paragraph._p.iter(qn("w:bookmarkStart"))
    ]


def in_style(document: Document, name: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style.name == name]


def test_every_letter_is_a_section_that_counts_its_own_pages(made: Made) -> None:
    document = made()
    assert kinds(document) == [("nextPage", True, True)] * 3
    ends = [name for name, _ in marks(document)]
    assert len(set(ends)) == 3
    for section, end in zip(document.sections, ends, strict=True):
        assert fields(section) == ["PAGE", f"PAGEREF {end}"]
        assert section.footer.paragraphs[0].text.split() == ["Page", "of"]


def test_the_end_of_a_letter_is_marked_by_its_last_words(made: Made) -> None:
    document = made(body="First.\n", enclosures=("A list",), cc=())
    assert [text for _, text in marks(document)] == ["Enclosures:\nA list"] * 3


def test_the_letterhead_is_in_the_header_of_first_pages(made: Made, snapshot: Snapshot) -> None:
    document = made()
    for section in document.sections:
        header = section.first_page_header.paragraphs
        assert [line.text for line in header] == list(snapshot.text.letterhead)
        assert {line.style.name for line in header} == {"Letterhead"}
        assert "".join(line.text for line in section.header.paragraphs) == ""


def test_a_letter_without_letterhead_has_an_empty_header(made: Made) -> None:
    document = made(letterhead=())
    (line,) = document.sections[0].first_page_header.paragraphs
    assert line.text == ""


def test_columns_stand_in_a_section_within_the_letter(made: Made) -> None:
    document = made(Layout(columns=2))
    letter = [("nextPage", True, True), ("continuous", False, False), ("continuous", False, False)]
    assert kinds(document) == letter * 3
    columns = [section._sectPr.find(qn("w:cols")).get(qn("w:num")) for section in document.sections]
    assert columns == ["1", "2", "1"] * 3
    feet = [fields(section) for section in document.sections]
    assert feet == [["PAGE", f"PAGEREF {end}"] for end, _ in marks(document) for _ in range(3)]


def test_columns_at_the_end_of_a_letter_are_closed_by_a_line_of_no_height(made: Made) -> None:
    document = made(Layout(columns=2), enclosures=())
    letter = [("nextPage", True, True), ("continuous", False, False), ("continuous", False, False)]
    assert kinds(document) == letter * 3
    closing = [each for each in document.paragraphs if not each.text]
    assert [each.paragraph_format.line_spacing.pt for each in closing] == [1, 1, 1]


def test_arabic_has_the_sizes_and_weights_of_its_styles(made: Made) -> None:
    document = made(language="ar")
    for name in ("Normal", "Letterhead", "Subject", "Heading 1", "Signatories 1"):
        style = document.styles[name]
        size = style.element.rPr.find(qn("w:szCs")).get(qn("w:val"))
        assert size == style.element.rPr.find(qn("w:sz")).get(qn("w:val"))
        assert style.font.cs_bold == style.font.bold


def test_parts_have_styles_of_their_own(made: Made, snapshot: Snapshot) -> None:
    document = made()
    recipients = snapshot.recipients[:3]
    assert in_style(document, "Addressee") == [each.address for each in recipients]
    assert in_style(document, "Subject") == [snapshot.text.subject] * 3
    assert in_style(document, "Closing") == [snapshot.text.closing] * 3
    assert document.styles["Closing"].paragraph_format.keep_with_next
    assert document.styles["Normal"].font.size.pt == 11


def test_numbers_of_lists_begin_anew_in_each_letter(made: Made) -> None:
    document = made(Layout(marker=Marker.NUMBERS), body="3. three\n4. four\n   - below\n")
    starts = [
        override.get(qn("w:val"))
        for override in document.part.numbering_part.element.iter(qn("w:startOverride"))
    ]
    assert starts == ["3", "1"] * 3
    assert in_style(document, "List Number") == ["three", "four"] * 3
    assert in_style(document, "List Bullet 2") == ["below"] * 3


def test_only_safe_links_lead_anywhere(made: Made) -> None:
    document = made(body="[a](https://example.org/x) [b](file:///etc/passwd)")
    links = [
        document.part.rels[link.get(qn("r:id"))].target_ref
        for link in document.element.iter(qn("w:hyperlink"))
    ]
    assert links == ["https://example.org/x"] * 3


def test_an_annex_begins_on_a_new_page(snapshot: Snapshot, tmp_path: Path) -> None:
    given = replace(snapshot, block=replace(snapshot.block, place=Place.ANNEX), limit=1)
    write(WORD, given, tmp_path / "letter.docx")
    document = docx.Document(str(tmp_path / "letter.docx"))
    assert in_style(document, "Annex") == ["Annex: Signatories"]
    assert document.styles["Annex"].paragraph_format.page_break_before


def test_a_separate_letter_counts_the_pages_of_its_file(snapshot: Snapshot, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    columns = replace(snapshot.block, layout=Layout(columns=2))
    given = replace(snapshot, block=columns, limit=2)
    write(exporter("letters", "docx", separate=True), given, folder)
    for path in folder.glob("*.docx"):
        document = docx.Document(str(path))
        assert [fields(each) for each in document.sections] == [["PAGE", "NUMPAGES"]] * 3
        assert marks(document) == []


def test_the_document_says_what_it_is(made: Made, snapshot: Snapshot) -> None:
    document = made(language="fr")
    properties = document.core_properties
    assert (properties.title, properties.language) == (snapshot.text.title, "fr")
    assert properties.author == snapshot.text.letterhead[0]
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {"fr"}
    assert document.sections[0].footer.paragraphs[0].text.split() == ["Page", "sur"]


def test_letters_in_another_language_say_so_in_each_run(snapshot: Snapshot, tmp_path: Path) -> None:
    first, second, *_ = snapshot.recipients
    those = [replace(first, language="en"), replace(second, language="he")]
    hebrew = replace(snapshot.text, language="he", body="שלום\n", subject="Greeting")
    given = replace(
        snapshot,
        selection=replace(snapshot.selection, recipients=those),
        translations=(hebrew,),
    )
    path = tmp_path / "letters.docx"
    write(WORD, given, path)
    found = {}
    for paragraph in docx.Document(str(path)).paragraphs:
        for language in paragraph._p.iter(qn("w:lang")):
            kinds = language.get(qn("w:val")), language.get(qn("w:bidi"))
            if not any(kinds):  # the shapes of Han, in a letter of the document's own language
                continue
            found.setdefault(kinds, []).append(paragraph.text)
    assert found.keys() == {("he", "he")}
    assert {"שלום", "Greeting"} <= set(found["he", "he"])
    assert snapshot.text.subject not in found["he", "he"]


def test_figures_alone_run_as_their_letter_does(made: Made) -> None:
    for language, turned in (("ar", True), ("en", False)):
        line = next(
            each
            for each in made(language=language, body="12 - 15\n").paragraphs
            if each.text == "12 - 15"
        )
        assert (line._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None) is turned
        assert [(run._r.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None) for run in line.runs] == [
            turned
        ]
