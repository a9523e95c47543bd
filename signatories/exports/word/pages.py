"""The pages of letters in Word: paper, letterhead above the first page, and styles."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt

from signatories.block.pieces import Piece
from signatories.exports.word.elements import Element, as_property, element, paragraph, runs_of
from signatories.exports.word.styles import set_size
from signatories.letters.text_file import LetterFile
from signatories.merge import styles
from signatories.merge.body import INDENT
from signatories.merge.styles import LetterStyles
from signatories.typesetting.pages import PageFormat
from signatories.typesetting.styles import Align, ParagraphStyle, TextStyle

LETTERHEAD, ANNEX = "Letterhead", "Annex"
OF_PARTS = {
    "reference": "Reference",
    "place": "Date",
    "addressee": "Addressee",
    "subject": "Subject",
    "salutation": "Salutation",
    "closing": "Closing",
    "see annex": "Body Text",
    "enclosures": "Enclosures",
    "cc": "Enclosures",
}
"""The name of the style of each part beside the body."""
_BUILT_IN = frozenset({"Date", "Salutation", "Closing"})  # known to Word, though in no template
_HEADINGS = range(1, 7)


def prepare(document: Document, text: LetterFile, look: LetterStyles) -> None:
    """Give an empty document its paper, styles and letterhead."""
    _describe(document, text)
    _define_styles(document, look)
    set_paper(document, look.paper)
    section: Any = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    _fill(section.first_page_header, _letterhead(document, text.letterhead))


def _describe(document: Document, text: LetterFile) -> None:
    properties = document.core_properties
    properties.author = as_property(text.letterhead[0]) if text.letterhead else ""
    properties.subject = as_property(text.subject)


def set_paper(document: Document, paper: PageFormat) -> None:
    """Give the pages their size and margins, and the room above and below."""
    section = document.sections[0]
    section.page_width, section.page_height = Pt(paper.width), Pt(paper.height)
    section.left_margin, section.right_margin = Pt(paper.left), Pt(paper.right)
    section.top_margin, section.bottom_margin = Pt(paper.top), Pt(paper.bottom)
    section.header_distance = Pt(styles.LETTERHEAD_TOP)
    section.footer_distance = Pt(paper.foot)


def define_text(document: Document, look: LetterStyles) -> None:
    """Running text, headings, quotes and feet as on the pages, in the place of the template's."""
    _set(document.styles["Normal"], look.text, styles.BODY)
    for level in _HEADINGS:
        heading = _named(document, f"Heading {level}")
        for own in ("rFonts", "color"):
            for old in heading.element.rPr.findall(qn(f"w:{own}")):
                heading.element.rPr.remove(old)
        _set(heading, look.heading(level), styles.HEADING)
    quote = _named(document, "Quote")
    quote.font.italic = quote.font.cs_italic = False
    quote.paragraph_format.left_indent = Pt(INDENT)
    set_size(document.styles["Footer"], look.small.size)


def _define_styles(document: Document, look: LetterStyles) -> None:
    """The styles of the pages, under names by which somebody finds them."""
    define_text(document, look)
    for name, text, form in (
        (LETTERHEAD, look.small, styles.LETTERHEAD),
        ("Reference", look.text, styles.LAST_LINE),
        ("Date", look.text, styles.LAST_LINE),
        ("Addressee", look.text, styles.LAST_LINE),
        ("Subject", look.heading(3), styles.SUBJECT),
        ("Salutation", look.text, styles.BODY),
        ("Closing", look.text, styles.CLOSING),
        ("Enclosures", look.small, styles.NOTE),
        (ANNEX, look.heading(2), styles.HEADING),
    ):
        _set(_added(document, name), text, form)
    _named(document, ANNEX).paragraph_format.page_break_before = True
    _named(document, "Addressee").element.pPr.append(element("outlineLvl", val="0"))


def _added(document: Document, name: str) -> Any:
    kind = WD_STYLE_TYPE.PARAGRAPH
    style: Any = document.styles.add_style(name, kind, builtin=name in _BUILT_IN)
    style.base_style = document.styles["Normal"]
    style.hidden, style.quick_style = False, True
    return style


def _named(document: Document, name: str) -> Any:
    return document.styles[name]


def _set(style: Any, text: TextStyle, form: ParagraphStyle) -> None:
    """Give a style the look of a paragraph on the pages."""
    set_size(style, text.size)
    style.font.bold = style.font.cs_bold = text.bold
    shape = style.paragraph_format
    shape.line_spacing, shape.line_spacing_rule = Pt(form.leading), WD_LINE_SPACING.AT_LEAST
    shape.space_before, shape.space_after = Pt(form.space_before), Pt(form.space_after)
    shape.keep_together, shape.keep_with_next = form.keep_together, form.keep_with_next
    if form.align is Align.CENTRE:
        shape.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _fill(place: Any, paragraphs: list[Element]) -> None:
    """Put paragraphs into a header or footer, in the place of the empty one."""
    (empty,) = place.paragraphs
    inner = empty._element  # noqa: SLF001 - python-docx opens its elements no other way
    for each in paragraphs:
        inner.addprevious(each)
    if paragraphs:
        inner.getparent().remove(inner)


def _letterhead(document: Document, lines: tuple[str, ...]) -> list[Element]:
    """The lines above a rule; nothing when there are none."""
    style = document.styles[LETTERHEAD].style_id
    made = [paragraph(style, runs_of([Piece(line)]), line) for line in lines]
    if made:
        rule = element("bottom", val="single", sz="4", space="4", color="auto")
        made[-1].find(qn("w:pPr")).find(qn("w:pStyle")).addnext(element("pBdr", rule))
    return made
