"""A language of nothing but brackets around the English: what every page and dialog says goes through it."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

import translations
from signatories import sample
from signatories.database import Database
from signatories.locations import resource
from tests.fakes import ImmediateJobs
from tests.import_pictures import IMPORTS
from tests.ui.test_screenshots import SHOTS
from ui.application import Application
from ui.main_window import MainWindow

BY_ENGLISH_BUTTONS = {
    *("letter-heading", "letter-next-version", "letter-block-lines", "letter-block-compare"),
    *("letter-block-groups", "letter-run-options", "letter-run-more", "letter-run-sample"),
    "letter-run-earlier",
}
GIVEN_IN_ENGLISH = {"notice", "notice-error", "dialog-person", "dialog-logo", "dialog-reprint"}
LEFT_OUT = {*IMPORTS, *BY_ENGLISH_BUTTONS, *GIVEN_IN_ENGLISH, "empty-page"}
OF_QT = {"Cancel", "Close", "Scroll Left", "Scroll Right"}
NAMES = re.compile(r"(.+ — )?Signatories( \d.*)?|.+ \([a-z]{2}\)|.*\{\w+\}.*")
"""The program's own, languages in their own words, and patterns."""
ROWS = 20


@pytest.fixture(scope="module")
def bracketed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All texts of the source code in brackets, as the window loads them."""
    path = tmp_path_factory.mktemp("language") / "signatories_xx.ts"
    translations.update(path, translations.collected())
    tree = ET.parse(path)
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        del translation.attrib["type"]
        for form in list(translation) or [translation]:
            form.text = f"⟦{message.findtext('source')}⟧"
    tree.write(path, "utf-8")
    translations.release(path)
    return path.with_suffix(".qm")


@pytest.fixture
def spoken(qapp: QApplication, bracketed: Path) -> Iterator[None]:
    translator = QTranslator()
    assert translator.load(str(bracketed))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture(scope="module")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.signatories"
    sample.write(path)
    return path


@pytest.fixture(scope="module")
def recorded(sample_path: Path) -> str:
    """All that the sample's records say, and the names of countries."""
    tables = "SELECT name FROM sqlite_master WHERE type = 'table'"
    file = sqlite3.connect(sample_path)
    words = {
        str(value)
        for (table,) in file.execute(tables).fetchall()
        if not table.startswith("search")
        for row in file.execute(f'SELECT * FROM "{table}"')
        for value in row
    }
    file.close()
    named = (each.read_text("utf-8") for each in resource("countries").iterdir())
    return "\n".join([*words, *named])


@pytest.mark.parametrize("name", sorted(SHOTS.keys() - LEFT_OUT))
def test_what_can_be_read_is_translated_or_recorded(
    qtbot: QtBot,
    spoken: None,
    sample_path: Path,
    recorded: str,
    run_on: Callable[[Database], Application],
    jobs: ImmediateJobs,
    name: str,
) -> None:
    window = MainWindow(run_on(Database.open(sample_path)))
    qtbot.addWidget(window)
    window.show()
    jobs.settle()
    shown = SHOTS[name](window, jobs)
    jobs.settle()
    said = {text for text in texts(shown) if any(map(str.isalpha, text))} - OF_QT
    if shown is not window:
        shown.close()
    assert any("⟦" in text for text in said)
    assert [text for text in said if not is_known(text, recorded)] == []


def is_known(text: str, recorded: str) -> bool:
    if "⟦" in text or NAMES.fullmatch(text):
        return True
    return all(part in recorded for part in re.split(r" · |, |\n", text))


def texts(shown: QWidget) -> Iterator[str]:
    """What is to be seen and heard of a page or a dialog."""
    for widget in (shown, *shown.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.accessibleName(), widget.toolTip())
        yield from (action.text() for action in widget.actions())
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QLineEdit():
                yield widget.placeholderText()
            case QComboBox():
                yield from (widget.itemText(place) for place in range(widget.count()))
            case QTabWidget():
                yield from (widget.tabText(place) for place in range(widget.count()))
            case QTableView():
                yield from cells(widget.model())


def cells(model: QAbstractItemModel | None) -> Iterator[str]:
    """The heads of a table, and what its first rows say."""
    if model is None:
        return
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), ROWS)):
            yield str(model.index(row, column).data() or "")
