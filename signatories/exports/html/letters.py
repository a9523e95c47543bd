"""The letters of a run as HTML: one document that needs no other file, an article for each letter."""

from collections.abc import Iterable, Iterator
from functools import partial
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

from signatories.exports.html import listing, style
from signatories.exports.html.letter_body import lines_of_block
from signatories.exports.html.markup import TAIL, escaped, head, in_language, own_direction
from signatories.exports.letter_files import LetterFormat, write_each, write_together
from signatories.exports.letter_texts import LetterPart, LetterText, Line, Listed
from signatories.exports.line_files import write_lines
from signatories.merge.snapshot import Snapshot

_ELEMENTS = {"addressee": "address", "subject": "h1"}  # of parts; the others are paragraphs
_STYLE = style.STYLE + style.OF_LETTERS


def _write(path: Path, snapshot: Snapshot, letters: Iterable[LetterText]) -> None:
    articles = (
        line
        for number, letter in enumerate(letters, start=1)
        for line in _article(letter, snapshot, f"letter-{number}")
    )
    looks = _STYLE + style.of_paper(snapshot.run.paper)
    write_lines(path, chain(head(snapshot.text, looks), articles, TAIL))


def _article(letter: LetterText, snapshot: Snapshot, name: str) -> Iterator[str]:
    """A letter; its name keeps what it refers to apart from the other letters."""
    yield f'<article id="{name}" {in_language(letter.language)}>'
    if snapshot.text.letterhead:
        lines = "<br>".join(map(escaped, snapshot.text.letterhead))
        direction = own_direction(" ".join(snapshot.text.letterhead))
        yield f"<header><p{direction}>{lines}</p></header>"
    for part in letter.parts:
        yield from _part(part, snapshot, name)
    yield "</article>"


def _part(part: LetterPart, snapshot: Snapshot, name: str) -> Iterator[str]:
    match part:
        case Line(kind, text):
            element, words = _ELEMENTS.get(kind, "p"), escaped(text).replace("\n", "<br>")
            own = f'class="{kind.replace(" ", "-")}"{own_direction(text)}'
            yield f"<{element} {own}>{words}</{element}>"
        case Listed(list_, ""):
            yield from listing.lines_of(list_, snapshot.images, anchor=f"{name}-")
        case Listed(list_, annex):
            yield f'<section class="annex"><h2>{escaped(annex)}</h2>'
            yield from listing.lines_of(list_, snapshot.images, anchor=f"{name}-annex-")
            yield "</section>"
        case _:
            yield from lines_of_block(part)


class _Articles(HTMLParser):
    """Reads the text of each article, and the words for which a logo stands."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[list[str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self.texts.append([])
            self._inside = True
        elif ("class", listing.LOGO_ALONE) in attributes:
            self.texts[-1].append(dict(attributes)["alt"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1].append(data)


def _read(path: Path) -> Iterator[str]:
    reader = _Articles()
    with path.open(encoding="utf-8") as file:
        for line in file:
            reader.feed(line)
    reader.close()
    return map(" ".join, reader.texts)


_FORMAT = LetterFormat(".html", _write, _read)
write = partial(write_together, _FORMAT)
write_separately = partial(write_each, _FORMAT)
