"""The columns of a table: what each is proposed to become, how surely, and why."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from signatories.collation import fold
from signatories.errors import Refused
from signatories.imports.columns import proposals
from signatories.imports.columns.contents import Contents, contents_of
from signatories.imports.columns.mapping import FIELDS, KEEPS_OTHERS, OWN, keys_of, told_columns
from signatories.imports.columns.proposals import Known, Proposal
from signatories.imports.columns.questions import ColumnQuestion, questions
from signatories.imports.columns.remembered import Remembered
from signatories.recipients.choosing import STANDING_FIELDS
from signatories.sources.documents import Row
from signatories.texts import N_, Message

_MOST_LISTED = 40  # columns that a message names


@dataclass(frozen=True, slots=True)
class Column:
    """A column and the field that it is proposed to become.

    `number` counts from 0. `key` names it where it is told and remembered: its header, or "#3" where that is empty or
    an earlier column's. `field` is empty when the column is left out; a column of its own (`is_own`) has there the
    name under which its cells are kept. `confidence` and `share_filled` go from 0 to 1; `samples` are the first
    different cells.
    """

    number: int
    header: str
    key: str
    field: str
    is_own: bool
    confidence: float
    reason: Message
    samples: tuple[str, ...] = ()
    share_filled: float = 0.0
    questions: tuple[ColumnQuestion, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The column as the command line prints it."""
        return {
            "column": self.key,
            "field": self.field,
            "own": self.is_own,
            "confidence": self.confidence,
            "reason": str(self.reason),
            "samples": list(self.samples),
            "share_filled": round(self.share_filled, 2),
            "questions": [
                {"text": str(question.text), "map": dict(question.answer)}
                for question in self.questions
            ],
        }


class NameColumnNotSaid(Refused):
    """No column can name the rows of this kind: somebody has to say which of `columns` does."""

    def __init__(self, file: str, kind: str, columns: tuple[Column, ...]) -> None:
        self.kind = kind
        self.columns = columns
        super().__init__(
            N_(
                "No column of “{file}” says who the rows are. Say it: --map COLUMN={field}. The columns are: {columns}."
            ),
            file=file,
            field=FIELDS[kind][0],
            columns=_listed([column.header for column in columns if column.header]),
        )


def propose(
    headers: Sequence[str],
    rows: Sequence[Row],
    kind: str,
    overrides: Mapping[str, str] | None = None,
    remembered: Remembered | None = None,
    meanings: Mapping[int, str] | None = None,
) -> tuple[Column, ...]:
    """What each column may become, in their order. Some of the rows are looked at, never all.

    `meanings` are fields by column that the file itself names. Raises BadText for an override that names an unknown
    column or field.
    """
    keys = keys_of(headers)
    contents = contents_of(rows, len(headers))
    known = Known(told_columns(headers, kind, overrides or {}), meanings or {}, remembered)
    proposed = proposals.propose(headers, kind, contents, known)
    asked = questions(keys, proposed, contents, kind)
    found: list[Column] = []
    own_names: set[str] = set()
    for number, proposal in enumerate(proposed):
        column = _column(number, headers[number], keys[number], proposal, contents[number])
        column = replace(column, questions=asked[number])
        if column.is_own:
            column = _named(column, kind, own_names)
            own_names.add(column.field)
        found.append(column)
    return tuple(found)


def _listed(headers: Sequence[str]) -> str:
    some = headers[:_MOST_LISTED]
    return ", ".join([*some, "…"] if len(headers) > len(some) else some)


def mapping_of(columns: Sequence[Column]) -> dict[str, str]:
    """Fields by column, without what is left out."""
    return {column.key: column.field for column in columns if column.field}


def stored(columns: Sequence[Column]) -> dict[str, str]:
    """Fields by column as an import keeps them to be remembered: empty for what was left out."""
    return {column.key: column.field for column in columns}


def left_out(columns: Sequence[Column]) -> tuple[str, ...]:
    """The columns that are left out, but for nameless ones in which nothing was seen."""
    return tuple(
        column.key
        for column in columns
        if not column.field and (column.header.strip() or column.share_filled)
    )


def _column(number: int, header: str, key: str, proposal: Proposal, contents: Contents) -> Column:
    return Column(
        number,
        header,
        key,
        proposal.field,
        proposal.field == OWN,
        proposal.confidence,
        proposal.reason,
        contents.samples,
        contents.share_filled,
    )


def _named(column: Column, kind: str, own_names: Set[str]) -> Column:
    """A column of its own under a name that nothing else has.

    Standing is computed: a recipient's column that is called so gets another name, or nobody could ever ask for it.
    """
    name = column.key
    if name in FIELDS[kind] or name in own_names:
        name = f"{name} ({column.number + 1})"
    if kind in KEEPS_OTHERS and fold(name) in STANDING_FIELDS:
        name = f"{name} (table)"
    return replace(column, field=name)
