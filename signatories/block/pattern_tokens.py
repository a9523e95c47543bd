"""The pattern of a line taken apart: letters and fields with their looks, and which brackets enclose fields."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from signatories.errors import Refused
from signatories.texts import N_

_TOKEN = re.compile(
    r"\\(?P<escaped>[\\{}*])|\{(?P<field>[^{}]+)\}|(?P<bold>\*\*)|(?P<italic>\*)|(?P<letter>.)",
    re.DOTALL,
)
_CLOSING = {"„": "“”", "‚": "‘’", '"': '"'} | dict(
    zip("([{“‘«»‹（【「『《", ")]}”’»«›）】」』》", strict=True)
)


_DEEPEST = 20


class Look(NamedTuple):
    """How letters look."""

    bold: bool = False
    italic: bool = False


class Token(NamedTuple):
    """A letter, or the name of a field."""

    text: str
    look: Look
    is_field: bool = False


def tokens(pattern: str) -> list[Token]:
    """Take a pattern apart. Raises Refused for a brace or a star without its partner."""
    found: list[Token] = []
    look = Look()
    for match in _TOKEN.finditer(pattern):
        kind, text = match.lastgroup, match[match.lastgroup or 0]
        if kind == "bold":
            look = look._replace(bold=not look.bold)
        elif kind == "italic":
            look = look._replace(italic=not look.italic)
        elif kind == "letter" and text in "{}":
            raise _alone(pattern)
        else:
            found.append(Token(text.strip() if kind == "field" else text, look, kind == "field"))
    if any(look):
        raise _alone(pattern)
    return found


def enclosures(line: Sequence[Token]) -> dict[int, int]:
    """The places of the brackets and quotes that enclose fields: where each opens, and where it closes.

    Raises Refused for more of them within each other than anybody reads.
    """
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for place, token in enumerate(line):
        if token.is_field:
            continue
        closed = next((n for n in reversed(waiting) if token.text in _CLOSING[line[n].text]), None)
        if closed is not None:
            del waiting[waiting.index(closed) :]
            if any(inner.is_field for inner in line[closed:place]):
                pairs[closed] = place
        elif token.text in _CLOSING:
            waiting.append(place)
            if len(waiting) > _DEEPEST:
                text = N_("In a line at most {most} brackets or quotes are open at once.")
                raise Refused(text, most=_DEEPEST)
    return pairs


def _alone(pattern: str) -> Refused:
    text = N_(
        "In the line “{pattern}” a brace or a star has no partner. To print one, write a backslash before it."
    )
    return Refused(text, pattern=pattern)
