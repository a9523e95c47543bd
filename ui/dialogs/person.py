"""The dialog for one person: a draft in, a draft out."""

from collections.abc import Sequence
from dataclasses import asdict

from PySide6.QtWidgets import QWidget

from signatories.directory.people import PersonDraft
from signatories.pictures.files import PictureFile
from signatories.texts import N_, Message, message
from ui.dialogs.record import RecordDialog
from ui.models.choices import Choice, country_choices, country_code, language_choices
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.picture_field import PictureField

UNKNOWN = N_("There is no organisation of that name. Add it first, or leave this empty.")


class PersonDialog(RecordDialog):
    """Asks for a person's values; `drafted` brings a PersonDraft."""

    def __init__(
        self,
        organisations: Sequence[Choice],
        draft: PersonDraft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(is_new=draft is None, parent=parent)
        self.setWindowTitle(self.tr("Person") if draft else self.tr("New person"))
        self.add_text("name", self.tr("&Name"), self.tr("As it is printed, titles included"))
        self.add_text(
            "sort_name",
            self.tr("&Sort name"),
            self.tr("Family name first; left empty, it is suggested"),
        )
        self.add_text("role", self.tr("&Role"))
        self.add_choice("organisation_id", self.tr("&Organisation"), ChoiceBox(organisations))
        self.add_text("form_of_address", self.tr("&Form of address"))
        self.add_text("email", self.tr("&E-mail"))
        self.add_text("telephone", self.tr("&Telephone"))
        self.add_choice("language", self.tr("&Language"), ChoiceBox(language_choices()))
        self.add_choice("country", self.tr("&Country"), ChoiceBox(country_choices(), country_code))
        self._signature = self._add_signature()
        self.add_lines("notes", self.tr("N&otes"), self.tr("For yourselves: never printed"))
        self.fill(asdict(draft) if draft else {})
        self._begun = (draft.signature if draft else None) or PictureFile()
        self._signature.set_picture(self._begun)

    def _add_signature(self) -> PictureField:
        field = PictureField()
        hint = self.tr("Printed only where the consents of a sign-on say yes to it")
        self.form.add_row("signature", self.tr("Scanned s&ignature"), field, hint)
        field.refused.connect(lambda text: self.form.mark_problems({"signature": text}))
        return field

    def problems(self) -> dict[str, Message]:
        """Return the draft's problems, and an organisation that is not one of ours."""
        typed = self.values()["organisation_id"]
        unknown = {"organisation_id": message(UNKNOWN)} if typed and not typed.isdecimal() else {}
        return super().problems() | unknown

    def draft(self) -> PersonDraft:
        """Build the draft out of the fields; a signature that was not touched is left as it is."""
        values = self.values()
        typed = values.pop("organisation_id")
        shown = self._signature.picture()
        return PersonDraft(
            **values,
            organisation_id=int(typed) if typed.isdecimal() else None,
            signature=None if shown == self._begun else shown,
        )
