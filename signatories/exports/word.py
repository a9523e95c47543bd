"""A list of signatories as a Word document, to be worked on."""

from pathlib import Path

import docx
from docx.shared import Mm

from signatories.exports import Written
from signatories.exports.list_checks import text_of_document
from signatories.exports.walking import Walk
from signatories.exports.word_body import Body
from signatories.exports.word_elements import as_property
from signatories.exports.word_list import ListWriter
from signatories.exports.word_styles import Styles
from signatories.merge import listing
from signatories.merge.snapshot import Snapshot
from signatories.progress import Progress

_A4 = Mm(210), Mm(297)


def write(snapshot: Snapshot, path: Path, progress: Progress) -> Written:
    """Write the whole list as a document, and open it again. Raises UnwritableFile when it reads otherwise."""
    walk = Walk(listing.whole(snapshot), progress)
    document = docx.Document()
    document.sections[0].page_width, document.sections[0].page_height = _A4
    document.core_properties.title = as_property(snapshot.text.title)
    document.core_properties.language = snapshot.text.language
    document.core_properties.author = ""
    body = Body(document)
    ListWriter(body, Styles(document), snapshot.images, walk.entries).write(walk.arrangement)
    body.finish()
    document.save(str(path))
    return walk.written(text_of_document(path))
