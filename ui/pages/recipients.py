"""The recipients of the workspace's letters."""

from array import array

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from signatories import queries, recipients
from signatories.recipients import RecipientDraft
from ui import operations
from ui.dialogs.recipient import RecipientDialog
from ui.models.columns import recipient_columns
from ui.pages.record_page import Editing, RecordPage
from ui.pages.table_page import Kind, Wanted


class RecipientsPage(RecordPage):
    """Whom letters go to."""

    def make_kind(self) -> Kind:
        """Say what the table shows."""
        return Kind(
            name="recipients",
            title=self.tr("Recipients"),
            icon="recipients",
            columns=recipient_columns(),
            ids=_ids,
            rows=queries.recipients,
            tables=("recipients", "letters"),
            empty_heading=self.tr("No recipients yet"),
            empty_words=self.tr(
                "Whom your letters go to. Import a list, or a treaty table: it brings every State "
                "that is a member of the United Nations, with its standing."
            ),
            listing=queries.RECIPIENTS,
        )

    def make_editing(self) -> Editing:
        """Say how a record is edited."""
        return Editing(
            add_words=self.tr("Add a recipient"),
            import_words=self.tr("Import a table"),
            read=_draft,
            dialog=_dialog,
            add=operations.recipients.add,
            change=operations.recipients.change,
            change_value=operations.recipients.change_value,
            remove=operations.recipients.remove,
        )


def _ids(session: Session, wanted: Wanted) -> "array[int]":
    return queries.ids(session, queries.RECIPIENTS, **wanted._asdict())


def _draft(session: Session, recipient_id: int) -> RecipientDraft:
    return recipients.draft_of(recipients.get(session, recipient_id))


def _dialog(_session: Session, draft: RecipientDraft | None, parent: QWidget) -> RecipientDialog:
    return RecipientDialog(draft, parent)
