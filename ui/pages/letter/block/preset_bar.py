"""The chooser of common and saved blocks, on top of the designer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from signatories.block.presets import COMMON, Preset, applied
from signatories.block.settings import BlockSettings
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import quiet_button
from ui.widgets.captioned import Captioned, narrow

MOST_SHOWN = 24  # lines of the open list


class PresetBar(QWidget):
    """Names the preset that the settings are, if they are one."""

    wanted = Signal(object, str)  # a Change; nothing is typed here
    save_requested = Signal()
    remove_requested = Signal(str)  # the name of a saved one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = BlockSettings()
        self._saved: tuple[Preset, ...] = ()
        self._box = narrow(QComboBox())
        self._box.setMaxVisibleItems(MOST_SHOWN)
        self._box.setPlaceholderText(self.tr("Settings of your own"))
        self._save = quiet_button(self.tr("Sa&ve as a preset…"))
        self._remove = quiet_button(self.tr("Forget it"))
        self._reset = quiet_button(self.tr("Reset"))
        self._reset.setToolTip(self.tr("Go back to name, role and organisation, one a line"))
        self._build_layout()
        self._fill()
        self._box.activated.connect(self._choose)
        self._save.clicked.connect(self.save_requested)
        self._remove.clicked.connect(lambda: self.remove_requested.emit(self._box.currentText()))
        self._reset.clicked.connect(lambda: self._wish(BlockSettings()))

    def show_saved(self, saved: Sequence[Preset]) -> None:
        """Offer these saved presets, before the common ones."""
        if tuple(saved) != self._saved:
            self._saved = tuple(saved)
            self._fill()
            self.show_settings(self._settings)

    def show_unreadable(self, names: Sequence[str]) -> None:
        """Say which saved presets are not offered."""
        words = self.tr("Not offered, as a newer version of the program saved them: {names}")
        text = words.format(names=", ".join(names)) if names else ""
        self._box.setToolTip(text)
        self._box.setAccessibleDescription(text)

    def show_settings(self, settings: BlockSettings) -> None:
        """Show whether the settings are one of the presets."""
        self._settings = settings
        self._box.setCurrentIndex(
            next((row for row, each in self._rows() if applied(each, settings) == settings), -1)
        )
        self._remove.setVisible(0 <= self._box.currentIndex() < len(self._saved))
        self._save.setVisible(self._box.currentIndex() < 0)
        self._reset.setEnabled(applied(BlockSettings(), settings) != settings)

    def _build_layout(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self._save, self._remove, self._reset):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(Captioned(self.tr("Start from"), self._box))
        column.addLayout(buttons)

    def _fill(self) -> None:
        self._box.clear()
        for preset in self._saved:
            self._box.addItem(preset.name, preset.settings)
        if self._saved:
            self._box.insertSeparator(len(self._saved))
        for preset in COMMON:
            self._box.addItem(translate(preset.name), preset.settings)

    def _rows(self) -> list[tuple[int, BlockSettings]]:
        every = [(row, self._box.itemData(row)) for row in range(self._box.count())]
        return [(row, preset) for row, preset in every if preset is not None]

    def _choose(self, row: int) -> None:
        self._wish(self._box.itemData(row))

    def _wish(self, preset: BlockSettings) -> None:
        self.wanted.emit(lambda settings: applied(preset, settings), "")
