"""What was decided about the rows of a plan: of a million simply new ones a few bytes each."""

from array import array
from collections.abc import Collection, Sequence

from signatories.imports.kept_verdicts import KeptVerdicts
from signatories.imports.verdicts import State, Verdict
from signatories.matching.records import Ref

_STATES = tuple(State)
_NUMBERS = {state: number for number, state in enumerate(State)}
_NEW, _ERROR = _NUMBERS[State.NEW], _NUMBERS[State.ERROR]
_DOUBTFUL = 0x80  # the bit beside the state's number


class DecidedRows:
    """Verdicts by the number of their row, each with `places` references, and whether somebody should look at it."""

    def __init__(self, places: int) -> None:
        self._states = bytearray()
        self._refs = tuple(array("q") for _ in range(places))
        self._others = KeptVerdicts()

    def __len__(self) -> int:
        return len(self._states)

    def extend(self, verdicts: Sequence[Verdict], doubtful: Collection[int]) -> None:
        """Keep those of the next rows; `doubtful` are the places among them of rows with questions of their own."""
        for number, verdict in enumerate(verdicts, len(self)):
            self._others.keep(number, verdict)
        self._states.extend(
            [_state(verdict, place in doubtful) for place, verdict in enumerate(verdicts)]
        )
        for place, column in enumerate(self._refs):
            column.extend([verdict.refs[place] or 0 if verdict.refs else 0 for verdict in verdicts])

    def state(self, number: int) -> State:
        """The state of a row."""
        return _STATES[self._states[number] & ~_DOUBTFUL]

    def verdict(self, number: int) -> Verdict:
        """What else was decided about a row; neither its state nor its references stand in it."""
        return self._others.of(number)

    def refs(self, number: int) -> list[Ref | None]:
        """The references of a row."""
        return [column[number] or None for column in self._refs]

    def refs_by_column(self, numbers: range) -> "tuple[array[int], ...]":
        """Those of several rows, an array for each place; 0 where there is none."""
        return tuple(column[numbers.start : numbers.stop] for column in self._refs)

    def is_simply_new(self, number: int) -> bool:
        """Whether nothing else is to be said of a row."""
        return self._states[number] == _NEW and number not in self._others

    def places_in_question(self, numbers: Sequence[int]) -> list[int]:
        """Where among these rows those are that cannot come in, or that a person should look at."""
        states = map(self._states.__getitem__, numbers)
        return [place for place, byte in enumerate(states) if byte == _ERROR or byte & _DOUBTFUL]

    def numbers(self, *states: State, doubtful: bool = False) -> "array[int]":
        """The numbers of the rows in any of the states, or of those that a person should look at."""
        wanted = {_NUMBERS[state] for state in states}
        return array(
            "q",
            (
                number
                for number, byte in enumerate(self._states)
                if byte & ~_DOUBTFUL in wanted or (doubtful and byte & _DOUBTFUL)
            ),
        )

    def count_of(self, state: State) -> int:
        """How many rows are in a state."""
        index = _NUMBERS[state]
        return self._states.count(index) + self._states.count(index | _DOUBTFUL)


def _state(verdict: Verdict, is_doubtful: bool) -> int:
    """The number of a state, with the bit that says that somebody should look."""
    if verdict.state is State.NEW and not is_doubtful and not verdict.problems:
        return _NEW
    doubtful = (is_doubtful or verdict.problems) and verdict.state is not State.ERROR
    return _NUMBERS[verdict.state] | (_DOUBTFUL if doubtful else 0)
