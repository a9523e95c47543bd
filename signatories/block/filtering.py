"""Which of the confirmed a block shows: those that meet a condition."""

from collections.abc import Iterable, Sequence

from signatories import countries
from signatories.block.fields import value_of
from signatories.block.signatory import Signatory
from signatories.countries.table import by_code
from signatories.expressions import conditions
from signatories.expressions.criteria import Condition, Kind, Record
from signatories.expressions.vocabulary import FieldRule, Vocabulary
from signatories.models import Capacity
from signatories.texts import N_

_TEXTS = ("name", "role", "organisation", "acronym", "group", "region", "kind", "description")


def parse(where: str, columns: Iterable[str]) -> Condition:
    """Read a condition on signatories and these extra columns of theirs.

    Countries are compared by their ISO code, `signed` is the day. Raises BadText that names the nearest known word.
    """
    return conditions.parse(where, _vocabulary(columns), source=N_("Who is in it"))


def meeting(signatories: Sequence[Signatory], condition: Condition) -> tuple[Signatory, ...]:
    """Those that meet a condition, in their order."""
    names = condition.fields()
    if not names:
        return tuple(signatories)
    return tuple(line for line in signatories if condition.matches(record(line, names)))


def record(line: Signatory, names: Iterable[str]) -> Record:
    """The values of a signatory that a condition compares, of these fields."""
    own = {
        "country": line.country_code,
        "capacity": line.capacity.value,
        "language": line.language,
        "signed": line.confirmed_at.date().isoformat(),
    }
    return {name: own[name] if name in own else value_of(name)(line) for name in names}


def _vocabulary(columns: Iterable[str]) -> Vocabulary:
    rules = {name: FieldRule() for name in (*columns, *_TEXTS, "language")}
    names = tuple(country.english.alone for country in by_code().values())
    rules["country"] = FieldRule(values=names, normalise=_country_code)
    rules["capacity"] = FieldRule(values=tuple(capacity.value for capacity in Capacity))
    rules["signed"] = FieldRule(Kind.DATE)
    return rules


def _country_code(written: str) -> str | None:
    found = countries.find(written)
    return found.iso if found else None
