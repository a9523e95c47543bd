"""The list of signatories alone, as it stands at the end of a letter, as a PDF."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from signatories.exports import Written, pdf
from signatories.exports.checks.reopening import check_pdf
from signatories.exports.checks.tally import Tally
from signatories.exports.pages.letters import about
from signatories.lasting import many_objects
from signatories.merge.block.texts import Told
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.typesetting.galleys import Line
from signatories.typesetting.pages import Bookmark, Page


@many_objects()
def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the public list."""
    tally, told, bookmarks = Tally(), Told(), list[Bookmark]()
    pages = LetterPages(snapshot)
    document = tally.stream(pages.block(told), told.take)
    reported = _reported(document.pages, tally, snapshot, progress)
    document = replace(document, pages=_marked(reported, bookmarks), bookmarks=bookmarks)
    pdf.write(path, [document], about(snapshot))
    check_pdf(path, [each.page for each in bookmarks] or tally.starts, tally.pages)
    return Written(tally.documents, tally.streamed, tally.pages, pages.misfits())


def _reported(
    pages: Iterable[Page], tally: Tally, snapshot: Snapshot, progress: Progress
) -> Iterator[Page]:
    """The same pages. Tells how many lines of the list stand on them, and raises Cancelled when asked to stop."""
    lines = len(snapshot.printed)
    for page in pages:
        progress.report(tally.streamed, lines)
        yield page


def _marked(pages: Iterable[Page], bookmarks: list[Bookmark]) -> Iterator[Page]:
    """The same pages. Notes where each group begins, unless there is one, or one page."""
    number = 0
    for number, page in enumerate(pages):
        for title in _heads(page):
            if not bookmarks or bookmarks[-1].title != title:
                bookmarks.append(Bookmark(title, number))
        yield page
    if number == 0 or len(bookmarks) == 1:
        bookmarks.clear()


def _heads(page: Page) -> Iterator[str]:
    """What the lines of headings on a page belong to."""
    for placed in page.placed:
        for line in placed.galley.lines[placed.first : placed.end]:
            if type(line) is Line and line.words and line.words[0].style.heads:
                yield line.words[0].style.heads
