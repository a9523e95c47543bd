"""What an action changed, for windows to know what to read again."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Changes:
    """Table names and the ids of changed rows, as often as each was noted: an import has hundreds of thousands."""

    rows: dict[str, "array[int]"] = field(default_factory=dict)

    def touches(self, *tables: str) -> frozenset[int]:
        """The changed ids of the named tables together."""
        return frozenset().union(*(self.rows.get(table, ()) for table in tables))

    def add(self, table: str, ids: Iterable[int]) -> None:
        """Note that rows of a table were changed."""
        self.rows.setdefault(table, array("q")).extend(ids)

    def __bool__(self) -> bool:
        return any(self.rows.values())
