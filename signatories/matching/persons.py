"""The known people, and which of them a name and an address may mean."""

import re
from collections.abc import Collection, Iterable, Sequence

from signatories.matching import person_scores as scores
from signatories.matching.blocks import Blocks
from signatories.matching.people import People
from signatories.matching.person_names import person_key
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
    """People by name, by address and by organisation."""

    def __init__(self, stored: People | None = None) -> None:
        self.known = People({}) if stored is None else stored
        self._keys: dict[Ref, str] = {}
        self._named = RefsByKey[str]()
        self._alone = RefsByKey[str]()  # who stands in no organisation
        self._at = RefsByKey[str]()
        self._staff = RefsByKey[Ref]()
        self._without_address = RefsByKey[Ref]()  # of the staff
        self._blocks: dict[Ref, Blocks] = {}
        self._find_stored(self.known)

    def add(self, known: KnownPerson) -> None:
        """Know one more."""
        self._add(person_key(known.name), known)

    def _add(self, key: str, known: KnownPerson) -> None:
        ref, _, email, _, roles = known
        self.known.add(known)
        self._keys[ref] = key
        self._named.add(key, ref)
        if email:
            self._at.add(_address(email), ref)
        if not roles:
            self._alone.add(key, ref)
        for body in roles:
            self._staff.add(body, ref)
            if not email:
                self._without_address.add(body, ref)

    def add_if_new(self, known: KnownPerson) -> bool:
        """Know one more, if nobody who is known can be meant, as most: of one organisation, or of none.

        So it is when nobody is `called` so, and nobody is `certain` or `likely`: nobody has the address, or in the
        organisation a name like it; and who has the name is elsewhere, under another address.
        """
        _, name, email, _, roles = known
        if email and self._at.get(_address(email)):
            return False
        key = person_key(name)
        if (named := self._named.get(key)) and not self._are_others(named, known):
            return False
        for organisation in roles:
            if self._similar(key, email, organisation):
                return False
        self._add(key, known)
        return True

    def _find_stored(self, people: People) -> None:
        """Make those that were read findable, column by column: in a third of the time of one after the other."""
        keys = list(map(person_key, people.names))
        self._keys.update(zip(people.ids, keys, strict=True))
        self._named.add_all(zip(keys, people.ids, strict=True))
        addresses = zip(people.emails, people.ids, strict=True)
        self._at.add_all((_address(email), ref) for email, ref in addresses if email)
        for key, email, ref in zip(keys, people.emails, people.ids, strict=True):
            roles = people.roles_of(ref)
            if not roles:
                self._alone.add(key, ref)
            for body in roles:
                self._staff.add(body, ref)
                if not email:
                    self._without_address.add(body, ref)

    def _are_others(self, named: Sequence[Ref], person: KnownPerson) -> bool:
        """Whether all these namesakes stand elsewhere under other addresses; nobody has that of the person."""
        if not person.email or not person.roles or len(named) > _BEARERS_OF_A_NAME:
            return False
        others = [self.known[ref] for ref in named]
        return all(other.email and person.roles.keys().isdisjoint(other.roles) for other in others)

    def called(self, name: str, organisation: Ref | None) -> Sequence[Ref]:
        """Those of that name in an organisation, or in none; of very many the first."""
        return self._here(person_key(name), organisation)

    def certain(self, name: str, email: str, organisation: Ref | None) -> Ref | None:
        """The owner of a personal address, else the only one of that very name in the organisation (perhaps none)."""
        key = person_key(name)
        if email and (owner := self._owner(key, email)):
            return owner
        here = [
            ref
            for ref in self._here(key, organisation)
            if alike(self.known[ref].name, name) and not self._has_other_address(ref, email)
        ]
        return here[0] if len(here) == 1 else None

    def likely(self, name: str, email: str, organisations: Iterable[Ref]) -> Found:
        """Those that it may be when it is nobody without question.

        A name that many people have says nothing by itself. Two addresses speak for two people, unless both are of
        one organisation: people change theirs.
        """
        key = person_key(name)
        named = self._named.get(key)
        found: Found = {}
        if 0 < len(named) <= _BEARERS_OF_A_NAME:
            found = {
                ref: scores.SAME_NAME for ref in named if not self._has_other_address(ref, email)
            }
        for body in organisations:
            for ref in self._here(key, body) if named else ():
                found[ref] = scores.SAME_NAME_HERE
            for ref in self._similar(key, email, body):
                found[ref] = scores.SIMILAR_HERE
        found |= self._at_address(key, email)
        return found

    def _at_address(self, key: str, email: str) -> Found:
        """Those of an address; of a mailbox that many share only those of a similar name."""
        address = _address(email)
        at = self._at.get(address) if address else ()
        is_shared = len(at) > _BEARERS_OF_A_NAME or _SHARED_MAILBOX.fullmatch(address)
        similar = {
            ref: scores.SAME_ADDRESS for ref in at if scores.is_similar(key, self._keys[ref])
        }
        others = () if is_shared else (ref for ref in at if ref not in similar)
        return {**similar, **dict.fromkeys(others, scores.SHARED_ADDRESS)}

    def _here(self, key: str, organisation: Ref | None) -> Sequence[Ref]:
        """Those of that name in an organisation; without one, those that stand in none."""
        if organisation is None:
            return self._alone.get(key)[:_MOST_NAMESAKES]
        named = self._named.get(key)
        if not named:  # so it is for most, and the staff need not be looked for
            return ()
        staff = self._staff.get(organisation)
        if len(staff) < len(named):
            return [ref for ref in staff[:_MOST_NAMESAKES] if self._keys[ref] == key]
        known = self.known
        return [ref for ref in named[:_MOST_NAMESAKES] if organisation in known[ref].roles]

    def _similar(self, key: str, email: str, organisation: Ref) -> Sequence[Ref]:
        """Those in an organisation whose name is nearly the same; with another address they are other people."""
        colleagues = self._colleagues(organisation, key, email)
        if not colleagues:
            return ()
        is_similar, keys = scores.is_similar, self._keys
        return [
            ref
            for ref in colleagues
            if keys[ref] != key
            and is_similar(key, keys[ref])
            and not self._has_other_address(ref, email)
        ]

    def _colleagues(self, organisation: Ref, key: str, email: str) -> Collection[Ref]:
        """The people of an organisation who may have a similar name: of a large one, who share a word of it."""
        if email and len(staff := self._without_address.get(organisation)) <= _SMALL_STAFF:
            return staff
        staff = self._staff.get(organisation)
        if len(staff) <= _SMALL_STAFF:
            return staff
        blocks = self._blocks.setdefault(organisation, Blocks())
        for ref in staff[blocks.count :]:
            blocks.add(ref, self._keys[ref].split())
        return blocks.near(key.split())

    def _owner(self, key: str, email: str) -> Ref | None:
        """The only stored owner of an address, under a similar name; of a shared mailbox under the same."""
        address = _address(email)
        at = self._at.get(address)
        if not at:
            return None
        shared = bool(_SHARED_MAILBOX.fullmatch(address))
        certain = [
            ref for ref in at[:_MOST_NAMESAKES]
            if self._keys[ref] == key
            or (ref > 0 and not shared and _may_be_renamed(key, self._keys[ref], address))
        ]  # fmt: skip
        return certain[0] if len(certain) == 1 else None

    def _has_other_address(self, ref: Ref, email: str) -> bool:
        """Two addresses speak for two people of one name."""
        known = self.known[ref].email
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
