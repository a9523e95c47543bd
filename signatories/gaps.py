"""What is missing among a letter's recipients: values that its text asks for, and doubles."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from signatories.choosing import Selection
from signatories.collation import fold
from signatories.expressions import fields, letter_text
from signatories.letter_files import LetterFile
from signatories.texts import N_, Message, message

PREFIX = "recipient."
LISTED = 3  # names in a sentence; the others are counted


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to mend, in words, and the ids of the recipients that it is about (none: it is about others)."""

    text: Message
    ids: tuple[int, ...] = ()


def among(selection: Selection, file: LetterFile, known: Collection[str]) -> list[Gap]:
    """All gaps of a letter with that text. Raises BadText when the text cannot be understood."""
    return [
        *_without_value(selection, file, known),
        *_doubles(selection),
        *_missing_members(selection),
    ]


def _without_value(selection: Selection, file: LetterFile, known: Collection[str]) -> Iterator[Gap]:
    for name in _needed(file, known):
        column = name.removeprefix(PREFIX)
        ids = tuple(one.id for one in selection.recipients if not one.record().get(column))
        if ids:
            text = N_("%n recipient(s) without a value for “{field}”, which the text asks for")
            yield Gap(message(text, n=len(ids), field=name), ids)


def _needed(file: LetterFile, known: Collection[str]) -> list[str]:
    """The recipients' fields that the text names without a fallback, each once."""
    lines = (file.reference, file.subject, file.salutation, file.closing)
    lists = (*file.addressee, *file.enclosures, *file.cc)
    parts = (part for text in (*lines, *lists) for part in fields.parse(text, known))
    found = [part for part in parts if isinstance(part, fields.Field)]
    found += letter_text.parse_body(file.body, known).fields
    needed = (one.name for one in found if one.fallback is None and one.name.startswith(PREFIX))
    return list(dict.fromkeys(needed))


def _doubles(selection: Selection) -> Iterator[Gap]:
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in selection.recipients:
        alike[fold(one.name), fold(one.person)].append(one.id)
    ids = tuple(row_id for same in alike.values() if len(same) > 1 for row_id in same)
    if ids:
        yield Gap(message(N_("%n recipient(s) with the same name and person"), n=len(ids)), ids)


def _missing_members(selection: Selection) -> Iterator[Gap]:
    missing = selection.missing_members
    if missing:
        names = ", ".join(missing[:LISTED]) + (" …" if len(missing) > LISTED else "")
        text = N_("%n member State(s) of the United Nations without a recipient: {names}")
        yield Gap(message(text, n=len(missing), names=names))
