"""What an action changed, for windows to know what to read again."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Changes:
    """Table names and the ids of their changed rows."""

    rows: dict[str, set[int]] = field(default_factory=dict)

    def touches(self, *tables: str) -> frozenset[int]:
        """The changed ids of the named tables together."""
        return frozenset().union(*(self.rows.get(table, ()) for table in tables))

    def add(self, table: str, ids: Iterable[int]) -> None:
        """Note that rows of a table were changed."""
        self.rows.setdefault(table, set()).update(ids)

    def __bool__(self) -> bool:
        return any(self.rows.values())
