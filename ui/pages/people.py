"""The people of the workspace."""

from array import array

from PySide6.QtWidgets import QWidget
from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories import queries
from signatories.directory import people
from signatories.directory.people import PersonDraft
from signatories.models import Organisation
from ui import operations
from ui.application import Application
from ui.dialogs.person import PersonDialog
from ui.models.choices import Choice
from ui.models.columns import person_columns
from ui.pages.person_rights import PersonRights
from ui.pages.record_page import Editing, RecordPage
from ui.pages.table_page import Kind, Wanted


class PeoplePage(RecordPage):
    """Contacts and signers."""

    def __init__(self, app: Application, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        PersonRights(app, self.table, self)

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
            listing=queries.PEOPLE,
        )

    def make_editing(self) -> Editing:
        """Say how a record is edited."""
        return Editing(
            add_words=self.tr("Add a person"),
            import_words=self.tr("Import a list"),
            read=_draft,
            dialog=_dialog,
            add=operations.people.add,
            change=operations.people.change,
            change_value=operations.people.change_value,
            remove=operations.people.remove,
            has_duplicates=True,
        )


def _ids(session: Session, wanted: Wanted) -> "array[int]":
    return queries.ids(session, queries.PEOPLE, **wanted._asdict())


def _draft(session: Session, person_id: int) -> PersonDraft:
    return people.draft_of(session, people.get(session, person_id))


def _dialog(session: Session, draft: PersonDraft | None, parent: QWidget) -> PersonDialog:
    named = session.execute(
        select(Organisation.id, Organisation.name).order_by(Organisation.sort_key)
    )
    return PersonDialog([Choice(str(number), name) for number, name in named], draft, parent)
