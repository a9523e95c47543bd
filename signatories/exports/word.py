"""A list of signatories as a Word document, to be worked on."""

from pathlib import Path

import docx
from docx.shared import Mm

from signatories.errors import UnwritableFile
from signatories.exports import Written
from signatories.exports.characters import printable
from signatories.exports.walking import Walk
from signatories.exports.word_body import Body
from signatories.exports.word_list import ListWriter
from signatories.exports.word_styles import Styles
from signatories.merge import listing
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress
from signatories.texts import N_

_A4 = Mm(210), Mm(297)


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the whole list as a document, and open it again. Raises UnwritableFile when it reads otherwise."""
    walk = Walk(listing.whole(snapshot), progress)
    document = docx.Document()
    document.sections[0].page_width, document.sections[0].page_height = _A4
    document.core_properties.title = printable(snapshot.text.title)
    document.core_properties.language = snapshot.text.language
    document.core_properties.author = ""
    body = Body(document)
    ListWriter(body, Styles(document), snapshot.images, walk.entries).write(walk.arrangement)
    body.finish()
    document.save(str(path))
    if len(docx.Document(str(path)).element.body) != len(document.element.body):
        raise UnwritableFile(N_("The finished document is not what was to be written. Try again."))
    return walk.written
