"""The addresses behind the cells of a sheet, a table of a page or of a document, in columns of their own."""

import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import split
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from signatories.sources.readings import Line
from signatories.texts import N_, Message, listed, message

_MAIL, _PAGE = ("mailto:",), ("http://", "https://")

Links = Mapping[int, Sequence[str]]
"""The addresses behind the cells of each line that has any."""


@dataclass(slots=True)
class Behind:
    """What is behind the cells of a sheet: the addresses by line, and the cells with a comment."""

    links: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    comments: list[str] = field(default_factory=list)


class Relation(NamedTuple):
    """What a part of a workbook or a document refers to: its kind is the last word of its type."""

    id: str
    kind: str
    target: str


def relations(path: Path, part: str) -> list[Relation]:
    """What a part refers to; nothing where that cannot be read: the part itself can."""
    folder, name = split(part)
    try:
        with zipfile.ZipFile(path) as archive:
            links = ElementTree.fromstring(archive.read(f"{folder}/_rels/{name}.rels"))
    except (ParseError, DefusedXmlException, KeyError, ValueError):
        return []
    return [
        Relation(
            link.get("Id", ""), link.get("Type", "").rpartition("/")[2], link.get("Target", "")
        )
        for link in links
    ]


def is_address(target: str) -> bool:
    """Whether a link leads to somebody's mail or to a page of the web."""
    return target.lower().startswith(_MAIL + _PAGE)


def beside(rows: Iterable[Line], behind: Links, width: int, notes: list[Message]) -> Iterator[Line]:
    """The rows of a sheet of that width, what is behind their cells in further ones: mail addresses, then pages.

    An address that a cell of the row names itself is not said again. Behind a cell alone, such as a title, it belongs
    to no record: that is added to the notes.
    """
    alone: list[str] = []
    for line, cells in rows:
        said = [_said(behind.get(line, ()), kind, cells) for kind in (_MAIL, _PAGE)]
        if not any(said):
            yield line, cells
        elif sum(map(bool, map(str.strip, cells))) > 1:
            yield line, [*cells, *[""] * (width - len(cells)), *said]
        else:
            alone += filter(None, said)
            yield line, cells
    if alone:
        text = N_("%n link(s) behind cells that stand alone left out: {addresses}.")
        notes.append(message(text, n=len(alone), addresses=listed(alone)))


def about_comments(places: Sequence[str]) -> Iterator[Message]:
    """How many cells have a comment, and which: they are not read."""
    if places:
        text = N_("%n comment(s) left out, beside the cells {cells}.")
        yield message(text, n=len(places), cells=listed(places))


def cell_name(line: int, column: int) -> str:
    """What a cell is called, such as A2: lines count from 1, columns from 0."""
    letters, column = "", column + 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{line}"


def _said(targets: Iterable[str], kind: tuple[str, ...], cells: Sequence[str]) -> str:
    """The addresses of one kind that no cell has."""
    every = "\n".join(cells).casefold()
    addresses = (_address(target) for target in targets if target.lower().startswith(kind))
    new = (each for each in addresses if each and _plain(each) not in every)
    return "; ".join(dict.fromkeys(new))


def _address(target: str) -> str:
    if not target.lower().startswith(_MAIL):
        return target
    return unquote(target[len("mailto:") :].partition("?")[0]).strip()


def _plain(address: str) -> str:
    """A web address as people write it too: without what it begins with, and the slash at its end."""
    bare = address.casefold().removeprefix("https://").removeprefix("http://")
    return bare.removeprefix("www.").rstrip("/")
