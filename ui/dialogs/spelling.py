"""Asks why a change of an open text is a correction of spelling only: the reason is kept."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from signatories.texts import N_, Message, message
from ui.dialogs.record import RecordDialog


@dataclass(frozen=True, slots=True)
class SpellingDraft:
    """The declared reason."""

    reason: str

    def problems(self) -> dict[str, Message]:
        """What must be mended, by field."""
        if self.reason:
            return {}
        return {"reason": message(N_("Say in a few words what is corrected."))}


class SpellingDialog(RecordDialog):
    """`drafted` brings a SpellingDraft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(verb=self.tr("Correct the text"), parent=parent)
        self.setWindowTitle(self.tr("Correct a spelling"))
        self.add_text(
            "reason",
            self.tr("&What is corrected"),
            self.tr("Kept with the new version. Confirmations of the present one stay good."),
        )

    def draft(self) -> SpellingDraft:
        """Build the draft out of the field."""
        return SpellingDraft(**self.values())
