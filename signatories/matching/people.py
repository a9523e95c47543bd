"""The known people as columns, since few of them are ever asked for."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from sys import intern

from signatories.matching.records import NO_ROLES, KnownPerson, Ref

Place = int
"""Where a person stands in the columns."""

_BEHIND_IDS = 1 << 62


class People(Mapping[Ref, KnownPerson]):
    """Stored people in the order of their ids, then those that rows add, in the order of their lines.

    Each column has a person's value at the person's place: a reference that is looked for is not, but a search.
    """

    def __init__(self) -> None:
        self.refs: list[Ref] = []
        self.names: list[str] = []
        self.emails: list[str] = []
        self.countries: list[str | None] = []
        self._bodies: list[Ref | None] = []  # where each has a role
        self._titles: list[str] = []  # there
        self._several: dict[Place, dict[Ref, str]] = {}  # all roles of those who have more

    def extend(self, people: Sequence[KnownPerson]) -> None:
        """Know some more."""
        self.refs += [person.ref for person in people]
        self.names += [person.name for person in people]
        self.emails += [person.email for person in people]
        self.countries += [person.country and intern(person.country) for person in people]
        for place, person in enumerate(people, start=len(self._bodies)):
            body, title = next(iter(person.roles.items()), (None, ""))
            self._bodies.append(body)
            self._titles.append(intern(title))
            if len(person.roles) > 1:
                self._several[place] = dict(person.roles)

    def add_role(self, ref: Ref, body: Ref, title: str) -> None:
        """Know one more role of somebody who has one; in the same organisation the first counts."""
        place = self._place(ref)
        roles = self._roles(place)
        self._several[place] = {**roles, body: roles.get(body, title)}

    def bodies_at(self, place: Place) -> Collection[Ref]:
        """The organisations that somebody has a role in."""
        body = self._bodies[place]
        return self._several.get(place) or (() if body is None else (body,))

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
        only = NO_ROLES if body is None else {body: self._titles[place]}
        return self._several.get(place, only)

    def _place(self, ref: Ref) -> Place:
        place = bisect_left(self.refs, _order(ref), key=_order)
        if place == len(self.refs) or self.refs[place] != ref:
            raise KeyError(ref)
        return place


def _order(ref: Ref) -> int:
    return ref if ref > 0 else _BEHIND_IDS - ref
