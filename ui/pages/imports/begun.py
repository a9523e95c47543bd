"""What is begun and not imported yet: files one after the other, and what was put aside for others. No widgets."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from textwrap import shorten
from typing import NamedTuple

from signatories.texts import N_, Message, message
from ui.pages.imports.looking import Look, Reading
from ui.places import Place

HERE = Place("imports")
BEGINNING = 32  # letters of a pasted text that tell it from another
BATCHES_GIVEN_UP, ROWS_GIVEN_UP = 3, 20_000  # kept beside the latest one


class Whereabouts(NamedTuple):
    """The row in focus by its line, the column in focus, and the names of the chips that were chosen."""

    line: int
    column: int
    chosen: tuple[str, ...]


@dataclass(eq=False, slots=True)
class Part:
    """One of the files, or one paste: with all that was chosen about it, the latest look at it, and where in it."""

    reading: Reading = field(default_factory=Reading)
    look: Look | None = None
    at: Whereabouts | None = None

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

    @property
    def rows(self) -> int:
        """How many rows it keeps in memory."""
        return sum(len(part.look.plan.rows) for part in self.parts if part.look is not None)


class Begun:
    """Keeps all that is begun until it is imported, and some of what was given up in case somebody wants it back.

    The latest comes first: what it interrupts is put aside, and comes back after it.
    """

    def __init__(self) -> None:
        self._batches: list[Batch] = []
        self._given_up: list[Batch] = []

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
    def given_up(self) -> list[Batch]:
        """What was given up, latest first, as far as it is kept."""
        return self._given_up[::-1]

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
        self._given_up = [each for each in self._given_up if each is not batch]
        return interrupted if interrupted is not batch else None

    def end(self, part: Part) -> None:
        """Let go of a part: it is imported, and so is what was given up of the same."""
        for batch in self._given_up:
            batch.parts = [each for each in batch.parts if not each.reading.is_of(part.reading)]
        self._given_up = [batch for batch in self._given_up if batch.parts]
        self._take_out(part)

    def skip(self) -> Batch:
        """Give up the part in sight, and go on with the file that follows; return it by itself."""
        skipped = Batch([self.part], self.came_from)
        self._take_out(self.part)
        self._keep_given_up(skipped)
        return skipped

    def give_up(self) -> Batch | None:
        """Give up what is in sight and the files that follow it; return it if there is anything in it."""
        given_up = self._batches.pop() if self._batches else None
        if given_up is None or not given_up.unfinished:
            return None
        self._keep_given_up(given_up)
        return given_up

    def give_all_up(self) -> None:
        """Give up what was put aside, too."""
        for batch in self._batches:
            if batch.unfinished:
                self._keep_given_up(batch)
        self._batches = []

    def _take_out(self, part: Part) -> None:
        for batch in self._batches:
            batch.parts = [each for each in batch.parts if each is not part]
        self._batches = [batch for batch in self._batches if batch.parts]

    def _keep_given_up(self, batch: Batch) -> None:
        """Keep the latest, and of those before it no more than memory is to be had for."""
        self._given_up.append(batch)
        while len(self._given_up) > 1 and not self._has_room():
            del self._given_up[0]

    def _has_room(self) -> bool:
        *earlier, _latest = self._given_up
        rows = sum(batch.rows for batch in earlier)
        return rows <= ROWS_GIVEN_UP and len(earlier) <= BATCHES_GIVEN_UP

    def _put_aside(self) -> Batch | None:
        in_sight = self._batches[-1] if self._batches else None
        self._batches = [batch for batch in self._batches if batch.unfinished]
        return in_sight if in_sight in self._batches else None
