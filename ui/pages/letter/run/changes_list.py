"""What a run would print otherwise now than it did: who came, who went, and whose words are others."""

from collections.abc import Iterator

from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from signatories.runs.changes_since import Changes, ChangesSince, Otherwise
from signatories.texts import N_, Message, message
from ui.theme import GRID, ROW_HEIGHT, icon
from ui.translation import translate
from ui.widgets.labels import label

MOST = 500  # lines in sight
RECIPIENTS = {
    "add": N_("New recipient: {name}"),
    "delete": N_("No recipient any more: {name}"),
    "edit": N_("Recipient {name}: “{before}” is now “{now}”"),
}
SIGN_ONS = {
    "add": N_("New on the list: {name}"),
    "delete": N_("Not on the list any more: {name}"),
    "edit": N_("“{before}” is now “{now}”"),
}
"""What is said of each kind of change, by the name of its icon."""


class ChangesList(QWidget):
    """Figures, and a line for each change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = label(wrap=True)
        self._lines = QListWidget()
        self._lines.setWordWrap(True)
        self._lines.setMinimumHeight(2 * ROW_HEIGHT)
        self._lines.setAccessibleName(self.tr("Changed since"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._figures)
        column.addWidget(self._lines, 1)

    def show_changes(self, changes: ChangesSince) -> None:
        """Show these changes; that there are none is said as well."""
        self._figures.setText(_summary(changes))
        self._lines.clear()
        told = [*_told(changes.recipients, RECIPIENTS), *_told(changes.sign_ons, SIGN_ONS)]
        for sign, words in told[:MOST]:
            self._lines.addItem(QListWidgetItem(icon(sign, "muted"), translate(words)))
        self._lines.setVisible(bool(told))
        self.show()


def _summary(changes: ChangesSince) -> str:
    told = [_counted(changes)]
    if changes.version != changes.version_now:
        text = N_("That was version {before}; version {now} would be printed now.")
        told.append(message(text, before=changes.version, now=changes.version_now))
    return "\n".join(map(translate, told))


def _counted(changes: ChangesSince) -> Message:
    if not changes:
        return message(N_("No recipient and no signatory has changed."))
    text = N_("Recipients: {recipients}. Signatories: {signatories}.")
    return message(
        text, recipients=_counts(changes.recipients), signatories=_counts(changes.sign_ons)
    )


def _counts(changes: Changes) -> Message:
    text = N_("{added} new, {removed} gone, {otherwise} printed otherwise")
    return message(
        text,
        added=len(changes.added),
        removed=len(changes.removed),
        otherwise=len(changes.otherwise),
    )


def _told(changes: Changes, texts: dict[str, str]) -> Iterator[tuple[str, Message]]:
    for one in changes.added:
        yield "add", message(texts["add"], name=one.caption)
    for one in changes.removed:
        yield "delete", message(texts["delete"], name=one.caption)
    for other in changes.otherwise:
        yield "edit", _difference(other, texts["edit"])


def _difference(one: Otherwise, text: str) -> Message:
    before, now = " / ".join(one.before.values()), " / ".join(one.now.values())
    return message(text, name=one.caption, before=before, now=now)
