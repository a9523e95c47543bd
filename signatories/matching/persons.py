"""The known people, and which of them a name and an address may mean."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from signatories.matching import person_scores as scores
from signatories.matching.blocks import Blocks
from signatories.matching.key_index import KeyIndex
from signatories.matching.packed_texts import PackedTexts
from signatories.matching.people import People, Place
from signatories.matching.person_names import person_key, person_keys
from signatories.matching.records import KnownPerson, Likeness, PeopleColumns, Ref
from signatories.matching.spelling import alike

Found = dict[Ref, Likeness]

_SHARED_MAILBOX = re.compile(
    r"(?:info|office|contact|contacto|kontakt|mail|secretariat|secretaria|sekretariat|admin|hello|ngo|general"
    r"|accueil|press|presse|communications?|enquiries|team)@.*"
)
_BEARERS_OF_A_NAME = 5  # people of one name: more, and the name alone says nothing
_MOST_NAMESAKES = 300  # in one place: of more, like "Anonymous", nobody says which one is meant
_MOST_AT_ADDRESS = 300  # likewise at one address, like that of an office
_BODY = PeopleColumns._fields.index("bodies")
_SMALL_STAFF = 30  # people of one organisation that are compared one by one


class Persons:
    """People by name, by address and by organisation: each index holds their places among those known."""

    def __init__(self, stored: People | None = None) -> None:
        self.known = People() if stored is None else stored
        self._keys = PackedTexts()
        self._named = KeyIndex()
        self._here = KeyIndex()  # by name and organisation, or none
        self._at = KeyIndex()
        self._staff = KeyIndex()
        self._without_address = KeyIndex()  # of the staff
        self._blocks: dict[Ref, Blocks] = {}
        keys = person_keys(list(self.known.names))
        for place, (key, email) in enumerate(zip(keys, self.known.emails, strict=True)):
            self._note(place, key, _address(email))

    def add(self, known: KnownPerson) -> None:
        """Know one more."""
        ref, name, email, country, roles = known
        place = self.known.add(ref, name, email, country, None, "")
        for body, title in roles.items():
            self.known.add_role(ref, body, title)
        self._note(place, person_key(name), _address(email))

    def add_new(self, some: PeopleColumns) -> Iterator[bool]:
        """Know those of some people, one after the other, whom nobody who is known can be, as most: says of each.

        So it is when nobody is `called` so, and nobody is `certain` or `likely`: nobody has the address, or in the
        organisation a name like it; and who has the name is elsewhere, under another address. Who is not new may be
        added before it is asked about the next.
        """
        keys, addresses = person_keys(some.names), map(_address, some.emails)
        for key, address, person in zip(keys, addresses, zip(*some, strict=True), strict=True):
            is_new = self._is_new(key, address, person[_BODY])
            if is_new:
                self._note(self.known.add(*person), key, address)
            yield is_new

    def _is_new(self, key: str, address: str, body: Ref | None) -> bool:
        if address in self._at:
            return False
        if key in self._named and not self._are_others(key, address, body):
            return False
        if body is None or (address and body not in self._without_address):
            return True
        return not self._similar(key, address, body)

    def _note(self, place: Place, key: str, address: str) -> None:
        """Make somebody findable who is known now, and was not before."""
        self._keys.append(key)
        self._named.add(key, place)
        if address:
            self._at.add(address, place)
        bodies = self.known.bodies_at(place)
        if not bodies:
            self._here.add((key, None), place)
        for body in bodies:
            self._here.add((key, body), place)
            self._staff.add(body, place)
            if body in self._blocks:
                self._blocks[body].add(place, key.split())
            if not address:
                self._without_address.add(body, place)

    def _are_others(self, key: str, address: str, body: Ref | None) -> bool:
        """Whether all namesakes stand elsewhere, if they are few under other addresses; nobody has the person's."""
        if not address or body is None:
            return False
        named = self._named.find(key, _BEARERS_OF_A_NAME + 1)
        if len(named) > _BEARERS_OF_A_NAME:
            return (key, body) not in self._here
        emails, is_in = self.known.emails, self.known.is_in
        return not any(not emails[place] or is_in(place, body) for place in named)

    def called(self, name: str, organisation: Ref | None) -> Sequence[Ref]:
        """Those of that name in an organisation, or in none; of very many some."""
        return self.known.at(self._called_here(person_key(name), organisation))

    def certain(self, name: str, email: str, organisation: Ref | None) -> Ref | None:
        """The owner of a personal address, else the only one of that very name in the organisation (perhaps none)."""
        key = person_key(name)
        owner = self._owner(key, email) if email else None
        if owner is not None:
            return self.known.refs[owner]
        here = [
            place
            for place in self._called_here(key, organisation)
            if alike(self.known.names[place], name) and not self._has_other_address(place, email)
        ]
        return self.known.refs[here[0]] if len(here) == 1 else None

    def likely(self, name: str, email: str, organisations: Iterable[Ref]) -> Found:
        """Those that it may be when it is nobody without question.

        A name that many people have says nothing by itself. Two addresses speak for two people, unless both are of
        one organisation: people change theirs.
        """
        key = person_key(name)
        named = self._called(key)
        found: dict[Place, Likeness] = {}
        if 0 < len(named) <= _BEARERS_OF_A_NAME:
            found = {
                place: scores.SAME_NAME
                for place in named
                if not self._has_other_address(place, email)
            }
        for body in organisations:
            for place in self._called_here(key, body) if named else ():
                found[place] = scores.SAME_NAME_HERE
            for place in self._similar(key, email, body):
                found[place] = scores.SIMILAR_HERE
        found |= self._at_address(key, email)
        return dict(zip(self.known.at([*found]), found.values(), strict=True))

    def _at_address(self, key: str, email: str) -> dict[Place, Likeness]:
        """Those of an address; of a mailbox that many share only those of a similar name."""
        address = _address(email)
        at = self._reached_at(address)
        is_shared = len(at) > _BEARERS_OF_A_NAME or _SHARED_MAILBOX.fullmatch(address)
        similar = {
            place: scores.SAME_ADDRESS for place in at if scores.is_similar(key, self._keys[place])
        }
        others = () if is_shared else (place for place in at if place not in similar)
        return {**similar, **dict.fromkeys(others, scores.SHARED_ADDRESS)}

    def _called_here(self, key: str, organisation: Ref | None) -> Sequence[Place]:
        """Those of a name in an organisation, or of those in none; of very many the last."""
        keys, is_in = self._keys, self.known.is_in
        return [
            place
            for place in self._here.find((key, organisation), _MOST_NAMESAKES)
            if keys[place] == key and (organisation is None or is_in(place, organisation))
        ]

    def _called(self, key: str) -> Sequence[Place]:
        """Those of a name wherever they are; of more than bear one name one more than those."""
        keys = self._keys
        named = self._named.find(key, _BEARERS_OF_A_NAME + 1)
        return [place for place in named if keys[place] == key]

    def _reached_at(self, address: str) -> Sequence[Place]:
        """Those of an address, if there is one; of very many the last."""
        found = self._at.find(address, _MOST_AT_ADDRESS) if address else ()
        return [place for place in found if _address(self.known.emails[place]) == address]

    def _similar(self, key: str, email: str, organisation: Ref) -> Sequence[Place]:
        """Those in an organisation whose name is nearly the same; with another address they are other people."""
        is_similar, keys, is_in = scores.is_similar, self._keys, self.known.is_in
        return [
            place
            for place in self._colleagues(organisation, key, email)
            if (known := keys[place]) != key
            and is_similar(key, known)
            and is_in(place, organisation)
            and not self._has_other_address(place, email)
        ]

    def _colleagues(self, organisation: Ref, key: str, email: str) -> Collection[Place]:
        """The people of an organisation who may have a similar name: of a large one, who share a word of it.

        Rarely somebody of another organisation is among them.
        """
        index = self._without_address if email else self._staff
        staff = index.find(organisation, _SMALL_STAFF + 1)
        if len(staff) <= _SMALL_STAFF:
            return staff
        return self._staff_by_words(organisation).near(key.split())

    def _staff_by_words(self, organisation: Ref) -> Blocks:
        if organisation not in self._blocks:
            blocks = self._blocks[organisation] = Blocks()
            for place in self._staff.find(organisation, len(self.known)):
                blocks.add(place, self._keys[place].split())
        return self._blocks[organisation]

    def _owner(self, key: str, email: str) -> Place | None:
        """The only stored owner of an address, under a similar name; of a shared mailbox under the same."""
        address = _address(email)
        at = self._reached_at(address)
        shared, refs = bool(_SHARED_MAILBOX.fullmatch(address)), self.known.refs
        certain = [
            place for place in at
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
    return email.strip().casefold()
