"""Asks whether a person is erased for good, after saying what that does and what it does not reach."""

from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QWidget

from signatories.erasing import Plan, telling
from signatories.texts import N_, Message, message
from ui.dialogs.record import RecordDialog
from ui.models.choices import Choice
from ui.translation import translate
from ui.widgets.check_list import CheckList
from ui.widgets.told import Told


@dataclass(frozen=True, slots=True)
class EraseDraft:
    """Which recipients of the name go too, by id; whether a copy is made first; whether somebody is sure."""

    recipients: tuple[int, ...] = ()
    copy: bool = False
    sure: bool = False

    def problems(self) -> dict[str, Message]:
        """Say what must be mended, by field."""
        return {} if self.sure else {"sure": message(N_("Tick this: there is no undo."))}


class EraseDialog(RecordDialog):
    """Shows a plan; `drafted` brings an EraseDraft of somebody who is sure."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(verb=self.tr("Erase for good"), parent=parent)
        self.setWindowTitle(self.tr("Erase for good"))
        text = N_("“{name}” is erased from this file, its history and its earlier runs.")
        self.explain(translate(message(text, name=plan.person.name)))
        self._alike = CheckList([Choice(str(each.id), each.name) for each in plan.alike], ticked=())
        self._copy = QCheckBox(self.tr("Make a &copy of this file first"))
        self._sure = QCheckBox(self.tr("I &know that nothing takes this back"))
        self._sure.toggled.connect(lambda: self.form.mark_problems({}))
        does = list(map(translate, telling.does(plan)))
        left = list(map(translate, telling.does_not_reach(plan, plan.elsewhere)))
        self.form.add_row("does", self.tr("&What happens"), Told(does))
        if left:
            hint = self.tr("These are yours to delete or to change.")
            self.form.add_row("left", self.tr("&Not reached"), Told(left), hint)
        if plan.alike:
            hint = self.tr("Tick those who are this person: they are only called the same.")
            self.form.add_row("alike", self.tr("&Recipients"), self._alike, hint)
        self.form.add_wide_row("copy", self._copy, self.tr("The copy keeps the name."))
        self.form.add_wide_row("sure", self._sure)

    def draft(self) -> EraseDraft:
        """Build the draft out of what is ticked."""
        recipients = tuple(int(value) for value in self._alike.changed())
        return EraseDraft(recipients, self._copy.isChecked(), self._sure.isChecked())
