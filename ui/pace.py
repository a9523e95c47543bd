"""How far a long step of work is, in numbers: how many of how many, and how many a second."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

from ui.jobs import Step

MANY = 1000  # units: of fewer the bar says enough
SETTLED = 1.0  # seconds after which a rate is worth saying


class Pace:
    """Follows the steps of one job after the other; a step is known by its label and total."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._step = Step(0, None, "")
        self._began = 0.0

    def words(self, step: Step) -> str:
        """Return the numbers of a step, or nothing where there is not much to count."""
        now = self._clock()
        is_another = (step.label, step.total) != (self._step.label, self._step.total)
        if is_another or step.done < self._step.done:
            self._step, self._began = step, now
        if not step.total or step.total < MANY:
            return ""
        locale = QLocale()
        done, total = locale.toString(step.done), locale.toString(step.total)
        words = _tr("{done} of {total}").format(done=done, total=total)
        taken = now - self._began
        rate = round((step.done - self._step.done) / taken) if taken >= SETTLED else 0
        if not rate:
            return words
        return _tr("{words}, {rate} a second").format(words=words, rate=locale.toString(rate))


def _tr(text: str) -> str:
    return QCoreApplication.translate("pace", text)
