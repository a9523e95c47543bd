"""A list of signatories as a Word document, to be worked on."""

from pathlib import Path

from docx.shared import Mm

from signatories.exports import Written
from signatories.exports.archive_dates import set_dates
from signatories.exports.list_checks import text_of_document
from signatories.exports.walking import Walk
from signatories.exports.word_body import Body
from signatories.exports.word_document import empty_document
from signatories.exports.word_list import ListWriter
from signatories.exports.word_styles import Styles
from signatories.merge import listing
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress

_A4 = Mm(210), Mm(297)


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the whole list as a document, and open it again. Raises UnwritableFile when it reads otherwise."""
    walk = Walk(listing.whole(snapshot), progress)
    document = empty_document(snapshot.text, snapshot.taken_at)
    document.sections[0].page_width, document.sections[0].page_height = _A4
    body = Body(document)
    ListWriter(body, Styles(document), snapshot.images, walk.entries).write(walk.arrangement)
    body.finish()
    document.save(str(path))
    set_dates(path, snapshot.taken_at)
    return walk.written(text_of_document(path))
