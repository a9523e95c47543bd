"""The cover note of a run as a PDF."""

from pathlib import Path

from signatories.exports import Written, pdf
from signatories.exports.checks.reopening import check_pdf
from signatories.exports.checks.tally import Tally
from signatories.exports.glyphs import refuse_unprintable
from signatories.exports.pages.letters import about
from signatories.exports.text.cover import Cover, cover_of
from signatories.merge import styles
from signatories.merge.snapshot import Snapshot
from signatories.merge.styles import LetterStyles, office_look
from signatories.progress import Progress
from signatories.typesetting.flow import Columns, Flow, Paragraph, Span
from signatories.typesetting.layout import Typesetter
from signatories.typesetting.pages import Document
from signatories.typesetting.styles import ParagraphStyle

_MANY = 40  # recipients, more of whom are set in columns
_LINE = ParagraphStyle(leading=12.5, keep_together=True, indent=27)


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the note."""
    cover, setter, tally = cover_of(snapshot), Typesetter(), Tally()
    look = office_look(snapshot.run.paper)
    texts = ((text, text) for text in (cover.title, snapshot.instrument, *cover.recipients))
    refuse_unprintable(setter, texts)
    pages = setter.pages(_flow(cover, look), look.paper)
    document = Document(cover.title, "en", pages)
    wanted = {each.id: each.name for each in snapshot.recipients}
    pdf.write(path, [tally.add(document, wanted)], about(snapshot), progress, 1)
    check_pdf(path, tally.starts, tally.pages)
    return Written(tally.documents, 0, tally.pages)


def _flow(cover: Cover, look: LetterStyles) -> Flow:
    text, heading = look.text, look.heading(1)
    yield Paragraph((Span(cover.title, heading),), styles.HEADING)
    yield from (Paragraph((Span(str(fact), text),), styles.BODY) for fact in cover.facts)
    small = look.small
    lines = (
        Paragraph((Span(name, small),), _LINE, Span(f"{number}.", small))
        for number, name in zip(cover.numbers, cover.recipients, strict=True)
    )
    yield Columns(lines, 1 if len(cover.recipients) <= _MANY else 2)
