"""The first start: a look at the sample, or an empty file of one's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from ui.application import Application
from ui.pages.page import Page
from ui.theme import GRID
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.labels import IconLabel, muted_label, strong_label, title_label

CARD = 320  # pixels wide


class WelcomePage(Page):
    """Two ways to begin, side by side. Nothing is written before one is chosen."""

    sample_requested = Signal()
    own_file_requested = Signal()

    def __init__(self, app: Application) -> None:
        super().__init__(app)
        words = muted_label(
            self.tr("Joint letters: who agreed to which text, and every letter ready to print.")
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        layout.addStretch(2)
        layout.addWidget(title_label(self.tr("Welcome")), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(3 * GRID)
        layout.addLayout(self._build_cards())
        layout.addStretch(3)

    @property
    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Welcome")

    def _build_cards(self) -> QHBoxLayout:
        cards = QHBoxLayout()
        cards.setSpacing(2 * GRID)
        cards.addStretch(1)
        cards.addWidget(self._build_sample_card())
        cards.addWidget(self._build_own_card())
        cards.addStretch(1)
        return cards

    def _build_sample_card(self) -> QFrame:
        button = primary_button(self.tr("Open the sample"), "sample")
        button.clicked.connect(self.sample_requested)
        words = self.tr(
            "An invented coalition with one letter, its signatories and its recipients. "
            "It is a file of its own: try anything, your own file stays empty."
        )
        return _card("sample", self.tr("Look around first"), words, button)

    def _build_own_card(self) -> QFrame:
        button = plain_button(self.tr("Start with an empty file"), "file")
        button.clicked.connect(self.own_file_requested)
        words = self.tr(
            "An empty file on this computer, for your organisations, people and letters; a list or "
            "a spreadsheet dropped here fills it. "
            "Nothing is ever sent over a network."
        )
        return _card("letters", self.tr("Begin your own"), words, button)


def _card(icon_name: str, heading: str, words: str, button: QPushButton) -> QFrame:
    card = QFrame()
    card.setObjectName("sheet")
    card.setFixedWidth(CARD)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
    layout.setSpacing(GRID)
    layout.addWidget(IconLabel(icon_name, "accent", 4 * GRID))
    layout.addWidget(strong_label(heading))
    layout.addWidget(muted_label(words, wrap=True))
    layout.addStretch(1)
    layout.addSpacing(GRID)
    layout.addWidget(button)
    return card
