"""The report on a letter as a PDF: a page, unless very many States moved."""

from pathlib import Path

from signatories.exports import pdf
from signatories.exports.glyphs import refuse_unprintable
from signatories.exports.reopening import check_pdf
from signatories.exports.report import Part, Report, report_of
from signatories.exports.tally import Tally
from signatories.merge import styles
from signatories.merge.course import Course
from signatories.merge.styles import LetterStyles
from signatories.typesetting.flow import Columns, Flow, Paragraph, Span
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import Document
from signatories.typesetting.styles import ParagraphStyle

_LINE = ParagraphStyle(leading=12.5, keep_together=True, indent=9)
_LOOK = LetterStyles("en")


def write(course: Course, path: Path) -> None:
    """Write the report on a letter. Raises as `write_report`."""
    write_report(report_of(course), path)


def write_report(report: Report, path: Path) -> None:
    """Write a report. Raises Refused for words that no font has all characters of."""
    setter, tally = Typesetter(), Tally()
    title = str(report.title)
    told = [title, *(str(part.heading) for part in report.parts if part.heading)]
    told += [str(fact) for part in report.parts for fact in part.facts]
    refuse_unprintable(setter, ((text, text) for text in told))
    document = Document(title, "en", setter.pages(_flow(report), _LOOK.paper))
    pdf.write(path, [tally.add(document, {})], pdf.About(title, language="en"))
    check_pdf(path, tally.starts, tally.pages)


def _flow(report: Report) -> Flow:
    yield Paragraph((Span(str(report.title), _LOOK.heading(1)),), styles.HEADING)
    for part in report.parts:
        yield from _part(part)


def _part(part: Part) -> Flow:
    if part.heading:
        yield Paragraph((Span(str(part.heading), _LOOK.heading(3)),), styles.HEADING)
    yield from (Paragraph((Span(str(fact), _LOOK.text),), styles.BODY) for fact in part.facts)
    if part.lines:
        small = _LOOK.small
        marked = (Paragraph((Span(line, small),), _LINE, Span("•", small)) for line in part.lines)
        yield Columns(marked, 2)
