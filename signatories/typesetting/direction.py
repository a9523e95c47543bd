"""Reading direction of text, after the Unicode bidirectional algorithm (UAX 9)."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import TypeVar

from bidi.wrapper import get_base_level, get_display

# A class of a pattern: letters that run from right to left, and characters that say so.
RIGHT_TO_LEFT = (
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_RIGHT_TO_LEFT = re.compile(RIGHT_TO_LEFT)
_LEVEL = re.compile(r"Level\(\s*(\d+)")
# One character for all that the algorithm treats alike: letters, digits, marks.
_MODELS = {"L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "AN": "\u0661", "NSM": "\u0300"}
_RUN = re.compile("|".join([*(f"{model}+" for model in _MODELS.values()), "."]), re.DOTALL)

_STRONG = frozenset(_MODELS[kind] for kind in ("L", "R", "AL"))
_ISOLATING = "\u2066\u2067\u2068"  # what they enclose does not count

_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

T = TypeVar("T")


class _Kinds(dict[int, str]):
    """What stands for a character where only its direction matters, for `str.translate`."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kind = self[code] = _MODELS.get(unicodedata.bidirectional(character), character)
        return kind


_KINDS = _Kinds()


def runs_left_to_right(text: str) -> bool:
    """Whether no character asks for anything but left to right: nearly all text, and quickly known."""
    return text.isascii() or _RIGHT_TO_LEFT.search(text) is None


@lru_cache(maxsize=64)
def runs_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    return language.replace("_", "-").partition("-")[0].lower() in _LANGUAGES


def base_level(text: str, without: int = 0) -> int:
    """1 when the first strong letter of a text runs from right to left, else 0; `without`: where there is none."""
    for character in text:
        kind = _KINDS[ord(character)]
        if kind in _STRONG:
            return int(kind != _MODELS["L"])
        if character in _ISOLATING:
            return int(get_base_level(text))
    return without


def levels(text: str, base: int) -> tuple[int, ...]:
    """The embedding level of each character of one line of text; odd levels run right to left."""
    runs = _RUN.findall(text.translate(_KINDS))
    run_levels = _levels("".join([run[0] for run in runs]), base)
    return tuple([level for run, level in zip(runs, run_levels, strict=True) for _ in run])


@lru_cache(maxsize=4096)
def _levels(kinds: str, base: int) -> tuple[int, ...]:
    """The levels of a text of few characters; lines of a list are alike, so most are known.

    Raises RuntimeError where the binding's account is not what we can read.
    """
    if not kinds:
        return ()
    # The binding shows the levels, one for each byte of UTF-8, in its account for debugging only.
    account = str(get_display(kinds, base_dir="R" if base else "L", debug=True))
    by_byte = _LEVEL.findall(account.partition("levels: [")[2].partition("paragraphs: [")[0])
    if len(by_byte) != len(kinds.encode()):
        text = f"python-bidi no longer says the levels of its text as it did: {account!r}"
        raise RuntimeError(text)
    starts = accumulate((len(character.encode()) for character in kinds), initial=0)
    return tuple(int(by_byte[start]) for start, _ in zip(starts, kinds, strict=False))


def visual_order(items: Sequence[T], item_levels: Sequence[int]) -> list[T]:
    """Items in reading order, reordered as printed from left to right (rule L2)."""
    return [items[index] for index in _order(tuple(item_levels))]


@lru_cache(maxsize=4096)
def _order(item_levels: tuple[int, ...]) -> list[int]:
    order = list(range(len(item_levels)))
    for level in range(max(item_levels, default=0), 0, -1):
        order = _reverse_runs(order, [item_levels[index] >= level for index in order])
    return order


def _reverse_runs(order: list[int], inside: list[bool]) -> list[int]:
    """The order with each unbroken run of what is inside turned round."""
    turned: list[int] = []
    for key, run in groupby(range(len(order)), inside.__getitem__):
        positions = [order[position] for position in run]
        turned.extend(reversed(positions) if key else positions)
    return turned
