"""What the readers in the child hand over: sheets whose rows are walked through once, while they are spooled."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from signatories.sources.documents import Area, How, Mail
from signatories.texts import Message

Line = tuple[int, Sequence[str]]  # the number of a line that is not blank, and its cells


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader reads; `name` is how messages call it, `told` hears how many bytes of how many were checked.

    `folder` is for what the reader needs on disk; it goes with the child. `further` are files of mails to be read as
    one with it.
    """

    path: Path
    name: str
    kind: str
    how: How
    told: Callable[[int, int], None]
    folder: Path
    further: tuple[Path, ...] = ()


@dataclass(slots=True)
class SheetReading:
    """A sheet under way: `merges` and `notes` are complete once its rows have been walked through.

    `instead` is asked after that: it gives rows to take in their place, or None.
    """

    name: str
    rows: Iterable[Line]
    is_hidden: bool = False
    merges: list[Area] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    instead: Callable[[], Iterable[Line] | None] = lambda: None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file under way. Each sheet's rows are walked through before the next sheet is asked for."""

    format: str
    sheets: Iterator[SheetReading]
    encoding: str = "utf-8"
    guessed: bool = False
    separator: str | None = None
    mails: Iterable[Mail] = ()
