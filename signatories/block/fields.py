"""What the pattern of a line can name: the fields of a signatory, and extra columns."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from types import MappingProxyType

from signatories import names
from signatories.block.capitals import in_capitals
from signatories.block.signatory import Signatory

Value = Callable[[Signatory], str]

_TURKISH_LANGUAGES = frozenset({"tr", "az"})
_TURKISH_COUNTRIES = frozenset({"TR", "AZ"})


def value_of(name: str) -> Value:
    """How the value of a field is read; any other name is an extra column's."""
    return FIELDS.get(name) or (lambda signatory: signatory.extra.get(name, ""))


def family_name(signatory: Signatory) -> str:
    """The family name as it stands in the printed one; empty without a name."""
    return _halves(signatory)[0]


def given_name(signatory: Signatory) -> str:
    """The other names as they stand in the printed one, without titles."""
    return _halves(signatory)[1]


def _halves(signatory: Signatory) -> tuple[str, str]:
    """Family and given name: by the sort name where the printed name bears it out, else as suggested."""
    printed = signatory.name
    if not printed:
        return "", ""
    family, _, given = (part.strip() for part in signatory.sort_name.partition(","))
    if family and given and family in printed and given in printed:
        return family, given
    suggested = names.suggest(printed)
    return suggested.family, suggested.given


def _family_in_capitals(signatory: Signatory) -> str:
    family = family_name(signatory)
    turkish = (
        signatory.country_code in _TURKISH_COUNTRIES
        or signatory.language in _TURKISH_LANGUAGES
        or "ı" in family
    )
    return in_capitals(family, turkish=turkish)


FIELDS: Mapping[str, Value] = MappingProxyType(
    {
        "name": attrgetter("name"),
        "given": given_name,
        "family": family_name,
        "FAMILY": _family_in_capitals,
        "role": attrgetter("role"),
        "organisation": attrgetter("organisation"),
        "acronym": attrgetter("acronym"),
        "country": attrgetter("country"),
        "region": attrgetter("region"),
        "group": attrgetter("group"),
        "kind": attrgetter("kind"),
        "description": attrgetter("description"),
    }
)
