"""The list of signatories alone, as it stands at the end of a letter, as a PDF."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from signatories.exports import Written, pdf
from signatories.exports.letters import about
from signatories.exports.reopening import check_pdf
from signatories.exports.tally import Tally
from signatories.lasting import many_objects
from signatories.merge.block.texts import Told
from signatories.merge.pages import LetterPages
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.typesetting.pages import Page


@many_objects()
def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the public list."""
    tally, told = Tally(), Told()
    pages = LetterPages(snapshot)
    document = tally.stream(pages.block(told), told.take)
    document = replace(document, pages=_reported(document.pages, tally, snapshot, progress))
    pdf.write(path, [document], about(snapshot))
    check_pdf(path, tally.starts, tally.pages)
    return Written(tally.documents, tally.streamed, tally.pages, pages.misfits())


def _reported(
    pages: Iterable[Page], tally: Tally, snapshot: Snapshot, progress: Progress
) -> Iterator[Page]:
    """The same pages. Tells how many lines of the list stand on them, and raises Cancelled when asked to stop."""
    lines = len(snapshot.printed)
    for page in pages:
        progress.report(tally.streamed, lines)
        yield page
