"""What the rows are, for which letter, and what to do with those that are there already."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from signatories.imports.planned import OnDuplicate
from signatories.imports.planning.treaty import TreatyMaking
from signatories.texts import N_
from ui.models.choices import Choice
from ui.models.import_columns import KINDS
from ui.pages.imports.looking import Look, Reading
from ui.pages.imports.source_panel import PAUSE
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.captioned import Captioned, narrow
from ui.widgets.labels import small_label

Change = Callable[[Reading], Reading]

CHOSEN_KINDS = ("sign-ons", "recipients", "organisations", "people")
DUPLICATES = {
    OnDuplicate.ASK: N_("Add it, and ask later"),
    OnDuplicate.SKIP: N_("Leave the row out"),
    OnDuplicate.UPDATE: N_("Update what is there"),
    OnDuplicate.FILL: N_("Fill in what is missing"),
    OnDuplicate.KEEP: N_("Add as another one"),
}
ONLY = 1  # the place of the first letter, after "no letter"
WITHOUT_LETTER = ("organisations", "people")


class KindPanel(QWidget):
    """Raises what to do to the reading, whenever something is chosen."""

    wanted = Signal(object)  # a Change

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = _combo({"": "", **{kind: translate(KINDS[kind]) for kind in CHOSEN_KINDS}})
        self._letter = narrow(QComboBox())
        self._instrument = QLineEdit()
        self._confirm = QCheckBox(self.tr("Confirm each clear yes"))
        self._duplicates = _combo({c.value: translate(text) for c, text in DUPLICATES.items()})
        self._proof = small_label(
            self.tr("Each mail is kept as the evidence, and the letter’s text is then frozen."),
            wrap=True,
        )
        self._of_letters = Captioned(self.tr("For the letter"), self._letter)
        self._of_treaties = Captioned(self.tr("Title of the treaty"), self._instrument)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (
            Captioned(self.tr("The rows are"), self._kind),
            self._of_letters,
            self._of_treaties,
            self._confirm,
            self._proof,
            Captioned(self.tr("When one may be there already"), self._duplicates),
        ):
            column.addWidget(widget)
        self._connect()

    def begin(self, reading: Reading, letters: Sequence[Choice]) -> None:
        """Show a reading, and what was chosen about it so far."""
        request = reading.request
        self._pause.stop()
        self.offer_letters(letters, request.letter_id)
        self._kind.setItemText(0, self.tr("Found out from the rows"))
        self._kind.setCurrentIndex(max(self._kind.findData(request.as_ or ""), 0))
        self._duplicates.setCurrentIndex(self._duplicates.findData(request.on_duplicate.value))
        self._of_letters.setVisible(self.has_letters)
        self._instrument.setText(request.instrument or "")
        self._confirm.setChecked(request.confirm)
        self._confirm.hide()
        self._proof.hide()
        self._of_treaties.hide()

    def offer_letters(self, letters: Sequence[Choice], chosen: int | None) -> None:
        """Offer these letters, with the one of this id chosen."""
        self._letter.clear()
        for letter in (Choice("", self.tr("No letter: for all of them")), *letters):
            self._letter.addItem(letter.words, letter.value)
        self._letter.setCurrentIndex(self._letter.findData(str(chosen or "")))

    def show_look(self, look: Look) -> None:
        """Ask for what this kind of rows needs."""
        kind = look.plan.kind
        self._show_found(kind)
        self._letter.setCurrentIndex(
            max(self._letter.findData(str(look.reading.request.letter_id or "")), 0)
        )
        self._of_letters.setVisible(kind not in WITHOUT_LETTER and self.has_letters)
        self._confirm.setVisible(kind == "replies")
        self._proof.setVisible(kind == "replies")
        if isinstance(look.plan.made, TreatyMaking):
            self.ask_title(look.plan.made.title)
        else:
            self._of_treaties.hide()

    def ask_title(self, suggested: str) -> None:
        """Ask for the title of a treaty; a suggestion is taken where nothing is typed."""
        self._instrument.setPlaceholderText(suggested)
        self._of_treaties.show()

    def ask_letter(self, *, leads: bool) -> None:
        """Take the only letter that there is; where somebody has to choose, let them, and lead there if wanted."""
        self._of_letters.setVisible(self.has_letters)
        if self._letter.count() == 1 + ONLY:
            self._letter.setCurrentIndex(ONLY)
            self._take()
        elif self.has_letters and leads:
            self._letter.setFocus()

    @property
    def has_letters(self) -> bool:
        """Whether there is any letter to choose."""
        return self._letter.count() > 1

    def finish(self) -> None:
        """Take what was typed without waiting for a pause."""
        if self._pause.isActive():
            self._take()

    def _show_found(self, kind: str) -> None:
        """Say what looking found, as long as nobody has said what the rows are."""
        found = self.tr("{kind}, by the look of the rows").format(kind=translate(KINDS[kind]))
        is_found = not self._kind.currentData()
        self._kind.setItemText(0, found if is_found else self.tr("Found out from the rows"))

    def _connect(self) -> None:
        self._pause.timeout.connect(self._take)
        self._instrument.textEdited.connect(self._pause.start)
        self._confirm.clicked.connect(self._take)
        for combo in (self._kind, self._letter, self._duplicates):
            combo.activated.connect(self._take)

    def _take(self) -> None:
        self._pause.stop()
        letter = self._letter.currentData()
        choices = {
            "as_": self._kind.currentData() or None,
            "letter_id": int(letter) if letter else None,
            "on_duplicate": OnDuplicate(self._duplicates.currentData()),
            "instrument": self._instrument.text().strip() or None,
            "confirm": self._confirm.isChecked(),
        }
        self.wanted.emit(lambda reading: reading.asking(**choices))


def _combo(choices: dict[str, str]) -> QComboBox:
    combo = narrow(QComboBox())
    for value, words in choices.items():
        combo.addItem(words, value)
    return combo
