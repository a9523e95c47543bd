"""The list as one recipient is to see it: only those who share a value with it, or those first."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from signatories.block.fields import value_of
from signatories.block.settings import Reduced
from signatories.block.signatory import Signatory
from signatories.collation import fold
from signatories.models.block import Reduction

COLUMNS = ("country", "language", "region", "group", "kind")
"""What lines can share with a recipient, besides the extra columns of a letter's sign-ons."""


def reduced(
    signatories: Sequence[Signatory], rule: Reduced, recipient: Mapping[str, str | None]
) -> tuple[Signatory, ...]:
    """The lines for a recipient, in block order; `recipient` holds its values by their names.

    Those to be seen first stand first, and say so, that they do in groups and orders of their own too.

    Who shares its value with nobody sees the whole list, so that no letter goes out unsigned. Countries are
    compared by their ISO code. The withheld are counted among those whose value they share.
    """
    wanted = _wanted(rule, recipient)
    value = _value(rule.column)
    theirs = [line for line in signatories if wanted and fold(value(line)) == wanted]
    if all(line.withheld for line in theirs):
        return tuple(signatories)
    if rule.how is Reduction.ONLY:
        return tuple(theirs)
    first = {line.sign_on_id for line in theirs}
    others = (line for line in signatories if line.sign_on_id not in first)
    return (*(line._replace(first=True) for line in theirs), *others)


def sharing(
    signatories: Iterable[Signatory], rule: Reduced
) -> Callable[[Mapping[str, str | None]], bool]:
    """What tells whether a recipient, by its values, shares its own with a printed line; else it sees all of them."""
    value = _value(rule.column)
    there = {fold(words) for words in {value(line) for line in signatories if not line.withheld}}

    def shares(recipient: Mapping[str, str | None]) -> bool:
        wanted = _wanted(rule, recipient)
        return wanted in there and wanted != ""

    return shares


def column_of_recipients(column: str, names: Collection[str]) -> str | None:
    """The column among those of a recipient that is compared: of that name in any spelling, or of its meaning."""
    if column in names:
        return column
    return next((name for name in names if _mean_the_same(name, column)), None)


def _wanted(rule: Reduced, recipient: Mapping[str, str | None]) -> str:
    """The recipient's value, to be compared; empty where it has none."""
    column = column_of_recipients(rule.column, recipient)
    return fold(recipient[column] or "") if column else ""


@lru_cache(maxsize=1 << 10)
def _mean_the_same(name: str, column: str) -> bool:
    if fold(name) == fold(column):
        return True
    from signatories import column_names  # noqa: PLC0415 - 0.02 s, for lists that recipients see parts of

    meant = column_names.meant_by(column)
    return bool(meant) and column_names.meant_by(name) == meant


def _value(column: str) -> Callable[[Signatory], str]:
    if column == "country":
        return lambda line: line.country_code or ""
    if column == "language":
        return lambda line: line.language
    return value_of(column)
