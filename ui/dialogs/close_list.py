"""The dialog that closes a numbered list: now, or as of an earlier moment."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from signatories.sign_ons.lists import NumberedList
from signatories.texts import N_, Message, message
from ui.dialogs.record import RecordDialog
from ui.translation import translate
from ui.widgets.moment_field import MINUTE, MomentField


@dataclass(frozen=True, slots=True)
class ClosingDraft:
    """The cut-off of a list; None: the moment at which it is closed."""

    at: dt.datetime | None

    def problems(self) -> dict[str, Message]:
        """Say what must be mended before it can be closed."""
        if self.at is None or self.at <= dt.datetime.now(dt.UTC):
            return {}
        return {"at": message(N_("That is still to come: until then others may sign."))}


class CloseListDialog(RecordDialog):
    """`drafted` brings a ClosingDraft."""

    def __init__(self, last: NumberedList | None, parent: QWidget | None = None) -> None:
        """`last`: the list that was closed before."""
        number = last.number + 1 if last else 1
        title = translate(message(N_("Close list {number}"), number=number))
        super().__init__(verb=title, parent=parent)
        self.setWindowTitle(title)
        self.explain(_explanation(last))
        self._at: dt.datetime | None = None
        self._field = MomentField(
            self.tr("As of an &earlier moment"),
            self.tr("In your time zone ({zone}). Who agreed later is on the next list."),
            lambda: dt.datetime.now(dt.UTC) - MINUTE,
        )
        self._field.wanted.connect(self._take)
        self.form.add_wide_row("at", self._field)

    def draft(self) -> ClosingDraft:
        """Build the draft out of the field."""
        return ClosingDraft(self._at.astimezone() if self._at else None)

    def _take(self, at: dt.datetime | None) -> None:
        self._at = at
        self._field.show_moment(at)


def _explanation(last: NumberedList | None) -> str:
    keeps = N_("It keeps everybody who has confirmed, whatever is recorded later.")
    following = N_("Who agrees later agrees to the same text, and is on the next list.")
    said = [message(keeps)]
    if last:
        new = N_("%n agreed since list {number}.")
        said.append(message(new, n=last.later, number=last.number))
    return " ".join(translate(each) for each in [*said, message(following)])
