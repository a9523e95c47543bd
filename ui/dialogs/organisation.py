"""The dialog for one organisation: a draft in, a draft out."""

from dataclasses import asdict

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from signatories.directory.organisations import SCALES, SHIFTS, Logo, OrganisationDraft
from ui.dialogs.record import RecordDialog
from ui.models.choices import country_choices, country_code, language_choices
from ui.theme import GRID
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.picture_field import PictureField


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
        self.add_text(
            "region", self.tr("&Region"), self.tr("Such as Sahel: a block can be grouped by it")
        )
        self.add_text("kind", self.tr("&Kind"), self.tr("Such as network, union, university"))
        self.add_choice("language", self.tr("&Language"), ChoiceBox(language_choices()))
        self.add_text("email", self.tr("&E-mail"))
        self.add_text("website", self.tr("&Website"))
        self._add_logo()
        self.add_lines("notes", self.tr("N&otes"), self.tr("For yourselves: never printed"))
        self.fill(asdict(draft) if draft else {})
        self._begun = (draft.logo if draft else None) or Logo()
        self._show_logo(self._begun)

    def draft(self) -> OrganisationDraft:
        """Build the draft out of the fields; a logo that was not touched is left as it is."""
        logo = self._shown_logo()
        return OrganisationDraft(**self.values(), logo=None if logo == self._begun else logo)

    def _add_logo(self) -> None:
        self._logo = PictureField()
        self._scale = _percent(SCALES, self.tr("Size of the logo"))
        self._shift = _percent(SHIFTS, self.tr("Lower the logo by a part of its height"))
        hint = self.tr("Printed only where the consents of a sign-on say yes to it")
        self.form.add_row("logo", self.tr("Lo&go"), self._logo, hint)
        self._sizes = QWidget()
        row = QHBoxLayout(self._sizes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        lower = QLabel(self.tr("Lower &by"))
        lower.setBuddy(self._shift)
        for part in (self._scale, lower, self._shift):
            row.addWidget(part)
        row.addStretch(1)
        self._sizes.setFocusProxy(self._scale)
        words = self.tr("In a grid all logos cover the same area; this one may look better larger")
        self.form.add_row("logo_size", self.tr("Logo &size"), self._sizes, words)
        self._logo.changed.connect(self._show_sizes)
        self._logo.refused.connect(lambda text: self.form.mark_problems({"logo": text}))

    def _show_logo(self, logo: Logo) -> None:
        self._logo.set_picture(logo.picture)
        self._scale.setValue(round(logo.scale * 100))
        self._shift.setValue(round(logo.shift * 100))
        self._show_sizes()

    def _show_sizes(self) -> None:
        self.form.show_row("logo_size", bool(self._logo.picture().content))

    def _shown_logo(self) -> Logo:
        return Logo(self._logo.picture(), self._scale.value() / 100, self._shift.value() / 100)


def _percent(bounds: tuple[float, float], name: str) -> QSpinBox:
    least, most = bounds
    field = QSpinBox(minimum=round(least * 100), maximum=round(most * 100), suffix=" %")
    field.setSingleStep(5)
    field.lineEdit().setTextMargins(GRID - 2, 0, 0, 0)  # where the text of other fields begins
    field.setAccessibleName(name)
    return field
