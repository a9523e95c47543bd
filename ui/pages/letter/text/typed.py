"""What is typed in a letter's fields, beside what they were filled with."""

from dataclasses import replace

from signatories.letters.file_words import words_of
from signatories.letters.text_file import LetterFile
from ui.pages.letter.text.form import PARTS, LetterForm


class TypedText:
    """Tells what in the fields is not saved yet. Nothing is, before they are filled."""

    def __init__(self, form: LetterForm) -> None:
        self._form = form
        self._filled: LetterFile | None = None

    @property
    def is_edited(self) -> bool:
        """Whether something is typed that is not saved, or that cannot be read yet."""
        if self._filled is None:
            return False
        return self._form.file(self._filled) != self._filled or bool(self._form.problems())

    @property
    def is_reworded(self) -> bool:
        """Whether the words that a version freezes are others."""
        if self._filled is None:
            return False
        return words_of(self._form.file(self._filled)) != words_of(self._filled)

    def fill(self, file: LetterFile, *, is_same: bool) -> None:
        """Show a file. What is typed stays, part by part, if it is the same text as before."""
        kept = self._parts() if is_same else set()
        self._form.show_file(file, keep=kept)
        stored = {part: getattr(file, part) for part in kept}
        self._filled = replace(self._form.file(file), **stored)

    def _parts(self) -> set[str]:
        """The parts in which something is typed."""
        filled = self._filled
        if filled is None:
            return set()
        typed = self._form.file(filled)
        changed = {part for part in PARTS if getattr(typed, part) != getattr(filled, part)}
        return changed | set(self._form.problems())
