"""A field for a name that may be known already: typing finds it, and a line says what will happen."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.labels import small_label

Index = QModelIndex | QPersistentModelIndex

NAME = Qt.ItemDataRole.UserRole
PAUSE = 150  # milliseconds


class Known(NamedTuple):
    """A record that was found: its id, its name, and what tells it from others of that name."""

    id: int
    name: str
    detail: str = ""

    @property
    def words(self) -> str:
        """The name, and the detail where there is one."""
        return f"{self.name} ({self.detail})" if self.detail else self.name


class _Completer(QCompleter):
    """Lists names with what tells them apart, and completes the name alone."""

    def pathFromIndex(self, index: Index) -> str:
        """Return the name that the field takes."""
        return str(index.data(NAME))


class DirectoryField(QWidget):
    """Asks for matches while typing; one exact match, or the one chosen from the list, is linked."""

    asked = Signal(str)  # find records for this text, and give both to `offer`

    def __init__(self, new_words: str, parent: QWidget | None = None) -> None:
        """`new_words` says what a name that nobody knows will become."""
        super().__init__(parent)
        self._new_words = new_words
        self._found: tuple[Known, ...] = ()
        self._linked: Known | None = None
        self._edit = QLineEdit()
        self._note = small_label(wrap=True)
        self._list = QStandardItemModel(self)
        self._build_completer()
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(lambda: self.asked.emit(self.text()))
        self._edit.textEdited.connect(self._take_typed)
        self.setFocusProxy(self._edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 4)
        layout.addWidget(self._edit)
        layout.addWidget(self._note)
        self._note.hide()

    def text(self) -> str:
        """Return the name as typed, without spaces around it."""
        return self._edit.text().strip()

    def linked_id(self) -> int | None:
        """Return the record that is meant; None for a new one."""
        return self._linked.id if self._linked else None

    def set_linked(self, name: str, record: int | None) -> None:
        """Show a name, and the record that it stands for."""
        self._linked = Known(record, name) if record is not None else None
        self._edit.setText(name)
        self._show_note()

    def offer(self, answer: tuple[str, Sequence[Known]]) -> None:
        """Take an answer to `asked`: the text, and what was found for it. A late one is dropped."""
        text, found = answer
        if text != self.text():
            return
        self._found = tuple(found)
        self._list.clear()
        for known in found:
            item = QStandardItem(known.words)
            item.setData(known.name, NAME)
            self._list.appendRow(item)
        exact = [known for known in found if known.name.casefold() == text.casefold()]
        self._linked = exact[0] if len(exact) == 1 else None
        self._show_note()
        if found and self._edit.hasFocus():
            self._edit.completer().complete()

    def setAccessibleName(self, name: str) -> None:
        """Name the field itself for screen readers."""
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def _build_completer(self) -> None:
        completer = _Completer(self._list, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated[QModelIndex].connect(self._choose)  # type: ignore[index]
        self._edit.setCompleter(completer)

    def _take_typed(self) -> None:
        self._linked = None
        self._found = ()
        self._list.clear()
        self._show_note()
        self._pause.start()

    def _choose(self, index: QModelIndex) -> None:
        chosen = self._found[index.row()]
        self._pause.stop()
        self.set_linked(chosen.name, chosen.id)

    def _show_note(self) -> None:
        exact = [one for one in self._found if one.name.casefold() == self.text().casefold()]
        words = ""
        if self._linked is None and self.text():
            many = self.tr("There are %n of this name: choose one, or add another.", "", len(exact))
            words = many if len(exact) > 1 else self._new_words
        self._note.setText(words)
        self._note.setVisible(bool(words))
