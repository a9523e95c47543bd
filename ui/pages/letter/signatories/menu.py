"""What can be done with the selected signatories."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QMenu, QWidget

from signatories.models import SignOnStatus
from signatories.texts import N_
from ui.models.answers import status_sign, status_words
from ui.theme import icon
from ui.translation import translate

SETTABLE = tuple(status for status in SignOnStatus if status is not SignOnStatus.CONFIRMED)


class Wishes(Protocol):
    """Where wishes about signatories go: each signal takes their ids."""

    confirm_requested: SignalInstance
    anew_requested: SignalInstance
    consents_requested: SignalInstance
    status_requested: SignalInstance  # and a SignOnStatus
    remove_requested: SignalInstance


class SignOnMenu(QMenu):
    """The menu of the selected rows; `edit` is about the current one."""

    def __init__(
        self, ids: Sequence[int], wishes: Wishes, edit: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = (
            ("confirmed", N_("Confirm…"), wishes.confirm_requested),
            ("redo", N_("Confirm anew as the directory says…"), wishes.anew_requested),
            ("form-sign", N_("Consents…"), wishes.consents_requested),
        )
        self.addAction(icon("edit"), translate(N_("Edit…")), edit)
        for sign, text, wish in rows:
            self.addAction(icon(sign), translate(text), lambda wish=wish: wish.emit(ids))
        self._add_statuses(ids, wishes)
        self.addSeparator()
        remove = translate(N_("Remove"))
        self.addAction(icon("delete"), remove, lambda: wishes.remove_requested.emit(ids))

    def _add_statuses(self, ids: Sequence[int], wishes: Wishes) -> None:
        statuses = self.addMenu(translate(N_("Set status")))
        for status in SETTABLE:
            action = statuses.addAction(icon(*status_sign(status)), status_words(status))
            action.triggered.connect(
                lambda _=False, chosen=status: wishes.status_requested.emit(ids, chosen)
            )
