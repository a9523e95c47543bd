"""How often Python searches for reference cycles while an import is made."""

import gc

import pytest

from signatories.lasting import many_objects


def test_cycles_are_searched_for_less_often_and_then_as_usual_again() -> None:
    usual = gc.get_threshold()
    with many_objects():
        assert gc.get_threshold()[0] > 10 * usual[0]
    assert gc.get_threshold() == usual


def test_a_failure_leaves_the_usual_as_it_was() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ValueError, match="a bad row"), many_objects():
        raise ValueError("a bad row")
    assert gc.get_threshold() == usual
