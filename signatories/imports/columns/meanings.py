"""Which fields a header may name in a table of one kind, beside the other headers of the table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signatories import column_names
from signatories.collation import fold
from signatories.imports.columns.contents import Contents
from signatories.imports.columns.mapping import FIELDS

_MEANT_AS: Mapping[str, Mapping[str, str]] = {
    "recipients": {"organisation": "name", "entry": "name"},
    "organisations": {"organisation": "name", "entry": "name"},
    "people": {"person": "name", "entry": "name"},
}
"""Words for the records themselves: in a table of organisations "Organisation" is the name."""

_NUMBERS_OF_FORMS = ("#", "id")


@dataclass(frozen=True, slots=True)
class Meaning:
    """Fields that a header names as a whole, and fields that words in it suggest, best first.

    `is_known`: the header says something, be it that the column is none of our fields.
    """

    exact: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    is_known: bool = False


def meanings(
    headers: Sequence[str], kind: str, contents: Sequence[Contents]
) -> tuple[Meaning, ...]:
    """What each header means among the fields that a table of this kind has."""
    exact = [column_names.meant_by(header) for header in headers]
    named = {field for found in exact for field in found}
    found = []
    for header, meant, content in zip(headers, exact, contents, strict=True):
        whole = _number_of_a_form(header, _half_of_a_name(header, meant, named, content), named)
        partly = () if whole else column_names.suggested_by(header)
        ours = (_ours(whole, kind, named), _ours(partly, kind, named))
        found.append(Meaning(*ours, is_known=bool(whole or partly)))
    return tuple(found)


def _ours(meant: Sequence[str], kind: str, named: set[str]) -> tuple[str, ...]:
    """The fields among those meant that this kind has, in our words for it."""
    words = _MEANT_AS.get(kind, {})
    if kind == "recipients" and "organisation" in named and "name" in meant:
        words = {**words, "name": "person"}  # beside an organisation a name is somebody's there
    ours = dict.fromkeys(words.get(field, field) for field in meant)
    return tuple(field for field in ours if field in FIELDS[kind])


def _half_of_a_name(
    header: str, meant: tuple[str, ...], named: set[str], content: Contents
) -> tuple[str, ...]:
    """A bare "Name" beside "Vorname" is the family name, "Nombre" beside "Apellidos" the given one."""
    if not column_names.is_bare_name(header) or content.are_whole_names():
        return meant
    if "family_name" in named and "given_name" in meant:
        return ("given_name",)
    missing = {"given_name", "family_name"} - named
    return tuple(missing) if len(missing) == 1 else meant


def _number_of_a_form(header: str, meant: tuple[str, ...], named: set[str]) -> tuple[str, ...]:
    """Beside the time of an answer a number is the answer's."""
    is_answer = fold(header) in _NUMBERS_OF_FORMS and "date" in named and "response" not in named
    return ("response",) if is_answer else meant
