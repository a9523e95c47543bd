"""The dialog that begins a letter: what it is called, and its language."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from signatories.letters.text_file import LetterFile, is_language
from signatories.texts import N_, Message, message
from ui.dialogs.record import RecordDialog
from ui.models.choices import NO_LANGUAGE, language_choices, language_code
from ui.widgets.choice_box import ChoiceBox


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter that has nothing but a title and a language."""

    title: str = ""
    language: str = "en"

    def problems(self) -> dict[str, Message]:
        """Say what must be mended before it can begin."""
        problems = {}
        if not self.title:
            problems["title"] = message(N_("A letter needs a title, to be found by."))
        if not is_language(self.language):
            problems["language"] = message(NO_LANGUAGE)
        return problems

    def file(self) -> LetterFile:
        """Return the letter as its file: a title, and no words yet."""
        return LetterFile(title=self.title, language=self.language)


class NewLetterDialog(RecordDialog):
    """Asks for the little that a letter needs to begin; `drafted` brings a LetterDraft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(is_new=True, parent=parent)
        self.setWindowTitle(self.tr("New letter"))
        self.add_text("title", self.tr("&Title"), self.tr("For yourselves: it is not printed"))
        languages = ChoiceBox(language_choices(), language_code)
        self.add_choice("language", self.tr("&Language"), languages)
        self.fill({"language": "en"})

    def draft(self) -> LetterDraft:
        """Build the draft out of the fields."""
        return LetterDraft(**self.values())
