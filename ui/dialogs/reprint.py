"""Asks whose letters of an earlier run are made again."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from signatories.texts import N_, Message, message
from ui.dialogs.record import RecordDialog
from ui.models.choices import Choice
from ui.widgets.check_list import CheckList


@dataclass(frozen=True, slots=True)
class ReprintDraft:
    """The recipients by id, in the order of the list."""

    recipients: tuple[int, ...]

    def problems(self) -> dict[str, Message]:
        """Say what must be mended, by field."""
        return {} if self.recipients else {"recipients": message(N_("Tick at least one."))}


class ReprintDialog(RecordDialog):
    """`recipients` are those of the run in its order, by id; `drafted` brings a ReprintDraft."""

    def __init__(self, recipients: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(verb=self.tr("Reprint"), parent=parent)
        self.setWindowTitle(self.tr("Reprint these"))
        self.explain(self.tr("They are made of what that run printed, whatever was changed since."))
        self._recipients = CheckList(recipients, ticked=())
        hint = self.tr("They are made in this order.")
        self._recipients.edited.connect(lambda: self.form.mark_problems({}))
        self.form.add_row("recipients", self.tr("&Recipients"), self._recipients, hint)

    def draft(self) -> ReprintDraft:
        """Build the draft out of what is ticked."""
        return ReprintDraft(tuple(int(value) for value in self._recipients.changed()))
