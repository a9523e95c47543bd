"""Stand-ins for what tests must control: threads and the passing of notices."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from ui.jobs import Jobs, Lane
from ui.notices import Notice, Notices


class InlineExecutor(Executor):
    """Does work at once, in the thread that asks for it."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        fn(*args, **kwargs)
        return Future()


def inline(_lane: Lane) -> Executor:
    return InlineExecutor()


class ImmediateJobs(Jobs):
    """Jobs whose work is done when they are added; `settle` sends the outcomes, and those of what follows."""

    def __init__(self) -> None:
        super().__init__(inline)

    def settle(self) -> None:
        while self.busy:
            self.poll()


class RecordingNotices(Notices):
    """Notices, with a list of all that were posted."""

    def __init__(self) -> None:
        super().__init__()
        self.posted: list[Notice] = []

    def post(self, notice: Notice) -> None:
        self.posted.append(notice)
        super().post(notice)

    @property
    def texts(self) -> list[str]:
        return [notice.text for notice in self.posted]
