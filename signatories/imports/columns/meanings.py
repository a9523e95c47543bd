"""Which fields a header may name in a table of one kind, beside the other headers of the table."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from signatories import column_names
from signatories.collation import fold
from signatories.column_names import phrases
from signatories.imports.columns.contents import Contents
from signatories.imports.columns.mapping import FIELDS

_MEANT_AS: Mapping[str, Mapping[str, str]] = {
    "recipients": {"organisation": "name", "entry": "name"},
    "organisations": {"organisation": "name", "entry": "name"},
    "people": {"person": "name", "entry": "name"},
}
"""Words for the records themselves: in a table of organisations "Organisation" is the name."""

_SUGGESTED_AS: Mapping[str, Mapping[str, str]] = {**_MEANT_AS, "sign-ons": {"person": "name"}}
"""Words that only suggest a field: whoever speaks for an organisation signs, where no column says who does."""

_SIGNER = "signer"  # somebody whom a column names, and no contact
_TITLES = (
    "titles"  # of people beside their country, and no column for them: a bare "Name" is theirs
)
_OF_A_PERSON = frozenset(
    {"entry", "name", "given_name", "family_name", "person", "role", "form_of_address", "email"}
    | {"telephone", "website", "language"}
)
_WHO_SIGNS = frozenset({"name", "family_name"})
_SECOND = re.compile(r"(?P<first>.+) \(\d+\)")
_NUMBERS_OF_FORMS = ("#", "id")


@dataclass(frozen=True, slots=True)
class Meaning:
    """Fields that a header names as a whole, and fields that words in it suggest, best first.

    `is_known`: the header says something, be it that the column is none of our fields. `is_second`: it repeats another.
    """

    exact: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    is_known: bool = False
    is_second: bool = False


def first_of(header: str, headers: Collection[str]) -> str | None:
    """The header that this one repeats, told apart only by a number: "Title" of "Title (2)"."""
    found = _SECOND.fullmatch(header)
    return found["first"] if found and found["first"] in headers else None


def meanings(
    headers: Sequence[str], kind: str, contents: Sequence[Contents]
) -> tuple[Meaning, ...]:
    """What each header means among the fields that a table of this kind has."""
    exact = [_of_signers(column_names.meant_by(header), header, kind) for header in headers]
    named = _named(exact, contents)
    others, all_headers = named - {_TITLES}, frozenset(headers)
    found = []
    for number, (header, meant) in enumerate(zip(headers, exact, strict=True)):
        half = _half_of_a_name(header, meant, named, contents[number])
        whole = _number_of_a_form(header, half, named)
        suggested = _suggested(header, whole, headers[max(number - 1, 0)])
        partly = _of_signers(suggested, header, kind)
        found.append(
            Meaning(
                _ours(
                    whole, kind, named if column_names.is_bare_name(header) else others, _MEANT_AS
                ),
                _ours(partly, kind, named, _SUGGESTED_AS),
                is_known=bool(whole or partly),
                is_second=first_of(header, all_headers) is not None,
            )
        )
    return tuple(found)


def _named(exact: Sequence[tuple[str, ...]], contents: Sequence[Contents]) -> set[str]:
    """All fields that headers name, and what these say of the table."""
    named = {field for meant in exact for field in meant}
    if any(
        "entry" in meant or ("person" not in meant and _WHO_SIGNS & {*meant}) for meant in exact
    ):
        named.add(_SIGNER)
    has_titles = any(content.are_titles for content in contents)
    if "country" in named and "person" not in named and has_titles:
        named.add(_TITLES)
    return named


def _of_signers(meant: tuple[str, ...], header: str, kind: str) -> tuple[str, ...]:
    """The fields meant; nothing that a person has where the header of a list of signatories speaks of a recipient."""
    if kind != "sign-ons" or not phrases.speaks_of_recipients(header):
        return meant
    return tuple(field for field in meant if field not in _OF_A_PERSON)


def _suggested(header: str, whole: tuple[str, ...], before: str) -> tuple[str, ...]:
    """What words suggest, or what the question before was about: "Do you represent an organisation? If so, which?"."""
    if whole:
        return whole if whole == ("person",) else ()
    found = column_names.suggested_by(header)
    if not found and phrases.follows_question(header) and phrases.asks_yes_or_no(before):
        return column_names.asked_about(before)
    return found


def _ours(
    meant: Sequence[str],
    kind: str,
    named: set[str],
    meant_as: Mapping[str, Mapping[str, str]],
) -> tuple[str, ...]:
    """The fields among those meant that this kind has, in our words for it."""
    words = meant_as.get(kind, {})
    if kind == "sign-ons" and _SIGNER in named and "person" in meant and "entry" not in meant:
        return ()  # beside those who sign, a contact is somebody else
    if kind == "recipients" and named & {"organisation", _TITLES} and "name" in meant:
        words = {**words, "name": "person"}  # beside these a name is that of somebody there
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
