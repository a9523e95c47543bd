"""What keeps the wheel from changing a choice in passing."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class CalmWheel(QObject):
    """Lets the wheel scroll the panel, not change a choice that happens to lie under the mouse."""

    def eventFilter(self, field: QObject, event: QEvent) -> bool:
        """Pass the wheel on from a field without the focus."""
        if (
            event.type() == QEvent.Type.Wheel
            and isinstance(field, QWidget)
            and not field.hasFocus()
        ):
            event.ignore()
            return True
        return False
