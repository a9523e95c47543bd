"""Documents as one PDF: an outline entry for each, its fonts embedded, what repeats drawn only once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from signatories.exports.pdf_text import Pen
from signatories.progress import SILENT, Progress
from signatories.typesetting.galleys import Galley
from signatories.typesetting.pages import Document, Page, Placed

rl_config.useA85 = 0  # binary streams: a fifth less time and a fifth less to store
_VERSION = (1, 7)


@dataclass(frozen=True, slots=True)
class About:
    """What the file says about itself. `made`: its date; the same date gives the same bytes."""

    title: str
    author: str = ""
    subject: str = ""
    language: str = "en"
    made: datetime | None = None


def write(
    path: Path,
    documents: Iterable[Document],
    about: About,
    progress: Progress = SILENT,
    total: int | None = None,
) -> None:
    """Write the documents into a new file, one after the other; each is drawn when it comes.

    The same documents give the same bytes. Raises OSError when the file cannot be written, and
    Cancelled when `progress` asks to stop; a file that could not be finished is not begun.
    """
    file = _File(path, about)
    for count, document in enumerate(documents, start=1):
        file.add(document)
        progress.report(count, total, document.title)
    file.close()


class _File(Canvas):  # type: ignore[misc] # ReportLab has no types
    """A PDF in the making. A galley piece that comes a second time becomes a form, drawn once."""

    def __init__(self, path: Path, about: About) -> None:
        super().__init__(
            str(path), pageCompression=1, invariant=1, pdfVersion=_VERSION, lang=about.language
        )
        self._pen = Pen()
        self._language = about.language
        self._documents = 0
        self._seen: WeakKeyDictionary[Galley, dict[tuple[int, int], str]] = WeakKeyDictionary()
        self._forms = 0
        self._describe(about)

    def add(self, document: Document) -> None:
        """Draw a document and enter it into the outline."""
        self._documents += 1
        key = f"d{self._documents}"
        self.bookmarkPage(key)
        self.addOutlineEntry(document.title, key)
        for page in document.pages:
            self._add_page(page, document.language)

    def close(self) -> None:
        """Embed the fonts and write the file."""
        fonts = self._doc.idToObject[pdfdoc.BasicFonts].dict
        for font in self._pen.fonts:
            fonts[font.name] = font.add_to(self._doc)
        self.showOutline()
        self.save()

    def _make_preamble(self) -> None:
        """Leave out ReportLab's start of every page, which names a font that is not embedded."""
        self._preamble = ""

    def _describe(self, about: About) -> None:
        self.setTitle(about.title)
        self.setAuthor(about.author)
        self.setSubject(about.subject)
        self.setCreator("Signatories")
        self.setViewerPreference("DisplayDocTitle", "true")
        if about.made:
            date = _date(about.made)
            self._doc.setDateFormatter(lambda *_: date)

    def _add_page(self, page: Page, language: str) -> None:
        self.setPageSize((page.width, page.height))
        operators = [self._place(placed, page) for placed in page.placed]
        if language != self._language:
            tag = language.encode("utf-8").hex()
            operators = [f"/P<</Lang<{tag}>>>BDC", *operators, "EMC"]
        self.addLiteral("\n".join(operators))
        self.showPage()

    def _place(self, placed: Placed, page: Page) -> str:
        """Draw a piece of a galley where it stands; from its second time on by its form."""
        x, y, galley, first, end = placed
        pieces = self._seen.setdefault(galley, {})
        form = pieces.get((first, end))
        if form is None:
            pieces[first, end] = ""
            return self._pen.draw(galley, first, end, x, page.height - y)
        if not form:
            form = pieces[first, end] = self._make_form(placed, page)
        self._formsinuse.append(form)
        name = pdfdoc.xObjectName(form)
        return f"q 1 0 0 1 {x:.6g} {page.height - y:.6g} cm /{name} Do Q"

    def _make_form(self, placed: Placed, page: Page) -> str:
        self._forms += 1
        name = str(self._forms)
        form = pdfdoc.PDFFormXObject(-page.width, -page.height, page.width, page.height)
        form.compression = 1
        form.setStreamList(self._pen.draw(placed.galley, placed.first, placed.end, 0, 0))
        outer: Any = self._doc.inObject
        self._doc.addForm(name, form)
        self._doc.inObject = outer
        return name


def _date(moment: datetime) -> str:
    """A date as PDF writes it: `D:20100726123000+02'00'`."""
    zone = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")
