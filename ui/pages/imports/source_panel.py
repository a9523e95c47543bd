"""What is read: files by their names, or a text to paste into."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from signatories.texts import N_, message
from ui.pages.imports.begun import Begun
from ui.pages.imports.paste_field import PasteField
from ui.pages.imports.ways_back import WaysBack
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button
from ui.widgets.labels import small_label, strong_label

PAUSE = 400  # milliseconds of quiet before the rows are compared again


class SourcePanel(QWidget):
    """Raises another text as soon as a pause in typing says that it is meant."""

    text_changed = Signal(str)
    files_requested = Signal()
    return_requested = Signal(object)  # a Batch that was put aside

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = strong_label(wrap=True)
        self._further = small_label(wrap=True)
        self._ways_back = WaysBack(self.tr("Waits: {name}"))
        self._ways_back.return_requested.connect(self.return_requested)
        self._text = PasteField()
        self._text.setAccessibleName(self.tr("Pasted text"))
        self._text.setPlaceholderText(
            self.tr("Paste here: one signatory a line, or the cells of a spreadsheet")
        )
        self._text.setTabChangesFocus(True)
        self._choose = plain_button(self.tr("Choose files…"), "folder")
        self._choose.clicked.connect(self.files_requested)
        self._shown = ""
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.finish)
        self._text.textChanged.connect(self._pause.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self._name, self._further, self._ways_back, self._text, self._choose):
            column.addWidget(widget)

    def begin(self, begun: Begun) -> None:
        """Show what is read, how many files follow, and the ways back to what was put aside for it.

        A text has the focus: it may be typed on.
        """
        reading = begun.part.reading
        is_paste = not reading.paths
        self._name.setText(self.tr("Pasted text") if is_paste else translate(reading.name))
        self._name.setToolTip("\n".join(str(path) for path in reading.paths))
        self._further.setText(translate(message(N_("%n file(s) to follow"), n=begun.following)))
        self._further.setVisible(begun.following > 0)
        self._ways_back.offer(begun.aside)
        self._text.setPlainText(reading.text)
        self._shown = self._text.toPlainText()
        self._pause.stop()  # what was set is not typed
        self._text.setVisible(is_paste)
        if is_paste:
            self._text.setFocus()

    @property
    def is_being_typed(self) -> bool:
        """Whether somebody is typing the text."""
        return self._text.hasFocus() and self._text.document().isModified()

    def finish(self) -> None:
        """Take what was typed without waiting for a pause.

        Untouched, the text stays as it was pasted: the field knows no unbreakable spaces.
        """
        self._pause.stop()
        shown = self._text.toPlainText()
        if shown != self._shown:
            self._shown = shown
            self.text_changed.emit(shown)
