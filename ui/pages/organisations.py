"""The organisations of the workspace."""

from array import array

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from signatories import queries
from signatories.directory import organisations
from signatories.directory.organisations import OrganisationDraft
from ui import operations
from ui.dialogs.organisation import OrganisationDialog
from ui.models.columns import organisation_columns
from ui.pages.record_page import Editing, RecordPage
from ui.pages.table_page import Kind, Wanted


class OrganisationsPage(RecordPage):
    """Bodies that can sign."""

    def make_kind(self) -> Kind:
        """Say what the table shows."""
        return Kind(
            name="organisations",
            title=self.tr("Organisations"),
            icon="organisation",
            columns=organisation_columns(),
            ids=_ids,
            rows=queries.organisations,
            tables=("organisations", "roles", "sign_ons"),
            empty_heading=self.tr("No organisations yet"),
            empty_words=self.tr(
                "Bodies that sign your letters. The signatories that you paste or import bring "
                "theirs along; or add them one by one."
            ),
            listing=queries.ORGANISATIONS,
        )

    def make_editing(self) -> Editing:
        """Say how a record is edited."""
        return Editing(
            add_words=self.tr("Add an organisation"),
            import_words=self.tr("Import a list"),
            read=_draft,
            dialog=_dialog,
            add=operations.organisations.add,
            change=operations.organisations.change,
            change_value=operations.organisations.change_value,
            remove=operations.organisations.remove,
            has_duplicates=True,
        )


def _ids(session: Session, wanted: Wanted) -> "array[int]":
    return queries.ids(session, queries.ORGANISATIONS, **wanted._asdict())


def _draft(session: Session, organisation_id: int) -> OrganisationDraft:
    return organisations.draft_of(session, organisations.get(session, organisation_id))


def _dialog(
    _session: Session, draft: OrganisationDraft | None, parent: QWidget
) -> OrganisationDialog:
    return OrganisationDialog(draft, parent)
