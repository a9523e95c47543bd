"""What stands behind the cells of an xlsx sheet: the addresses that they link to, and comments."""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import join, normpath, split
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from signatories.sources.readings import Line
from signatories.sources.workbooks import xlsx_parts
from signatories.texts import N_, Message, listed, message

_LINK = re.compile(rb"<(?:\w+:)?hyperlink\s[^>]*>")
_COMMENT = re.compile(rb'<(?:\w+:)?comment\s[^>]*\bref="([A-Z]{1,3}\d{1,7})"')
_LINE = re.compile(rb'\bref="[A-Z]{1,3}(\d{1,7})"')
_ID = re.compile(rb':id="([^"]+)"')
_MAIL, _PAGE = ("mailto:",), ("http://", "https://")

Links = Mapping[int, Sequence[str]]
"""The addresses behind the cells of each line that has any."""


class Relation(NamedTuple):
    """What a part of a workbook refers to: its kind is the last word of its type."""

    id: str
    kind: str
    target: str


def relations(path: Path, part: str) -> list[Relation]:
    """What a sheet's part refers to; nothing where that cannot be read: the sheet itself can."""
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


def links(path: Path, part: str, found: Iterable[Relation]) -> Links:
    """The web and mail addresses that cells of a sheet link to."""
    targets = {
        each.id.encode(): each.target
        for each in found
        if each.kind == "hyperlink" and each.target.lower().startswith(_MAIL + _PAGE)
    }
    behind: defaultdict[int, list[str]] = defaultdict(list)
    for link in xlsx_parts.matches(path, part, _LINK) if targets else ():
        line, target = _LINE.search(link[0]), _ID.search(link[0])
        if line and target and target[1] in targets:
            behind[int(line[1])].append(targets[target[1]])
    return behind


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


def about_large(behind: Links) -> Iterator[Message]:
    """That the links of a sheet read in slices are left out: these differ in width."""
    if behind:
        text = N_("%n line(s) with links behind cells: they are not read in so large a sheet.")
        yield message(text, n=len(behind))


def about_comments(path: Path, part: str, found: Iterable[Relation]) -> Iterator[Message]:
    """How many cells have a comment, and which: they are not read."""
    targets = [
        normpath(join(split(part)[0], each.target)).lstrip("/")
        for each in found
        if each.kind == "comments"
    ]
    with zipfile.ZipFile(path) as archive:
        there = [target for target in targets if target in archive.namelist()]
    places = [
        each[1].decode() for target in there for each in xlsx_parts.matches(path, target, _COMMENT)
    ]
    if places:
        text = N_("%n comment(s) left out, beside the cells {cells}.")
        yield message(text, n=len(places), cells=listed(places))


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
