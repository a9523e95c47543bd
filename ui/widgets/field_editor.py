"""A text field for letters: placeholders stand out as chips, and are inserted from a menu."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLine,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from signatories.expressions.fields import FIELD
from ui.theme import colour

ROUNDING = 4  # pixels
PARAGRAPH_END = "\u2029"


class Syntax(NamedTuple):
    """How fields are written: what finds one, with its `name` as a group, and how a name becomes one."""

    pattern: re.Pattern[str]
    before: str
    after: str


LETTER = Syntax(FIELD, "{{ ", " }}")


class FieldChoice(NamedTuple):
    """A field that can be inserted: its name, what it stands for, and the heading it is listed under."""

    name: str
    words: str
    group: str


class FieldEditor(QPlainTextEdit):
    """Grows with its text instead of scrolling; Ctrl+Space offers the fields."""

    cursor_moved = Signal(QRect)  # where the cursor is now, for whoever scrolls

    def __init__(
        self, lines: int = 1, parent: QWidget | None = None, syntax: Syntax = LETTER
    ) -> None:
        """`lines` is how many are shown when there are fewer."""
        super().__init__(parent)
        self._lines = lines
        self._syntax = syntax
        self._choices: tuple[FieldChoice, ...] = ()
        self._highlighter = _Highlighter(self.document(), syntax)
        self.document().setDocumentMargin(0)  # the style sheet's padding is enough
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.cursorPositionChanged.connect(self._tell_cursor)
        self._grow()

    def set_choices(self, choices: Sequence[FieldChoice]) -> None:
        """Offer these fields; others are marked as mistakes."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._highlighter.set_known({choice.name for choice in choices})

    def text(self) -> str:
        """Return the text to the character; `toPlainText` would lose its no-break spaces."""
        return self.document().toRawText().replace(PARAGRAPH_END, "\n")

    def set_text(self, text: str) -> None:
        """Show another text; the same one is left alone, with its cursor and its own undo."""
        if text != self.text():
            self.setPlainText(text)

    def set_language(self, code: str) -> None:
        """Let lines begin at the side where this language begins them."""
        direction = QLocale(code).textDirection()
        runs_left = direction is Qt.LayoutDirection.RightToLeft
        option = self.document().defaultTextOption()
        option.setTextDirection(
            direction
        )  # moves no line: a plain text's stand where they are aligned
        option.setAlignment(
            Qt.AlignmentFlag.AlignRight if runs_left else Qt.AlignmentFlag.AlignLeft
        )
        self.document().setDefaultTextOption(option)

    def insert_field(self, name: str) -> None:
        """Insert a field in place of the selection, and go on typing behind it."""
        self.textCursor().insertText(f"{self._syntax.before}{name}{self._syntax.after}")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_fields(self, place: QPoint | None = None) -> QMenu:
        """Open the menu of fields, at the cursor unless told where (on the screen)."""
        menu = self._build_menu()
        menu.popup(place or self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
        return menu

    def sizeHint(self) -> QSize:
        """Ask for the height of one line, so that labels stand beside the first."""
        return QSize(super().sizeHint().width(), self._height_of(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the fields on Ctrl+Space."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_Space and not self.isReadOnly():
            self.offer_fields()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew, and take the height that it needs then."""
        super().resizeEvent(event)
        self._grow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Bring the cursor into sight."""
        super().focusInEvent(event)
        self._tell_cursor()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a rounded ground behind each field, then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("selection"))
        for rect in self._chips(event.rect()):
            painter.drawRoundedRect(rect, ROUNDING, ROUNDING)
        painter.end()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new colours when the system turns light or dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.rehighlight()

    def _tell_cursor(self) -> None:
        if self.hasFocus():
            self.cursor_moved.emit(self.cursorRect())

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        group = ""
        for choice in self._choices:
            if choice.group != group:
                group = choice.group
                menu.addSection(group)
            action = menu.addAction(f"{choice.words}\t{choice.name}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=choice.name: self.insert_field(name))
        return menu

    def _grow(self) -> None:
        lines = max(self._lines, round(self.document().size().height()))
        self.setFixedHeight(self._height_of(lines))

    def _height_of(self, lines: int) -> int:
        edges = self.contentsMargins()
        return lines * self.fontMetrics().lineSpacing() + edges.top() + edges.bottom()

    def _chips(self, area: QRect) -> Iterator[QRectF]:
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            shape = self.blockBoundingGeometry(block).translated(offset)
            if shape.top() > area.bottom():
                return
            for match in self._syntax.pattern.finditer(block.text()):
                start, end = match.span()
                yield from _rectangles(block, start, end, shape.topLeft().toPoint())
            block = block.next()


class _Highlighter(QSyntaxHighlighter):
    """Colours fields; one that nobody knows is underlined as a mistake."""

    def __init__(self, document: QTextDocument, syntax: Syntax) -> None:
        super().__init__(document)
        self._pattern = syntax.pattern
        self._known: frozenset[str] = frozenset()

    def set_known(self, names: Collection[str]) -> None:
        """Take these names for known."""
        self._known = frozenset(name.casefold() for name in names)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour the fields of one paragraph."""
        for match in self._pattern.finditer(text):
            known = " ".join(match["name"].split()).casefold() in self._known
            self.setFormat(match.start(), len(match[0]), self._braces())
            self.setFormat(match.start("name"), len(match["name"]), self._name(known=known))

    def _braces(self) -> QTextCharFormat:
        shape = QTextCharFormat()
        shape.setForeground(colour("muted"))
        return shape

    def _name(self, *, known: bool) -> QTextCharFormat:
        shape = QTextCharFormat()
        shape.setForeground(colour("accent" if known else "danger"))
        if not known and self._known:
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            shape.setUnderlineColor(colour("danger"))
        return shape


def _rectangles(block: QTextBlock, start: int, end: int, at: QPoint) -> Iterator[QRectF]:
    """The ground of one field: a rectangle for each line that it is wrapped over."""
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = sorted((_x(line, first), _x(line, last)))
            box = QRectF(left - 1, line.y(), right - left + 2, line.height())
            yield box.translated(at).adjusted(0, 1, 0, -1)


def _x(line: QTextLine, place: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(place))[0]
