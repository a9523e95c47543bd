"""Lists read back from finished files, by readers that know nothing of who wrote them."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from signatories.block.arrangement import Arrangement
from signatories.errors import UnwritableFile
from signatories.exports.characters import printable
from signatories.texts import N_

_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_OTHERWISE = N_(
    "In the finished list “{line}” does not stand as it was to be written: it was not kept. "
    "Look how that line is written, or make the list in another format."
)
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def shown_in(text: str, arrangement: Arrangement) -> int:
    """How many entries stand in the text of a file. Raises UnwritableFile unless all do, whole and in their order."""
    found, place, read = 0, 0, _squeezed(text)
    for entry in arrangement.entries:
        for words in entry.cells or (entry.text,):
            wanted = _squeezed(printable(words))
            begins = read.find(wanted, place)
            if begins < 0:
                raise UnwritableFile(_OTHERWISE, line=entry.signatory.line)
            place = begins + len(wanted)
        found += 1
    return found


def text_of_lines(path: Path) -> str:
    """The text of a file of lines."""
    return path.read_text(encoding="utf-8")


def text_of_page(path: Path) -> str:
    """The text of a web page, and that of its pictures."""
    parser = etree.HTMLParser(target=_Collector(), encoding="utf-8", huge_tree=True)
    text: str = etree.parse(str(path), parser)
    return text


def text_of_document(path: Path) -> str:
    """The text of a Word document, and that of its pictures."""
    parts: list[str] = []
    with ZipFile(path) as archive, archive.open("word/document.xml") as file:
        for _, each in etree.iterparse(file, tag=(_WORDS, _DRAWN), huge_tree=True):
            parts.append(each.get("descr", "") if each.tag == _DRAWN else each.text or "")
            each.clear()
    return "".join(parts)


def _squeezed(text: str) -> str:
    """Without any space: what is a line end in one file is an element in another."""
    return "".join(text.split())


class _Collector:
    """Takes the text of a page as it is read."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def start(self, _tag: str, attributes: Mapping[str, str]) -> None:
        """Take the words that stand for a picture."""
        self._parts.append(attributes.get("alt", ""))

    def data(self, text: str) -> None:
        """Take text between tags."""
        self._parts.append(text)

    def close(self) -> str:
        """All of it."""
        return "".join(self._parts)
