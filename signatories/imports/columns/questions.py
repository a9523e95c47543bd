"""Questions about columns whose cells contradict their headers: asked, never answered by ourselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from signatories import column_names
from signatories.imports.columns import left_out_answers, left_out_people
from signatories.imports.columns.contents import Contents
from signatories.imports.columns.fits import (
    EXPECTED,
    NAMES,
    OPPOSITE,
    STRICT,
    held_fields,
    how_well,
    lists_bodies,
)
from signatories.imports.columns.mapping import FIELDS, KEEPS_OTHERS, OWN
from signatories.imports.columns.proposals import Basis, Proposal
from signatories.texts import N_, Message, message, sentences

_SWAP = N_(
    "“{first}” and “{second}” seem to be swapped: under “{first}” stands “{example}”. Swap them?"
)
_HOLDS_NO = {
    "email": N_("%n of {total} cells of “{column}” hold no e-mail address, such as “{example}”."),
    "country": N_("%n of {total} cells of “{column}” name no country, such as “{example}”."),
    "participant": N_("%n of {total} cells of “{column}” name no State, such as “{example}”."),
    "website": N_("%n of {total} cells of “{column}” hold no web address, such as “{example}”."),
    "telephone": N_("%n of {total} cells of “{column}” are no telephone number: “{example}”."),
    "date": N_("%n of {total} cells of “{column}” hold no date, such as “{example}”."),
    "response": N_("%n of {total} cells of “{column}” are no numbers, such as “{example}”."),
}
_HOLDS = {
    "email": N_("“{column}” holds e-mail addresses, such as “{example}”."),
    "website": N_("“{column}” holds web addresses, such as “{example}”."),
    "date": N_("“{column}” holds dates, such as “{example}”."),
    "country": N_("“{column}” holds countries, such as “{example}”."),
    "entry": N_("“{column}” seems to hold names with organisations, such as “{example}”."),
    "organisation": N_("“{column}” seems to hold organisations, such as “{example}”."),
    "person": N_("“{column}” seems to hold people, such as “{example}”."),
}
_FEWEST_AGAINST_HEADER, _ALL = 6, 0.99  # of fewer cells every one must contradict an exact header
_NOT_MOST, _HARDLY_ANY = 0.6, 0.0  # of how_well(): four in five, one in two
_MANY_ENTRIES = 0.5
_GAIN = 1.0
_SURE_SHARE = 0.8
_FIELDS_OF = {
    "entry": ("entry",),
    "organisation": ("organisation", "name"),
    "person": ("name", "person"),
}
_ANYTHING = frozenset({"", OWN, "notes", "tag", "address", "group", "condition"})


@dataclass(frozen=True, slots=True)
class ColumnQuestion:
    """What is asked about a column. `answer` are the overrides, field by column, that accept what it proposes."""

    text: Message
    answer: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """One column as it is questioned."""

    key: str
    proposal: Proposal
    content: Contents
    kind: str

    @property
    def fit(self) -> float:
        return how_well(self.proposal.field, self.content, self.kind)

    @property
    def is_settled(self) -> bool:
        """Whether somebody has decided, now or in an earlier import."""
        return self.proposal.basis in (Basis.TOLD, Basis.REMEMBERED)


def questions(
    keys: Sequence[str], proposals: Sequence[Proposal], contents: Sequence[Contents], kind: str
) -> list[tuple[ColumnQuestion, ...]]:
    """What is to be asked about each column."""
    columns = [
        _Asked(key, proposal, content, kind)
        for key, proposal, content in zip(keys, proposals, contents, strict=True)
    ]
    taken = {proposal.field for proposal in proposals}
    swaps = {first.key: (first, second) for first, second in _swapped(columns)}
    done = {column.key for pair in swaps.values() for column in pair}
    first = left_out_people.repeated(keys, proposals)
    found: list[tuple[ColumnQuestion, ...]] = []
    for column in columns:
        if column.key in swaps:
            found.append((_swap(*swaps[column.key]),))
        elif column.key in done or column.proposal.basis is Basis.TOLD:
            found.append(())
        else:
            people = _left_out(column, taken, first.get(column.key))
            found.append(people or tuple(_about(column, taken)))
    return found


def _left_out(column: _Asked, taken: set[str], first: str | None) -> tuple[ColumnQuestion, ...]:
    asked = (column.key, column.proposal, column.content)
    found = left_out_answers.question(asked, column.kind, taken)
    found = found or left_out_people.question(asked, first, column.kind, taken)
    return (ColumnQuestion(*found),) if found else ()


def _swapped(columns: Sequence[_Asked]) -> Iterator[tuple[_Asked, _Asked]]:
    """Pairs of columns each of which holds what the other's header says."""
    mapped = [column for column in columns if column.proposal.field not in _ANYTHING]
    done: set[str] = set()
    for first, second in combinations(mapped, 2):
        if first.key in done or second.key in done or first.is_settled or second.is_settled:
            continue
        exchanged = (
            how_well(second.proposal.field, first.content, first.kind),
            how_well(first.proposal.field, second.content, first.kind),
        )
        gains = min(exchanged) > 0 and sum(exchanged) - first.fit - second.fit > _GAIN
        if gains or _took_place(first, second) or _took_place(second, first):
            done |= {first.key, second.key}
            yield first, second


def _took_place(strict: _Asked, names: _Asked) -> bool:
    """Whether countries stand under "Organisation" and, under "Country", names that no list of words need know."""
    field, content = strict.proposal.field, strict.content
    if field not in STRICT or names.proposal.field not in NAMES or not content.is_varied:
        return False
    held = max(content.share(*EXPECTED[each]) for each in STRICT)
    return held <= 1 - _SURE_SHARE and how_well(field, names.content, names.kind) >= _NOT_MOST


def _swap(first: _Asked, second: _Asked) -> ColumnQuestion:
    example = first.content.samples[0]
    text = message(_SWAP, first=first.key, second=second.key, example=example)
    answer = {first.key: second.proposal.field, second.key: first.proposal.field}
    return ColumnQuestion(text, answer)


def _about(column: _Asked, taken: set[str]) -> Iterator[ColumnQuestion]:
    """What contradicts, in one column by itself."""
    field, content = column.proposal.field, column.content
    if not content.is_telling:
        return
    if field in STRICT:
        if column.fit < (_HARDLY_ANY if column.is_settled else _NOT_MOST):
            yield _other_things(column, taken)
    elif other := _another_name(column):
        yield _proposing(column, _held(column, other), taken, _FIELDS_OF[other])
    elif other := _certainly_another(column, taken):
        yield _proposing(column, _held(column, other), taken)
    elif field in NAMES and column.proposal.basis is Basis.CELLS:
        yield _only_by_cells(column)


def _another_name(column: _Asked) -> str | None:
    """Whether a column of names holds those of others: entire lines, organisations, or people."""
    field, content = column.proposal.field, column.content
    if field not in NAMES or column.proposal.basis is Basis.CELLS:
        return None
    if field == "entry":
        return "organisation" if lists_bodies(content) else None
    if "entry" in FIELDS[column.kind] and content.share("entry") > _MANY_ENTRIES:
        return "entry"
    is_sure = column.proposal.basis is Basis.HEADER and content.filled < _FEWEST_AGAINST_HEADER
    if column.fit >= OPPOSITE or (is_sure and -column.fit < _ALL):
        return None
    people = content.share("person") > content.share("organisation")
    return "person" if people else "organisation"


def _other_things(column: _Asked, taken: set[str]) -> ColumnQuestion:
    """Cells that are not what a field holds: a few are shown, many make the field doubtful."""
    field, content = column.proposal.field, column.content
    odd = content.without(*EXPECTED[field])
    number = sum(content.cells[cell] for cell in odd)
    values = {"n": number, "total": content.filled, "column": column.key, "example": odd[0]}
    text = message(_HOLDS_NO[field], **values)
    if column.fit >= _HARDLY_ANY:
        return ColumnQuestion(text, {column.key: field})
    return _proposing(column, text, taken)


def _certainly_another(column: _Asked, taken: set[str]) -> str | None:
    """What a column holds beyond doubt, though its field, or its header, says something else."""
    field = column.proposal.field
    if column.is_settled or (field in _ANYTHING and not _is_called_number(column)):
        return None
    kinds = ["email", "website", "date"]
    if field in NAMES and "country" not in taken:  # States may be the ones that a table names
        kinds.append("country")
    likeliest = max(kinds, key=column.content.share)
    is_sure = column.content.share(likeliest) >= _SURE_SHARE
    return likeliest if is_sure and likeliest not in EXPECTED.get(field, ()) else None


def _is_called_number(column: _Asked) -> bool:
    return "number" in column_names.meant_by(column.key)


def _held(column: _Asked, held: str) -> Message:
    example = next((cell for cell, kinds in column.content.kinds.items() if held in kinds), "")
    return message(_HOLDS[held], column=column.key, example=example)


def _proposing(
    column: _Asked, text: Message, taken: set[str], likely: Sequence[str] = ()
) -> ColumnQuestion:
    """The question with the field that would fit better, if one is free."""
    other = _better(column, taken, likely)
    if other == column.proposal.field and other in NAMES:
        proposal = message(N_("Is it the “{field}”?"), field=other)
    elif other == OWN:
        proposal = message(N_("Keep it as a column of its own?"))
    elif other:
        proposal = message(N_("Take it as “{field}”?"), field=other)
    else:
        proposal = message(N_("Leave it out?"))
    return ColumnQuestion(sentences(text, proposal), {column.key: other})


def _better(column: _Asked, taken: set[str], likely: Sequence[str]) -> str:
    """The free field that a column's cells fit; else where it goes that is not what it is called."""
    fields, others = FIELDS[column.kind], taken - {column.proposal.field}
    held = [field for field, _ in held_fields(column.content, column.kind, others)]
    dates = ["date"] if column.content.share("date") >= _SURE_SHARE else []
    answers = ["status"] if column.content.are_mostly_answers else []
    for field in (*likely, *held, *dates, *answers):
        if field in fields and field not in taken:
            return field
    if column.proposal.field in (OWN, *NAMES):
        return column.proposal.field
    if "tag" in fields:
        return "tag"
    return OWN if column.kind in KEEPS_OTHERS else ""


def _only_by_cells(column: _Asked) -> ColumnQuestion:
    field = column.proposal.field
    text = N_("Is “{column}” the “{field}”? Only its cells say so, such as “{example}”.")
    asked = message(text, column=column.key, field=field, example=column.content.samples[0])
    return ColumnQuestion(asked, {column.key: field})
