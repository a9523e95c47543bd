"""The dialog for what sign-ons allow: one or many at once, a draft of what was changed out."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from signatories.consents import ConsentDraft, Given
from signatories.models import Use
from signatories.texts import N_, message
from ui.days import moment
from ui.dialogs.record import RecordDialog
from ui.models.choices import Choice
from ui.models.consents import MEANINGS, USES
from ui.translation import translate
from ui.widgets.check_list import CheckList

KEEP = "keep"  # the answers of several sign-ons that differ


class ConsentsDialog(RecordDialog):
    """Asks what may be made of these sign-ons; `drafted` brings a ConsentDraft of what was changed.

    `recipients` are those of the letter, by the ids that `Given.never_to` has.
    """

    def __init__(
        self, given: Sequence[Given], recipients: Sequence[Choice], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setWindowTitle(self.tr("Consents"))
        self.explain(_heading(given))
        self._begun = {use: _together(given, use) for use in Use}
        self._answers = {use: _answer_box(begun) for use, begun in self._begun.items()}
        for use, box in self._answers.items():
            self.form.add_row(use.name, translate(USES[use]), box, translate(MEANINGS[use]))
        self._never_to = _recipient_list(given, recipients)
        if recipients:
            hint = self.tr("The letters of these recipients do not show them.")
            self.form.add_row("never_to", self.tr("Ne&ver to"), self._never_to, hint)

    def draft(self) -> ConsentDraft:
        """Build the draft out of the answers that were changed."""
        answers = {use: box.currentData() for use, box in self._answers.items()}
        changed = {use: answer for use, answer in answers.items() if answer != self._begun[use]}
        never_to = {int(value): ticked for value, ticked in self._never_to.changed().items()}
        return ConsentDraft(changed, never_to)


def _heading(given: Sequence[Given]) -> str:
    words = translate(message(N_("What may be made of %n sign-on(s)."), n=len(given)))
    latest = max(filter(None, (one.asked_at for one in given)), default=None)
    if latest is None:
        return words
    noted = translate(message(N_("Last noted: {moment}."), moment=moment(latest)))
    return f"{words} {noted}"


def _together(given: Sequence[Given], use: Use) -> bool | str | None:
    """The answer that all share: None for not asked; KEEP where they differ."""
    answers = {one.uses.get(use) for one in given}
    return answers.pop() if len(answers) == 1 else KEEP


def _answer_box(begun: bool | str | None) -> QComboBox:
    box = QComboBox()
    if begun == KEEP:
        box.addItem(translate(N_("They differ: leave each as it is")), KEEP)
    box.addItem(translate(N_("Not asked")), None)
    box.addItem(translate(N_("Yes")), True)
    box.addItem(translate(N_("No")), False)
    box.setCurrentIndex(next(row for row in range(box.count()) if box.itemData(row) == begun))
    return box


def _recipient_list(given: Sequence[Given], recipients: Sequence[Choice]) -> CheckList:
    refused = [{str(recipient) for recipient in one.never_to} for one in given]
    by_all, by_some = set.intersection(*refused), set.union(*refused)
    return CheckList(recipients, by_all, by_some - by_all)
