"""What pages keep together: a head with its first entries, a last line with those before it."""

from itertools import islice

from signatories.typesetting.strands import TOLERANCE, Place, Strand
from signatories.typesetting.stretches import Stretch

_SMALL = 40.0  # points: an entry of two lines or so, too little to stand alone


def full_columns(strand: Strand, count: int, height: float, stop: Place | None) -> list[Place]:
    """Where columns end that are filled one after the other, up to the last that takes anything."""
    ends: list[Place] = []
    start: Place | None = strand.start
    while start and len(ends) < count and not strand.is_end(start):
        start = strand.end(start, height, stop)
        if start:
            ends.append(start)
    return ends


def least(strand: Strand) -> float:
    """The height of the first entry."""
    first = next(strand.breaks(strand.start), None)
    return first.bottom if first else 0.0


def few(strand: Strand) -> float:
    """The height of the first two entries, or of the first alone if it is large."""
    bottom = 0.0
    for each in islice(strand.breaks(strand.start), 2):
        if bottom > _SMALL:
            break
        bottom = each.bottom
    return bottom


def wanted_below(strand: Strand, following: Stretch | None) -> float:
    """The room below a strand for what it keeps with, or for a line that would be alone elsewhere."""
    if not following:
        return 0.0
    gap = max(strand.room, following.strand.before)
    if not strand.may_end:
        return gap + following.head_height + few(following.strand)
    alone = _is_single_line(following.strand, following.strand.start)
    return gap + following.strand.whole if alone else 0.0


def with_company(strand: Strand, ends: list[Place]) -> list[Place]:
    """The ends of columns, the last one earlier where a single line would be all that comes after."""
    return (_is_single_line(strand, ends[-1]) and one_fewer(strand, ends)) or ends


def one_fewer(strand: Strand, ends: list[Place]) -> list[Place]:
    """The ends of columns without the last entry that they hold."""
    begin = ends[-2] if len(ends) > 1 else strand.start
    earlier = strand.last_break(begin, strand.line_before(ends[-1]))
    return [*ends[:-1], earlier] if earlier else ends[:-1]


def _is_single_line(strand: Strand, place: Place) -> bool:
    """Whether all that comes after a place is one line, which does not keep with more."""
    rest = list(islice(strand.breaks(place), 2))
    if len(rest) != 1 or not strand.may_end:
        return False
    return rest[0].bottom <= min(strand.line_height(place), _SMALL) + TOLERANCE
