"""Columns of a table that are kept under their own names: what they change in those that a record has."""

from collections.abc import Iterable, Mapping
from typing import Any

from signatories.extra_columns import Columns
from signatories.matching.spelling import equal


def changes(given: Mapping[str, str], stored: Columns) -> dict[str, tuple[str, str]]:
    """What is given and stands otherwise there, old and new, whichever way the columns' names are written."""
    if not given:
        return {}
    there = _as_found(stored, given)
    return {n: (there[n], text) for n, text in given.items() if not equal(text, there[n])}


def changed(stored: Columns, given: Mapping[str, str], *, only_blanks: bool) -> dict[str, Any]:
    """The stored columns with what is given, or only with what is blank there, under the names that they have."""
    differing = changes(given, stored).items()
    wanted = {name: new for name, (old, new) in differing if not (only_blanks and old)}
    return _with_given(stored, wanted)


def _as_found(stored: Columns, names: Iterable[str]) -> dict[str, str]:
    """What stands in columns of these names, whichever way the names are written; empty for what does not."""
    there = {name.casefold(): str(value) for name, value in stored.items()}
    return {name: there.get(name.casefold(), "") for name in names}


def _with_given(stored: Columns, given: Columns) -> dict[str, Any]:
    """The stored columns with the given ones in their place, under the names that they have there already."""
    names = {name.casefold(): name for name in stored}
    return {
        **stored,
        **{names.get(name.casefold(), name): value for name, value in given.items()},
    }
