"""A user's hand on a page: presses what is seen, types where a label says so, and waits as people do."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.fakes import ImmediateJobs
from ui.notices import Notice

PATIENCE = 4000  # milliseconds
FIELDS = (QPlainTextEdit, QLineEdit, QComboBox, QAbstractSpinBox, QListView)
CONTROLS = (QPushButton, QToolButton, QTableView, *FIELDS)
Part = TypeVar("Part", bound=QWidget)


class Hand:
    """Works on the page, or on the dialog that is open over it."""

    def __init__(self, qtbot: QtBot, jobs: ImmediateJobs, page: QWidget) -> None:
        self._qtbot = qtbot
        self._jobs = jobs
        self.page = page

    @property
    def dialog(self) -> QDialog | None:
        return next((one for one in self.page.findChildren(QDialog) if one.isVisible()), None)

    @property
    def words(self) -> list[str]:
        """Every text that can be read now."""
        return [one.text() for one in self._seen(QLabel) if one.text()]

    def open_tab(self, name: str) -> None:
        tabs = self.page.findChild(QTabWidget)
        (place,) = [n for n in range(tabs.count()) if tabs.tabText(n).startswith(name)]
        tabs.setCurrentIndex(place)
        self.settle()

    def tab_text(self, place: int) -> str:
        return self.page.findChild(QTabWidget).tabText(place)

    def button(self, text: str) -> QPushButton | QToolButton:
        kinds = [*self._seen(QPushButton), *self._seen(QToolButton)]
        found = [one for one in kinds if text in (plain(one.text()), one.accessibleName())]
        assert found, f"no button “{text}” among {[one.text() for one in kinds]}"
        return found[0]

    @property
    def said(self) -> list[str]:
        """What a screen reader says of the texts in sight, however little of them there is room for."""
        return [one.accessibleName() for one in self._seen(QLabel) if one.accessibleName()]

    @property
    def buttons(self) -> list[str]:
        """What the buttons in sight say."""
        kinds = [*self._seen(QPushButton), *self._seen(QToolButton)]
        return [plain(one.text()) for one in kinds]

    @property
    def named_buttons(self) -> list[str]:
        """What a screen reader says of the buttons in sight."""
        kinds = [*self._seen(QPushButton), *self._seen(QToolButton)]
        return [one.accessibleName() for one in kinds]

    def tables(self, name: str) -> list[QTableView]:
        return [one for one in self._seen(QTableView) if one.accessibleName() == name]

    def press(self, text: str) -> None:
        button = self.button(text)
        assert button.isEnabled(), f"“{text}” cannot be pressed"
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def field(self, name: str) -> Any:
        kinds = [one for kind in FIELDS for one in self._seen(kind)]
        return next(one for one in kinds if one.accessibleName() == name)

    def write(self, name: str, text: str) -> None:
        """Type a text in place of what stands in a field."""
        field = self.field(name)
        field.setFocus()
        self._qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self._qtbot.keyClick(field, Qt.Key.Key_Delete)
        self._qtbot.keyClicks(field, text)

    def type_on(self, name: str, text: str) -> None:
        """Type a text behind what stands in a field."""
        field = self.field(name)
        self._qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        self._qtbot.keyClicks(field, text)

    def key(
        self,
        name: str,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self._qtbot.keyClick(self.field(name), key, modifier)

    def key_on(self, widget: QWidget, key: Qt.Key) -> None:
        self._qtbot.keyClick(widget, key)
        self.settle()

    def alt(self, widget: QWidget, key: Qt.Key) -> None:
        self._qtbot.keyClick(widget, key, Qt.KeyboardModifier.AltModifier)
        self.settle()

    def nameless(self) -> list[str]:
        """What a screen reader would find without a name."""
        seen = [one for kind in CONTROLS for one in self._seen(kind)]
        inner = QComboBox | QLineEdit | QAbstractSpinBox
        seen = [one for one in seen if not isinstance(one.parent(), inner)]
        return [
            repr(one)
            for one in seen
            if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        ]

    def choose(self, name: str, text: str) -> None:
        """Choose a line of a box, as the mouse does."""
        box = self.field(name)
        place = box.findText(text)
        assert place >= 0, f"no “{text}” in {name}"
        box.setCurrentIndex(place)
        box.activated.emit(place)
        self.settle()

    def choose_in(self, part: str, name: str, text: str) -> None:
        """Unfold a part, and choose a line of a box in it."""
        self.press(part)
        self.choose(name, text)

    def tick(self, text: str) -> None:
        box = next(one for one in self._seen(QCheckBox) if plain(one.text()) == text)
        box.click()
        self.settle()

    def tick_named(self, name: str) -> None:
        """Tick a box by its whole name, where many say the same."""
        box = next(one for one in self._seen(QCheckBox) if one.accessibleName() == name)
        box.click()
        self.settle()

    def pick(self, menu: QMenu, text: str) -> None:
        """Choose an action of a menu, in its submenus too."""
        menus = [menu, *(action.menu() for action in menu.actions() if action.menu())]
        actions = [action for one in menus for action in one.actions() if action.text() == text]
        assert actions, f"no “{text}” in the menu"
        actions[0].trigger()
        self.settle()

    def act_on(self, notice: Notice) -> None:
        """Press the button of a notice."""
        assert notice.act is not None
        notice.act()
        self.settle()

    def settle(self) -> None:
        self._jobs.settle()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Wait for what a pause in the typing brings."""

        def is_so() -> bool:
            self._jobs.settle()
            return bool(condition())

        self._qtbot.waitUntil(is_so, timeout=PATIENCE)

    def wait_for_words(self, part: str) -> None:
        self.wait_until(lambda: any(part in text for text in self.words))

    def _seen(self, kind: type[Part]) -> list[Part]:
        area = self.dialog or self.page
        return [one for one in area.findChildren(kind) if one.isVisible()]


def plain(text: str) -> str:
    """The words of a button without its access key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
