"""The known people as columns, since few of them are ever asked for."""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import neg
from sys import intern

from signatories.matching.packed_texts import PackedTexts
from signatories.matching.records import NO_ROLES, KnownPerson, Ref

Place = int
"""Where a person stands in the columns."""

_NOWHERE = 0  # no reference is 0


class People(Mapping[Ref, KnownPerson]):
    """Stored people in the order of their ids, then those that rows add, in the order of their lines.

    Each column has a person's value at the person's place: a reference that is looked for is not, but a search.
    """

    def __init__(self) -> None:
        self.refs = array("q")
        self.names = PackedTexts()
        self.emails = PackedTexts()
        self.countries: list[str | None] = []
        self._bodies = array("q")  # where each has a role
        self._titles: list[str] = []  # there
        self._several: dict[Place, dict[Ref, str]] = {}  # all roles of those who have more
        self._stored = 0  # how many are

    def store(
        self,
        refs: Iterable[Ref],
        names: Iterable[str],
        emails: Iterable[str],
        countries: Iterable[str | None],
    ) -> None:
        """Know some stored people, before any others and by column; their roles are added one by one."""
        known = len(self.refs)
        self.refs.extend(refs)
        self.names.extend(names)
        self.emails.extend(emails)
        self.countries += [country and intern(country) for country in countries]
        self._bodies.extend(repeat(_NOWHERE, len(self.refs) - known))
        self._titles += repeat("", len(self.refs) - known)
        self._stored = len(self.refs)

    def add(
        self, ref: Ref, name: str, email: str, country: str | None, body: Ref | None, title: str
    ) -> Place:
        """Know one more, with one role or none; say at which place."""
        self.refs.append(ref)
        self.names.append(name)
        self.emails.append(email)
        self.countries.append(country)
        self._bodies.append(body or _NOWHERE)
        self._titles.append(intern(title))
        self._stored += ref > 0
        return len(self.refs) - 1

    def add_role(self, ref: Ref, body: Ref, title: str) -> None:
        """Know one more role of somebody who is known; in the same organisation the first counts."""
        place = self._place(ref)
        if self._bodies[place] == _NOWHERE:
            self._bodies[place], self._titles[place] = body, intern(title)
        else:
            roles = self._roles(place)
            self._several[place] = {**roles, body: roles.get(body, title)}

    def bodies_at(self, place: Place) -> Collection[Ref]:
        """The organisations that somebody has a role in."""
        body = self._bodies[place]
        return self._several.get(place) or (() if body == _NOWHERE else (body,))

    def is_in(self, place: Place, body: Ref) -> bool:
        """Whether somebody has a role in an organisation."""
        return self._bodies[place] == body or body in self._several.get(place, ())

    def name(self, ref: Ref) -> str:
        """What somebody is called."""
        return self.names[self._place(ref)]

    def at(self, places: Sequence[Place]) -> list[Ref]:
        """Who stands at these places."""
        return [self.refs[place] for place in places]

    def __getitem__(self, ref: Ref) -> KnownPerson:
        place = self._place(ref)
        name, email, country = self.names[place], self.emails[place], self.countries[place]
        return KnownPerson(ref, name, email, country, self._roles(place))

    def __iter__(self) -> Iterator[Ref]:
        return iter(self.refs)

    def __len__(self) -> int:
        return len(self.refs)

    def _roles(self, place: Place) -> Mapping[Ref, str]:
        body = self._bodies[place]
        only = NO_ROLES if body == _NOWHERE else {body: self._titles[place]}
        return self._several.get(place, only)

    def _place(self, ref: Ref) -> Place:
        refs, stored = self.refs, self._stored
        if ref < 0:
            place = bisect_left(refs, -ref, stored, key=neg)
        else:
            place = ref - refs[0] if stored else 0  # most ids follow each other
            if not 0 <= place < stored or refs[place] != ref:
                place = bisect_left(refs, ref, 0, stored)
        if place == len(refs) or refs[place] != ref:
            raise KeyError(ref)
        return place
