"""Colours by role, light and dark; icons by name, in the colour of a role; one small style sheet."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from signatories.locations import resource
from ui.style_sheet import STYLE_SHEET

GRID = 8  # pixels; distances are multiples of it, or its half between things that belong together
ROW_HEIGHT = 28
CONTROL_HEIGHT = 32
SMALL, TITLE = 0.88, 1.55  # text sizes, as parts of the system's


@dataclass(frozen=True, slots=True)
class Colours:
    """What each colour is for. Text on its ground has a contrast of at least 4.5 to 1."""

    window: str
    surface: str  # where text is read and written: tables, fields
    hover: str
    border: str
    text: str
    muted: str
    accent: str  # the one thing to do next
    accent_hover: str
    on_accent: str
    selection: str
    danger: str
    warning: str
    success: str
    warning_ground: str
    desk: str  # behind the page image
    shadow: str
    part_name: str  # the parts of a line that is taken apart
    part_role: str
    part_organisation: str
    part_country: str


LIGHT = Colours(
    window="#f5f6f8",
    surface="#ffffff",
    hover="#eceff3",
    border="#d6dae0",
    text="#1b2027",
    muted="#59636f",
    accent="#1c62ac",
    accent_hover="#164f8c",
    on_accent="#ffffff",
    selection="#d7e6f7",
    danger="#b3261e",
    warning="#855300",
    success="#1d7444",
    warning_ground="#fdf3dc",
    desk="#dfe2e6",
    shadow="#b9bec5",
    part_name="#1c62ac",
    part_role="#8a4b08",
    part_organisation="#1d7444",
    part_country="#8b3a93",
)
DARK = Colours(
    window="#1c1f23",
    surface="#23272c",
    hover="#2d3238",
    border="#3a4048",
    text="#e8ebee",
    muted="#a3acb7",
    accent="#78b5f3",
    accent_hover="#9bc8f6",
    on_accent="#0c1a29",
    selection="#2b4763",
    danger="#f2938b",
    warning="#e6b86a",
    success="#7fca9a",
    warning_ground="#3a3120",
    desk="#121417",
    shadow="#000000",
    part_name="#8ac0f6",
    part_role="#e6b86a",
    part_organisation="#7fca9a",
    part_country="#d9a0e2",
)


def colours() -> Colours:
    """Return the colours that the application shows now."""
    dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return DARK if dark else LIGHT


def colour(role: str) -> QColor:
    """Return today's colour of a role: `colour("danger")`."""
    return QColor(getattr(colours(), role))


def install_theme(application: QApplication) -> None:
    """Dress the application, and again whenever the system turns light or dark."""
    application.setStyle("Fusion")
    hints = application.styleHints()
    hints.colorSchemeChanged.connect(lambda scheme: dress(application, scheme))
    dress(application, hints.colorScheme())


def dress(application: QApplication, scheme: Qt.ColorScheme) -> None:
    """Set palette and style sheet for a scheme. An unknown one is light."""
    chosen = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    application.setPalette(_palette(chosen))
    size = application.font().pointSizeF()
    values = {role: getattr(chosen, role) for role in Colours.__slots__}
    values["arrow"] = resource("controls", "arrow.svg").as_posix()
    values["arrow_up"] = resource("controls", "arrow-up.svg").as_posix()
    check = "check-dark.svg" if chosen is DARK else "check-light.svg"
    values["check"] = resource("controls", check).as_posix()
    values |= {"title": f"{size * TITLE:.1f}", "small": f"{size * SMALL:.1f}"}
    application.setStyleSheet(STYLE_SHEET.substitute(values))


def _palette(chosen: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(chosen.hover), QColor(chosen.window))
    for part, value in {
        role.Window: chosen.window,
        role.WindowText: chosen.text,
        role.Base: chosen.surface,
        role.AlternateBase: chosen.window,
        role.Text: chosen.text,
        role.Button: chosen.hover,
        role.ButtonText: chosen.text,
        role.ToolTipBase: chosen.surface,
        role.ToolTipText: chosen.text,
        role.PlaceholderText: chosen.muted,
        role.Highlight: chosen.accent,
        role.HighlightedText: chosen.on_accent,
        role.Accent: chosen.accent,
        role.Link: chosen.accent,
        role.Mid: chosen.border,
    }.items():
        palette.setColor(part, QColor(value))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(chosen.muted))
    return palette


def icon(name: str, role: str = "text") -> QIcon:
    """Return the icon `resources/icons/<name>.svg`, drawn in the colour that the role has then."""
    return QIcon(_Icon(name, role))


_copies: list[QIconEngine] = []


class _Icon(QIconEngine):
    """Draws an icon when it is asked for, so that icons turn dark and light with the palette."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def clone(self) -> QIconEngine:
        copy = _Icon(self._name, self._role)
        _copies.append(copy)  # Qt owns it now, yet PySide deletes it with the last reference here
        return copy

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return _drawn(self._name, self._colour(mode), size.width(), size.height())

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        size = rect.size() * ratio
        pixmap = _drawn(self._name, self._colour(mode), size.width(), size.height())
        painter.drawPixmap(rect, pixmap)

    def _colour(self, mode: QIcon.Mode) -> str:
        return colours().muted if mode == QIcon.Mode.Disabled else getattr(colours(), self._role)


@cache
def _source(name: str) -> bytes:
    return (resource("icons", f"{name}.svg")).read_bytes()


@cache
def _drawn(name: str, colour_name: str, width: int, height: int) -> QPixmap:
    renderer = QSvgRenderer(
        QByteArray(_source(name).replace(b"currentColor", colour_name.encode()))
    )
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return pixmap
