"""A few letters to look at before all are made: the real pages, whose they are and why they were picked."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from signatories.specimens import Specimens
from signatories.texts import N_, message
from ui.jobs import Jobs
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import icon_button, plain_button
from ui.widgets.captioned import narrow, stepped
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import muted_label, small_label, strong_label
from ui.widgets.page_view import PageView

USUAL, MOST = 5, 100  # letters
LOWEST = 15 * GRID
WHY = N_(
    "Look at a few letters before you make all of them: the first, the last, the longest, the "
    "shortest and the strangest."
)


class SampleView(QWidget):
    """Wishes for a sample, and turns its pages, letter by letter."""

    wanted = Signal(int)  # how many letters
    copy_requested = Signal(object, int)  # Specimens; the id of one of their recipients

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Specimens | None = None
        self._page = PageView(jobs)
        self._page.page_shown.connect(self._show_letter_of)
        self._reasons = small_label(wrap=True)
        self._old = small_label(role="warning", wrap=True)
        self._old.setText(self.tr("Something was changed since. Make the sample again."))
        self._old.hide()
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(LOWEST)  # where there is little room, pages are small
        self._stack.addWidget(self._build_nothing())
        self._stack.addWidget(self._build_letters())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(self._build_head())
        layout.addWidget(self._stack, 1)

    def show_sample(self, specimens: Specimens) -> None:
        """Show these letters, the first one first."""
        self._shown = specimens
        with QSignalBlocker(self._letters):
            self._letters.clear()
            self._letters.addItems([letter.name for letter in specimens.letters])
        self._old.hide()
        self._stack.setCurrentIndex(1)
        self._page.clear()
        self._page.show_pdf(specimens.pdf)
        self._letters.setCurrentIndex(0)
        self._show_letter(0)
        self._page.setFocus()

    def show_trouble(self, words: str) -> None:
        """Say why there are no letters to look at."""
        self._shown = None
        self._nothing.set_words(words)
        self._stack.setCurrentIndex(0)

    def mark_old(self) -> None:
        """Say that the letters in sight may not be those that would be made now; what prevented them may be gone."""
        self._old.setVisible(self._shown is not None)
        self._nothing.set_words(translate(WHY))

    def set_ready(self, ready: bool) -> None:
        """Let a sample be asked for, or not."""
        self._make.setEnabled(ready)

    def _build_head(self) -> QHBoxLayout:
        self._count = stepped(QSpinBox(minimum=1, maximum=MOST, value=USUAL))
        self._count.setAccessibleName(self.tr("Letters in the sample"))
        self._make = plain_button(self.tr("Make a &sample"), "sample")
        self._make.clicked.connect(lambda: self.wanted.emit(self._count.value()))
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(strong_label(self.tr("A sample first")), 1)
        head.addWidget(muted_label(self.tr("Letters")))
        head.addWidget(self._count)
        head.addWidget(self._make)
        return head

    def _build_nothing(self) -> QWidget:
        self._nothing = EmptyState("sample", self.tr("No sample yet"), translate(WHY))
        return self._nothing

    def _build_letters(self) -> QWidget:
        self._letters = narrow(QComboBox())
        self._letters.setAccessibleName(self.tr("Letter of the sample"))
        self._letters.currentIndexChanged.connect(self._turn)
        self._back = icon_button("left", self.tr("Previous letter"))
        self._forth = icon_button("right", self.tr("Next letter"))
        self._back.clicked.connect(partial(self._step, -1))
        self._forth.clicked.connect(partial(self._step, 1))
        self._place = muted_label()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._build_bar())
        column.addWidget(self._reasons)
        column.addWidget(self._old)
        column.addWidget(self._page, 1)
        return content

    def _build_bar(self) -> QHBoxLayout:
        copy = icon_button("copy", self.tr("Copy this letter"))
        copy.clicked.connect(self._copy)
        bar = QHBoxLayout()
        bar.setSpacing(GRID // 2)
        bar.addWidget(self._back)
        bar.addWidget(self._letters, 1)
        bar.addWidget(self._forth)
        bar.addWidget(self._place)
        bar.addWidget(copy)
        return bar

    def _copy(self) -> None:
        if self._shown is not None:
            letter = self._shown.letters[self._letters.currentIndex()]
            self.copy_requested.emit(self._shown, letter.recipient)

    def _step(self, by: int) -> None:
        self._letters.setCurrentIndex(self._letters.currentIndex() + by)

    def _turn(self, number: int) -> None:
        """Go to the first page of a letter, counted from 0."""
        if self._shown is not None and number >= 0:
            self._page.show_page(self._shown.letters[number].page)
            self._show_letter(number)

    def _show_letter_of(self, page: int, _count: int) -> None:
        """Name the letter of the page in sight, to which the keys of the pages led."""
        if self._shown is None or not page:
            return
        number = sum(letter.page <= page for letter in self._shown.letters) - 1
        with QSignalBlocker(self._letters):
            self._letters.setCurrentIndex(number)
        self._show_letter(number)

    def _show_letter(self, number: int) -> None:
        if self._shown is None:
            return
        letters = self._shown.letters
        self._reasons.setText(
            self.tr("Why this one: {reasons}").format(
                reasons="; ".join(map(translate, letters[number].reasons))
            )
        )
        text = N_("{number} of {count} picked of %n")
        values = {"number": number + 1, "count": len(letters), "n": self._shown.of}
        self._place.setText(translate(message(text, **values)))
        self._back.setEnabled(number > 0)
        self._forth.setEnabled(number + 1 < len(letters))
