"""Patterns in one look whose brackets hold one field each, as most are: read in a third of the time.

Lists are long. What such a pattern makes is what its stretches make, without the pieces in between.
"""

from collections.abc import Sequence
from typing import NamedTuple

from signatories.block.fields import Value
from signatories.block.pieces import plain
from signatories.block.signatory import Signatory
from signatories.block.stretches import Field, Part, Stretch
from signatories.block.values import printable


class PlainField(NamedTuple):
    """A field, the text before and after it, and both where it comes to stand first in its line."""

    lead: str
    end: str
    first_lead: str
    first_end: str
    value: Value


PlainLines = tuple[tuple[PlainField, ...], ...]


def plain_lines(lines: Sequence[Stretch[Signatory]]) -> PlainLines | None:
    """The lines of a pattern; None where it is not that plain."""
    found: list[tuple[PlainField, ...]] = []
    for line in lines:
        fields = [_plain(part, is_first=part is line.parts[0]) for part in line.parts]
        whole = tuple(field for field in fields if field is not None)
        if line.tail or not fields or len(whole) < len(fields):
            return None
        found.append(whole)
    return tuple(found)


def texts_of(lines: PlainLines, signatories: Sequence[Signatory]) -> list[str]:
    """What plain lines make of each signatory: nothing if no field has a value."""
    first, *others = [_line(fields, signatories) for fields in lines]
    if not others:
        return first
    return ["\n".join(filter(None, own)) for own in zip(first, *others, strict=True)]


def _line(fields: Sequence[PlainField], signatories: Sequence[Signatory]) -> list[str]:
    """Field by field, since what is asked of all values together is asked once."""
    texts = [""] * len(signatories)
    for lead, end, first_lead, first_end, value in fields:
        values = list(map(value, signatories))
        if any(map(str.isspace, values)) or not "".join(values).isprintable():
            values = list(map(printable, values))
        texts = [
            (f"{text}{lead}{own}{end}" if text else f"{first_lead}{own}{first_end}")
            if own
            else text
            for text, own in zip(texts, values, strict=True)
        ]
    return texts


def _plain(part: Part[Signatory], *, is_first: bool) -> PlainField | None:
    lead, content = plain(part.lead), part.content
    if isinstance(content, Field):
        return PlainField(lead, "", lead if is_first else "", "", content.value)
    inner = content.parts[0]
    if len(content.parts) > 1 or content.tail or not isinstance(inner.content, Field):
        return None
    bare, end = plain(inner.lead), plain(content.closing)
    lead += plain(content.opening) + bare
    first = (lead, end) if is_first else (bare, "")
    return PlainField(lead, end, *first, inner.content.value)
