"""What somebody should know before anything is printed."""

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from signatories.texts import Message, listed, message


class Level(enum.Enum):
    """How serious a finding is: an error blocks the run."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found, in words, with the names of those it is about."""

    level: Level
    message: Message
    names: tuple[str, ...] = ()


def about(text: str, names: Iterable[str], **values: object) -> Iterator[Finding]:
    """A warning about these, each named once; none when there is nobody."""
    every: Sequence[str] = tuple(dict.fromkeys(names))
    if every:
        words = message(text, n=len(every), names=listed(every), **values)
        yield Finding(Level.WARNING, words, tuple(every))
