"""The imports that were done; a new one is looked at here before anything is written."""

from array import array
from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from signatories import queries
from signatories.collation import fold
from signatories.queries import ImportRow
from ui.models.columns import import_columns
from ui.pages.table_page import Kind, TablePage, Wanted


class ImportsPage(TablePage):
    """Lists imports."""

    def make_kind(self) -> Kind:
        """Say what the table shows."""
        return Kind(
            name="imports",
            title=self.tr("Imports"),
            icon="import",
            columns=import_columns(),
            ids=_ids,
            rows=_rows,
            tables=(),
            empty_heading=self.tr("Nothing was imported yet"),
            empty_words=self.tr(
                "Paste signatories out of a mail, or open a table. You see every row and what "
                "becomes of it before anything is written."
            ),
        )


def _ids(session: Session, wanted: Wanted) -> "array[int]":
    found = (row for row in queries.imports(session) if fold(wanted.words) in fold(row.source))
    return array("q", [row.id for row in found])


def _rows(session: Session, ids: Sequence[int]) -> Mapping[int, ImportRow]:
    return {row.id: row for row in queries.imports(session) if row.id in ids}
