"""Reading direction of text, after the Unicode bidirectional algorithm (UAX 9)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import TypeVar

from bidi.wrapper import get_base_level, get_display

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LEVEL = re.compile(r"Level\(\s*(\d+)")

T = TypeVar("T")


def runs_left_to_right(text: str) -> bool:
    """Whether no character asks for anything but left to right: nearly all text, and quickly known."""
    return _RIGHT_TO_LEFT.search(text) is None


def base_level(text: str) -> int:
    """1 when the first strong letter of a text that is not empty runs from right to left, else 0."""
    return int(get_base_level(text))


@lru_cache(maxsize=4096)
def levels(text: str, base: int) -> tuple[int, ...]:
    """The embedding level of each character of one line of text; odd levels run right to left."""
    if not text:
        return ()
    # The binding shows the levels, one for each byte of UTF-8, in its account for debugging only.
    account = str(get_display(text, base_dir="R" if base else "L", debug=True))
    by_byte = _LEVEL.findall(account.partition("levels: [")[2].partition("paragraphs: [")[0])
    starts = [0]
    for character in text:
        starts.append(starts[-1] + len(character.encode()))
    return tuple(int(by_byte[start]) for start in starts[:-1])


def visual_order(items: Sequence[T], item_levels: Sequence[int]) -> list[T]:
    """Items in reading order, reordered as printed from left to right (rule L2)."""
    order = list(range(len(items)))
    for level in range(max(item_levels, default=0), 0, -1):
        order = _reverse_runs(order, [item_levels[index] >= level for index in order])
    return [items[index] for index in order]


def _reverse_runs(order: list[int], inside: list[bool]) -> list[int]:
    """The order with each unbroken run of what is inside turned round."""
    turned: list[int] = []
    for key, run in groupby(range(len(order)), inside.__getitem__):
        positions = [order[position] for position in run]
        turned.extend(reversed(positions) if key else positions)
    return turned
