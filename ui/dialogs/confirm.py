"""Asks how we know of a yes: nothing is confirmed without it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from signatories.models import HowWeKnow
from signatories.sign_ons.confirming import Proof
from signatories.texts import N_, Message, message
from ui.dialogs.record import RecordDialog
from ui.models.answers import proof_words
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button


@dataclass(frozen=True, slots=True)
class ProofDraft:
    """How we know, as typed. `file` may be empty."""

    kind: HowWeKnow
    text: str
    file: str = ""

    def problems(self) -> dict[str, Message]:
        """What must be mended before it can be recorded, by field."""
        found = {}
        if not self.text:
            found["text"] = message(N_("Say how you know: nothing is confirmed without it."))
        if self.file and not Path(self.file).is_file():
            found["file"] = message(N_("There is no file {file}."), file=self.file)
        return found

    def proof(self) -> Proof:
        """Return what is recorded."""
        return Proof(self.text, self.kind, Path(self.file) if self.file else None)


class ConfirmDialog(RecordDialog):
    """Asks once for all that are confirmed together; `drafted` brings a ProofDraft."""

    def __init__(
        self, count: int, version: int, *, opens: bool, parent: QWidget | None = None
    ) -> None:
        """`opens`: the version is a draft, and is frozen by this confirmation."""
        verb = translate(message(N_("Confirm %n sign-on(s)"), n=count))
        super().__init__(verb=verb, parent=parent)
        self.setWindowTitle(self.tr("Confirm"))
        self._kind = QComboBox()
        for kind in HowWeKnow:
            self._kind.addItem(proof_words(kind), kind)
        self._file = QLineEdit()
        self._count, self._said = count, _words(count, version, opens=opens)
        self.explain(self._said)
        self.form.add_row("kind", self.tr("&How we know"), self._kind)
        hint = self.tr("From whom and when, such as: mail of Ms Diallo, 12 July")
        self.add_lines("text", self.tr("In &words"), hint)
        self.form.add_row("file", self.tr("&File"), self._build_file(), self.tr("If there is one"))

    def name(self, lines: Sequence[str]) -> None:
        """Say whom it is about, a line each; `lines` may be the first ones only."""
        said = [self._said, *lines]
        if more := self._count - len(lines):
            said.append(translate(message(N_("… and %n more"), n=more)))
        self.explain("\n".join(said))

    def draft(self) -> ProofDraft:
        """Build the draft out of the fields."""
        kind = self._kind.currentData()
        return ProofDraft(kind, self.values()["text"], self._file.text().strip())

    def _build_file(self) -> QWidget:
        part = QWidget()
        choose = plain_button(self.tr("Choose…"), "folder")
        choose.clicked.connect(self._choose_file)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._file, 1)
        row.addWidget(choose)
        self._file.setAccessibleName(self.tr("File"))
        part.setFocusProxy(self._file)
        return part

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("The file that shows it"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._file.setText)
        dialog.open()


def _words(count: int, version: int, *, opens: bool) -> str:
    text = N_("%n sign-on(s) will be recorded as a yes to version {version}.")
    words = translate(message(text, n=count, version=version))
    if opens:
        words += " " + translate(N_("This opens the letter for signature and freezes its text."))
    return words
