"""Lines of a list made out of columns of the database, as many at once as were read."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Self

from sqlalchemy import Dialect
from sqlalchemy.types import TypeEngine

from signatories.block.signatory import NO_COLUMNS, Signatory
from signatories.consents import NOTHING, Given, allows
from signatories.models import Use

Columns = Mapping[str, str]

_REPEATED = ("role", "organisation", "acronym", "country", "group", "region", "kind", "language")


def stored_as(
    kinds: Mapping[str, TypeEngine[Any]], dialect: Dialect
) -> dict[str, Mapping[Any, Any]]:
    """What the stored values of columns of these types mean, each worked out when it is first met."""
    return {name: _Stored(kind, dialect) for name, kind in kinds.items()}


class Making:
    """Makes lines out of columns. What repeats in many of them is one object."""

    def __init__(
        self,
        given: Mapping[int, Given],
        extra: Mapping[int, Columns],
        stored: Mapping[str, Mapping[Any, Any]],
    ) -> None:
        """`given` is said by sign-on, `extra` for confirmations that have no columns of their own.

        `stored`: what the values of columns mean that are read as they are stored.
        """
        self._allowed = {sign_on_id: _Allowed.by(said) for sign_on_id, said in given.items()}
        self._unasked = _Allowed.by(NOTHING)
        self._extra_of_before = extra
        self._stored = stored
        self._texts: dict[str, str] = {}

    def lines(self, columns: Mapping[str, Sequence[Any]]) -> Iterable[Signatory]:
        """The signatories of some rows, given by the names of their columns."""
        of_row = [self._allowed.get(each, self._unasked) for each in columns["sign_on_id"]]
        allowed = dict(zip(_Allowed._fields, zip(*of_row, strict=True), strict=True))
        known = {name: map(of.__getitem__, columns[name]) for name, of in self._stored.items()}
        extra = list(map(self._extra, columns["id"], known["extra"]))
        made = {
            **columns,
            **known,
            **{name: map(self._texts.setdefault, *[columns[name]] * 2) for name in _REPEATED},
            **allowed,
            "logo": _where(allowed["logo"], columns["logo"]),
            "signature": _where(allowed["signature"], columns["signature"]),
            "extra": extra,
            "description": [_text(each, "description") if each else "" for each in extra],
            "footnote": [_text(each, "footnote") if each else "" for each in extra],
            "first": [False] * len(of_row),  # only the list for one recipient has some
        }
        return map(Signatory._make, zip(*(made[name] for name in Signatory._fields), strict=True))

    def _extra(self, confirmation_id: int, stored: Columns | None) -> Columns:
        if stored is None:
            stored = self._extra_of_before[confirmation_id]
        return stored or NO_COLUMNS


class _Allowed(NamedTuple):
    """What may be made of a line, and what may not."""

    withheld: bool
    unlisted: bool
    logo: bool
    signature: bool
    never_to: frozenset[int]

    @classmethod
    def by(cls, given: Given) -> Self:
        """What consent allows."""
        return cls(
            withheld=not allows(given.uses, Use.LETTER),
            unlisted=not allows(given.uses, Use.PUBLIC_LIST),
            logo=allows(given.uses, Use.LOGO),
            signature=allows(given.uses, Use.SIGNATURE),
            never_to=given.never_to,
        )


def _where(allowed: Iterable[bool], digests: Iterable[str | None]) -> list[str | None]:
    return [
        digest if is_allowed else None for is_allowed, digest in zip(allowed, digests, strict=True)
    ]


def _text(extra: Columns, name: str) -> str:
    """A further column, whichever way somebody wrote its name."""
    if name in extra:
        return extra[name]
    return next((text for given, text in extra.items() if given.casefold() == name), "")


class _Stored(dict[Any, Any]):
    """What stored values of a type mean, each worked out when it is first met."""

    def __init__(self, kind: TypeEngine[Any], dialect: Dialect) -> None:
        self._meaning = kind.dialect_impl(dialect).result_processor(dialect, None)

    def __missing__(self, stored: Any) -> Any:
        found = self[stored] = self._meaning(stored) if self._meaning else stored
        return found
