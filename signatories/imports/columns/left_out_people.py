"""Columns that are not read and hold people: asked about, so that nobody is lost without a word."""

from collections.abc import Collection, Mapping, Sequence

from signatories.column_names import phrases
from signatories.imports.columns.contents import Contents
from signatories.imports.columns.meanings import first_of
from signatories.imports.columns.proposals import Basis, Proposal
from signatories.texts import N_, Message, message

_PEOPLE = ("entry", "name", "person", "given_name", "family_name")
_MANY = 0.6
_SECOND = N_(
    "“{column}” repeats “{first}”: does a second person stand in each row? Only the first is read."
)
_FREE = N_("“{column}” seems to hold people, such as “{example}”. Take it as “{field}”?")
_OTHERS = N_("“{column}” seems to hold people, such as “{example}”. Leave it out?")


def repeated(keys: Sequence[str], proposals: Sequence[Proposal]) -> Mapping[str, str]:
    """Columns that repeat the header of the one that names a person, with that header."""
    fields = {key: proposal.field for key, proposal in zip(keys, proposals, strict=True)}
    found = {key: first for key in keys if (first := first_of(key, fields))}
    return {key: first for key, first in found.items() if fields[first] in _PEOPLE}


def question(
    column: tuple[str, Proposal, Contents], first: str | None, kind: str, taken: Collection[str]
) -> tuple[Message, Mapping[str, str]] | None:
    """What to ask about a column and the override that agrees; None when it is read, or holds no people.

    `first` is the header that it repeats; `taken` are the fields of all columns.
    """
    key, proposal, content = column
    if proposal.basis is not Basis.NOTHING or not content.filled:
        return None
    if first is not None:
        return message(_SECOND, column=key, first=first), {key: proposal.field}
    is_asked = "entry" not in taken or phrases.names_somebody(key)  # "mp_name": nobody who signs
    if proposal.field or not is_asked or not content.is_varied or content.share("person") < _MANY:
        return None
    is_recipient = kind == "sign-ons" and phrases.speaks_of_recipients(key)
    field = "" if is_recipient else _free(kind, taken)
    example = next(cell for cell in content.cells if "person" in content.kinds[cell])
    text = message(_FREE if field else _OTHERS, column=key, example=example, field=field)
    return text, {key: field}


def _free(kind: str, taken: Collection[str]) -> str:
    """The field of a whole person if no column has it, nor an entry or half a name that holds one."""
    field = {"sign-ons": "name", "people": "name", "recipients": "person"}.get(kind, "")
    return "" if not {field, "entry", "given_name", "family_name"}.isdisjoint(taken) else field
