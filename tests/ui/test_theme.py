"""Colours can be read, and icons take the colour of their role."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from signatories.locations import resource
from ui.theme import DARK, LIGHT, Colours, colour, colours, dress, icon

ON_GROUNDS = [
    (text, ground)
    for text in (
        *("text", "muted", "danger", "warning", "success", "accent"),
        *("part_name", "part_role", "part_organisation", "part_country"),
    )
    for ground in ("window", "surface")
] + [
    *[(f"part_{part}", "selection") for part in ("name", "role", "organisation", "country")],
    ("on_accent", "accent"),
    ("text", "selection"),
    ("text", "hover"),
    ("text", "warning_ground"),
]


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    dress(qapp, Qt.ColorScheme.Dark)
    yield
    dress(qapp, Qt.ColorScheme.Light)


def luminance(name: str) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in QColor(name).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), ON_GROUNDS)
def test_text_can_be_read_on_its_ground(scheme: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= 4.5


def strongest_colour(shown: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    image = shown.pixmap(QSize(48, 48), 1.0, mode).toImage()
    points = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    return max(points, key=QColor.alpha)


@pytest.mark.parametrize("file", sorted(path.stem for path in resource("icons").glob("*.svg")))
def test_every_icon_is_drawn_in_the_colour_of_its_role(qapp: QApplication, file: str) -> None:
    assert strongest_colour(icon(file, "danger")).name() == LIGHT.danger


def test_icons_and_colours_turn_dark_with_the_application(qapp: QApplication, dark: None) -> None:
    assert colours() is DARK
    assert colour("danger").name() == DARK.danger
    assert strongest_colour(icon("send")).name() == DARK.text


def test_a_disabled_icon_is_muted(qapp: QApplication) -> None:
    assert strongest_colour(icon("send"), QIcon.Mode.Disabled).name() == LIGHT.muted


def test_a_copied_icon_still_draws(qapp: QApplication) -> None:
    copy = QIcon(icon("send"))
    copy.addPixmap(icon("undo").pixmap(16, 16))
    assert strongest_colour(copy).name() == LIGHT.text


def test_the_palette_follows(qapp: QApplication, dark: None) -> None:
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window
