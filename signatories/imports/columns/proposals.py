"""Gives each column of a table a field: as told, as remembered, by its header, by what it holds."""

import enum
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from signatories.column_names import phrases
from signatories.column_names.words import ANSWERS
from signatories.imports.columns.contents import Contents
from signatories.imports.columns.fits import NAMES, OPPOSITE, held_fields, how_well
from signatories.imports.columns.mapping import FIELDS, KEEPS_OTHERS, OWN, REPEATED
from signatories.imports.columns.meanings import Meaning, meanings
from signatories.imports.columns.remembered import Remembered
from signatories.texts import N_, Message, message


class Basis(enum.IntEnum):
    """What a proposal rests on; the higher one wins."""

    NOTHING = 0
    CELLS = 1
    WORDS = 2
    HEADER = 3
    FILE = 4
    REMEMBERED = 5
    TOLD = 6


_REASONS = {
    Basis.CELLS: N_("What it holds looks like it."),
    Basis.WORDS: N_("Words in its header say so."),
    Basis.HEADER: N_("Its header says so."),
    Basis.FILE: N_("The file itself says so."),
    Basis.REMEMBERED: N_("As in the import of {day}."),
    Basis.TOLD: N_("As you said."),
}
_SURE = {
    Basis.CELLS: 0.9,
    Basis.WORDS: 0.75,
    Basis.HEADER: 0.95,
    Basis.FILE: 0.97,
    Basis.REMEMBERED: 0.97,
    Basis.TOLD: 1.0,
}
_SURE_OF_A_NAME = 0.55  # by its cells alone
_CONTRADICTED = 0.45
_NO_IDEA = 0.5
_SURELY_ANOTHER = 0.6


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a column may become: a field, OWN, or nothing. `confidence` goes from 0 to 1."""

    field: str
    basis: Basis
    confidence: float
    reason: Message


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A field for a column, and how well the cells fit it, -1 to 1."""

    number: int
    field: str
    basis: Basis
    fit: float = 0.0
    is_empty: bool = False

    @property
    def order(self) -> tuple[int, bool, float, int]:
        """The better, the lower; a column without a filled cell takes no field from another."""
        return -self.basis, self.is_empty, -self.fit, self.number


@dataclass(frozen=True, slots=True)
class Known:
    """Fields by column number that need no guessing: told, remembered, named by the file itself."""

    told: Mapping[int, str]
    in_file: Mapping[int, str]
    remembered: Remembered | None = None


def propose(
    headers: Sequence[str], kind: str, contents: Sequence[Contents], known: Known
) -> tuple[Proposal, ...]:
    """A proposal for each column; no field has two, but those that may be repeated."""
    meant = meanings(headers, kind, contents)
    given = [
        *_given(known, kind, headers),
        *_by_headers(meant, contents, kind),
        *_by_question(headers, meant, contents, kind),
    ]
    fields = {candidate.field for candidate in _chosen(given).values()}
    chosen = _chosen([*given, *_by_cells(headers, meant, contents, kind, fields)])
    return tuple(
        _proposal(chosen[number], known)
        if number in chosen
        else _without_field(kind, headers[number], content)
        for number, content in enumerate(contents)
    )


def _given(known: Known, kind: str, headers: Sequence[str]) -> Iterator[_Candidate]:
    for number, field in known.told.items():
        yield _Candidate(number, field, Basis.TOLD)
    if known.remembered is not None:
        for number, field in known.remembered.fields(headers, kind).items():
            yield _Candidate(number, field, Basis.REMEMBERED)
    for number, field in known.in_file.items():
        if field in FIELDS[kind]:
            yield _Candidate(number, field, Basis.FILE)


def _by_headers(
    meant: Sequence[Meaning], contents: Sequence[Contents], kind: str
) -> Iterator[_Candidate]:
    for number, meaning in enumerate(meant):
        for basis, fields in ((Basis.HEADER, meaning.exact), (Basis.WORDS, meaning.partly)):
            for place, field in enumerate(fields):
                fit = how_well(field, contents[number], kind) - 0.1 * place
                if _may_be(field, contents[number]) and (
                    not (place and meaning.is_second) or _has_another_meaning(field, fit)
                ):
                    yield _Candidate(number, field, basis, fit, not contents[number].filled)


def _by_question(
    headers: Sequence[str], meant: Sequence[Meaning], contents: Sequence[Contents], kind: str
) -> Iterator[_Candidate]:
    """The answers of a form that asks in its own words: whether somebody signs, and may be named.

    Who says no must not be a promise, and not be printed.
    """
    for number, (header, content) in enumerate(zip(headers, contents, strict=True)):
        is_another = not ANSWERS.isdisjoint((*meant[number].exact, *meant[number].partly))
        asks = phrases.asks_to_sign(header) and content.are_mostly_answers
        if "status" in FIELDS[kind] and asks and not is_another:
            yield _Candidate(number, "status", Basis.WORDS, content.share("answer"))
        if (
            "consent" in FIELDS[kind]
            and phrases.asks_to_name(header)
            and content.are_mostly_answers
        ):
            yield _Candidate(number, "consent", Basis.WORDS, content.share("answer"))


def _may_be(field: str, content: Contents) -> bool:
    """A column of yes and no names nobody and no capacity, whatever its header says."""
    return field not in (*NAMES, "capacity") or not content.are_answers


def _has_another_meaning(field: str, fit: float) -> bool:
    """Whether the cells of a second "Title" surely are what the word means besides."""
    return field not in NAMES and fit > _SURELY_ANOTHER


def _by_cells(
    headers: Sequence[str],
    meant: Sequence[Meaning],
    contents: Sequence[Contents],
    kind: str,
    taken: set[str],
) -> Iterator[_Candidate]:
    """Fields for columns whose headers say nothing that we know.

    Beside those who sign, a column of recipients is nobody's of them: else a letter were signed by who gets it.
    """
    beside_signers = kind == "sign-ons" and not NAMES.isdisjoint(taken)
    for number, content in enumerate(contents):
        is_another = beside_signers and phrases.speaks_of_recipients(headers[number])
        if not meant[number].is_known and not is_another:
            for field, fit in held_fields(content, kind, taken):
                yield _Candidate(number, field, Basis.CELLS, fit)


def _chosen(candidates: Sequence[_Candidate]) -> dict[int, _Candidate]:
    """The best candidates, so that a column has one field and a field one column."""
    chosen: dict[int, _Candidate] = {}
    taken: set[str] = set()
    for candidate in sorted(candidates, key=lambda each: each.order):
        is_free = candidate.field not in taken or candidate.field in ("", OWN, *REPEATED)
        if candidate.number not in chosen and is_free:
            chosen[candidate.number] = candidate
            taken.add(candidate.field)
    return chosen


def _proposal(candidate: _Candidate, known: Known) -> Proposal:
    basis = candidate.basis
    sure = _SURE[basis]
    if basis is Basis.CELLS:
        sure = candidate.fit * (_SURE_OF_A_NAME if candidate.field in NAMES else sure)
    elif candidate.fit < OPPOSITE:
        sure -= _CONTRADICTED
    day = known.remembered.day if known.remembered else None
    return Proposal(candidate.field, basis, round(sure, 2), message(_REASONS[basis], day=day))


def _without_field(kind: str, header: str, content: Contents) -> Proposal:
    """A column of its own where records keep such; nothing for one without a name or a filled cell."""
    if kind in KEEPS_OTHERS and (header.strip() or content.filled):
        reason = message(N_("There is no field for it; it is kept as a column of its own."))
        return Proposal(OWN, Basis.NOTHING, _NO_IDEA, reason)
    if phrases.asks_for_consent(header):
        text = N_("Who agrees to what is recorded by hand, with how we know; it is left out.")
        return Proposal("", Basis.NOTHING, _NO_IDEA, message(text))
    reason = message(N_("There is no field for it; it is left out."))
    return Proposal("", Basis.NOTHING, _NO_IDEA, reason)
