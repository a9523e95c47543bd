"""The page image beside the text: the real PDF for any recipient, or what changed since the last version."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from signatories import letters
from signatories.errors import UserFacingError
from signatories.languages import called
from signatories.letters.file_words import words_of
from signatories.letters.text_file import LetterFile
from signatories.letters.words import LanguageChange, Words, differences
from signatories.overview import Overview
from signatories.previews import Preview, Previews
from signatories.texts import Message
from ui import operations
from ui.application import Application
from ui.asking import Asking
from ui.pages.letter.text.changes_view import ChangesView
from ui.theme import GRID
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.labels import muted_label
from ui.widgets.page_view import PageView

MINIMUM = 120  # pixels, so that a long name does not widen the window
PAUSE = 150  # milliseconds of quiet before the page is set again


@dataclass(frozen=True, slots=True)
class Look:
    """What came of a text: its page or none, why not, and what changed in it since the last frozen version."""

    preview: Preview | None
    problem: Message | None
    change: LanguageChange


class LetterPreview(QWidget):
    """Sets the letter of one recipient, again after each pause in the typing."""

    looked = Signal(object)  # a Look

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._letter_id = letter_id
        self._previews = Previews(letter_id)
        self._file: LetterFile | None = None
        self._earlier: Words | None = None
        self._others: tuple[LanguageChange, ...] = ()
        self._are_several = False
        self._asking = Asking(self._show, self)
        self._is_stale = False  # something changed while it was hidden
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self._page = PageView(app.jobs)
        self._changes = ChangesView()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        self._stack.addWidget(self._changes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(self._build_bar())
        layout.addWidget(self._stack, 1)

    def show_overview(self, shown: Overview, letter: Overview) -> None:
        """Offer who gets the text that is shown, and the changes in all languages of the letter."""
        selection = shown.choice.selection
        self._offer_recipients([one.name for one in selection.recipients] if selection else [])
        written = shown.file.language
        self._others = tuple(each for each in letter.changes if each.language != written)
        self._are_several = bool(letter.spoken)
        self._language.setVisible(self._are_several)

    def show_recipient(self, number: int) -> None:
        """Turn to a recipient, counted from 1."""
        if 1 <= number <= self._recipients.count():
            self._recipients.setCurrentIndex(number - 1)

    def show_text(self, file: LetterFile, earlier: Words | None) -> None:
        """Set this text; `earlier` are the words to compare it with, if there are any."""
        self._file, self._earlier = file, earlier
        self._pause.start()

    def show_changes(self, shown: bool) -> None:
        """Show what changed in place of the page, or the page again."""
        self._differences.setChecked(shown)

    def showEvent(self, event: QShowEvent) -> None:
        """Set what was changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._pause.start()

    def _build_bar(self) -> QHBoxLayout:
        self._recipients = QComboBox()
        self._recipients.setAccessibleName(self.tr("Recipient whose letter is shown"))
        self._recipients.setMinimumWidth(MINIMUM)
        self._recipients.currentIndexChanged.connect(self._turn)
        self._back = icon_button("left", self.tr("Previous recipient"))
        self._forth = icon_button("right", self.tr("Next recipient"))
        self._back.clicked.connect(partial(self._step, -1))
        self._forth.clicked.connect(partial(self._step, 1))
        self._place = muted_label()
        self._language = muted_label()
        self._copy = icon_button("copy", self.tr("Copy this letter"))
        self._copy.clicked.connect(self._copy_shown)
        self._differences = quiet_button(self.tr("What changed"))
        self._differences.setCheckable(True)
        self._differences.toggled.connect(lambda shown: self._stack.setCurrentIndex(int(shown)))
        bar = QHBoxLayout()
        bar.setSpacing(GRID // 2)
        bar.addWidget(self._back)
        bar.addWidget(self._recipients, 1)
        for widget in (self._forth, self._place, self._language, self._copy, self._differences):
            bar.addWidget(widget)
        return bar

    def _offer_recipients(self, names: Sequence[str]) -> None:
        """Offer these recipients, in printing order; the chosen place stays."""
        chosen = max(self._recipients.currentIndex(), 0)
        self._recipients.blockSignals(True)
        self._recipients.setModel(QStringListModel(list(names), self._recipients))
        self._recipients.setCurrentIndex(min(chosen, len(names) - 1))
        self._recipients.blockSignals(False)
        self._show_place()

    def _step(self, by: int) -> None:
        self.show_recipient(self._recipients.currentIndex() + 1 + by)

    def _turn(self) -> None:
        self._show_place()
        self._ask()

    def _copy_shown(self) -> None:
        if self._file is not None:
            number = self._recipients.currentIndex() + 1
            operations.runs.copy_preview(self._app, self._letter_id, number, self._file)

    def _show_place(self) -> None:
        number, count = self._recipients.currentIndex() + 1, self._recipients.count()
        text = self.tr("{number} of {count}").format(number=number, count=count)
        self._place.setText(text if count else self.tr("No recipients yet"))
        self._back.setEnabled(number > 1)
        self._forth.setEnabled(number < count)
        self._recipients.setEnabled(count > 0)
        self._copy.setEnabled(count > 0)

    def _ask(self) -> None:
        self._asking.drop()
        self._is_stale = not self.isVisible()
        if self._file is None or self._is_stale:
            return
        number = self._recipients.currentIndex() + 1
        work = partial(
            look,
            previews=self._previews,
            number=number,
            file=self._file,
            earlier=self._earlier,
        )
        self._asking.wait_for(self._app.read(work, self.tr("Setting the page…")))

    def _show(self, seen: Look) -> None:
        if seen.preview is not None:
            self._page.show_pdf(seen.preview.pdf)
            self._language.setText(f"· {called(seen.preview.language)}")
        changes = [each for each in (seen.change, *self._others) if each.parts]
        self._changes.show_changes(changes, are_named=self._are_several)
        self._differences.setVisible(bool(changes))
        if not changes:
            self._differences.setChecked(False)
        self.looked.emit(seen)


def look(
    session: Session, *, previews: Previews, number: int, file: LetterFile, earlier: Words | None
) -> Look:
    """Check a text, set the letter of one recipient, and compare it with the words frozen last."""
    parts = differences(earlier, words_of(file)) if earlier is not None else ()
    change = LanguageChange(file.language, tuple(parts))
    try:
        letters.check_text(session, file)
        return Look(previews.look(session, number, file), None, change)
    except UserFacingError as error:
        return Look(None, error.message, change)
