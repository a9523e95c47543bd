"""How long work tells how far it is, without knowing who listens."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from signatories.texts import N_, Message, message


class Cancelled(Exception):
    """Work was asked to stop. The action that was under way is rolled back whole."""


class Progress(Protocol):
    """Somebody to report to. `report` raises Cancelled when the work is asked to stop."""

    def report(
        self, done: int, total: int | None, label: Message | str = "", item: str = ""
    ) -> None:
        """Say that `done` of `total` (None: not known) units are done; call at least each 0.1 s.

        `label`: what is being done, the same for all units of it; `item`: the name of the latest unit.
        """


class Silent:
    """Nobody listens, and nobody cancels."""

    def report(
        self, done: int, total: int | None, label: Message | str = "", item: str = ""
    ) -> None:
        """Do nothing."""


SILENT = Silent()


def parts(whole: Progress, names: Sequence[Message]) -> Iterator[Progress]:
    """Whom to report the parts of longer work to, one after the other: each is told by its name and number."""
    for number, name in enumerate(names, start=1):
        text = N_("{part} ({number} of {count})") if len(names) > 1 else N_("{part}")
        yield _Part(whole, message(text, part=name, number=number, count=len(names)))


class _Part:
    """Reports a part of longer work, under a label of its own."""

    def __init__(self, whole: Progress, label: Message) -> None:
        self._whole = whole
        self._label = label

    def report(
        self,
        done: int,
        total: int | None,
        label: Message | str = "",  # noqa: ARG002 - the part has its own
        item: str = "",
    ) -> None:
        """Say how far the part is."""
        self._whole.report(done, total, self._label, item)
