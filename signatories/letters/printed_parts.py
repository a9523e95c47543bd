"""The parts of a letter that are printed, and the fields that they hold."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from signatories.expressions import fields
from signatories.expressions.fields import Field
from signatories.expressions.letter_text import parse_body
from signatories.letters.text_file import LetterFile
from signatories.texts import N_

PLAIN = ("reference", "addressee", "subject", "salutation", "closing", "enclosures", "cc")
"""The parts beside the body in which fields may stand."""
AS_WRITTEN = ("letterhead", "place")
"""The parts that are printed as they are."""
BODY = "body"
NAMES = {
    "letterhead": N_("letterhead"),
    "place": N_("place"),
    "reference": N_("reference"),
    "addressee": N_("addressee"),
    "subject": N_("subject"),
    "salutation": N_("salutation"),
    "body": N_("text"),  # as the window calls it
    "closing": N_("closing"),
    "enclosures": N_("enclosures"),
    "cc": N_("copies"),
}
"""What people call the parts."""


def text_of(file: LetterFile, part: str) -> str:
    """The words of a part, its lines joined."""
    words: str | tuple[str, ...] = getattr(file, part)
    return words if isinstance(words, str) else "\n".join(words)


def parsed(file: LetterFile, part: str, known: Collection[str]) -> tuple[fields.Part, ...]:
    """The words and fields of a part beside the body. Raises BadText."""
    return fields.parse(text_of(file, part), known, source=part)


def filled(lines: Iterable[Sequence[fields.Part]], values: Mapping[str, str | None]) -> str:
    """The lines of a part with their values, without those of fields only that are blank. Raises MissingValues."""
    kept = [line for line in lines if not _comes_out_blank(line, values)]
    return fields.fill([piece for line in kept for piece in ("\n", *line)][1:], values)


def fields_of(file: LetterFile, known: Collection[str]) -> list[Field]:
    """Every field of a letter, as often as it is written. Raises BadText."""
    pieces = (piece for part in PLAIN for piece in parsed(file, part, known))
    found = [piece for piece in pieces if isinstance(piece, Field)]
    return [*found, *parse_body(file.body, known).fields]


def in_lines(parts: Sequence[fields.Part]) -> list[list[fields.Part]]:
    """The words and fields of a part, line by line."""
    lines: list[list[fields.Part]] = [[]]
    for part in parts:
        if isinstance(part, Field):
            lines[-1].append(part)
        else:
            first, *others = part.split("\n")
            lines[-1].append(first)
            lines += [[each] for each in others]
    return lines


def _comes_out_blank(line: Sequence[fields.Part], values: Mapping[str, str | None]) -> bool:
    has_field = False
    for part in line:
        text = part.value(values) if isinstance(part, Field) else part
        if text is None or text.strip():
            return False
        has_field = has_field or isinstance(part, Field)
    return has_field
