"""Documents as one PDF: an outline entry for each, its fonts embedded, what repeats drawn only once.

A file is written while its pages come, so that memory does not grow with it:

- `objects` writes numbered objects and remembers where each one stands; `values` puts them into words.
- `sheets` writes pages, and below them the `tree` of pages; `forms` keeps what several pages show.
- `pen` draws galleys, `lines` and `words` their text, `fonts` and `images` what they are made of.
- `annotations` are the links; `outline`, `labels` and `description` are what readers see beside the pages.
- `colours` are what archives want to know.

Dictionaries are ReportLab's (`reportlab.pdfbase.pdfdoc`). Its canvas would keep all pages until the end.
"""

from collections.abc import Iterable
from pathlib import Path

from signatories.exports.pdf.colours import add_output_intent
from signatories.exports.pdf.description import About, add_info, add_metadata
from signatories.exports.pdf.labels import PageLabels
from signatories.exports.pdf.objects import ObjectFile, new_file
from signatories.exports.pdf.outline import Outline
from signatories.exports.pdf.sheets import Sheets
from signatories.exports.pdf.values import Entries, dictionary, ref, text
from signatories.progress import SILENT, Progress
from signatories.typesetting.pages import Bookmark, Document

__all__ = ["About", "write"]


def write(
    path: Path,
    documents: Iterable[Document],
    about: About,
    progress: Progress = SILENT,
    total: int | None = None,
) -> None:
    """Write the documents into a new file, one after the other; each is drawn when it comes.

    The same documents give the same bytes. Raises OSError when the file cannot be written, and
    Cancelled when `progress` asks to stop; a file that could not be finished is removed.
    """
    with new_file(path) as file:
        sheets = Sheets(file, about.language, whole_pages=about.archive)
        outline, labels = Outline(file), PageLabels()
        for count, document in enumerate(documents, start=1):
            pages = sheets.add(document)
            if pages:
                for title, place in document.bookmarks or [Bookmark(document.title, 0)]:
                    outline.add(title, pages[place])
                labels.add(len(pages))
            progress.report(count, total, item=document.title)
        pages_object, outlines = sheets.finish(), outline.finish()
        catalogue: Entries = {
            "Type": "/Catalog",
            "Pages": ref(pages_object),
            "Outlines": ref(outlines),
            "PageMode": "/UseOutlines" if outline.count > 1 else "/UseNone",
            **_said_of_all(file, labels, about),
        }
        file.finish(file.add(dictionary(catalogue)), add_info(file, about))


def _said_of_all(file: ObjectFile, labels: PageLabels, about: About) -> Entries:
    """What the catalogue says of the document as a whole."""
    said: Entries = {
        "Lang": text(about.language),
        "ViewerPreferences": {"DisplayDocTitle": "true"},
        "Metadata": ref(add_metadata(file, about)),
    }
    if number := labels.finish(file):
        said = {**said, "PageLabels": ref(number)}
    if about.archive:
        said = {**said, "OutputIntents": [ref(add_output_intent(file))]}
    return said
