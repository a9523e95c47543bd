"""Sequences whose items are made when they are asked for: millions of rows, of which few are in memory."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import TypeVar, overload

Item = TypeVar("Item")


class OnDemand(Sequence[Item]):
    """A sequence of which an heir makes one item at a time. A slice is a list."""

    @abstractmethod
    def _at(self, number: int) -> Item:
        """The item with a number, which is not below 0."""

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> list[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | list[Item]:
        numbers = range(len(self))[place]
        if isinstance(numbers, range):
            return list(map(self._at, numbers))
        return self._at(numbers)
