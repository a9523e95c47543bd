"""What the rows of a plan may be, and what is asked about them: of a million rows it may be said of each."""

from array import array
from bisect import bisect_left

from signatories.imports.verdicts import State, Verdict
from signatories.matching.packed_texts import PackedTexts
from signatories.matching.records import Match

_NOTHING = Verdict(State.NEW)


class KeptVerdicts:
    """Verdicts by the number of their row, but for states and references. Only those that say more are kept.

    Matches are kept by column: in all but whom they are with most are like others.
    """

    def __init__(self) -> None:
        self._others: dict[int, Verdict] = {}  # with questions or changes; without matches
        self._numbers = array("q")  # the rows with matches, in order
        self._ends = array("q")  # where the matches of each end
        self._refs = array("q")
        self._names = PackedTexts()
        self._kinds = array("q")
        self._known_kinds: list[Match] = []  # the first match of each
        self._places: dict[tuple[object, ...], int] = {}  # of the kinds among those known

    def keep(self, number: int, verdict: Verdict) -> None:
        """Keep that of one more row. Called in the order of the rows."""
        if verdict.problems or verdict.changes:
            self._others[number] = verdict._replace(refs=(), matches=())
        if verdict.matches:
            self._numbers.append(number)
            self._refs.extend([match.ref for match in verdict.matches])
            self._names.extend([match.name for match in verdict.matches])
            self._kinds.extend(map(self._kind, verdict.matches))
            self._ends.append(len(self._refs))

    def of(self, number: int) -> Verdict:
        """That of a row; its state and its references are not kept."""
        other, place = self._others.get(number, _NOTHING), self._place(number)
        return other if place is None else other._replace(matches=self._matches(place))

    def __contains__(self, number: int) -> bool:
        """Whether there is more to say of a row."""
        return number in self._others or self._place(number) is not None

    def _place(self, number: int) -> int | None:
        """Where a row stands among those with matches."""
        place = bisect_left(self._numbers, number)
        is_there = place < len(self._numbers) and self._numbers[place] == number
        return place if is_there else None

    def _matches(self, place: int) -> tuple[Match, ...]:
        first = self._ends[place - 1] if place else 0
        return tuple([self._match(number) for number in range(first, self._ends[place])])

    def _match(self, number: int) -> Match:
        """One of all that are kept."""
        kind, ref, name = (
            self._known_kinds[self._kinds[number]],
            self._refs[number],
            self._names[number],
        )
        return Match(kind.subject, ref, name, kind.score, kind.reason, kind.other_signer)

    def _kind(self, match: Match) -> int:
        """The place of what a match has in common with others. Reasons are told apart as objects, which is enough."""
        key = (match.subject, match.score, id(match.reason), match.other_signer)
        place = self._places.setdefault(key, len(self._known_kinds))
        if place == len(self._known_kinds):
            self._known_kinds.append(match)
        return place
