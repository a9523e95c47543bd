"""One line that chooses a letter's recipients, checked as it is typed, and the day of the standing."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from signatories.overview import Overview
from signatories.overview.choices import Choice, tried
from signatories.texts import N_, message
from ui.application import Application
from ui.asking import Asking
from ui.days import day
from ui.pages.letter.recipients.instrument_field import InstrumentField
from ui.pages.letter.recipients.ready_conditions import ReadyConditions
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import primary_button, quiet_button
from ui.widgets.day_field import DayField
from ui.widgets.form import Form
from ui.widgets.labels import muted_label

PAUSE = 150  # milliseconds


class ConditionBar(QWidget):
    """Tries a choice while it is typed; it counts once *Use this choice* is pressed."""

    tried = Signal(object)  # the Choice to show
    save_requested = Signal(str, object)  # the condition; the day, or None

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._letter_id = letter_id
        self._overview: Overview | None = None
        self._asking = Asking(self._show, self)
        self._refused, self._trouble = "", ""  # the condition tried last, and why it is wrong
        self._where, self._as_of = QLineEdit(), DayField(self.tr("The letter’s date"))
        self._where.setPlaceholderText(self.tr("Everybody"))
        self._ready = ReadyConditions()
        self._ready.chosen.connect(self._take_ready)
        self.instrument = InstrumentField()
        self._result = muted_label(wrap=True)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._try)
        self._build_layout()
        for field in (self._where, self._as_of):
            field.textEdited.connect(self._take_typed)
            field.returnPressed.connect(self._save)

    def show_overview(self, shown: Overview) -> None:
        """Show a letter's choice as it is stored, unless another one is being typed."""
        typing = self._is_edited()
        self._overview = shown
        self.instrument.show_overview(shown)
        if typing and self._is_edited():
            self._try()
        else:
            self.discard()

    def focus_on(self, name: str) -> None:
        """Put the cursor into a field, if there is one of that name."""
        if name in self._form.names:
            self._form.focus_on(name)

    def discard(self) -> None:
        """Go back to the letter's own choice."""
        if self._overview is None:
            return
        self._forget_tries()
        choice = self._overview.choice
        self._where.setText(choice.where)
        self._as_of.setModified(False)
        self._as_of.show_day(choice.as_of)
        self._show(choice)

    def _build_layout(self) -> None:
        self._form = Form()
        hint = self.tr("Such as: status != party and language = fr")
        self._form.add_row("where", self.tr("&Goes to"), self._where, hint)
        self._form.add_row("as_of", self.tr("Standing as &of"), self._as_of)
        self._form.add_row("instrument", self.tr("&Instrument"), self.instrument)
        self._use = primary_button(self.tr("Use this choice"))
        self._discard = quiet_button(self.tr("Discard"))
        self._use.clicked.connect(self._save)
        self._discard.clicked.connect(self.discard)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._result, 1)
        row.addWidget(self._discard)
        row.addWidget(self._use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        upper = QHBoxLayout()
        upper.setSpacing(GRID)
        upper.addWidget(self._form, 1)
        upper.addWidget(self._ready, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(upper)
        layout.addLayout(row)

    def _take_typed(self) -> None:
        self._mark_problems()
        self._show_buttons()
        self._pause.start()

    def _take_ready(self, condition: str) -> None:
        self._where.setText(condition)
        self._take_typed()
        self._where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_edited(self) -> bool:
        """Whether another choice is typed; the same day in another form is none."""
        if self._overview is None:
            return False
        choice = self._overview.choice
        typed = (self._where.text().strip(), self._as_of.day)
        return typed != (choice.where, choice.as_of) or bool(self._as_of.problem)

    def _forget_tries(self) -> None:
        self._pause.stop()
        self._asking.drop()

    def _try(self) -> None:
        self._forget_tries()
        if self._as_of.problem:
            return
        letter_id, where, as_of = self._letter_id, self._where.text().strip(), self._as_of.day
        self._asking.wait_for(
            self._app.read(lambda session: tried(session, letter_id, where, as_of))
        )

    def _show(self, choice: Choice) -> None:
        self._refused = choice.where
        self._trouble = translate(choice.trouble) if choice.trouble else ""
        self._mark_problems()
        self._ready.setVisible(bool(choice.instrument))
        self._result.setText(self._result_words(choice))
        self._show_buttons()
        self.tried.emit(choice)

    def _mark_problems(self) -> None:
        self._form.mark_problems(self._problems())

    def _problems(self) -> dict[str, str]:
        """What is wrong with what stands in the fields now, by field."""
        found = {"as_of": self._as_of.problem} if self._as_of.problem else {}
        if self._trouble and self._where.text().strip() == self._refused:
            found["where"] = self._trouble
        return found

    def _show_buttons(self) -> None:
        edited = self._is_edited()
        self._use.setVisible(edited)
        self._discard.setVisible(edited)

    def _save(self) -> None:
        problems = self._problems()
        self._form.show_problems(problems)
        if self._is_edited() and not problems:
            self.save_requested.emit(self._where.text().strip(), self._as_of.day)

    def _result_words(self, choice: Choice) -> str:
        if choice.selection is None:
            return ""
        text = N_("Chooses {chosen} of %n recipient(s), standing as of {day}.")
        shown = day(choice.selection.as_of)
        values = {"n": choice.selection.candidates, "chosen": choice.count, "day": shown}
        return translate(message(text, **values))
