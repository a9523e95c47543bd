"""What stands behind a name and is hardly where somebody belongs: another person, an address, a place."""

import re

from signatories.imports.lines import shapes
from signatories.imports.lines.spans import Span

_BRACKETED = re.compile(r"\(([^()]+)\) ")
_ADDRESS = re.compile(r"://|^www\.|^\+?\d[\d ()/.-]{6,}$|^\d{1,3}[a-z]? |[^\W\d_] \d{1,3}[a-z]?$")


def is_odd(rest: list[Span]) -> bool:
    """Whether there is another person, an address, a body with its role, or a lone word that may be a place."""
    bodies = [
        text
        for _, _, text in rest
        if not shapes.looks_like_role(text) and not shapes.is_country(text)
    ]
    is_lone = len(bodies) == 1 and len(bodies[0].split()) == 1 and bodies[0].istitle()
    if is_lone and not shapes.looks_like_organisation(bodies[0]):
        return True
    return (
        any(shapes.names_two(text) and shapes.looks_like_person(text) for text in bodies)
        or any(shapes.looks_like_full_name(text) for text in bodies[1:-1])
        or any(_ADDRESS.search(text) for text in bodies[1:])
        or any(
            shapes.looks_like_role(said)
            for text in bodies
            if ")" in text
            for said in _BRACKETED.findall(text)
        )
    )
