"""Tests for what is kept of verdicts."""

from signatories.imports.kept_verdicts import KeptVerdicts
from signatories.imports.verdicts import State, Verdict
from signatories.matching.records import Match
from signatories.texts import message

_NAMED = message("The same name.")
_LIKE = Match("person", 7, "Ada Example", 0.8, _NAMED)
_ELSEWHERE = Match("organisation", -3, "Lake Union", 0.6, message("In {country}.", country="Chad"))
_OTHER = Match("person", 9, "Ben Example", 0.8, _NAMED, other_signer=True)


def _kept(*verdicts: Verdict) -> KeptVerdicts:
    kept = KeptVerdicts()
    for number, verdict in enumerate(verdicts):
        kept.keep(number, verdict)
    return kept


def test_each_row_has_its_own_matches_again() -> None:
    given = [(_LIKE,), (), (_ELSEWHERE, _LIKE, _OTHER), (_OTHER,)]
    kept = _kept(*(Verdict(State.DUPLICATE, (), matches) for matches in given))

    assert [kept.of(number).matches for number in range(5)] == [*given, ()]
    assert [number in kept for number in range(5)] == [True, False, True, True, False]


def test_questions_and_changes_stay_beside_matches() -> None:
    asked, changes = (message("Which one?"),), {"role": ("Chair", "Member")}
    kept = _kept(
        Verdict(State.UPDATE, (4,), (_LIKE,), asked, changes),
        Verdict(State.NEW, (None,), problems=asked),
    )

    both, alone = kept.of(0), kept.of(1)
    assert (both.matches, both.problems, both.changes) == ((_LIKE,), asked, changes)
    assert (alone.matches, alone.problems, alone.changes) == ((), asked, {})
    assert 1 in kept
