"""A flow in stretches: text across the measure, and what stands in columns."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import islice

from signatories.typesetting.flow import (
    Cell,
    Columns,
    Flow,
    Item,
    PageBreak,
    Paragraph,
    Row,
    Space,
    Texts,
)
from signatories.typesetting.galleys import Galley
from signatories.typesetting.setting import Setter
from signatories.typesetting.strands import Strand
from signatories.typesetting.styles import Fill

_SLAB = 500  # items set at a time: a few pages


@dataclass(frozen=True, slots=True)
class Stretch:
    """Galleys in columns. `xs`: where they stand, in the order they are filled.

    `head` stands above each column. `again` gives, always as one object, what stands above all of them on the pages
    after the first: of few stretches it is asked.
    """

    strand: Strand
    xs: tuple[float, ...]
    head: Galley | None = None
    again: Callable[[], Galley] | None = None

    @property
    def head_height(self) -> float:
        """What the head takes at the top of each column."""
        return self.head.height + self.head.after if self.head else 0.0


def stretches(flow: Flow, setter: Setter) -> Iterator[Stretch | PageBreak]:
    """The stretches of a flow. Text between columns and page breaks is one."""
    galleys: list[Galley] = []
    for item in _set(flow, setter):
        if isinstance(item, Galley):
            galleys.append(item)
            continue
        if galleys:
            yield Stretch(Strand(galleys), (0.0,))
            galleys = []
        yield _stretch(item, setter) if isinstance(item, Columns) else item
    if galleys:
        yield Stretch(Strand(galleys), (0.0,))


def fixed(flow: Flow, setter: Setter) -> Iterator[Galley | Columns | PageBreak]:
    """The same flow, set: galleys and columns of galleys."""
    for item in _set(flow, setter):
        yield _fixed(item, setter) if isinstance(item, Columns) else item


def _set(flow: Flow, setter: Setter) -> Iterator[Galley | Columns | PageBreak]:
    """The flow with what stands across the measure set."""
    loose: list[Item] = []
    for item in flow:
        if not isinstance(item, Galley | Columns | PageBreak):
            loose.append(item)
            continue
        if loose:
            yield setter.set(loose, setter.measure)
            loose = []
        yield item
    if loose:
        yield setter.set(loose, setter.measure)


def _fixed(columns: Columns, setter: Setter) -> Columns:
    columns = _down(columns, setter.measure)
    width = _width(columns, setter.measure)
    head = (_repeated(columns.head, width, setter),) if columns.head else ()
    again = (_repeated(columns.again, setter.measure, setter),) if columns.again else ()
    items = tuple(_slabs(columns.items, width, setter))
    return replace(columns, items=items, head=head, again=again)


def _stretch(columns: Columns, setter: Setter) -> Stretch:
    columns = _down(columns, setter.measure)
    width = _width(columns, setter.measure)
    xs = tuple(number * (width + columns.gap) for number in range(columns.count))
    return Stretch(
        Strand(_slabs(columns.items, width, setter)),
        xs[::-1] if columns.right_to_left else xs,
        _repeated(columns.head, width, setter) if columns.head else None,
        cache(partial(_repeated, columns.again, setter.measure, setter)) if columns.again else None,
    )


def _width(columns: Columns, measure: float) -> float:
    return (measure - (columns.count - 1) * columns.gap) / columns.count


def _repeated(items: Sequence[Item], width: float, setter: Setter) -> Galley:
    """What comes again, set once."""
    only = items[0]
    if len(items) == 1 and isinstance(only, Galley):
        return only
    return setter.set(items, width)


def _slabs(items: Iterable[Item], width: float, setter: Setter) -> Iterator[Galley]:
    """The items set a slab at a time; what was set before stays as it is, and many texts are a slab of their own.

    A slab never begins with a space, which would no longer add to what the item before it wants.
    """
    slab: list[Item] = []
    for item in items:
        if slab and (
            isinstance(item, Galley | Texts) or (len(slab) >= _SLAB and not isinstance(item, Space))
        ):
            yield setter.set(slab, width)
            slab = []
        if isinstance(item, Galley):
            yield item
        elif isinstance(item, Texts):
            yield setter.set([item], width)
        else:
            slab.append(item)
    if slab:
        yield setter.set(slab, width)


def _down(columns: Columns, measure: float) -> Columns:
    """The same columns, filled down: what goes across becomes rows of one column."""
    if columns.fill is Fill.DOWN:
        return columns
    width = _width(columns, measure)
    xs = [number * (width + columns.gap) for number in range(columns.count)]
    if columns.right_to_left:
        xs.reverse()
    entries = _entries(columns.items)
    rows = (_row(xs, width, row) for row in iter(lambda: tuple(islice(entries, columns.count)), ()))
    head = Row(tuple(Cell(x, width, columns.head) for x in xs))
    return Columns(rows, head=(head,) if columns.head else (), again=columns.again)


def _row(xs: Sequence[float], width: float, entries: Sequence[Sequence[Item]]) -> Row:
    """Entries side by side. The last one of all may keep with what comes below."""
    cells = tuple(Cell(x, width, tuple(entry)) for x, entry in zip(xs, entries, strict=False))
    return Row(cells, keep_with_next=all(map(_keeps_with_next, entries[-1])))


def _entries(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    """The items that stand in one place of a row: up to one that is not kept with the next."""
    entry: list[Item] = []
    complete = False
    for item in items:
        if complete and not isinstance(item, Space):
            yield tuple(entry)
            entry, complete = [], False
        entry.append(item)
        complete = complete or not _keeps_with_next(item)
    if entry:
        yield tuple(entry)


def _keeps_with_next(item: Item) -> bool:
    match item:
        case Paragraph():
            return item.style.keep_with_next
        case Galley():
            return not all(item.breaks[-1:])
        case Space():
            return True
        case _:
            return item.keep_with_next
