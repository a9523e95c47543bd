"""How far a long step of work is, in numbers: how many of how many, how many a second, and how long it will take."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

from signatories.texts import N_, message
from ui.jobs import Step
from ui.translation import translate

MANY = 1000  # units: of fewer a bar says enough
SETTLED = 1.0  # seconds after which a rate is worth saying
MINUTE = 60  # seconds


class Pace:
    """Follows the steps of one job after the other; a step is known by its label and total."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, fewest: int = MANY) -> None:
        """`fewest`: how many units are worth numbers."""
        self._clock = clock
        self._fewest = fewest
        self._step = Step(0, None, "")
        self._began = 0.0

    def words(self, step: Step) -> str:
        """Return the numbers of a step, or nothing where there is not much to count."""
        now = self._clock()
        is_another = (step.label, step.total) != (self._step.label, self._step.total)
        if is_another or step.done < self._step.done:
            self._step, self._began = step, now
        if not step.total or step.total < self._fewest:
            return ""
        locale = QLocale()
        done, total = locale.toString(step.done), locale.toString(step.total)
        words = _tr("{done} of {total}").format(done=done, total=total)
        taken = now - self._began
        rate = (step.done - self._step.done) / taken if taken >= SETTLED else 0
        if round(rate) < 1:
            return words
        shown = locale.toString(round(rate))
        words = _tr("{words}, {rate} a second").format(words=words, rate=shown)
        return f"{words}, {_time_left((step.total - step.done) / rate)}"


def _time_left(seconds: float) -> str:
    if seconds > MINUTE:
        text = N_("about %n minute(s) left")
        return translate(message(text, n=round(seconds / MINUTE)))
    return translate(message(N_("%n second(s) left"), n=round(seconds)))


def _tr(text: str) -> str:
    return QCoreApplication.translate("pace", text)
