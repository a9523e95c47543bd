"""Asks under which name a block is kept as a preset."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from signatories.texts import N_, Message, message
from ui.dialogs.record import RecordDialog


@dataclass(frozen=True, slots=True)
class PresetDraft:
    """The name of a preset."""

    name: str

    def problems(self) -> dict[str, Message]:
        """Say what must be mended, by field."""
        return {} if self.name else {"name": message(N_("Give the preset a name."))}


class PresetNameDialog(RecordDialog):
    """`drafted` brings a PresetDraft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setWindowTitle(self.tr("Save as a preset"))
        hint = self.tr("For every letter of this file. Lines kept in place belong to this letter.")
        self.add_text("name", self.tr("&Name"), hint)

    def draft(self) -> PresetDraft:
        """Build the draft out of the field."""
        return PresetDraft(**self.values())
