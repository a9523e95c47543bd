"""The language of parts of a Word document, for its proofing tools, and their direction where no letter tells it."""

from docx.oxml.ns import qn

from signatories.exports.word.elements import Element, element
from signatories.typesetting.direction import base_level, runs_left

_UNTOLD = 2  # no level of embedding


def name_language(mark: Element, language: str) -> None:
    """Say in a mark of language which one it is, for letters of its direction."""
    tag = language.replace("_", "-")
    mark.set(qn("w:val"), tag)
    if runs_left(language):
        mark.set(qn("w:bidi"), tag)


def mark_language(part: Element, language: str) -> None:
    """Say of each run of a paragraph or table that it is in a language."""
    for run in part.iter(qn("w:r")):
        properties = _properties(run)
        mark = properties.find(qn("w:lang"))
        if mark is None:
            mark = element("lang")
            properties.append(mark)
        name_language(mark, language)


def turn_figures(part: Element) -> None:
    """Let paragraphs of figures and signs alone run from right to left."""
    for paragraph in part.iter(qn("w:p")):
        words = "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
        if words.strip() and base_level(words, _UNTOLD) == _UNTOLD:
            _turn(paragraph)


def _turn(paragraph: Element) -> None:
    properties = paragraph.find(qn("w:pPr"))
    for placed in properties.findall(qn("w:jc")):
        properties.remove(placed)
    properties.append(element("bidi"))
    for run in paragraph.iter(qn("w:r")):
        properties = _properties(run)
        mark = properties.find(qn("w:lang"))
        place = len(properties) if mark is None else properties.index(mark)
        properties.insert(place, element("rtl"))


def _properties(run: Element) -> Element:
    properties = run.find(qn("w:rPr"))
    if properties is None:
        properties = element("rPr")
        run.insert(0, properties)
    return properties
