"""Asks under which name a view of a table is kept."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from signatories.texts import N_, Message, message
from ui.dialogs.record import RecordDialog


@dataclass(frozen=True, slots=True)
class ViewName:
    """A name, and those of other views."""

    name: str
    taken: Collection[str]

    def problems(self) -> dict[str, Message]:
        """Say what must be mended, by field."""
        if not self.name:
            return {"name": message(N_("Give the view a name."))}
        if self.name in self.taken:
            return {"name": message(N_("Another view has that name."))}
        return {}


class ViewNameDialog(RecordDialog):
    """`drafted` brings a ViewName."""

    def __init__(
        self, taken: Collection[str], name: str = "", parent: QWidget | None = None
    ) -> None:
        """`name` is the present one, where there is one."""
        super().__init__(parent=parent)
        self._taken = taken
        self.setWindowTitle(self.tr("Rename the view") if name else self.tr("Save as a view"))
        hint = self.tr("Keeps the search, the filter, the order and the columns, in this file.")
        self.add_text("name", self.tr("&Name"), hint)
        self.fill({"name": name})

    def draft(self) -> ViewName:
        """Build the draft out of the field."""
        return ViewName(" ".join(self.values()["name"].split()), self._taken)
