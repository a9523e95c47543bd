"""The outline of a file: an entry for each document, or for each of its parts, written while they come."""

from dataclasses import dataclass

from signatories.exports.pdf.objects import ObjectFile
from signatories.exports.pdf.values import text


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry that is written when it is known what follows it."""

    number: int
    content: bytes


class Outline:
    """Entries in a row, each knowing its neighbours. `count`: how many there are."""

    def __init__(self, file: ObjectFile) -> None:
        self.count = 0
        self._file = file
        self._number = file.reserve()
        self._first = 0
        self._last: _Entry | None = None

    def add(self, title: str, page: int) -> None:
        """Enter a document or a part, and the object of its first page."""
        number = self._file.reserve()
        content = b"/Title%b/Parent %d 0 R/Dest[%d 0 R/Fit]" % (text(title), self._number, page)
        if self._last:
            content += b"/Prev %d 0 R" % self._last.number
            self._write(self._last, b"/Next %d 0 R" % number)
        self._first = self._first or number
        self._last = _Entry(number, content)
        self.count += 1

    def finish(self) -> int:
        """Write what is left; return the number of the whole."""
        if self._last is None:
            return self._file.add(b"<</Type/Outlines/Count 0>>", self._number)
        self._write(self._last, b"")
        entries = (self.count, self._first, self._last.number)
        whole = b"<</Type/Outlines/Count %d/First %d 0 R/Last %d 0 R>>" % entries
        return self._file.add(whole, self._number)

    def _write(self, entry: _Entry, following: bytes) -> None:
        self._file.add(b"<<%b%b>>" % (entry.content, following), entry.number)
