"""How long work tells how far it is, without knowing who listens."""

from typing import Protocol


class Cancelled(Exception):
    """Work was asked to stop. The action that was under way is rolled back whole."""


class Progress(Protocol):
    """Somebody to report to. `report` raises Cancelled when the work is asked to stop."""

    def report(self, done: int, total: int | None, label: str = "") -> None:
        """Say that `done` of `total` (None: not known) units are done; call at least each 0.1 s."""


class Silent:
    """Nobody listens, and nobody cancels."""

    def report(self, done: int, total: int | None, label: str = "") -> None:
        """Do nothing."""


SILENT = Silent()
