"""The people of the workspace."""

from array import array
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import people, queries
from signatories.erasing import Plan, telling
from signatories.models import Organisation
from signatories.people import PersonDraft
from ui import operations, operations_erasing
from ui.application import Application, Outcome
from ui.dialogs.erase import EraseDialog, EraseDraft
from ui.dialogs.left_behind import LeftBehindDialog
from ui.dialogs.person import PersonDialog
from ui.models.choices import Choice
from ui.models.columns import person_columns
from ui.pages.record_page import Editing, RecordPage
from ui.pages.table_page import Kind, Wanted
from ui.theme import icon
from ui.translation import translate


class PeoplePage(RecordPage):
    """Contacts and signers."""

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        erase = QAction(icon("delete"), self.tr("Erase for good…"), self.table)
        erase.setShortcut(QKeySequence("Shift+Del"))
        erase.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        erase.triggered.connect(self.ask_to_erase)
        self.table.addAction(erase)

    def ask_to_erase(self) -> None:
        """Say what erasing the person with the cursor does, and ask whether it is to be done."""
        person = self.table.current_id()
        if person is not None:
            operations_erasing.look(self.app, person).succeeded.connect(self._ask_to_erase)

    def make_kind(self) -> Kind:
        """Say what the table shows."""
        return Kind(
            name="people",
            title=self.tr("People"),
            icon="person",
            columns=person_columns(),
            ids=_ids,
            rows=queries.people,
            tables=("people", "roles", "organisations"),
            empty_heading=self.tr("No people yet"),
            empty_words=self.tr(
                "People who sign, or whom you write to. The signatories that you paste or import "
                "bring theirs along; or add them one by one."
            ),
        )

    def make_editing(self) -> Editing:
        """Say how a record is edited."""
        return Editing(
            add_words=self.tr("Add a person"),
            import_words=self.tr("Import signatories"),
            read=_draft,
            dialog=_dialog,
            add=operations.add_person,
            change=operations.change_person,
            remove=operations.remove_people,
            has_duplicates=True,
        )

    def _ask_to_erase(self, plan: Plan) -> None:
        dialog = EraseDialog(plan, self)
        dialog.drafted.connect(partial(self._erase, plan.person.id))
        dialog.open()

    def _erase(self, person: int, draft: EraseDraft) -> None:
        job = operations_erasing.erase(self.app, person, draft)
        job.succeeded.connect(self._tell_erased)

    def _tell_erased(self, outcome: Outcome) -> None:
        left = list(map(translate, telling.left(outcome.value)))
        if left:
            LeftBehindDialog(left, self).open()
        else:
            self.app.say(self.tr("Erased for good: nothing that this program reaches names them."))


def _ids(session: Session, wanted: Wanted) -> "array[int]":
    return queries.ids(session, queries.PEOPLE, **wanted._asdict())


def _draft(session: Session, person_id: int) -> PersonDraft:
    return people.draft_of(session, people.get(session, person_id))


def _dialog(session: Session, draft: PersonDraft | None, parent: QWidget) -> PersonDialog:
    named = session.execute(
        select(Organisation.id, Organisation.name).order_by(Organisation.sort_key)
    )
    return PersonDialog([Choice(str(number), name) for number, name in named], draft, parent)
