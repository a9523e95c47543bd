"""What was done in this workspace, latest first; any action can be taken back from here."""

from array import array
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QPushButton
from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import history
from signatories.collation import fold
from signatories.history import Entry
from signatories.models import ChangeSet
from ui.application import Application
from ui.models.columns import history_columns
from ui.pages.table_page import Kind, TablePage, Wanted
from ui.translation import translate
from ui.widgets.buttons import plain_button


class HistoryPage(TablePage):
    """Undoes an action of any age, and does again what was undone."""

    def __init__(self, app: Application) -> None:
        self._take_back = QPushButton()
        super().__init__(app)
        self.table.selectionModel().currentChanged.connect(self._show_what_can_be_done)
        self.rows_shown.connect(self._show_what_can_be_done)
        self._show_what_can_be_done()

    def make_kind(self) -> Kind:
        """Say what the table shows."""
        return Kind(
            name="history",
            title=self.tr("History"),
            icon="history",
            columns=history_columns(),
            ids=_ids,
            rows=_rows,
            tables=(),
            empty_heading=self.tr("Nothing was done yet"),
            empty_words=self.tr(
                "Every action in this file is listed here and can be undone, also after a restart."
            ),
        )

    def buttons(self) -> Sequence[QPushButton]:
        """Take back the action that is selected."""
        self._take_back = plain_button(self.tr("Undo this action"), "undo")
        self._take_back.clicked.connect(self.take_back_current)
        return (self._take_back,)

    def refresh(self, _changes: object) -> None:
        """Every action is news here."""
        self.model.forget_all()
        self.ask()

    def take_back_current(self) -> None:
        """Undo the selected action; if it is undone, do it again."""
        entry = self._current()
        if entry is not None:
            self.app.take_back(entry.undone_by or entry.id)

    def _current(self) -> Entry | None:
        row = self.table.currentIndex().row()
        return self.model.row_at(row) if 0 <= row < self.model.rowCount() else None

    def _show_what_can_be_done(self) -> None:
        entry = self._current()
        again = entry is not None and (entry.undone_by is not None or entry.undoes is not None)
        words = self.tr("Redo this action") if again else self.tr("Undo this action")
        self._take_back.setText(words)
        self._take_back.setEnabled(entry is not None and not entry.is_final)


def _ids(session: Session, wanted: Wanted) -> "array[int]":
    if not wanted.words:
        return array("q", session.scalars(select(ChangeSet.id).order_by(ChangeSet.id.desc())))
    asked = fold(wanted.words)
    found = (entry for entry in history.entries(session) if asked in fold(translate(entry.message)))
    return array("q", [entry.id for entry in found])


def _rows(session: Session, ids: Sequence[int]) -> Mapping[int, Entry]:
    found = session.scalars(select(ChangeSet).where(ChangeSet.id.in_(ids)))
    return {done.id: history.entry_of(session, done) for done in found}
