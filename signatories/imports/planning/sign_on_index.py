"""The sign-ons of a letter, and those that rows so far would add, by whom they are about."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from signatories.imports.planning.known_sign_ons import KnownSignOn
from signatories.imports.planning.row_pairs import Pair, RowPairs
from signatories.imports.planning.row_signers import Names, folded
from signatories.imports.planning.sign_on_entries import SignOnEntry
from signatories.imports.planning.sign_on_fields import texts_made
from signatories.matching.directory import Directory
from signatories.matching.key_index import KeyIndex
from signatories.matching.records import Match, Ref

Earlier = Callable[[int], SignOnEntry]
"""What the row at a line says: at that of the row that is decided, or at an earlier one."""

_MOST_SHOWN = 5  # sign-ons of one organisation beside a row


class Found(NamedTuple):
    """A sign-on as far as it tells who it is."""

    ref: Ref
    name: str
    organisation: str


class SignOnIndex:
    """Finds sign-ons. Of those of rows only references are kept, and names that the directory has otherwise.

    The rest of what they say is read again for the few that are compared word for word.
    """

    def __init__(self, directory: Directory, stored: Iterable[KnownSignOn]) -> None:
        self.stored: dict[Ref, KnownSignOn] = {}
        self._directory = directory
        self._pairs = RowPairs()
        self._otherwise: dict[Ref, Found] = {}
        self._by_names = KeyIndex()
        self._by_pair = KeyIndex()
        self._by_body = KeyIndex()
        for known in stored:
            self.stored[known.ref] = known
            found = Found(known.ref, known.texts["name"], known.texts["organisation"])
            pair = Pair(known.organisation, known.person)
            self.add(found, folded(found.name, found.organisation), pair)

    def add(self, found: Found, names: Names, pair: Pair) -> None:
        """Know one more, with its names as they are looked for."""
        ref = found.ref
        if ref < 0:
            self._pairs.note(-ref, pair)
        makes_person = pair.person == ref < 0  # then the directory calls them as the row does
        name = found.name if makes_person else self._person_name(pair.person)
        if (name, self._body_name(pair.organisation)) != (found.name, found.organisation):
            self._otherwise[ref] = found
        self._by_names.add(names, ref)
        self._by_pair.add(pair, ref)
        if pair.organisation is not None:
            self._by_body.add(pair.organisation, ref)

    def has(self, names: Names) -> bool:
        """Whether there may be one of these names."""
        return names in self._by_names

    def named(self, names: Names) -> list[Ref]:
        """Those of these very names."""
        refs = self._by_names.find(names)
        return [ref for ref in refs if folded(*self._found(ref, self._pair(ref))[1:]) == names]

    def named_as(self, names: Names, candidates: Iterable[Match]) -> list[Found]:
        """Those whom a row was taken for before: of these very names for the letter, of others in the directory."""
        may_be = {(match.subject, match.ref) for match in candidates}
        pairs = [(ref, self._pair(ref)) for ref in self.named(names) if ref in self._otherwise]
        return [
            self._otherwise[ref]
            for ref, (body, person) in pairs
            if ("organisation", body) in may_be or ("person", person) in may_be
        ]

    def of_pair(self, pair: Pair) -> list[Found]:
        """Those of a person in an organisation."""
        return [self._found(r, pair) for r in self._by_pair.find(pair) if self._pair(r) == pair]

    def of_body(self, body: Ref) -> list[Found]:
        """Some of an organisation."""
        pairs = [(ref, self._pair(ref)) for ref in self._by_body.find(body)[:_MOST_SHOWN]]
        return [self._found(ref, pair) for ref, pair in pairs if pair.organisation == body]

    def known(self, ref: Ref, earlier: Earlier) -> KnownSignOn:
        """A stored sign-on as it is, that of an earlier row as it would be made."""
        if ref > 0:
            return self.stored[ref]
        entry = earlier(-ref)
        return KnownSignOn(ref, *self._pairs.at(-ref), texts_made(entry), extra=entry.extra)

    def _pair(self, ref: Ref) -> Pair:
        """Who signs for whom by a stored sign-on, or by an earlier row."""
        if ref < 0:
            return self._pairs.at(-ref)
        known = self.stored[ref]
        return Pair(known.organisation, known.person)

    def _found(self, ref: Ref, pair: Pair) -> Found:
        return self._otherwise.get(ref) or self._in_directory(ref, pair)

    def _in_directory(self, ref: Ref, pair: Pair) -> Found:
        """As the directory calls those whom a sign-on is about."""
        return Found(ref, self._person_name(pair.person), self._body_name(pair.organisation))

    def _person_name(self, person: Ref | None) -> str:
        return "" if person is None else self._directory.person_name(person)

    def _body_name(self, body: Ref | None) -> str:
        return "" if body is None else self._directory.organisations[body].name
