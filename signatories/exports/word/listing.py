"""A list of signatories as a Word document, to be worked on."""

from pathlib import Path

from signatories.exports import Written
from signatories.exports.archive_dates import set_dates
from signatories.exports.checks.list_checks import text_of_document
from signatories.exports.walking import Walk
from signatories.exports.word.body import Body
from signatories.exports.word.document import empty_document
from signatories.exports.word.feet import Feet
from signatories.exports.word.pages import define_text, set_paper
from signatories.exports.word.signatories import ListWriter
from signatories.exports.word.styles import Styles
from signatories.merge import listing
from signatories.merge.snapshot import Snapshot
from signatories.merge.styles import look_of
from signatories.progress import Progress


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the whole list as a document, and open it again. Raises UnwritableFile when it reads otherwise."""
    walk = Walk(listing.whole(snapshot), progress)
    document = empty_document(snapshot.text, snapshot.taken_at)
    look = look_of(snapshot)
    set_paper(document, look.paper)
    define_text(document, look)
    body = Body(document, Feet(document).of_file, snapshot.text.language)
    ListWriter(body, Styles(document), snapshot.images, walk.entries).write(walk.arrangement)
    body.finish()
    document.save(str(path))
    set_dates(path, snapshot.taken_at)
    return walk.written(text_of_document(path))
