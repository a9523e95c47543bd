"""The placeholders of a letter: `{{ name }}` and `{{ name | "fallback" }}`."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from signatories.errors import BadText
from signatories.expressions.hints import nearest, where
from signatories.texts import N_, Message

RECIPIENT = "recipient."  # what the names of a recipient’s fields begin with
KNOWN_FIELDS = frozenset(
    {
        "recipient.name",
        "recipient.country",
        "recipient.person",
        "recipient.address",
        "recipient.salutation",
        "recipient.form_of_address",
        "recipient.status",
        "recipient.since",
        "letter.date",
        "letter.place",
        "letter.reference",
        "list.number",
        "list.date",
        "count.parties",
        "count.signed",
        "count.signatories",
        "count.organisations",
        "count.people",
        "count.countries",
        "count.recipients",
        "count.withheld",
    }
)

# Word and macOS turn typed quotes into these, each language into its own pair.
_DOUBLE, _SINGLE = '"“”„‟«»', "'‘’‚‛‹›"
_FALLBACK = r"(?P<fallback>(?:(?!\{\{|\}\}).)*?)"
FIELD = re.compile(
    r"\{\{\s*(?P<name>[^\s{}|](?:[^{}|]*[^\s{}|])?)\s*"
    rf"(?:\|\s*(?:[{_DOUBLE}]{_FALLBACK}[{_DOUBLE}]"
    rf"|[{_SINGLE}]{_FALLBACK.replace('fallback', 'single')}[{_SINGLE}])\s*)?\}}\}}",
    re.DOTALL,
)
_COUNTRY = "recipient.country"
_SENTENCE_BEGINS = re.compile(
    r"""(?:^|\n|(?<!e\.g)(?<!i\.e)(?<!\bcf)(?<!\bvs)[.!?…]["'”’»)\]]*\s)\s*["'“‘«(\[]*$"""
)
_OPENING = re.compile(r"\\?\{\{")
_LITERAL = "{{"  # written \{{; a part of its own, so that the source can be given back exactly


@dataclass(frozen=True, slots=True)
class Field:
    """One placeholder: what it names, what stands in for a missing value, how it was written."""

    name: str
    fallback: str | None
    source: str

    @property
    def is_of_recipient(self) -> bool:
        """Whether each recipient has its own value."""
        return self.name.startswith(RECIPIENT)

    @property
    def column(self) -> str:
        """The name of the value among those of its owner: "name" for `recipient.name`."""
        return self.name.partition(".")[2]

    def value(self, values: Mapping[str, str | None]) -> str | None:
        """What to print: the value, else the fallback, else None. A blank value is none."""
        return values.get(self.name) or self.fallback

    def printed(self, values: Mapping[str, str | None], before: str) -> str | None:
        """What to print after the text before it: a country's article begins a sentence with a capital."""
        value = self.value(values)
        if value and self.name == _COUNTRY and _SENTENCE_BEGINS.search(before):
            return value[0].upper() + value[1:]
        return value


Part = str | Field


class MissingValues(Exception):
    """Fields that have neither a value nor a fallback: `names`, each once, in order."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names = tuple(dict.fromkeys(names))
        super().__init__(*self.names)


def known_fields(recipient_columns: Iterable[str] = ()) -> frozenset[str]:
    """All names a letter may use when its recipients have these extra columns."""
    return KNOWN_FIELDS.union(f"{RECIPIENT}{column}" for column in recipient_columns)


def parse(
    text: str,
    known: Collection[str] = KNOWN_FIELDS,
    *,
    source: str | Message = "",
    line: int = 1,
) -> tuple[Part, ...]:
    r"""Split a plain text into its literal parts and fields; a literal `{{` is written `\{{`.

    `source` and `line` say in errors where the text begins. Raises BadText for an unknown name
    (with the nearest known one) and for a field that is not closed, is empty or has bad quotes.
    """
    parts: list[Part] = []
    position = 0
    while opening := _OPENING.search(text, position):
        if opening.start() > position:
            parts.append(text[position : opening.start()])
        if opening[0] == _LITERAL:
            at = where(line + text.count("\n", 0, opening.start()), source)
            field = field_at(text, opening.start(), known, at)
            parts.append(field)
            position = opening.start() + len(field.source)
        else:
            parts.append(_LITERAL)
            position = opening.end()
    if position < len(text):
        parts.append(text[position:])
    return tuple(parts)


def field_at(text: str, position: int, known: Collection[str], at: Message) -> Field:
    """Read the field whose `{{` is at this position; `at` names the place in a BadText."""
    match = FIELD.match(text, position)
    if match is None:
        _refuse(text, position, at)
    name = _known_name(match["name"], known, at)
    fallback = match["fallback"] if match["single"] is None else match["single"]
    if fallback is not None:
        fallback = re.sub(r"\s*\n\s*", " ", fallback).strip("\u00a0\u202f")  # French « padding »
    return Field(name, fallback, match[0])


def fill(parts: Sequence[Part], values: Mapping[str, str | None]) -> str:
    """Put the values in. Raises MissingValues when a field has neither value nor fallback."""
    text = ""
    missing = []
    for part in parts:
        if isinstance(part, str):
            text += part
        elif (value := part.printed(values, text)) is None:
            missing.append(part.name)
        else:
            text += value
    if missing:
        raise MissingValues(missing)
    return text


def _known_name(written: str, known: Collection[str], at: Message) -> str:
    name = " ".join(written.split())
    if name in known:
        return name
    for candidate in known:
        if candidate.casefold() == name.casefold():
            return candidate
    text = N_("{where}: there is no field “{name}”. The nearest one is “{nearest}”.")
    raise BadText(text, where=at, name=name, nearest=nearest(name, known))


def _refuse(text: str, position: int, at: Message) -> NoReturn:
    end = text.find("}}", position)
    following = text.find("{{", position + 2)
    if end < 0 or -1 < following < end:
        raise BadText(N_("{where}: a field is opened with {{ but not closed with }}."), where=at)
    written = text[position : end + 2]
    if not written.strip("{} \t\n"):
        raise BadText(N_("{where}: a field is empty. Write a name between {{ and }}."), where=at)
    raise BadText(
        N_('{where}: “{field}” is no field. Write {{ name }} or {{ name | "fallback" }}.'),
        where=at,
        field=written,
    )
