"""The dialog that begins a letter's text in another language."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from signatories.letters.text_file import is_language
from signatories.texts import Message, message
from ui.dialogs.record import RecordDialog
from ui.models.choices import NO_LANGUAGE, language_choices, language_code
from ui.widgets.choice_box import ChoiceBox


@dataclass(frozen=True, slots=True)
class TranslationDraft:
    """The language of the text."""

    language: str = ""

    def problems(self) -> dict[str, Message]:
        """Say what must be mended before it can begin."""
        if is_language(self.language):
            return {}
        return {"language": message(NO_LANGUAGE)}


class TranslationDialog(RecordDialog):
    """Asks for a language that the letter has no text in; `drafted` brings a TranslationDraft."""

    def __init__(self, there: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(is_new=True, parent=parent)
        self.setWindowTitle(self.tr("Add a translation"))
        choices = [each for each in language_choices() if each.value not in there]
        hint = self.tr("It begins with the present text. Nobody is asked to confirm again.")
        self.add_choice("language", self.tr("&Language"), ChoiceBox(choices, language_code), hint)

    def draft(self) -> TranslationDraft:
        """Build the draft out of the field."""
        return TranslationDraft(**self.values())
