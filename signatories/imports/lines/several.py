"""Lists that name several signatories in each line: people, or bodies, with a separator between them."""

import re
from collections.abc import Mapping, Sequence

from signatories.imports.lines import shapes
from signatories.imports.lines.labels import signed
from signatories.imports.lines.parts import CERTAIN
from signatories.imports.lines.spans import cut, span_of
from signatories.imports.lines.splitting import split
from signatories.sources.documents import Row

Entry = tuple[Row, Mapping[str, str]]

_AND = re.compile(r"\s+(?:and|und|et|y|e|&|и|και)\s+")
_LEADING_AND = re.compile(r"\A(?:and|und|et|y|e|&|и|και)\s+")
_FEWEST_BODIES = 3  # between commas: of two, one may be part of the other
_FEWEST_NAMES = 3  # between commas: two may be somebody and a place, or a family and a given name
_SEMICOLON = re.compile("[;；]")
_SURE = re.compile(rf"[;|\t；｜]|{_AND.pattern}")


def each_by_itself(rows: Sequence[Entry]) -> list[Entry]:
    """A row for each name, numbered from 1; a line that is not sure to name several stays whole.

    A line may as well be a body with its parts, or somebody with a body called after a person: this is to be asked.
    """
    found: list[Entry] = []
    for _, cells in rows:
        line = cells["entry"]
        names = names_in(line, is_alone=len(rows) == 1)
        names = names if _are_surely_several(names, line) else [line]
        found += [
            (Row(number, (name,)), {**cells, "entry": name})
            for number, name in enumerate(names, len(found) + 1)
        ]
    return found


def all_name_several(rows: Sequence[Entry]) -> bool:
    """Whether every line of a list names several, and one of them more than a comma between two would show."""
    lines = [cells["entry"] for _, cells in rows]
    named = [names_in(line, is_alone=len(lines) == 1) for line in lines]
    return all(named) and any(map(_are_surely_several, named, lines))


def names_in(line: str, *, is_alone: bool) -> list[str]:
    """The names in a line, if they are all of one sort; `is_alone`: it is the whole list. “Signed:” is none of them."""
    line = signed(line, span_of(line, 0, len(line))).text
    pieces = [_LEADING_AND.sub("", piece, count=1) for piece in _pieces(line)]
    if last := _AND.split(pieces[-1], maxsplit=1)[1:]:
        first = _AND.split(pieces[-1], maxsplit=1)[0]
        if len(pieces) > 1 and _sort(first) and _sort(first) == _sort(last[0]):
            pieces[-1:] = [first, *last]
    sorts = {_sort(piece) for piece in pieces}
    if len(pieces) < 2 or len(sorts) > 1 or None in sorts:
        return []
    is_by_commas = not re.search(r"[;|\t；｜]", line)
    few = is_by_commas and (not is_alone or len(pieces) < _FEWEST_BODIES)
    return [] if few and "body" in sorts else pieces


def _are_surely_several(names: Sequence[str], line: str) -> bool:
    """Whether more tells so than a comma between two: these may be somebody and a place."""
    return bool(names) and (len(names) >= _FEWEST_NAMES or bool(_SURE.search(line)))


def _pieces(line: str) -> list[str]:
    """Between semicolons alone where each piece has a comma of its own, else between all that cuts."""
    entries = [entry.strip() for entry in _SEMICOLON.split(line)]
    if len(entries) > 1 and all("," in entry or "，" in entry for entry in entries):
        return entries
    return [span.text for span in cut(line, span_of(line, 0, len(line)))]


def _sort(text: str) -> str | None:
    """Whether a text is a person, a body, or a person with a body; None where it may be something else."""
    if " " not in text:
        return None
    if shapes.looks_like_organisation(text) and not shapes.looks_like_role(text):
        found = split(text)
        is_entry = {"name", "organisation"} <= found.fields.keys() and found.confidence >= CERTAIN
        return "entry" if is_entry else "body"
    is_person = shapes.looks_like_full_name(text) and not shapes.looks_like_role(text)
    return "person" if is_person and not shapes.ends_in_country(text) else None
