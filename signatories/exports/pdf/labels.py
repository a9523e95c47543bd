"""What viewers call the pages of a file with many documents: "12/2" is the second page of the twelfth."""

from array import array

from signatories.exports.pdf.objects import ObjectFile


class PageLabels:
    """Notes where each document begins."""

    def __init__(self) -> None:
        self._starts = array("Q")
        self._pages = 0

    def add(self, pages: int) -> None:
        """A document of so many pages comes next."""
        self._starts.append(self._pages)
        self._pages += pages

    def finish(self, file: ObjectFile) -> int | None:
        """Write the labels; return their number. None where pages are called by their place in the file."""
        if len(self._starts) in {1, self._pages}:
            return None
        labels = [
            b"%d<</P(%d/)/S/D>>" % (start, document)
            for document, start in enumerate(self._starts, start=1)
        ]
        return file.add(b"<</Nums[%b]>>" % b"".join(labels))
