"""Keeps Python's search for reference cycles in the GUI thread while other threads are at work.

Python searches in whichever thread happens to make the next object, and deletes there what it finds. A Qt object that
is deleted outside its own thread leaves timers running and events on their way to it: the program can fall.
"""

import gc


def hold() -> None:
    """Let no thread search of its own; whoever calls this calls `search` now and then, and `release` at the end."""
    gc.disable()


def search() -> None:
    """Search among new objects, as Python would by now have done by itself; the old ones can wait for `release`."""
    for generation in (1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


def release() -> None:
    """Let Python search again by itself: no other thread is at work."""
    gc.collect(0)  # else the next object would set it off, which a thread on its way out might make
    gc.enable()
