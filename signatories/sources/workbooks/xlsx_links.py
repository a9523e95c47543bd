"""What stands behind the cells of an xlsx sheet: the addresses that they link to, and comments."""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import join, normpath, split

from signatories.sources import behind_cells
from signatories.sources.behind_cells import Links, Relation, is_address
from signatories.sources.workbooks import xlsx_parts
from signatories.texts import N_, Message, message

_LINK = re.compile(rb"<(?:\w+:)?hyperlink\s[^>]*>")
_COMMENT = re.compile(rb'<(?:\w+:)?comment\s[^>]*\bref="([A-Z]{1,3}\d{1,7})"')
_LINE = re.compile(rb'\bref="[A-Z]{1,3}(\d{1,7})"')
_ID = re.compile(rb':id="([^"]+)"')


def links(path: Path, part: str, found: Iterable[Relation]) -> Links:
    """The web and mail addresses that cells of a sheet link to."""
    targets = {
        each.id.encode(): each.target
        for each in found
        if each.kind == "hyperlink" and is_address(each.target)
    }
    behind: defaultdict[int, list[str]] = defaultdict(list)
    for link in xlsx_parts.matches(path, part, _LINK) if targets else ():
        line, target = _LINE.search(link[0]), _ID.search(link[0])
        if line and target and target[1] in targets:
            behind[int(line[1])].append(targets[target[1]])
    return behind


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
    yield from behind_cells.about_comments(places)
