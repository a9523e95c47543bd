"""A hand at the import page of the window: reads what is in sight, presses and chooses."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from tests.fakes import ImmediateJobs
from ui.main_window import MainWindow
from ui.pages.imports import ImportsPage
from ui.pages.imports.looking import Reading
from ui.widgets.table import Table


@dataclass
class ImportHand:
    """Works on one window; waits for its jobs after everything it does."""

    window: MainWindow
    jobs: ImmediateJobs
    letter: int = 1

    @property
    def page(self) -> ImportsPage:
        shown = self.window.stack.page
        assert isinstance(shown, ImportsPage)
        return shown

    def settle(self) -> None:
        """Let jobs end, and what they show appear."""
        self.jobs.settle()
        QApplication.processEvents()
        self.jobs.settle()

    def paste(self, text: str, html: str = "") -> None:
        self.begin(Reading(text=text, html=html))

    def open(self, *paths: Path) -> None:
        self.begin(*(Reading((path,)) for path in paths))

    def begin(self, *readings: Reading) -> None:
        self.window.incoming.begin(*(each.asking(letter_id=self.letter) for each in readings))
        self.settle()

    def table(self, name: str = "plan of") -> Table:
        found = [t for t in self.page.findChildren(Table) if t.objectName().startswith(name)]
        return found[-1]

    def rows(self, *columns: str) -> list[tuple[str, ...]]:
        """The cells of these columns, of the rows in sight."""
        model = self.table().model()
        names = [column.name for column in model.columns]
        wanted = [names.index(column) for column in columns]
        return [
            tuple(model.index(row, column).data() for column in wanted)
            for row in range(model.rowCount())
        ]

    def states(self) -> list[str]:
        return [state for (state,) in self.rows("state")]

    def focus(self, *rows: int) -> None:
        """Select rows, the first one in focus."""
        table = self.table()
        table.clearSelection()
        for number in rows:
            index = table.model().index(number, 0)
            flag = table.selectionModel().SelectionFlag
            table.selectionModel().select(index, flag.Select | flag.Rows)
        table.selectionModel().setCurrentIndex(
            table.model().index(rows[0], 0), table.selectionModel().SelectionFlag.NoUpdate
        )
        self.settle()

    def press(self, start: str) -> None:
        self.button(start).click()
        self.settle()

    def button(self, start: str) -> QPushButton:
        found = [
            b
            for b in self.window.findChildren(QPushButton)
            if b.text().startswith(start) and b.isVisible()
        ]
        assert found, (
            f"no button {start}: {[b.text() for b in self.page.findChildren(QPushButton)]}"
        )
        return found[-1]

    def button_in_sight(self, text: str) -> bool:
        return any(b.text() == text and b.isVisible() for b in self.page.findChildren(QPushButton))

    def combo(self, name: str) -> QComboBox:
        return [c for c in self.page.findChildren(QComboBox) if c.accessibleName() == name][-1]

    def choose(self, name: str, value: object) -> None:
        box = self.combo(name)
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
        self.settle()

    def tick(self, start: str) -> None:
        boxes = [b for b in self.page.findChildren(QCheckBox) if b.text().startswith(start)]
        boxes[-1].click()
        self.settle()

    def texts(self) -> str:
        """All words in sight, those in scrolled parts as well."""
        return "\n".join(text.text() for text in _labels(self.page))


def _labels(page: QWidget) -> list[QLabel]:
    areas = page.findChildren(QScrollArea)
    inside = {text for area in areas if area.isVisible() for text in area.findChildren(QLabel)}
    return [t for t in page.findChildren(QLabel) if t.isVisible() or t in inside]
