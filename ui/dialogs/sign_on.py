"""The dialog for one signatory: a draft in, a draft out; names are looked up by whoever opens it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from signatories.models import Capacity
from signatories.sign_ons.drafts import SignOnDraft
from ui.dialogs.record import RecordDialog
from ui.models.answers import capacity_words
from ui.models.choices import country_choices, country_code
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.column_rows import ColumnRows
from ui.widgets.directory_field import DirectoryField


class SignOnDialog(RecordDialog):
    """Asks for one answer; `drafted` brings a SignOnDraft."""

    organisation_asked = Signal(str)
    person_asked = Signal(str)

    def __init__(self, draft: SignOnDraft | None = None, parent: QWidget | None = None) -> None:
        super().__init__(is_new=draft is None, parent=parent)
        self.setWindowTitle(self.tr("Signatory") if draft else self.tr("New signatory"))
        self.organisation = DirectoryField(self.tr("Will be added to your organisations."))
        self.person = DirectoryField(self.tr("Will be added to your people."))
        self.form.add_row("organisation", self.tr("&Organisation"), self.organisation)
        self.form.add_row("person", self.tr("&Person"), self.person)
        self.add_text("role", self.tr("&Role"), self.tr("As it is printed, such as Director"))
        self.add_choice("country", self.tr("&Country"), ChoiceBox(country_choices(), country_code))
        hint = self.tr("As it is printed, if not by its usual name; a region too")
        self.add_text("printed_country", self.tr("Printe&d country"), hint)
        self._capacity = self._build_capacity()
        self.form.add_row("capacity", self.tr("C&apacity"), self._capacity)
        self.add_text("group", self.tr("&Group"), self.tr("The heading to stand under, if any"))
        self._extra = ColumnRows()
        hint = self.tr("Such as a description, a comment or a footnote; kept as it is confirmed")
        self.form.add_row("extra", self.tr("&More columns"), self._extra, hint)
        self.organisation.asked.connect(self.organisation_asked)
        self.person.asked.connect(self.person_asked)
        if draft is not None:
            self._show(draft)

    def offer_columns(self, names: Sequence[str]) -> None:
        """Offer names for further columns."""
        self._extra.offer(names)

    def draft(self) -> SignOnDraft:
        """Build the draft out of the fields."""
        values = self.values()
        return SignOnDraft(
            organisation=self.organisation.text(),
            organisation_id=self.organisation.linked_id(),
            person=self.person.text(),
            person_id=self.person.linked_id(),
            role=values["role"],
            country=values["country"],
            printed_country=values["printed_country"],
            capacity=self._capacity.currentData(),
            group=values["group"],
            extra=self._extra.pairs(),
        )

    def _show(self, draft: SignOnDraft) -> None:
        self.organisation.set_linked(draft.organisation, draft.organisation_id)
        self.person.set_linked(draft.person, draft.person_id)
        self.fill({name: getattr(draft, name) for name in self.values()})
        self._extra.set_pairs(draft.extra)
        self._capacity.setCurrentIndex(self._capacity.findData(draft.capacity))

    def _build_capacity(self) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("Not said: the usual one is assumed"), None)
        for capacity in Capacity:
            box.addItem(capacity_words(capacity), capacity)
        return box
