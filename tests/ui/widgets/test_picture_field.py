"""A picture is chosen, dropped, shown as it is printed, refused with the reason, and removed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from signatories.pictures.files import PictureFile
from tests.pictures import picture
from ui.widgets.picture_field import SHOWN, PictureField


@pytest.fixture
def field(qtbot: QtBot) -> PictureField:
    made = PictureField()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    path = tmp_path / "logo.png"
    path.write_bytes(picture(size=(800, 400)))
    return path


def button(field: PictureField, text: str) -> QPushButton:
    return next(each for each in field.findChildren(QPushButton) if each.text() == text)


def shown(field: PictureField) -> tuple[int, int]:
    pixmap = next(label.pixmap() for label in field.findChildren(QLabel) if label.size() == SHOWN)
    return pixmap.width(), pixmap.height()


def drop(field: PictureField, *paths: Path) -> bool:
    """Drop files; say whether they were wanted."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(QPoint(9, 9), *buttons, Qt.KeyboardModifier.NoModifier)
    entered.ignore()
    field.dragEnterEvent(entered)
    if entered.isAccepted():
        field.dropEvent(QDropEvent(QPointF(9, 9), *buttons, Qt.KeyboardModifier.NoModifier))
    return entered.isAccepted()


def test_a_dropped_picture_is_shown_in_its_proportions_and_can_be_removed(
    field: PictureField, logo: Path
) -> None:
    assert not button(field, "Remove").isEnabled()
    assert drop(field, logo)
    assert field.picture() == PictureFile("logo.png", logo.read_bytes())
    width, height = shown(field)
    assert (width, height) == (2 * height, height)
    button(field, "Remove").click()
    assert (field.picture(), shown(field)) == (PictureFile(), (0, 0))


def test_two_files_at_once_are_not_wanted(field: PictureField, logo: Path) -> None:
    assert not drop(field, logo, logo)
    assert field.picture() == PictureFile()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("logo.svg", b"<svg/>", "logo.svg is a drawing (SVG)."),
        ("logo.png", picture()[:50], "logo.png is damaged"),
        ("gone.png", None, "could not be read"),
    ],
)
def test_what_cannot_be_printed_is_refused_and_the_one_before_stays(
    field: PictureField, logo: Path, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    field.choose(logo)
    before, said = field.picture(), []
    field.refused.connect(said.append)
    other = tmp_path / "other" / name
    other.parent.mkdir()
    if content is not None:
        other.write_bytes(content)
    field.choose(other)
    assert field.picture() == before
    assert words in said[0]


def test_its_buttons_say_what_they_choose(field: PictureField) -> None:
    field.setAccessibleName("Logo")
    assert button(field, "Choose…").accessibleName() == "Logo: Choose…"
