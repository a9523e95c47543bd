"""Keeps blocks under names for the designer, and offers those that the file has."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from signatories import saved_presets
from ui import operations
from ui.application import Application
from ui.dialogs.preset_name import PresetDraft, PresetNameDialog
from ui.pages.letter.block.panel import DesignerPanel


class KeptPresets(QObject):
    """Fulfils what is wished of presets in a panel."""

    def __init__(self, app: Application, panel: DesignerPanel, window: QWidget) -> None:
        super().__init__(window)
        self._app = app
        self._panel = panel
        self._window = window
        panel.presets.save_requested.connect(self._ask_name)
        panel.presets.remove_requested.connect(self._remove)

    def read(self) -> None:
        """Offer the presets that there are now."""
        presets = self._panel.presets
        self._app.read(saved_presets.saved).succeeded.connect(presets.show_saved)
        self._app.read(saved_presets.unreadable).succeeded.connect(presets.show_unreadable)

    def _ask_name(self) -> None:
        dialog = PresetNameDialog(self._window)
        dialog.drafted.connect(self._save)
        dialog.open()

    def _save(self, draft: PresetDraft) -> None:
        job = operations.block.save_preset(self._app, draft.name, self._panel.settings)
        job.succeeded.connect(self.read)

    def _remove(self, name: str) -> None:
        operations.block.remove_preset(self._app, name).succeeded.connect(self.read)
