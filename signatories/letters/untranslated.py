"""What of a translation still says the same as the text that it translates."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from signatories.expressions.fields import FIELD
from signatories.letters import printed_parts
from signatories.letters.text_file import LetterFile
from signatories.letters.words import FROZEN_TEXTS
from signatories.texts import N_, Message, message

_PARTS = [part for part in FROZEN_TEXTS if part != "cc"]  # that is names, the same in all languages
_BETWEEN = re.compile(r"\n\s*\n")
_SHOWN = 60  # characters of a paragraph


class Same(NamedTuple):
    """A paragraph that stands in both texts: its part, and that in words."""

    part: str
    message: Message


def same(first: LetterFile, file: LetterFile) -> Iterator[Same]:
    """Each paragraph of a translation that stands in the first text too, but for fields and names."""
    text = N_("Still as in the first text, under “{part}”: “{words}”.")
    for part in _PARTS:
        known = set(_paragraphs(first, part))
        name = message(printed_parts.NAMES[part])
        for each in _paragraphs(file, part):
            if each in known:
                yield Same(part, message(text, part=name, words=_beginning(each)))


def _paragraphs(file: LetterFile, part: str) -> list[str]:
    every = (" ".join(each.split()) for each in _BETWEEN.split(printed_parts.text_of(file, part)))
    return [each for each in every if _has_words(each)]


def _has_words(paragraph: str) -> bool:
    """Whether it holds, beside its fields, what is no name: a word without a capital."""
    words = re.findall(r"[^\W\d_]+", FIELD.sub(" ", paragraph))
    return any(word == word.lower() for word in words)


def _beginning(paragraph: str) -> str:
    return paragraph if len(paragraph) <= _SHOWN else f"{paragraph[:_SHOWN].rstrip()}…"
