"""The foot of a page: the footnotes that its lines call for, below a short rule."""

from collections.abc import Iterable, Iterator

from signatories.typesetting.galleys import Galley, Stroke
from signatories.typesetting.pages import PageFormat, Placed
from signatories.typesetting.strands import TOLERANCE, Place, Strand

_RULE = Galley((Stroke(0.0, 6.25, 72.0, 0.5),), (0.0,), (12.0,), (False,))
_MOST = 0.6  # of a page's height that notes carried over may take


class Foot:
    """The footnotes still to be printed. What finds no room goes on at the foot of the next page."""

    def __init__(self, paper: PageFormat) -> None:
        self._paper = paper
        self._notes: list[Galley] = []
        self._begun = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to print."""
        return not self._notes

    def add(self, notes: Iterable[Galley]) -> None:
        """Print these too."""
        self._notes += (note for note in notes if note.lines)

    @property
    def carried(self) -> float:
        """What the notes so far take at the foot of a page, which they do not fill, however long."""
        if not self._notes:
            return 0.0
        page = self._paper.height - self._paper.bottom - self._paper.top
        return min(self.height(()), _MOST * page)

    def height(self, more: Iterable[Galley]) -> float:
        """What the notes with these more would take."""
        whole = self._strand(more).whole
        return _RULE.height + whole if whole else 0.0

    def lay(self, top: float) -> Iterator[Placed]:
        """Print at the foot of a page what has room there below `top`; keep the rest."""
        if not self._notes:
            return
        strand = self._strand()
        left, bottom = self._paper.left, self._paper.height - self._paper.bottom
        room = bottom - top - _RULE.height
        end = strand.end(strand.start, room) or strand.forced_end(strand.start, room)
        height = strand.height(strand.start, end)
        if height > room + TOLERANCE and top > self._paper.top:
            return
        yield Placed(left, bottom - height - _RULE.height, _RULE, 0, 1)
        yield from strand.placed(strand.start, end, left, bottom - height)
        self._notes, self._begun = self._notes[end.galley :], end.line

    def _strand(self, more: Iterable[Galley] = ()) -> Strand:
        strand = Strand([*self._notes, *more])
        strand.let_go(Place(0, self._begun))
        return strand
