"""The ways out of a look at an import: cancel it, skip its file, or import its rows; or save those with errors."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from signatories.imports.verdicts import State
from signatories.texts import N_, message
from ui.pages.imports.looking import Look
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button, primary_button, quiet_button


class WaysOut(QWidget):
    """Says on *Import* how many rows it would write; without any it cannot be pressed."""

    save_requested = Signal()  # the rows with errors
    cancel_requested = Signal()
    skip_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = quiet_button(self.tr("Save the rows with errors…"), "export")
        self._cancel = plain_button(self.tr("Cancel"))
        self._skip = plain_button(self.tr("Skip this file"))
        self._import = primary_button(self.tr("Import"), "import")
        self._import.setToolTip(self.tr("Ctrl+Enter"))
        self._save.clicked.connect(self.save_requested)
        self._cancel.clicked.connect(self.cancel_requested)
        self._skip.clicked.connect(self.skip_requested)
        self._import.clicked.connect(self.import_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._save)
        row.addStretch(1)
        for button in (self._cancel, self._skip, self._import):
            row.addWidget(button)

    def offer_skip(self, is_offered: bool) -> None:
        """Offer to go on with the next file, where one follows."""
        self._skip.setVisible(is_offered)

    def show_look(self, look: Look | None) -> None:
        """Say what pressing *Import* would do; None: there is nothing to import yet."""
        self._save.setVisible(look is not None and look.plan.rows.count_of(State.ERROR) > 0)
        if look is None:
            self._import.setText(self.tr("Import"))
            self._import.setEnabled(False)
            return
        is_idle = not look.to_write and not look.brings_states
        words = message(
            N_("Nothing to import") if is_idle else N_("Import %n row(s)"), n=look.to_write
        )
        self._import.setText(translate(words))
        self._import.setEnabled(not is_idle)

    def allow_import(self, is_allowed: bool) -> None:
        """Take no second press while rows are written."""
        self._import.setEnabled(is_allowed)

    def press_import(self) -> None:
        """Import as the button does, if it can be pressed."""
        self._import.click()
