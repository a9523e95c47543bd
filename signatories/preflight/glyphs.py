"""Characters that no font has, with the record or the part of the letter whose text holds them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from string import digits
from typing import NamedTuple

from signatories.block.arrangement import Arrangement, arrange
from signatories.block.fields import Value, value_of
from signatories.findings import Finding, Level, Spot, Tab
from signatories.letters import printed_parts
from signatories.merge.addresses import address_of
from signatories.merge.letters import Letters
from signatories.merge.listing import whole
from signatories.merge.snapshot import Snapshot
from signatories.models.block import Place
from signatories.preflight.aims import Aims
from signatories.recipients.choosing import Addressed
from signatories.texts import N_, Message, message
from signatories.typesetting.layout import Typesetter

_SIGNER = frozenset({"name", "role", "organisation", "acronym"})
"""Fields that stand in a line whose pattern says nothing, or not who signs."""


class _Owner(NamedTuple):
    """Whose text it is: a name, or a part of the letter in words, and where it is changed."""

    name: str | Message
    place: Spot


def missing(snapshot: Snapshot, aims: Aims) -> Iterator[Finding]:
    """A finding for each whose text has such characters. Raises Refused where the block cannot be laid out."""
    lacking = _Lacking()
    if aims.pages:
        listed = _listed(snapshot, alone=aims.alone or not aims.letters)
        if lacking.some(_shown(listed, snapshot)):
            lacking.read_list(listed)
        lacking.read(_around(listed))
    if aims.pages and aims.letters:
        lacking.read(_of_parts(snapshot))
        lacking.read_recipients(snapshot.recipients, Letters(snapshot).printed_values)
    if aims.addresses:
        lacking.read_recipients(snapshot.recipients, lambda each: (address_of(each),))
    if aims.cover:
        lacking.read(_of_cover(snapshot))
        lacking.read_recipients(snapshot.recipients, lambda each: (each.name,))
    for owner, characters in lacking.found.values():
        shown = ", ".join(f"{character} (U+{ord(character):04X})" for character in characters)
        words = N_("No font has the character(s) {characters} in “{owner}”.")
        values = {"n": len(characters), "characters": shown, "owner": owner.name}
        yield Finding(Level.ERROR, message(words, **values), (str(owner.name),), owner.place)


class _Lacking:
    """Reads texts. `found`: by the words for an owner, whose text it is and the characters that no font has."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[_Owner, dict[str, None]]] = {}
        self._setter = Typesetter()
        self._printable: set[str] = set()

    def some(self, characters: Iterable[str]) -> bool:
        """Whether there is one among these that has to be looked for."""
        return any(map(self._setter.missing, characters))

    def read_list(self, listed: Arrangement) -> None:
        """Read the lines as the block shows them, and their footnotes."""
        for entry in listed.entries:
            line = entry.signatory
            without = (*self._without(entry.shown), *self._without(line.footnote))
            if without:
                place = Spot(Tab.SIGNATORIES, "", (line.sign_on_id,))
                self._note(_Owner(line.line, place), without)

    def read(self, texts: Iterable[tuple[_Owner, str]]) -> None:
        """Read texts with whom or what they belong to."""
        for owner, text in texts:
            if without := self._without(text):
                self._note(owner, without)

    def read_recipients(
        self, recipients: Iterable[Addressed], texts: Callable[[Addressed], Iterable[str]]
    ) -> None:
        """Read what is printed of each recipient."""
        for each in recipients:
            for text in texts(each):
                if without := self._without(text):
                    place = Spot(Tab.RECIPIENTS, "", (each.id,))
                    self._note(_Owner(each.name, place), without)

    def _without(self, text: str) -> Sequence[str]:
        if self._printable.issuperset(text):
            return ()
        without = self._setter.missing(text)
        if not without:
            self._printable.update(text)
        return without

    def _note(self, owner: _Owner, characters: Iterable[str]) -> None:
        _, known = self.found.setdefault(str(owner.name), (owner, {}))
        known.update(dict.fromkeys(characters))


def _listed(snapshot: Snapshot, *, alone: bool) -> Arrangement:
    """All that is printed of the list: in letters that only count it, no names."""
    if alone or snapshot.block.place is not Place.COUNT_ONLY:
        return whole(snapshot)
    language, as_of = snapshot.text.language, snapshot.listed_on
    return arrange(snapshot.signatories, snapshot.block, language, as_of=as_of)


def _shown(listed: Arrangement, snapshot: Snapshot) -> set[str]:
    """All characters that the lines of a list may show, and some that they do not.

    Whole columns take a fifth of the time that lines do, and hardly a list has one to be looked for.
    """
    written = [*snapshot.block.lines.values(), digits]
    for section in listed.sections:
        written += (section.layout.pattern, *section.layout.table_columns)
    named = _SIGNER.union(*(section.fields for section in listed.sections))
    values: list[Value] = [attrgetter("footnote"), *map(value_of, named)]
    columns = ("".join(set(map(value, snapshot.signatories))) for value in values)
    return set().union(*written, *columns)


def _around(listed: Arrangement) -> Iterator[tuple[_Owner, str]]:
    around = [listed.heading, *listed.above, *listed.below]
    for section in listed.sections:
        around += [section.heading, *section.head]
    block = _Owner(message(N_("signature block")), Spot(Tab.BLOCK))
    yield from ((block, text) for text in around)


def _of_cover(snapshot: Snapshot) -> Iterator[tuple[_Owner, str]]:
    for words in (snapshot.text.title, snapshot.instrument):
        yield _Owner(words, Spot(Tab.TEXT)), words


def _of_parts(snapshot: Snapshot) -> Iterator[tuple[_Owner, str]]:
    for part in (*printed_parts.AS_WRITTEN, *printed_parts.PLAIN, printed_parts.BODY):
        title, named = snapshot.text.title, message(printed_parts.NAMES[part])
        owner = _Owner(
            message(N_("{title}: {part}"), title=title, part=named), Spot(Tab.TEXT, part)
        )
        for text in snapshot.texts:
            yield owner, printed_parts.text_of(text, part)
