"""The known people, and which of them a name and an address may mean."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, repeat

from signatories.matching import person_scores as scores
from signatories.matching.blocks import Blocks
from signatories.matching.people import People, Place
from signatories.matching.person_names import person_key, person_keys
from signatories.matching.records import KnownPerson, Likeness, Ref
from signatories.matching.refs import RefsByKey
from signatories.matching.spelling import alike

Found = dict[Ref, Likeness]

_SHARED_MAILBOX = re.compile(
    r"(?:info|office|contact|contacto|kontakt|mail|secretariat|secretaria|sekretariat|admin|hello|ngo|general"
    r"|accueil|press|presse|communications?|enquiries|team)@.*"
)
_BEARERS_OF_A_NAME = 5  # people of one name: more, and the name alone says nothing
_MOST_NAMESAKES = 300  # in one place: of more, like "Anonymous", nobody says which one is meant
_SMALL_STAFF = 30  # people of one organisation that are compared one by one


class Persons:
    """People by name, by address and by organisation: each index holds their places among those known."""

    def __init__(self, stored: People | None = None) -> None:
        self.known = People() if stored is None else stored
        self._keys: list[str] = []
        self._named = RefsByKey[str]()
        self._alone = RefsByKey[str]()  # who stands in no organisation
        self._at = RefsByKey[str]()
        self._staff = RefsByKey[Ref]()
        self._without_address = RefsByKey[Ref]()  # of the staff
        self._blocks: dict[Ref, Blocks] = {}
        addresses = list(map(_address, self.known.emails))
        self._find(person_keys(self.known.names), addresses)

    def add(self, known: KnownPerson) -> None:
        """Know one more."""
        self._add([known], [person_key(known.name)], [_address(known.email)])

    def add_new(self, people: Sequence[KnownPerson]) -> Iterator[bool]:
        """Know those of some people, one after the other, whom nobody who is known can be, as most: says of each.

        So it is when nobody is `called` so, and nobody is `certain` or `likely`: nobody has the address, or in the
        organisation a name like it; and who has the name is elsewhere, under another address. Who is not new may be
        added before it is asked about the next.
        """
        keys = person_keys([person.name for person in people])
        addresses = [_address(person.email) for person in people]
        unknown = self._unknown(people, keys, addresses)
        for is_unknown, places in groupby(range(len(people)), key=unknown.__getitem__):
            run = list(places)
            if is_unknown:
                some = slice(run[0], run[-1] + 1)
                self._add(people[some], keys[some], addresses[some])
                yield from repeat(True, len(run))
            else:
                for n in run:
                    yield self._add_if_new(people[n], keys[n], addresses[n])

    def _unknown(
        self, people: Sequence[KnownPerson], keys: Sequence[str], addresses: Sequence[str]
    ) -> list[bool]:
        """Which of some people are new at first sight: no known name or address, no colleague without an address."""
        named, at, without = self._named, self._at, self._without_address.keys()
        times = Counter(keys) + Counter(addresses)
        here = {body for person in people if not person.email for body in person.roles}
        return [
            bool(address)
            and times[address] == 1 == times[key]
            and address not in at
            and key not in named
            and without.isdisjoint(person.roles)
            and here.isdisjoint(person.roles)
            for person, key, address in zip(people, keys, addresses, strict=True)
        ]

    def _add_if_new(self, known: KnownPerson, key: str, address: str) -> bool:
        if address and address in self._at:
            return False
        if key in self._named and not self._are_others(self._named.of(key), known):
            return False
        for organisation in known.roles:
            if self._similar(key, address, organisation):
                return False
        self._add([known], [key], [address])
        return True

    def _add(
        self, people: Sequence[KnownPerson], keys: Sequence[str], addresses: Sequence[str]
    ) -> None:
        self.known.extend(people)
        self._find(keys, addresses)

    def _find(self, keys: Sequence[str], addresses: Sequence[str]) -> None:
        """Make those findable who are known now and were not before."""
        places = list(range(len(self._keys), len(self.known)))
        self._keys += keys
        self._named.add_all(zip(keys, places, strict=True))
        self._at.add_all(pair for pair in zip(addresses, places, strict=True) if pair[0])
        for place, key, address in zip(places, keys, addresses, strict=True):
            bodies = self.known.bodies_at(place)
            if not bodies:
                self._alone.add(key, place)
            for body in bodies:
                self._staff.add(body, place)
                if not address:
                    self._without_address.add(body, place)

    def _are_others(self, named: Sequence[Place], person: KnownPerson) -> bool:
        """Whether all these namesakes stand elsewhere under other addresses; nobody has that of the person."""
        if not person.email or not person.roles or len(named) > _BEARERS_OF_A_NAME:
            return False
        emails, here = self.known.emails, person.roles.keys()
        return all(emails[n] and here.isdisjoint(self.known.bodies_at(n)) for n in named)

    def called(self, name: str, organisation: Ref | None) -> Sequence[Ref]:
        """Those of that name in an organisation, or in none; of very many the first."""
        return self.known.at(self._here(person_key(name), organisation))

    def certain(self, name: str, email: str, organisation: Ref | None) -> Ref | None:
        """The owner of a personal address, else the only one of that very name in the organisation (perhaps none)."""
        key = person_key(name)
        owner = self._owner(key, email) if email else None
        if owner is not None:
            return self.known.refs[owner]
        here = [
            place
            for place in self._here(key, organisation)
            if alike(self.known.names[place], name) and not self._has_other_address(place, email)
        ]
        return self.known.refs[here[0]] if len(here) == 1 else None

    def likely(self, name: str, email: str, organisations: Iterable[Ref]) -> Found:
        """Those that it may be when it is nobody without question.

        A name that many people have says nothing by itself. Two addresses speak for two people, unless both are of
        one organisation: people change theirs.
        """
        key = person_key(name)
        named = self._named.of(key)
        found: dict[Place, Likeness] = {}
        if 0 < len(named) <= _BEARERS_OF_A_NAME:
            found = {
                place: scores.SAME_NAME
                for place in named
                if not self._has_other_address(place, email)
            }
        for body in organisations:
            for place in self._here(key, body) if named else ():
                found[place] = scores.SAME_NAME_HERE
            for place in self._similar(key, email, body):
                found[place] = scores.SIMILAR_HERE
        found |= self._at_address(key, email)
        return dict(zip(self.known.at([*found]), found.values(), strict=True))

    def _at_address(self, key: str, email: str) -> dict[Place, Likeness]:
        """Those of an address; of a mailbox that many share only those of a similar name."""
        address = _address(email)
        at = self._at.of(address) if address else ()
        is_shared = len(at) > _BEARERS_OF_A_NAME or _SHARED_MAILBOX.fullmatch(address)
        similar = {
            place: scores.SAME_ADDRESS for place in at if scores.is_similar(key, self._keys[place])
        }
        others = () if is_shared else (place for place in at if place not in similar)
        return {**similar, **dict.fromkeys(others, scores.SHARED_ADDRESS)}

    def _here(self, key: str, organisation: Ref | None) -> Sequence[Place]:
        """Those of that name in an organisation; without one, those that stand in none."""
        if organisation is None:
            return self._alone.of(key)[:_MOST_NAMESAKES]
        named = self._named.of(key)
        if not named:  # so it is for most, and the staff need not be looked for
            return ()
        staff = self._staff.of(organisation)
        if len(staff) < len(named):
            return [place for place in staff[:_MOST_NAMESAKES] if self._keys[place] == key]
        bodies_at = self.known.bodies_at
        return [n for n in named[:_MOST_NAMESAKES] if organisation in bodies_at(n)]

    def _similar(self, key: str, email: str, organisation: Ref) -> Sequence[Place]:
        """Those in an organisation whose name is nearly the same; with another address they are other people."""
        colleagues = self._colleagues(organisation, key, email)
        if not colleagues:
            return ()
        is_similar, keys = scores.is_similar, self._keys
        return [
            place
            for place in colleagues
            if keys[place] != key
            and is_similar(key, keys[place])
            and not self._has_other_address(place, email)
        ]

    def _colleagues(self, organisation: Ref, key: str, email: str) -> Collection[Place]:
        """The people of an organisation who may have a similar name: of a large one, who share a word of it."""
        if email and len(staff := self._without_address.of(organisation)) <= _SMALL_STAFF:
            return staff
        staff = self._staff.of(organisation)
        if len(staff) <= _SMALL_STAFF:
            return staff
        blocks = self._blocks.setdefault(organisation, Blocks())
        for place in staff[blocks.count :]:
            blocks.add(place, self._keys[place].split())
        return blocks.near(key.split())

    def _owner(self, key: str, email: str) -> Place | None:
        """The only stored owner of an address, under a similar name; of a shared mailbox under the same."""
        address = _address(email)
        at = self._at.of(address)
        if not at:
            return None
        shared, refs = bool(_SHARED_MAILBOX.fullmatch(address)), self.known.refs
        certain = [
            place for place in at[:_MOST_NAMESAKES]
            if self._keys[place] == key
            or (refs[place] > 0 and not shared and _may_be_renamed(key, self._keys[place], address))
        ]  # fmt: skip
        return certain[0] if len(certain) == 1 else None

    def _has_other_address(self, place: Place, email: str) -> bool:
        """Two addresses speak for two people of one name."""
        known = self.known.emails[place]
        return bool(email and known and known.casefold() != email.casefold())


def _may_be_renamed(key: str, known: str, address: str) -> bool:
    """Whether two names under one address are one person's: alike, or of a word that the address is made of too."""
    shared = {*key.split()} & {*known.split()}
    return scores.is_similar(key, known) or any(
        len(word) > 1 and word in address.partition("@")[0] for word in shared
    )


def _address(email: str) -> str:
    folded = email.strip().casefold()
    return email if folded == email else folded  # one text in memory, not two
