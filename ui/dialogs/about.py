"""What this program is, and which versions it stands on."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ui.theme import GRID
from ui.versions import describe_program
from ui.widgets.labels import label, muted_label, title_label


class AboutDialog(QDialog):
    """The name, what it is for, and the versions for a report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Signatories"))
        self.setMinimumWidth(440)
        what = self.tr("Joint letters: who agreed to which text, and every letter ready to print.")
        where = self.tr(
            "Everything stays on this computer, in one file of yours. Free software under the MIT "
            "licence."
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(title_label("Signatories"))
        layout.addWidget(label(what, wrap=True))
        layout.addWidget(muted_label(where, wrap=True))
        layout.addWidget(muted_label(describe_program(), wrap=True))
        layout.addWidget(buttons)
