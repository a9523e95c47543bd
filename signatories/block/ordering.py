"""The order of the lines of a block: by a rule, and by the lines that somebody keeps in place."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any

from signatories import names
from signatories.block.pinning import kept_in_place
from signatories.block.settings import OrderRule, Pin
from signatories.block.signatory import Signatory
from signatories.collation import sort_key
from signatories.models.block import Order

Words = Callable[[Signatory], str]


def ordered(
    signatories: Iterable[Signatory], rule: OrderRule, language: str, pins: Iterable[Pin] = ()
) -> tuple[Signatory, ...]:
    """The signatories in the order of a rule, with the pinned ones in their places.

    Those that tie stand in order of signing. A line that comes or goes moves no other one, in a random order either.
    """
    by_place = sorted(signatories, key=attrgetter("place"))
    if rule.order in WORDS:
        sorts = _key_of(rule, language)
        lines = _by_words(by_place, WORDS[rule.order], sorts)
        if rule.order is Order.COLUMN:
            lines.sort(key=lambda line: _by_column(line, rule, sorts))
    else:
        lines = sorted(by_place, key=_by_figure(rule))
    return kept_in_place(lines, pins)


def key(line: Signatory, rule: OrderRule, language: str) -> tuple[Any, ...]:
    """What decides where a line stands, to be compared with that of another line."""
    if rule.order not in WORDS:
        return (_by_figure(rule)(line),)
    sorts = _key_of(rule, language)
    first = (_by_column(line, rule, sorts),) if rule.order is Order.COLUMN else ()
    return (*first, *(sorts(words(line)) for words in WORDS[rule.order]))


def sort_name(line: Signatory) -> str:
    """The name with the family name first, as somebody gave it or as it is suggested."""
    if not line.name:
        return line.organisation
    return line.sort_name or str(names.suggest(line.name))


def first_words(line: Signatory) -> str:
    """The organisation; the name of who signs without one."""
    return line.organisation or line.name


def printed_name(line: Signatory) -> str:
    """The name as it is printed; the organisation where nobody is named."""
    return line.name or line.organisation


WORDS: dict[Order, tuple[Words, ...]] = {
    Order.ORGANISATION: (first_words, lambda line: line.name),
    Order.FAMILY: (sort_name, lambda line: line.name),
    Order.GIVEN: (printed_name, lambda line: line.organisation),
    Order.COUNTRY: (lambda line: line.country, first_words, lambda line: line.name),
    Order.COLUMN: (first_words, lambda line: line.name),
}
"""What an alphabetical order looks at, each where those before are equal: by a column, where that ties."""

_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,15})?")


def in_column(line: Signatory, rule: OrderRule) -> str:
    """What a line has in the column that it is ordered by."""
    return line.extra.get(rule.column, "").strip()


def _by_column(
    line: Signatory, rule: OrderRule, sorts: Callable[[str], bytes]
) -> tuple[int, float, bytes]:
    """Numbers by size, then words by alphabet, then the lines that have neither."""
    text = in_column(line, rule)
    if _NUMBER.fullmatch(text):
        return 0, float(text.replace(",", ".")), b""
    return (1, 0.0, sorts(text)) if text else (2, 0.0, b"")


def _by_words(
    lines: Iterable[Signatory], words: Sequence[Words], key: Callable[[str], bytes]
) -> list[Signatory]:
    """Sort by the first words, and by the next only where those tie: most lines need one key."""
    first, *others = words
    tied: dict[bytes, list[Signatory]] = {}
    for line in lines:
        tied.setdefault(key(first(line)), []).append(line)
    found: list[Signatory] = []
    for _, same in sorted(tied.items()):
        found += _by_words(same, others, key) if others and len(same) > 1 else same
    return found


def _key_of(rule: OrderRule, language: str) -> Callable[[str], bytes]:
    """A key for each text, made once: countries repeat."""

    @cache
    def key(text: str) -> bytes:
        return sort_key(
            text,
            language,
            articles=rule.articles.value,
            accents=rule.accents.value,
            spaces=rule.spaces.value,
        )

    return key


def _by_figure(rule: OrderRule) -> Callable[[Signatory], Any]:
    if rule.order is Order.SIGNED:
        return attrgetter("confirmed_at")
    if rule.order is Order.RANDOM:
        return lambda line: drawn(line.sign_on_id, rule.seed)
    return attrgetter("place")


def drawn(sign_on_id: int, seed: int) -> bytes:
    """A lot for a sign-on, the same each time: nobody who comes later changes it."""
    return blake2b(f"{seed} {sign_on_id}".encode(), digest_size=8).digest()
