"""Which letters to look at first: those in which most can go wrong, then some spread evenly over all."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from signatories.block.reducing import sharing
from signatories.languages import called
from signatories.letters import printed_parts
from signatories.merge.languages import by_language
from signatories.merge.snapshot import Snapshot
from signatories.recipients.choosing import CONDITION_TEXTS, STANDING_FIELDS, Addressed
from signatories.texts import N_, Message, message

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_ADDRESSED = ("address", "name")  # who a letter goes to that does not say so


class Sampled(NamedTuple):
    """A recipient whose letter to look at, its number among all that are made, and why."""

    number: int
    recipient: Addressed
    reasons: tuple[Message, ...]


def sample(snapshot: Snapshot, count: int) -> tuple[Sampled, ...]:
    """At most so many recipients of a snapshot, in printing order: the same for the same snapshot.

    Raises BadText when the letter's text cannot be understood.
    """
    recipients = snapshot.recipients
    reasons: dict[int, list[Message]] = {}
    for place, reason in _Own(snapshot).remarkable() if recipients else ():
        if place in reasons or len(reasons) < count:
            reasons.setdefault(place, []).append(reason)
    others = [place for place in range(len(recipients)) if place not in reasons]
    for place in _spread(others, count - len(reasons)):
        reasons[place] = [message(N_("one of those spread evenly over all"))]
    return tuple(
        Sampled(place + 1, recipients[place], tuple(reasons[place])) for place in sorted(reasons)
    )


class _Own:
    """What each letter of a snapshot has of its own: the values of the fields that the text names."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._recipients = snapshot.recipients
        known = snapshot.known_fields
        own = [
            field
            for text in snapshot.texts
            for field in printed_parts.fields_of(text, known)
            if field.is_of_recipient and field.column not in STANDING_FIELDS
        ]
        self._optional = dict.fromkeys(field.column for field in own if field.fallback is not None)
        columns = (*(field.column for field in own), *_ADDRESSED)
        self._columns = tuple(dict.fromkeys(columns))

    def remarkable(self) -> Iterator[tuple[int, Message]]:
        """The places of those that differ most from the others, the most telling first, and how they do."""
        yield 0, message(N_("the first to be printed"))
        yield len(self._recipients) - 1, message(N_("the last to be printed"))
        yield from self._by_language()
        yield from self._by_length()
        yield from self._by_characters()
        yield from self._by_word()
        yield from self._by_gaps()
        yield from self._by_list()
        yield from self._by_address()

    @cached_property
    def _texts(self) -> list[str]:
        values = zip(*(map(_reader(name), self._recipients) for name in self._columns), strict=True)
        return ["\n".join(filter(None, each)) for each in values]

    def _by_language(self) -> Iterator[tuple[int, Message]]:
        """The first letter in each language, where there are several."""
        found = by_language(self._snapshot)
        for language, those in found.items() if len(found) > 1 else ():
            text = N_("the first in “{language}”")
            yield self._recipients.index(those[0]), message(text, language=called(language))

    def _by_length(self) -> Iterator[tuple[int, Message]]:
        lengths = list(map(len, self._texts))
        most, least = max(lengths), min(lengths)
        if most > least:
            longest = N_("the longest: {length} characters of its own")
            shortest = N_("the shortest: {length} characters of its own")
            yield lengths.index(most), message(longest, length=most)
            yield lengths.index(least), message(shortest, length=least)

    def _by_characters(self) -> Iterator[tuple[int, Message]]:
        """Whose characters beyond ASCII fewest others have."""
        unusual = {
            place: frozenset(_BEYOND_ASCII.findall(text))
            for place, text in enumerate(self._texts)
            if not text.isascii()
        }
        if unusual:
            found = Counter(character for every in unusual.values() for character in every)
            place = max(unusual, key=lambda place: sum(1 / found[each] for each in unusual[place]))
            rarest = sorted(unusual[place], key=lambda each: (found[each], each))[:5]
            text = N_("the strangest: few others have {characters}")
            yield place, message(text, characters=" ".join(rarest))

    def _by_word(self) -> Iterator[tuple[int, Message]]:
        words = [max(text.split(), key=len, default="") for text in self._texts]
        longest = max(words, key=len)
        if longest:
            text = N_("the longest word: “{word}”")
            yield words.index(longest), message(text, word=longest)

    def _by_gaps(self) -> Iterator[tuple[int, Message]]:
        """Where other words stand in for most values."""
        gaps = [0] * len(self._recipients)
        for column in self._optional:
            for place, value in enumerate(map(_reader(column), self._recipients)):
                gaps[place] += not value
        if most := max(gaps):
            text = N_("the most gaps: other words stand in for %n value(s)")
            yield gaps.index(most), message(text, n=most)

    def _by_list(self) -> Iterator[tuple[int, Message]]:
        """Who is shown other signatories than most."""
        snapshot = self._snapshot
        rule = snapshot.block.reduced
        refused = {id_ for line in snapshot.signatories for id_ in line.never_to}
        shares = sharing(snapshot.signatories, rule) if rule else None
        for place, recipient in enumerate(self._recipients) if refused or shares else ():
            if recipient.id in refused or (shares and shares(recipient.record())):
                yield place, message(N_("a list of signatories of its own"))
                return

    def _by_address(self) -> Iterator[tuple[int, Message]]:
        lines = [recipient.address.count("\n") + 1 for recipient in self._recipients]
        if (most := max(lines)) > min(lines):
            text = N_("the longest address: {lines} lines")
            yield lines.index(most), message(text, lines=most)


def _reader(column: str) -> Callable[[Addressed], str | None]:
    """What reads a column as it is stored."""
    if column in CONDITION_TEXTS or column == "country":
        return attrgetter(column)
    return lambda recipient: recipient.extra.get(column)


def _spread(places: Sequence[int], count: int) -> Iterable[int]:
    """So many of the places, from the middle of stretches of the same length."""
    count = min(max(count, 0), len(places))
    return (places[(2 * each + 1) * len(places) // (2 * count)] for each in range(count))
