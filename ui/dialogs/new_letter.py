"""The dialog that begins a letter: what it is called, and its language."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from signatories.letters.text_file import LetterFile
from signatories.texts import N_, Message, message
from ui.dialogs.record import RecordDialog
from ui.models.choices import language_choices
from ui.widgets.choice_box import ChoiceBox


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter that has nothing but a title and a language."""

    title: str = ""
    language: str = "en"

    def problems(self) -> dict[str, Message]:
        """Say what must be mended before it can begin."""
        if self.title:
            return {}
        return {"title": message(N_("A letter needs a title, to be found by."))}

    def file(self) -> LetterFile:
        """Return the letter as its file: a title, and no words yet."""
        return LetterFile(title=self.title, language=self.language)


class NewLetterDialog(RecordDialog):
    """Asks for the little that a letter needs to begin; `drafted` brings a LetterDraft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(is_new=True, parent=parent)
        self.setWindowTitle(self.tr("New letter"))
        self.add_text("title", self.tr("&Title"), self.tr("For yourselves: it is not printed"))
        self.add_choice("language", self.tr("&Language"), ChoiceBox(language_choices()))
        self.fill({"language": "en"})

    def draft(self) -> LetterDraft:
        """Build the draft out of the fields."""
        return LetterDraft(**self.values())
