"""Lines that are kept in place, whatever the order says: first, last, or after another one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from signatories.block.settings import Pin
from signatories.block.signatory import Signatory
from signatories.models.block import PinPlace


def kept_in_place(lines: Sequence[Signatory], pins: Iterable[Pin]) -> tuple[Signatory, ...]:
    """The lines with the pinned ones in their places: several in one place in the order of their pins."""
    held = in_force(pins, {line.sign_on_id for line in lines})
    if not held:
        return tuple(lines)
    by_id = {line.sign_on_id: line for line in lines}
    after: dict[int, list[int]] = defaultdict(list)
    for pin in held.values():
        if pin.after is not None:
            after[pin.after].append(pin.sign_on_id)
    free = [line.sign_on_id for line in lines if line.sign_on_id not in held]
    roots = [*_at(held, PinPlace.FIRST), *free, *_at(held, PinPlace.LAST)]
    return tuple(by_id[sign_on_id] for sign_on_id in _with_followers(roots, after))


def in_force(pins: Iterable[Pin], present: set[int]) -> dict[int, Pin]:
    """The pins that can be kept, by their line.

    Of several for one line the first holds. A line whose neighbour is absent is sorted as if it had no pin, and so
    is the last of those that would follow each other in a circle.
    """
    held: dict[int, Pin] = {}
    ahead: dict[int, int] = {}
    for pin in pins:
        if pin.sign_on_id in held or pin.sign_on_id not in present:
            continue
        if pin.after is not None:
            first = _head(pin.after, ahead)
            if pin.after not in present or first == pin.sign_on_id:
                continue
            ahead[pin.sign_on_id] = first
        held[pin.sign_on_id] = pin
    return held


def pinned(pins: Iterable[Pin], pin: Pin) -> tuple[Pin, ...]:
    """The pins with one more, as if its line had just been dragged there: it stands before or after all others."""
    others = released(pins, pin.sign_on_id)
    return (*others, pin) if pin.place is PinPlace.LAST else (pin, *others)


def released(pins: Iterable[Pin], sign_on_id: int) -> tuple[Pin, ...]:
    """The pins without that of a line."""
    return tuple(pin for pin in pins if pin.sign_on_id != sign_on_id)


def _at(held: dict[int, Pin], place: PinPlace) -> list[int]:
    return [pin.sign_on_id for pin in held.values() if pin.place is place]


def _head(sign_on_id: int, ahead: dict[int, int]) -> int:
    """The line that a chain of followers begins with; what was walked is shortened for the next."""
    walked = []
    while sign_on_id in ahead:
        walked.append(sign_on_id)
        sign_on_id = ahead[sign_on_id]
    ahead.update(dict.fromkeys(walked, sign_on_id))
    return sign_on_id


def _with_followers(roots: Sequence[int], after: dict[int, list[int]]) -> list[int]:
    """Each line, then all that follow it, in a flat loop: a chain may be as long as the list."""
    waiting = list(reversed(roots))
    found = []
    while waiting:
        found.append(waiting.pop())
        waiting += reversed(after.get(found[-1], ()))
    return found
