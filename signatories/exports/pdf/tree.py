"""The tree of pages: found quickly in a file of any length, and written while the pages come."""

from dataclasses import dataclass, field

from signatories.exports.pdf.objects import ObjectFile

_MOST = 64  # children of a node


@dataclass(slots=True)
class _Node:
    """A node that may get more children; `pages`: how many are below it."""

    number: int
    kids: list[int] = field(default_factory=list)
    pages: int = 0

    def take(self, kid: int, pages: int) -> None:
        self.kids.append(kid)
        self.pages += pages


class PageTree:
    """Writes page objects and the nodes above them; of each height it keeps the one that is being filled."""

    def __init__(self, file: ObjectFile) -> None:
        self._file = file
        self._open: list[_Node] = []

    def add(self, page: int, entries: bytes) -> None:
        """Write the object of the next page, under its reserved number."""
        node = self._room(0)
        self._file.add(b"<</Type/Page/Parent %d 0 R%b>>" % (node.number, entries), page)
        node.take(page, 1)

    def finish(self, inherited: bytes) -> int:
        """Write what is open, and into the root what all pages inherit; return the root's number."""
        if not self._open:
            self._room(0)
        height = 0
        while height + 1 < len(self._open):  # closing a node may open one above all others
            self._close(self._open[height], height)
            height += 1
        root = self._open[-1]
        self._write(root, inherited)
        return root.number

    def _room(self, height: int) -> _Node:
        """The node of this height that can take another child; the one before it is closed."""
        if height == len(self._open):
            self._open.append(_Node(self._file.reserve()))
        elif len(self._open[height].kids) == _MOST:
            self._close(self._open[height], height)
            self._open[height] = _Node(self._file.reserve())
        return self._open[height]

    def _close(self, node: _Node, height: int) -> None:
        parent = self._room(height + 1)
        parent.take(node.number, node.pages)
        self._write(node, b"/Parent %d 0 R" % parent.number)

    def _write(self, node: _Node, entries: bytes) -> None:
        kids = b" ".join([b"%d 0 R" % kid for kid in node.kids])
        self._file.add(
            b"<</Type/Pages/Count %d/Kids[%b]%b>>" % (node.pages, kids, entries), node.number
        )
