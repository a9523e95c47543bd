"""The last entry of a list kept with what follows it, so that no count stands alone on a page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from signatories.typesetting.flow import (
    Columns,
    Item,
    Paragraph,
    Picture,
    Row,
    Rule,
    Texts,
    Together,
)


def keeping_last(flow: Iterable[Item | Columns]) -> Iterator[Item | Columns]:
    """The same flow, whose last item keeps with the next. It is walked once, as it is asked for."""
    waiting = iter(flow)
    last = next(waiting, None)
    for item in waiting:
        if last is not None:
            yield last
        last = item
    if last is not None:
        yield _kept(last)


def _kept(item: Item | Columns) -> Item | Columns:
    match item:
        case Columns():
            return replace(item, items=_items(item.items))
        case Paragraph():
            return item._replace(style=replace(item.style, keep_with_next=True))
        case Texts():
            return item._replace(keep_with_next=True)
        case Picture() | Row() | Rule() | Together():
            return replace(item, keep_with_next=True)
        case _:
            return item


def _items(items: Iterable[Item]) -> Iterator[Item]:
    return (item for item in keeping_last(items) if not isinstance(item, Columns))
