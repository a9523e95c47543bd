"""The known people by reference: stored ones as columns, since few of them are ever asked for."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import chain

from signatories.matching.records import NO_ROLES, KnownPerson, Ref


class People(Mapping[Ref, KnownPerson]):
    """Stored people, made when they are asked for, and those that were added.

    The columns are in the order of the ids, `roles` are titles by organisation, by person.
    """

    def __init__(self, roles: Mapping[Ref, Mapping[Ref, str]]) -> None:
        self.ids: list[Ref] = []
        self.names: list[str] = []
        self.emails: list[str] = []
        self.countries: list[str | None] = []
        self._roles = roles
        self._added: dict[Ref, KnownPerson] = {}

    def add(self, known: KnownPerson) -> None:
        """Know one more."""
        self._added[known.ref] = known

    def roles_of(self, stored: Ref) -> Mapping[Ref, str]:
        """The roles of a stored one."""
        return self._roles.get(stored, NO_ROLES)

    def __getitem__(self, ref: Ref) -> KnownPerson:
        added = self._added.get(ref)
        return self._stored(ref) if added is None else added

    def __iter__(self) -> Iterator[Ref]:
        return chain(self.ids, self._added)

    def __len__(self) -> int:
        return len(self.ids) + len(self._added)

    def _stored(self, ref: Ref) -> KnownPerson:
        place = bisect_left(self.ids, ref)
        if place == len(self.ids) or self.ids[place] != ref:
            raise KeyError(ref)
        name, email, country = self.names[place], self.emails[place], self.countries[place]
        return KnownPerson(ref, name, email, country, self.roles_of(ref))
