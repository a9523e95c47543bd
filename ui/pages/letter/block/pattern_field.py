"""The pattern of a line: edited with parts to pick from, beside what it makes of the first signatory."""

import re
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from signatories.block import patterns
from signatories.block.pieces import Piece, plain
from signatories.errors import UserFacingError
from ui.pages.letter.block.part_words import READY, part_choices
from ui.pages.letter.block.section import Known
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import quiet_button
from ui.widgets.field_editor import FieldEditor, Syntax
from ui.widgets.labels import small_label
from ui.widgets.piece_label import PieceLabel

PARTS = Syntax(re.compile(r"\{\s*(?P<name>[^{}]*?)\s*\}"), "{", "}")


class PatternField(QWidget):
    """Tells a pattern when it is without mistakes; a mistake is said beneath it, and kept to itself."""

    typed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is for screen readers."""
        super().__init__(parent)
        self._known = Known()
        self._given = ""  # what holds while something wrong is typed
        self._shown = ""
        self._is_wrong = False  # what is typed has a mistake
        self._editor = FieldEditor(syntax=PARTS)
        self._editor.setAccessibleName(name)
        self._problem = small_label(role="danger", wrap=True)
        self._example = PieceLabel()
        self._example.setAccessibleName(self.tr("Example"))
        self._pick = quiet_button(self.tr("Insert a &part"), "field")
        self._pick.setToolTip(self.tr("Ctrl+Space does the same where you type"))
        self._ready = quiet_button(self.tr("Read&y-made"), "down")
        self._build_layout()
        self._editor.textChanged.connect(self._take_typed)
        self._pick.clicked.connect(self._offer_parts)
        self._ready.clicked.connect(self._offer_ready)

    def show_pattern(self, pattern: str, known: Known) -> None:
        """Show a pattern; what is typed and still has a mistake stays while the pattern does."""
        self._known = known
        self._editor.set_choices(part_choices(known.columns))
        if not self._is_wrong or pattern != self._given:
            self._set_text(pattern)
        self._given = pattern
        self._show_example()

    def ready_menu(self) -> QMenu:
        """Build the menu of patterns that are ready, each as it looks on the first signatory."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = set()
        for pattern in READY:
            words = " / ".join((self._made_of(pattern) or pattern).split("\n"))
            if words not in shown:
                shown.add(words)
                action = menu.addAction(words.replace("&", "&&"))
                action.triggered.connect(partial(self._choose, pattern))
        return menu

    def hideEvent(self, event: QHideEvent) -> None:
        """Go back to the pattern that holds: nobody sees what is wrong with the other any more."""
        super().hideEvent(event)
        if self._is_wrong and not event.spontaneous():
            self._set_text(self._given)
            self._show_example()

    def _set_text(self, pattern: str) -> None:
        self._is_wrong = False
        self._shown = pattern
        self._editor.set_text(pattern)

    def _build_layout(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID // 2)
        buttons.addWidget(self._pick)
        buttons.addWidget(self._ready)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in (self._editor, self._problem, self._example):
            column.addWidget(widget)
        column.addLayout(buttons)

    def _take_typed(self) -> None:
        if self._editor.text() == self._shown:
            return  # new colours count as a change of the text
        self._shown = self._editor.text()
        self._show_example()
        self._is_wrong = bool(self._problem.text())
        if not self._is_wrong:
            self.typed.emit(self._editor.text())

    def _show_example(self) -> None:
        """Say what the pattern makes of the first signatory, or what is wrong with it."""
        problem, example = "", self._known.example
        pieces: tuple[Piece, ...] = ()
        try:
            pattern = patterns.parse(self._editor.text(), self._known.columns)
            pieces = pattern.pieces(example) if example else ()
        except UserFacingError as error:
            problem = translate(error.message)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._editor.setAccessibleDescription(problem)
        self._example.show_pieces(pieces)
        self._example.setVisible(bool(pieces))

    def _made_of(self, pattern: str) -> str:
        if self._known.example is None:
            return ""
        return plain(patterns.parse(pattern).pieces(self._known.example))

    def _choose(self, pattern: str) -> None:
        self._editor.set_text(pattern)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_parts(self) -> None:
        self._editor.offer_fields(self._pick.mapToGlobal(self._pick.rect().bottomLeft()))

    def _offer_ready(self) -> None:
        self.ready_menu().popup(self._ready.mapToGlobal(self._ready.rect().bottomLeft()))
