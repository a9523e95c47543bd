"""How often Python searches for reference cycles while an import is made."""

import gc
from collections.abc import Iterator

import pytest

from signatories import lasting
from signatories.lasting import many_objects


@pytest.fixture
def usual(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[int, int, int]]:
    """As often as Python searches by itself: the command line, which other tests call, searches rarely."""
    before, usual = gc.get_threshold(), (700, 10, 10)
    monkeypatch.setattr(lasting, "_USUAL", usual)
    gc.set_threshold(*usual)
    yield usual
    gc.set_threshold(*before)


def test_cycles_are_searched_for_less_often_and_then_as_usual_again(
    usual: tuple[int, int, int],
) -> None:
    with many_objects():
        assert gc.get_threshold()[0] > 10 * usual[0]
    assert gc.get_threshold() == usual


def test_a_failure_leaves_the_usual_as_it_was(usual: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="a bad row"), many_objects():
        raise ValueError("a bad row")
    assert gc.get_threshold() == usual
