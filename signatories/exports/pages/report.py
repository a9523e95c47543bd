"""The report on a letter as a PDF: a page, unless very many States moved."""

from pathlib import Path

from signatories.exports import pdf
from signatories.exports.checks.reopening import check_pdf
from signatories.exports.checks.tally import Tally
from signatories.exports.glyphs import refuse_unprintable
from signatories.exports.text.report import Part, Report, report_of
from signatories.merge import styles
from signatories.merge.course import Course
from signatories.merge.styles import LetterStyles, office_look
from signatories.models import Paper
from signatories.typesetting.flow import Columns, Flow, Paragraph, Span
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import Document
from signatories.typesetting.styles import ParagraphStyle

_LINE = ParagraphStyle(leading=12.5, keep_together=True, indent=9)


def write(course: Course, path: Path) -> None:
    """Write the report on a letter. Raises as `write_report`."""
    write_report(report_of(course), path, course.paper)


def write_report(report: Report, path: Path, paper: Paper = Paper.A4) -> None:
    """Write a report. Raises Refused for words that no font has all characters of."""
    setter, tally, look = Typesetter(), Tally(), office_look(paper)
    title = str(report.title)
    told = [title, *(str(part.heading) for part in report.parts if part.heading)]
    told += [str(fact) for part in report.parts for fact in part.facts]
    refuse_unprintable(setter, ((text, text) for text in told))
    document = Document(title, "en", setter.pages(_flow(report, look), look.paper))
    pdf.write(path, [tally.add(document, {})], pdf.About(title, language="en"))
    check_pdf(path, tally.starts, tally.pages)


def _flow(report: Report, look: LetterStyles) -> Flow:
    yield Paragraph((Span(str(report.title), look.heading(1)),), styles.HEADING)
    for part in report.parts:
        yield from _part(part, look)


def _part(part: Part, look: LetterStyles) -> Flow:
    if part.heading:
        yield Paragraph((Span(str(part.heading), look.heading(3)),), styles.HEADING)
    yield from (Paragraph((Span(str(fact), look.text),), styles.BODY) for fact in part.facts)
    if part.lines:
        small = look.small
        marked = (Paragraph((Span(line, small),), _LINE, Span("•", small)) for line in part.lines)
        yield Columns(marked, 2)
