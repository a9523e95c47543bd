"""Buttons of three weights. Each says a verb; a page has one primary button, for the thing to do next."""

from PySide6.QtWidgets import QPushButton, QToolButton

from ui.theme import icon


def primary_button(text: str, icon_name: str = "") -> QPushButton:
    """Build the button for the one thing to do next."""
    return _button(text, icon_name, "on_accent", primary=True)


def set_primary(button: QPushButton, is_primary: bool, icon_name: str) -> None:
    """Let a button be the one for the thing to do next, or an ordinary one for now."""
    button.setProperty("primary", is_primary)
    button.setIcon(icon(icon_name, "on_accent" if is_primary else "text"))
    button.style().polish(button)


def plain_button(text: str, icon_name: str = "") -> QPushButton:
    """Build an ordinary button."""
    return _button(text, icon_name, "text")


def quiet_button(text: str, icon_name: str = "") -> QPushButton:
    """Build a button without a frame, beside the text that it belongs to."""
    return _button(text, icon_name, "accent", flat=True)


def icon_button(icon_name: str, name: str, role: str = "muted") -> QToolButton:
    """Build a button of an icon alone; `name` is its tooltip and its name for screen readers."""
    button = QToolButton(autoRaise=True)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setIcon(icon(icon_name, role))
    return button


def _button(text: str, icon_name: str, role: str, **properties: bool) -> QPushButton:
    button = QPushButton(text)
    if icon_name:
        button.setIcon(icon(icon_name, role))
    for name, value in properties.items():
        button.setProperty(name, value)
    return button
