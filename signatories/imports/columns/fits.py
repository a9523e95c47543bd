"""How well what a column holds fits a field, and which fields it would fit."""

from collections.abc import Collection, Iterator, Mapping

from signatories.imports.columns.contents import Contents
from signatories.imports.columns.mapping import FIELDS

EXPECTED: Mapping[str, tuple[str, ...]] = {
    "email": ("email",),
    "country": ("country",),
    "participant": ("country",),
    "website": ("website", "email"),
    "telephone": ("telephone", "number"),
    "date": ("date",),
    "response": ("number", "code"),
    "language": ("language",),
    "status": ("answer",),
    "form_of_address": ("form_of_address",),
    "role": ("role",),
    "entry": ("entry", "organisation", "person"),
    "signature": ("date",),
    "ratification": ("date",),
    "withdrawal": ("date",),
}
"""What the cells of a field look like; those of others than names may be anything."""

STRICT = ("email", "country", "participant", "website", "telephone", "date", "response")
"""Fields whose cells can be told for sure."""

NAMES = frozenset({"entry", "name", "given_name", "family_name", "person", "organisation"})
"""Fields that say who a row is. Their cells only look like it."""

OPPOSITE = -0.15
"""A fit below which the cells speak against a name: lists of words know many bodies, and not all."""

_SURE_SHARE = 0.8
_MANY_PEOPLE, _MANY_ORGANISATIONS, _MANY_ENTRIES = (
    0.6,
    0.3,
    0.5,
)  # no list of words knows all bodies

_FEWEST_OF_A_LIST, _MOSTLY_BODIES, _HARDLY_ANY_ENTRIES = 20, 0.4, 0.02


def how_well(field: str, content: Contents, kind: str) -> float:
    """From -1, it surely holds something else, over 0, nobody can say, to 1."""
    if field in STRICT:
        return 2 * content.share(*EXPECTED[field]) - 1 if content.is_telling else 0.0
    if field == "form_of_address" and content.are_titles:
        return 1.0
    if field in _people(kind):
        return _more_people(content)
    if field in _organisations(kind):
        return -_more_people(content)
    return content.share(*EXPECTED[field]) if field in EXPECTED else 0.0


def lists_bodies(content: Contents) -> bool:
    """Whether a column of signatories names bodies alone: no person with theirs, and hardly what may be a person."""
    is_long = content.filled >= _FEWEST_OF_A_LIST and content.is_varied
    is_of_bodies = -_more_people(content) >= _MOSTLY_BODIES
    return is_long and is_of_bodies and content.share("entry") <= _HARDLY_ANY_ENTRIES


def held_fields(
    content: Contents, kind: str, taken: Collection[str]
) -> Iterator[tuple[str, float]]:
    """Fields that a column may be by its cells alone, with how well they fit, 0 to 1.

    A name is looked for only where the columns `taken` leave one open: in "mp_name" beside the signatory it is of
    somebody else.
    """
    for field in ("email", "country", "website", "telephone", "language"):
        share = content.share(EXPECTED[field][0])
        if field == "email" and content.are_addresses:
            share = 1.0
        if field in FIELDS[kind] and share >= _SURE_SHARE:
            yield field, share
    for field, fit in _held_names(content, kind) if content.is_varied else ():
        if not NAMES & set(taken) or _completes(fit, taken):
            yield field, abs(fit)


def _held_names(content: Contents, kind: str) -> Iterator[tuple[str, float]]:
    """Fields of names with how well they fit, below 0 for those of bodies."""
    entries, people = content.share("entry"), _more_people(content)
    bodies = ("name",) if kind == "recipients" else _organisations(kind)
    for field in FIELDS[kind]:
        if field == "entry" and entries >= _MANY_ENTRIES:
            yield field, entries
        if field in _people(kind) and people >= _MANY_PEOPLE:
            yield field, people
        if field in bodies and -people >= _MANY_ORGANISATIONS:
            yield field, people


def _completes(fit: float, taken: Collection[str]) -> bool:
    """Whether there is a person without an organisation, or the other way round."""
    if "entry" in taken:
        return False
    has_person = not {"name", "given_name", "family_name", "person"}.isdisjoint(taken)
    return has_person is (fit < 0)


def _people(kind: str) -> tuple[str, ...]:
    return ("name", "person") if kind in ("sign-ons", "people") else ("person",)


def _organisations(kind: str) -> tuple[str, ...]:
    return ("name",) if kind == "organisations" else ("organisation",)


def _more_people(content: Contents) -> float:
    """The share of people less that of organisations, -1 to 1."""
    return content.share("person") - content.share("organisation")
