"""The order of the lines of a block."""

from collections.abc import Callable, Iterable
from typing import Any

from signatories import names
from signatories.block.settings import OrderRule
from signatories.block.signatory import Signatory
from signatories.collation import sort_key
from signatories.models import Order


def ordered(
    signatories: Iterable[Signatory], rule: OrderRule, language: str
) -> tuple[Signatory, ...]:
    """The signatories in order; those that tie stay as they were given."""

    def key(text: str) -> bytes:
        return sort_key(text, language, articles=rule.articles.value)

    return tuple(sorted(signatories, key=lambda line: (*_KEYS[rule.order](line, key), line.place)))


def _first_word(line: Signatory) -> str:
    return line.organisation or line.name


def _family(line: Signatory) -> str:
    if not line.name:
        return line.organisation
    return line.sort_name or str(names.suggest(line.name))


Key = Callable[[str], bytes]

_KEYS: dict[Order, Callable[[Signatory, Key], tuple[Any, ...]]] = {
    Order.ORGANISATION: lambda line, key: (key(_first_word(line)), key(line.name)),
    Order.FAMILY: lambda line, key: (key(_family(line)), key(line.name)),
    Order.GIVEN: lambda line, key: (key(line.name or line.organisation), key(line.organisation)),
    Order.COUNTRY: lambda line, key: (key(line.country), key(_first_word(line)), key(line.name)),
    Order.SIGNED: lambda line, _key: (line.confirmed_at,),
    Order.AS_GIVEN: lambda _line, _key: (),
}
