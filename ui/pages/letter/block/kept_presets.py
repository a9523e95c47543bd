"""Keeps blocks under names for the designer, and offers those that the file has."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from signatories import saved_presets
from signatories.models import NamedSetting
from signatories.recording import Changes
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
        panel.presets.remove_requested.connect(partial(operations.block.remove_preset, app))
        app.changed.connect(self._hear)

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
        operations.block.save_preset(self._app, draft.name, self._panel.settings)

    def _hear(self, changes: Changes | None) -> None:
        """Read again what an action or an undo changed in sight; else it is read when it comes into sight."""
        if (changes is None or NamedSetting.__tablename__ in changes.rows) and (
            self._window.isVisible()
        ):
            self.read()
