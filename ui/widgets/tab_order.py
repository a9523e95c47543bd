"""The order in which Tab goes through parts of a page whose fields come and go."""

from collections.abc import Sequence
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(*parts: QWidget) -> None:
    """Let Tab go through the parts as they are given. Qt puts what is made later to the end of the window."""
    fields = list(chain.from_iterable(_fields(part) for part in parts))
    for before, after in pairwise(fields):
        QWidget.setTabOrder(before, after)


def _fields(part: QWidget) -> Sequence[QWidget]:
    """What can have the focus in a part, itself included."""
    return [
        widget
        for widget in (part, *part.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.window() is part.window()  # the list that a choice opens is one of its own
    ]
