"""The dialog for one organisation: a draft in, a draft out."""

from dataclasses import asdict

from PySide6.QtWidgets import QWidget

from signatories.organisations import OrganisationDraft
from ui.dialogs.record import RecordDialog
from ui.models.choices import country_choices, country_code, language_choices
from ui.widgets.choice_box import ChoiceBox


class OrganisationDialog(RecordDialog):
    """Asks for an organisation's values; `drafted` brings an OrganisationDraft."""

    def __init__(
        self, draft: OrganisationDraft | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(is_new=draft is None, parent=parent)
        self.setWindowTitle(self.tr("Organisation") if draft else self.tr("New organisation"))
        self.add_text("name", self.tr("&Name"), self.tr("As it is printed, in its own language"))
        self.add_text("acronym", self.tr("&Acronym"))
        self.add_choice("country", self.tr("&Country"), ChoiceBox(country_choices(), country_code))
        self.add_text("kind", self.tr("&Kind"), self.tr("Such as network, union, university"))
        self.add_choice("language", self.tr("&Language"), ChoiceBox(language_choices()))
        self.add_text("email", self.tr("&E-mail"))
        self.add_text("website", self.tr("&Website"))
        self.add_lines("notes", self.tr("N&otes"), self.tr("For yourselves: never printed"))
        self.fill(asdict(draft) if draft else {})

    def draft(self) -> OrganisationDraft:
        """Build the draft out of the fields."""
        return OrganisationDraft(**self.values())
