"""The dialog for one recipient: a draft in, a draft out."""

from dataclasses import asdict

from PySide6.QtWidgets import QWidget

from signatories.recipients import RecipientDraft
from ui.dialogs.record import RecordDialog
from ui.models.choices import country_choices, country_code, language_choices
from ui.widgets.choice_box import ChoiceBox


class RecipientDialog(RecordDialog):
    """Asks for a recipient's values; `drafted` brings a RecipientDraft."""

    def __init__(self, draft: RecipientDraft | None = None, parent: QWidget | None = None) -> None:
        super().__init__(is_new=draft is None, parent=parent)
        self.setWindowTitle(self.tr("Recipient") if draft else self.tr("New recipient"))
        self.add_text(
            "name", self.tr("&Name"), self.tr("The body or State that the letter goes to")
        )
        self.add_choice("country", self.tr("&Country"), ChoiceBox(country_choices(), country_code))
        self.add_text("person", self.tr("&Person"))
        self.add_text("form_of_address", self.tr("&Form of address"), self.tr("Such as H.E. or Dr"))
        self.add_text(
            "salutation", self.tr("&Salutation"), self.tr("The whole line, such as Excellency,")
        )
        self.add_lines("address", self.tr("&Address"))
        self.add_choice("language", self.tr("&Language"), ChoiceBox(language_choices()))
        self.add_text("email", self.tr("&E-mail"))
        self.fill(asdict(draft) if draft else {})

    def draft(self) -> RecipientDraft:
        """Build the draft out of the fields."""
        return RecipientDraft(**self.values())
