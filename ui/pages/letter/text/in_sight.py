"""Which of a letter's texts is in sight, of those that it has by language."""

from signatories.overview import Overview


class TextInSight:
    """Turns to a language as soon as there is a text in it. The text that one is typing in stays in sight."""

    def __init__(self) -> None:
        self.language = ""  # the one that is wished for
        self.letter: Overview | None = None  # with every language
        self.shown: Overview | None = None  # the same in one of them

    @property
    def is_gone(self) -> bool:
        """Whether the text in sight was removed since."""
        if self.letter is None or self.shown is None:
            return False
        language = language_of(self.shown)
        return language_of(self.letter.in_language(language)) != language

    def take(self, letter: Overview, *, is_edited: bool) -> None:
        """Take a letter as it is now. A text that one is typing in stays as it was, if it was removed."""
        self.letter = letter
        if is_edited and self.shown is not None:
            self.language = language_of(self.shown)
            if self.is_gone:
                return
        self.shown = letter.in_language(self.language)


def language_of(shown: Overview) -> str:
    """The language of the translation that is shown; none for the letter's own text, which may change it."""
    return shown.translation.language if shown.translation else ""
