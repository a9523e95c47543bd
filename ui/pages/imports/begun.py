"""What is begun and not imported yet: files one after the other, and what was put aside for others. No widgets."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from textwrap import shorten

from signatories.texts import N_, Message, message
from ui.pages.imports.looking import Look, Reading
from ui.places import Place

HERE = Place("imports")
BEGINNING = 32  # letters of a pasted text that tell it from another


@dataclass(eq=False, slots=True)
class Part:
    """One of the files, or one paste: with all that was chosen about it, and the latest look at it."""

    reading: Reading = field(default_factory=Reading)
    look: Look | None = None

    @property
    def name(self) -> Message:
        """What it is called in a sentence: a file by its name, a paste by how it begins."""
        if self.reading.paths:
            return self.reading.name
        first_line = "".join(self.reading.text.strip().splitlines()[:1])
        begins = shorten(first_line, BEGINNING, placeholder=" …")
        return message(N_("the pasted text “{begins}”"), begins=begins)


@dataclass(eq=False, slots=True)
class Batch:
    """What was begun together, and where; the part in sight comes first. An empty field to paste into is nothing."""

    parts: list[Part]
    came_from: Place

    @property
    def unfinished(self) -> list[Part]:
        """The parts with anything in them."""
        return [part for part in self.parts if not part.reading.is_empty]


class Begun:
    """Keeps all that is begun until it is imported or given up.

    The latest comes first: what it interrupts is put aside, and comes back after it.
    """

    def __init__(self) -> None:
        self._batches: list[Batch] = []

    @property
    def part(self) -> Part:
        """The part in sight; without any, one to paste into that nobody keeps."""
        return self._batches[-1].parts[0] if self._batches else Part()

    @property
    def came_from(self) -> Place:
        """Where it was begun."""
        return self._batches[-1].came_from if self._batches else HERE

    @property
    def following(self) -> int:
        """How many files follow the one in sight."""
        return len(self._batches[-1].parts) - 1 if self._batches else 0

    @property
    def aside(self) -> list[Batch]:
        """What was put aside, latest first."""
        return self._batches[-2::-1]

    @property
    def unfinished(self) -> list[Part]:
        """All parts with anything in them, in the order in which they come."""
        return [part for batch in reversed(self._batches) for part in batch.unfinished]

    def begin(self, readings: Iterable[Reading], came_from: Place) -> Batch | None:
        """Begin with these; return what is put aside for them, if there is anything in it."""
        interrupted = self._put_aside()
        self._batches.append(Batch([Part(reading) for reading in readings], came_from))
        return interrupted

    def return_to(self, batch: Batch) -> Batch | None:
        """Bring back what was put aside or given up, unless it has ended; return what is put aside for it."""
        if not batch.parts:
            return None
        interrupted = self._put_aside()
        self._batches = [*(each for each in self._batches if each is not batch), batch]
        return interrupted if interrupted is not batch else None

    def end(self, part: Part) -> None:
        """Let go of a part: it is imported."""
        for batch in self._batches:
            batch.parts = [each for each in batch.parts if each is not part]
        self._batches = [batch for batch in self._batches if batch.parts]

    def skip(self) -> Batch:
        """Give up the part in sight, and go on with the file that follows; return it by itself."""
        skipped = Batch([self.part], self.came_from)
        self.end(self.part)
        return skipped

    def give_up(self) -> Batch | None:
        """Give up what is in sight and the files that follow it; return it if there is anything in it."""
        given_up = self._batches.pop() if self._batches else None
        return given_up if given_up is not None and given_up.unfinished else None

    def give_all_up(self) -> None:
        """Give up what was put aside, too."""
        self._batches = []

    def _put_aside(self) -> Batch | None:
        in_sight = self._batches[-1] if self._batches else None
        self._batches = [batch for batch in self._batches if batch.unfinished]
        return in_sight if in_sight in self._batches else None
