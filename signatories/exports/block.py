"""The list of signatories alone, as it stands at the end of a letter, as a PDF."""

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


@many_objects()
def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the public list."""
    tally, told = Tally(), Told()
    pages = LetterPages(snapshot)
    document = tally.stream(pages.block(told), told.take)
    pdf.write(path, [document], about(snapshot), progress, 1)
    check_pdf(path, tally.starts, tally.pages)
    return Written(tally.documents, tally.streamed, tally.pages, pages.misfits())
