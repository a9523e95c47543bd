"""Which row of a second table belongs to which recipient: by its State, and by the seat where there are several."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from signatories import countries
from signatories.collation import fold
from signatories.matching.records import Ref
from signatories.texts import N_, Message, listed, message

_LISTED = 20  # names in one warning
_SEATS = (
    *("addis ababa", "bangkok", "brussels", "geneva", "hague", "nairobi", "new york", "paris"),
    *("rome", "strasbourg", "vienna", "washington"),
)
_SEAT_COLUMNS = {"seat", "city", "town", "location", "siege", "ville", "sede", "ciudad", "sitz"}
_MISSIONS = re.compile(
    r"mission|embass|ambassad|embajad|botschaft|permanent|delegation|vertretung|ministr|ministere|government"
    r"|gouvernement|gobierno|consulat"
)


@dataclass(frozen=True, slots=True)
class Post:
    """A recipient that speaks for a State: its mission, embassy or the State itself, with its seat where known."""

    ref: Ref
    country: str
    seat: str
    is_state: bool


def is_post(name: str, country: str | None) -> bool:
    """Whether a recipient of this name speaks for its State; a charity in Ghana does not."""
    if country is None:
        return False
    found = countries.find(name)
    return bool(_MISSIONS.search(fold(name))) or (found is not None and found.iso == country)


def seat_of(texts: Mapping[str, str], extra: Mapping[str, object]) -> str:
    """The seat that a column names, else one of the usual cities in the name or the address; folded."""
    for header, cell in extra.items():
        if fold(header) in _SEAT_COLUMNS and str(cell).strip():
            return fold(str(cell))
    written = fold(f"{texts.get('name', '')} {texts.get('address', '')}")
    return next((city for city in _SEATS if city in written), "")


class Posts:
    """The stored recipients that speak for States, and which of them rows have joined."""

    def __init__(self) -> None:
        self._by_country: dict[str, list[Post]] = defaultdict(list)
        self._names: dict[Ref, str] = {}
        self._joined: set[Ref] = set()

    def add(self, post: Post, name: str) -> None:
        """Know a stored one."""
        self._by_country[post.country].append(post)
        self._names[post.ref] = name

    def __contains__(self, country: str) -> bool:
        """Whether any speaks for this State."""
        return country in self._by_country

    def partner(self, country: str, seat: str) -> tuple[Ref | None, bool]:
        """The recipient that a row about a post there belongs to, and whether that is certain.

        Certain is the only one at that seat, or the State itself as long as no other row has joined it.
        """
        free = [each for each in self._by_country.get(country, ()) if each.ref not in self._joined]
        here = [each for each in free if seat and each.seat == seat]
        if not here:
            here = [each for each in free if not (seat and each.seat)]
        if len(here) != 1:
            return None, False
        certain = here[0].is_state or bool(seat and here[0].seat)
        return here[0].ref, certain

    def join(self, ref: Ref) -> None:
        """Note that a row has found its recipient."""
        self._joined.add(ref)

    def warnings(self, count: int, names: Iterable[str]) -> list[Message]:
        """What found no partner on either side, if anything found one: so many rows, called so, and recipients."""
        if not self._joined:
            return []
        left = [name for ref, name in self._names.items() if ref not in self._joined]
        found = []
        if count:
            text = N_("%n row(s) found no recipient that is there, and will be new: {names}.")
            shown = ", ".join(islice(names, _LISTED)) + (" …" if count > _LISTED else "")
            found.append(message(text, n=count, names=shown))
        if left:
            text = N_("No row was found for %n recipient(s): {names}.")
            found.append(message(text, n=len(left), names=listed(left, _LISTED)))
        return found
