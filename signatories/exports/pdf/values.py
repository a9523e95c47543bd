"""PDF's dictionaries, references, texts and dates as they are written."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Union

from reportlab.pdfbase import pdfdoc

from signatories.exports.characters import printable

Entry = Union[bytes, str, float, "Sequence[Entry]", "Entries"]
Entries = Mapping[str, Entry]

_LARGEST = 14_400  # points: no page of a PDF is wider or higher
FORM: Entries = {
    "Type": "/XObject",
    "Subtype": "/Form",
    "BBox": (-_LARGEST, -_LARGEST, _LARGEST, _LARGEST),
}
"""What is drawn again and again, of any size."""


def dictionary(entries: Entries) -> bytes:
    """A dictionary by ReportLab's objects, its keys sorted. Of `str` and `bytes` nothing is escaped."""
    return bytes(pdfdoc.format(_object(entries), pdfdoc.DummyDoc()))


def _object(entry: Entry) -> Any:
    if isinstance(entry, Mapping):
        return pdfdoc.PDFDictionary({key: _object(value) for key, value in entry.items()})
    if isinstance(entry, Sequence) and not isinstance(entry, str | bytes):
        return pdfdoc.PDFArray([_object(value) for value in entry])
    return entry


def ref(number: int) -> str:
    """A reference to the object of that number."""
    return f"{number} 0 R"


def text(value: str) -> bytes:
    """A text for readers: a title, an author; what no file can hold is marked."""
    if value.isascii() and value.isprintable():
        return b"(%b)" % value.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode()
    return b"<feff%b>" % printable(value).encode("utf-16-be").hex().encode()


def date(moment: datetime) -> bytes:
    """A date as PDF writes it: `(D:20100726123000+02'00')`."""
    zone = moment.strftime("%z")
    zone = f"{zone[:3]}'{zone[3:5]}'" if zone else ""
    return f"({moment:D:%Y%m%d%H%M%S}{zone})".encode()
