"""Where an address shows in the window of an envelope, when a letter is folded in three."""

from typing import NamedTuple

from signatories.merge.snapshot import Snapshot
from signatories.models import Paper
from signatories.typesetting.pages import MILLIMETRE


class Window(NamedTuple):
    """What of the first page shows, in points: from `top` below its upper edge `lines` of an address, `width` wide.

    It begins left of the margin. A sheet is smaller than its envelope: this shows while it stands on its lower edge.
    """

    top: float
    lines: int
    width: float


_WINDOWS = {
    Paper.A4: Window(48 * MILLIMETRE, 6, 75 * MILLIMETRE),  # DL, 90 x 35 mm, 20 and 18 mm in
    Paper.LETTER: Window(150, 5, 243),  # no. 10, 4 1/2 x 1 1/8 in, 7/8 and 1/2 in
}


def window_of(snapshot: Snapshot) -> Window | None:
    """The window that a snapshot's letters are to be read through, if any."""
    return _WINDOWS[snapshot.run.paper] if snapshot.run.window else None
