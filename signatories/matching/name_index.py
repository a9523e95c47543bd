"""The forms of all known names, each once, and those that share words with another one."""

from signatories.matching.blocks import Blocks
from signatories.matching.organisation_names import Form


class NameIndex:
    """Forms by number. Their words are only looked at when somebody asks for resemblance: many files never do."""

    def __init__(self) -> None:
        self.forms: list[Form] = []
        self._numbers: dict[str, int] = {}
        self._blocks = Blocks()

    def add(self, form: Form) -> None:
        """Know a form; one of the same key is known already."""
        if self._numbers.setdefault(form.key, len(self.forms)) == len(self.forms):
            self.forms.append(form)

    def near(self, form: Form) -> set[int]:
        """The numbers of forms that share a rare word, or two common ones."""
        for number in range(self._blocks.count, len(self.forms)):
            self._blocks.add(number, self.forms[number].words)
        return self._blocks.near(form.words)
