"""What a person may ask of whoever keeps their data: to see all of it, and to be erased."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from signatories.directory import people
from signatories.erasing import Plan, telling
from signatories.exports.naming import file_name
from ui import operations
from ui.application import Application, Outcome
from ui.dialogs.erase import EraseDialog, EraseDraft
from ui.dialogs.left_behind import LeftBehindDialog
from ui.theme import icon
from ui.translation import translate
from ui.widgets.table import Table

SUFFIXES = {".pdf": "pdf", ".json": "json"}


class PersonRights(QObject):
    """Adds both to the menu of a table of people."""

    def __init__(self, app: Application, table: Table, page: QWidget) -> None:
        super().__init__(page)
        self._app = app
        self._table = table
        self._page = page
        self._add("file", self.tr("Save all that is kept…"), self._ask_where)
        erase = self._add("delete", self.tr("Erase for good…"), self._look)
        erase.setShortcut(QKeySequence("Shift+Del"))
        erase.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _add(self, icon_name: str, text: str, act: Callable[[int], object]) -> QAction:
        action = QAction(icon(icon_name), text, self._table)
        action.triggered.connect(partial(self._act_on_current, act))
        self._table.addAction(action)
        return action

    def _act_on_current(self, act: Callable[[int], object], _checked: bool = False) -> None:
        person = self._table.current_id()
        if person is not None:
            act(person)

    def _ask_where(self, person: int) -> None:
        with self._app.reading() as session:
            name = file_name(people.get(session, person).name, ".pdf")
        folder = self._app.database.path.parent
        dialog = QFileDialog(self._page, self.tr("Save all that is kept"), str(folder / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"*{suffix}" for suffix in SUFFIXES])
        dialog.setDefaultSuffix(".pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._save, person))
        dialog.open()

    def _save(self, person: int, name: str) -> None:
        path = Path(name)
        format_ = SUFFIXES.get(path.suffix.lower(), "pdf")
        operations.rights.save_record(self._app, person, format_, path)

    def _look(self, person: int) -> None:
        operations.rights.look(self._app, person).succeeded.connect(self._ask_to_erase)

    def _ask_to_erase(self, plan: Plan) -> None:
        dialog = EraseDialog(plan, self._page)
        dialog.drafted.connect(partial(self._erase, plan.person.id))
        dialog.open()

    def _erase(self, person: int, draft: EraseDraft) -> None:
        job = operations.rights.erase(self._app, person, draft)
        job.succeeded.connect(self._tell_erased)

    def _tell_erased(self, outcome: Outcome) -> None:
        left = list(map(translate, telling.left(outcome.value)))
        if left:
            LeftBehindDialog(left, self._page).open()
        else:
            self._app.say(self.tr("Erased for good: nothing that this program reaches names them."))
