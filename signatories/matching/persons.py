"""The known people, and which of them a name and an address may mean."""

import re
from collections.abc import Iterable, Sequence

from signatories.matching import person_scores as scores
from signatories.matching.blocks import Blocks
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
_SMALL_STAFF = 30  # people of one organisation that are compared one by one


class Persons:
    """People by name, by address and by organisation."""

    def __init__(self) -> None:
        self.known: dict[Ref, KnownPerson] = {}
        self._named = RefsByKey()
        self._alone = RefsByKey()  # who stands in no organisation
        self._at = RefsByKey()
        self._staff: dict[Ref, list[Ref]] = {}
        self._blocks: dict[Ref, Blocks] = {}

    def add(self, known: KnownPerson) -> None:
        """Know one more."""
        self.known[known.ref] = known
        key = person_key(known.name)
        self._named.add(key, known.ref)
        if not known.roles:
            self._alone.add(key, known.ref)
        if known.email:
            self._at.add(known.email.strip().casefold(), known.ref)
        for body in known.roles:
            self._staff.setdefault(body, []).append(known.ref)

    def named(self, name: str) -> Sequence[Ref]:
        """Those whose name has the same words, without titles."""
        return self._named.get(person_key(name))

    def certain(self, name: str, email: str, organisation: Ref | None) -> Ref | None:
        """The owner of a personal address, else the only one of that very name in the organisation (perhaps none)."""
        if email and (owner := self._owner(name, email)):
            return owner
        here = [
            ref
            for ref in self._here(name, organisation)
            if alike(self.known[ref].name, name) and not self._has_other_address(ref, email)
        ]
        return here[0] if len(here) == 1 else None

    def likely(self, name: str, email: str, organisations: Iterable[Ref]) -> Found:
        """Those that it may be when it is nobody without question.

        A name that many people have says nothing by itself. Two addresses speak for two people, unless both are of
        one organisation: people change theirs.
        """
        key = person_key(name)
        found: Found = {}
        if len(named := self._named.get(key)) <= _BEARERS_OF_A_NAME:
            found = {
                ref: scores.SAME_NAME for ref in named if not self._has_other_address(ref, email)
            }
        for body in organisations:
            for ref in self._colleagues(body, key):
                other = person_key(self.known[ref].name)
                if other == key:
                    found[ref] = scores.SAME_NAME_HERE
                elif scores.is_similar(key, other) and not self._has_other_address(ref, email):
                    found[ref] = scores.SIMILAR_HERE
        for ref in self._at.get(email.strip().casefold()) if email else ():
            if scores.is_similar(key, person_key(self.known[ref].name)):
                found[ref] = scores.SAME_ADDRESS
        return found

    def _here(self, name: str, organisation: Ref | None) -> Sequence[Ref]:
        """Those of that name in an organisation; without one, those that stand in none."""
        key = person_key(name)
        if organisation is None:
            return self._alone.get(key)
        staff, named = self._staff.get(organisation, []), self._named.get(key)
        if len(staff) < len(named):
            return [ref for ref in staff if person_key(self.known[ref].name) == key]
        return [ref for ref in named if organisation in self.known[ref].roles]

    def _colleagues(self, organisation: Ref, key: str) -> Iterable[Ref]:
        """The people of an organisation who may have a similar name: of a large one, who share a word of it."""
        staff = self._staff.get(organisation, [])
        if len(staff) <= _SMALL_STAFF:
            return staff
        blocks = self._blocks.setdefault(organisation, Blocks())
        for ref in staff[blocks.count :]:
            blocks.add(ref, person_key(self.known[ref].name).split())
        return blocks.near(key.split())

    def _owner(self, name: str, email: str) -> Ref | None:
        """The only stored owner of an address; of a shared mailbox only under the same name."""
        address = email.strip().casefold()
        at = self._at.get(address)
        if not at:
            return None
        shared = bool(_SHARED_MAILBOX.fullmatch(address))
        key = person_key(name)
        certain = [
            ref for ref in at
            if (ref > 0 and not shared) or person_key(self.known[ref].name) == key
        ]  # fmt: skip
        return certain[0] if len(certain) == 1 else None

    def _has_other_address(self, ref: Ref, email: str) -> bool:
        """Two addresses speak for two people of one name."""
        known = self.known[ref].email
        return bool(email and known and known.casefold() != email.casefold())
