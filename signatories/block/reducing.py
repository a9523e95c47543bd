"""The list as one recipient is to see it: only those who share a value with it, or those first."""

from collections.abc import Callable, Mapping, Sequence

from signatories.block.fields import value_of
from signatories.block.settings import Reduced
from signatories.block.signatory import Signatory
from signatories.collation import fold
from signatories.models.block import Reduction


def reduced(
    signatories: Sequence[Signatory], rule: Reduced, recipient: Mapping[str, str | None]
) -> tuple[Signatory, ...]:
    """The lines for a recipient, in block order; `recipient` holds its values by their names.

    Who shares its value with nobody sees the whole list, so that no letter goes out unsigned. Countries are
    compared by their ISO code. The withheld are counted among those whose value they share.
    """
    wanted = fold(recipient.get(rule.column) or "")
    value = _value(rule.column)
    theirs = [line for line in signatories if wanted and fold(value(line)) == wanted]
    if all(line.withheld for line in theirs):
        return tuple(signatories)
    if rule.how is Reduction.ONLY:
        return tuple(theirs)
    first = {line.sign_on_id for line in theirs}
    return (*theirs, *(line for line in signatories if line.sign_on_id not in first))


def _value(column: str) -> Callable[[Signatory], str]:
    if column == "country":
        return lambda line: line.country_code or ""
    if column == "language":
        return lambda line: line.language
    return value_of(column)
