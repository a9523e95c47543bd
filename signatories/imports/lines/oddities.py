"""What stands behind a name and is hardly where somebody belongs: another person, an address, a place."""

import re

from signatories.imports.lines import shapes
from signatories.imports.lines.spans import Span

_BRACKETED = re.compile(r"\(([^()]+)\) ")
_ADDRESS = re.compile(r"://|^www\.|^\+?\d[\d ()/.-]{6,}$|^\d{1,3}[a-z]? |[^\W\d_] \d{1,3}[a-z]?$")


def _has_role_inside(rest: list[Span]) -> bool:
    """Whether a role stands between two bodies: somebody has two places, or somebody else is named."""
    if len(rest) < 3:
        return False
    is_role = [shapes.looks_like_role(text) for _, _, text in rest]
    first = is_role.index(False) if False in is_role else len(rest)
    return any(is_role[n] and not is_role[n + 1] for n in range(first + 1, len(rest) - 1))


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
        _has_role_inside(rest)
        or any(shapes.names_two(text) and shapes.looks_like_person(text) for text in bodies)
        or any(shapes.looks_like_full_name(text) for text in bodies[1:-1])
        or any(_ADDRESS.search(text) for text in bodies[1:])
        or any(
            shapes.looks_like_role(said)
            for text in bodies
            if ")" in text
            for said in _BRACKETED.findall(text)
        )
    )
