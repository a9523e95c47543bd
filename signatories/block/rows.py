"""The rows of a table: a cell for each column, and who signs in one of them."""

from collections.abc import Sequence

from signatories.block.patterns import Pattern, parse
from signatories.block.settings import NUMBER
from signatories.block.signatory import Signatory
from signatories.block.signers import named


class Rows:
    """Makes the cells of a table's rows. `signer`: the column that shows who signs, from 0."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = [None if name == NUMBER else column_pattern(name) for name in columns]
        names = [column.names if column else () for column in self._columns]
        self._named = named(name for each in names for name in each)
        self.signer = next(
            (place for place, each in enumerate(names) if named(each).any),
            next(place for place, each in enumerate(names) if each),
        )

    def cells(self, line: Signatory, number: int | None) -> tuple[str, ...]:
        """The row of a line; who signs stands in it though no column is theirs."""
        row = self._filled(line, number)
        signer = self._named.missing(line)
        if signer and not any(signer in cell for cell in row):
            row[self.signer] = ", ".join(filter(None, (signer, row[self.signer])))
        return tuple(row)

    def own(
        self, line: Signatory, number: int | None, text: str, pattern: Pattern
    ) -> tuple[str, ...]:
        """The row of a line with a text of its own in the place of the columns whose fields that text has."""
        said = frozenset(pattern.names)
        row = [
            "" if column and said.issuperset(column.names) else cell
            for column, cell in zip(self._columns, self._filled(line, number), strict=True)
        ]
        row[self.signer] = text
        return tuple(row)

    def _filled(self, line: Signatory, number: int | None) -> list[str]:
        return [str(number) if column is None else column.text(line) for column in self._columns]


def column_pattern(name: str) -> Pattern:
    """The pattern of a table's column, which is one already or the name of a field."""
    return parse(as_pattern(name))


def as_pattern(name: str) -> str:
    """The pattern of a table's column as it is written."""
    return name if "{" in name else f"{{{name}}}"
