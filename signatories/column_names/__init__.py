"""What the header of a column means, by its words."""

import re
from functools import cache

from signatories.collation import fold
from signatories.column_names.words import HEADER_WORDS, TELLING, UNIMPORTANT

_WORDS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_known(cell: str) -> bool:
    """Whether a cell is, as a whole, a word that heads columns."""
    return tuple(_words(cell)) in _exact()


def meant_by(header: str) -> tuple[str, ...]:
    """The fields that a header names as a whole: "State" is a country or a participant."""
    return _exact().get(tuple(_words(header)), ())


def suggested_by(header: str) -> tuple[str, ...]:
    """Fields whose longest header stands within these words: "Address of the mission" is an address.

    A single word decides only where it cannot mean the name or the state of something else.
    """
    words = set(_words(header))
    within = [
        known
        for known in _exact()
        if set(known) <= words and (len(known) > 1 or TELLING.issuperset(known))
    ]
    longest = max(map(len, within), default=0)
    return tuple(field for known in within if len(known) == longest for field in _exact()[known])


@cache
def _exact() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Fields by the words of a header. One header may mean several: "State" is a country or a participant."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for field, headers in HEADER_WORDS.items():
        for header in headers:
            words = tuple(_words(header))
            found[words] = (*found.get(words, ()), field)
    return found


def _words(header: str) -> list[str]:
    """The words that matter, folded: "MC_eMail (required)" gives mc, e, mail."""
    plain = fold(_CAMEL.sub(" ", header.replace("-", " ")))
    return [word for word in _WORDS.findall(plain) if word not in UNIMPORTANT]
