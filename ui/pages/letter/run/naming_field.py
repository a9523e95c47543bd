"""The pattern of file names: edited with fields to pick from, beside the name that it gives the first letter."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signatories.errors import UserFacingError
from signatories.exports import naming
from signatories.expressions.fields import RECIPIENT
from signatories.recipients.choosing import Addressed
from signatories.texts import N_, message
from ui.pages.letter.block.pattern_field import PARTS
from ui.pages.letter.field_words import choices
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import quiet_button
from ui.widgets.field_editor import FieldChoice, FieldEditor
from ui.widgets.labels import small_label, yielding

COUNTRY = "country"  # without the article that it has in sentences


@dataclass(frozen=True, slots=True)
class Known:
    """What a pattern can name, the language of the letter, and its recipients in printing order."""

    fields: frozenset[str] = frozenset()
    language: str = "en"
    recipients: tuple[Addressed, ...] = ()


class NamingField(QWidget):
    """Tells a pattern when it is without mistakes; a mistake is said beneath it, and kept to itself."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = Known()
        self._given = ""  # what holds while something wrong is typed
        self._shown = ""
        self._editor = FieldEditor(syntax=PARTS)
        self._editor.setPlaceholderText(naming.STANDING)
        self._note = yielding(small_label(wrap=True))
        self._pick = quiet_button(self.tr("Insert a fiel&d"), "field")
        self._pick.setToolTip(self.tr("Ctrl+Space does the same where you type"))
        self._pick.clicked.connect(self._offer_fields)
        self._editor.textChanged.connect(self._take_typed)
        self.setFocusProxy(self._editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._editor)
        column.addWidget(self._note)
        column.addWidget(self._pick, 0, Qt.AlignmentFlag.AlignLeft)

    def setAccessibleName(self, name: str) -> None:
        """Name the editor, which is what is read out."""
        super().setAccessibleName(name)
        self._editor.setAccessibleName(name)

    def show_known(self, known: Known) -> None:
        """Offer what can be named, and show the pattern on the first of these recipients."""
        self._known = known
        self._editor.set_choices(_choices(known.fields))
        self._show_name()

    def show_pattern(self, pattern: str) -> None:
        """Show a pattern; what is typed and still has a mistake stays while the pattern does."""
        if pattern != self._given:
            self._given = self._shown = pattern
            self._editor.set_text(pattern)
            self._show_name()

    def hideEvent(self, event: QHideEvent) -> None:
        """Go back to the pattern that holds: nobody sees what is wrong with the other any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._shown = self._given
            self._editor.set_text(self._given)
            self._show_name()

    def _take_typed(self) -> None:
        if self._editor.text() == self._shown:
            return  # new colours count as a change of the text
        self._shown = self._editor.text()
        if self._show_name():
            self._given = self._shown
            self.typed.emit(self._shown)

    def _show_name(self) -> bool:
        """Show the first letter's name, or what is wrong; return whether nothing is."""
        try:
            known = self._known
            read = naming.Naming(self._editor.text(), known.fields, known.language)
        except UserFacingError as error:
            self._tell(translate(error.message), "danger")
            return False
        name = naming.example(read, known.recipients)
        text = N_("The first of the letters in one file each: {name}")
        self._tell(translate(message(text, name=name)) if name else "", "muted")
        return True

    def _tell(self, words: str, role: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._note.setProperty("role", role)
        self._note.style().polish(self._note)
        self._editor.setAccessibleDescription(words)

    def _offer_fields(self) -> None:
        self._editor.offer_fields(self._pick.mapToGlobal(self._pick.rect().bottomLeft()))


def _choices(known: frozenset[str]) -> list[FieldChoice]:
    """What a name can be made of, by the short names."""
    number = FieldChoice(
        naming.NUMBER, translate(N_("Number in the order of printing")), translate(N_("The letter"))
    )
    theirs = choices([name for name in known if name.startswith(RECIPIENT)])
    return [number, *map(_of_name, theirs)]


def _of_name(choice: FieldChoice) -> FieldChoice:
    short = choice._replace(name=choice.name.removeprefix(RECIPIENT))
    return short._replace(words=translate(N_("Country"))) if short.name == COUNTRY else short
