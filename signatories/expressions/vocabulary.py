"""Which fields a filter may name, and which values each may have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from signatories.collation import fold
from signatories.dates import parse_date
from signatories.errors import BadText
from signatories.expressions.criteria import Kind, as_number
from signatories.expressions.hints import nearest
from signatories.texts import N_, Message


@dataclass(frozen=True, slots=True)
class FieldRule:
    """What may stand beside a field. Without `values` and `normalise` any text may.

    `values` are the only ones allowed, any case; with `normalise` they are only what suggestions
    are taken from, and it says what a written value stands for in records (None: unknown).
    """

    kind: Kind = Kind.TEXT
    values: tuple[str, ...] = ()
    normalise: Callable[[str], str | None] | None = None

    @property
    def has_order(self) -> bool:
        """Say whether < and > mean anything."""
        return self.kind is not Kind.TEXT or not (self.values or self.normalise)

    def canonical(self, written: str) -> str | None:
        """The value as records hold it; None when the field cannot have it. Blank stays blank."""
        if not written:
            return written
        if self.kind is Kind.DATE:
            date = parse_date(written)
            return None if date is None else str(date)
        if self.kind is Kind.NUMBER:
            return None if as_number(written) is None else written
        if self.normalise:
            return self.normalise(written)
        if not self.values:
            return written
        wanted = fold(written)
        return next((value for value in self.values if fold(value) == wanted), None)


Vocabulary = Mapping[str, FieldRule]


def known_field(written: str, vocabulary: Vocabulary, at: Message) -> str:
    """The field that is meant, whatever its case. Raises BadText with the nearest known one."""
    if written in vocabulary:
        return written
    wanted = fold(written)
    for name in vocabulary:
        if fold(name) == wanted:
            return name
    raise BadText(
        N_("{where}: there is no field “{name}” to choose by. The nearest one is “{nearest}”."),
        where=at,
        name=written,
        nearest=nearest(written, vocabulary),
    )


def known_value(written: str, field: str, rule: FieldRule, at: Message) -> str:
    """The value as records hold it. Raises BadText with the nearest known one."""
    value = rule.canonical(written)
    if value is None:
        raise BadText(
            _unknown_value(rule),
            where=at,
            value=written,
            field=field,
            nearest=nearest(written, rule.values),
        )
    return value


def _unknown_value(rule: FieldRule) -> str:
    if rule.kind is Kind.DATE:
        return N_("{where}: “{value}” is no date for “{field}”. Write it as 2010-07-26.")
    if rule.kind is Kind.NUMBER:
        return N_("{where}: “{value}” is no number for “{field}”.")
    if rule.values:
        return N_("{where}: “{field}” is never “{value}”. The nearest value is “{nearest}”.")
    return N_("{where}: “{value}” is not known as a value of “{field}”.")
