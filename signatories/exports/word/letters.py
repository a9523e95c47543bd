"""The letters of a run as Word documents, for those who must edit them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn
from lxml import etree

from signatories.exports.archive_dates import set_dates
from signatories.exports.letter_files import LetterFormat, write_each, write_together
from signatories.exports.letter_texts import LetterText
from signatories.exports.word import pages
from signatories.exports.word.body import Body, begins_page
from signatories.exports.word.document import empty_document
from signatories.exports.word.feet import Feet
from signatories.exports.word.letter import LetterWriter
from signatories.exports.word.signatories import ListWriter
from signatories.exports.word.styles import Styles
from signatories.letters.text_file import LetterFile
from signatories.merge.snapshot import Snapshot
from signatories.merge.styles import LetterStyles, look_of

_WORDED = qn("w:t"), qn("wp:docPr")


def _write(path: Path, snapshot: Snapshot, letters: Iterable[LetterText], *, alone: bool) -> None:
    """Write letters; `alone`: there is one, and its pages are those of the file."""
    document = docx.Document(
        BytesIO(_empty(_on_paper(snapshot), look_of(snapshot), snapshot.taken_at))
    )
    feet, styles = Feet(document), Styles(document)
    numbered = feet.of_file if alone else feet.of_letter
    body = Body(document, numbered, snapshot.text.language)
    writer = LetterWriter(body, styles, ListWriter(body, styles, snapshot.images))
    for letter in letters:
        writer.write(letter)
    body.finish()
    document.save(str(path))
    set_dates(path, snapshot.taken_at)


def _on_paper(snapshot: Snapshot) -> LetterFile:
    """The letter's text; of a letterhead that the paper has, only the room."""
    text = snapshot.text
    if snapshot.run.letterhead:
        return text
    return replace(text, letterhead=("",) * len(text.letterhead))


@lru_cache(maxsize=8)  # one for each language
def _empty(text: LetterFile, look: LetterStyles, made_at: dt.datetime) -> bytes:
    """The document that letters are written into: of separate ones, to make it took half of the time."""
    document, content = empty_document(text, made_at), BytesIO()
    pages.prepare(document, text, look)
    document.save(content)
    return content.getvalue()


def _read(path: Path) -> Iterator[str]:
    """The text of each letter, pictures in words: of the sections from one that begins on a new page to the next."""
    with ZipFile(path) as file:
        body = etree.fromstring(file.read("word/document.xml")).find(qn("w:body"))
    letter: list[str] = []
    section: list[str] = []
    for part in body:
        section += (each.get("descr") or each.text or "" for each in part.iter(*_WORDED))
        section.append("\n")
        for properties in part.iter(qn("w:sectPr")):
            if begins_page(properties) and letter:
                yield " ".join(letter)
                letter = []
            letter += section
            section = []
    yield " ".join(letter)


_TOGETHER = LetterFormat(".docx", partial(_write, alone=False), _read, headed=False)
_SEPARATE = LetterFormat(".docx", partial(_write, alone=True), _read, headed=False)
write = partial(write_together, _TOGETHER)
write_separately = partial(write_each, _SEPARATE)
