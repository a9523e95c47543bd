"""One line of a signature block, as it was confirmed, and the figures that count such lines."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from signatories.models import Capacity

NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


class Signatory(NamedTuple):
    """A confirmed sign-on with its printed words. `place` is the order in which they were given.

    `confirmed_at`: when the yes came; `sort_name`: that of its signer.
    `withheld`: it counts, and is not printed; `unlisted`: it is printed in letters, but on no public list.
    `never_to`: recipients that must not see it; `first`: the recipient of this list sees it before the others.
    Region, kind and language are those of its records; `extra` holds the sign-on's own columns. `logo` and
    `signature` are digests of images, None where consent does not allow them; `logo_scale` is a factor, `logo_shift`
    a part of the logo's height, downwards.
    """

    sign_on_id: int
    name: str
    role: str
    organisation: str
    acronym: str
    country: str
    country_code: str | None
    capacity: Capacity
    group: str
    confirmed_at: dt.datetime
    place: int
    sort_name: str = ""
    withheld: bool = False
    unlisted: bool = False
    never_to: frozenset[int] = frozenset()
    region: str = ""
    kind: str = ""
    language: str = ""
    description: str = ""
    footnote: str = ""
    extra: Mapping[str, str] = NO_COLUMNS
    logo: str | None = None
    logo_scale: float = 1.0
    logo_shift: float = 0.0
    signature: str | None = None
    first: bool = False

    @property
    def line(self) -> str:
        """The line as it is printed: "Name, Role, Organisation", of what there is."""
        return ", ".join(part for part in (self.name, self.role, self.organisation) if part)


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of a list: each counts its own thing, and none can be typed by hand.

    `signatories` are the printed lines; `people` sign in a personal capacity, `organisations` are the others;
    `withheld` agreed but are not printed.
    """

    signatories: int
    organisations: int
    people: int
    countries: int
    withheld: int


def count(signatories: Iterable[Signatory]) -> Counts:
    """Count a list. The withheld are counted apart and nowhere else."""
    every = list(signatories)
    printed = [line for line in every if not line.withheld]
    organisations = sum(line.capacity is Capacity.ORGANISATION for line in printed)
    return Counts(
        signatories=len(printed),
        organisations=organisations,
        people=len(printed) - organisations,
        countries=len({line.country_code for line in printed} - {None}),
        withheld=len(every) - len(printed),
    )
