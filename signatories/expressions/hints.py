"""Where a text went wrong, and what was probably meant."""

from collections.abc import Iterable

from signatories.collation import fold
from signatories.texts import N_, Message, message


def where(line: int, source: str | Message = "") -> Message:
    """Name a line, counted from 1, to begin an error with; `source` is its file or part."""
    if source:
        return message(N_("{source}, line {line}"), source=source, line=line)
    return message(N_("Line {line}"), line=line)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one; of `recipient.country`, `country` is enough."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only an error pays for this import

    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(fold(word))

    def likeness(candidate: str) -> float:
        matcher.set_seq1(fold(candidate))
        whole = matcher.ratio()
        matcher.set_seq1(fold(candidate).rpartition(".")[2])
        return max(whole, matcher.ratio() * 0.95)

    return max(sorted(known), key=likeness, default="")


def place_in(position: int, source: str | Message = "") -> Message:
    """Name a character of a one-line text, counted from 1, to begin an error with."""
    if source:
        return message(N_("{source}, character {position}"), source=source, position=position)
    return message(N_("Character {position}"), position=position)
