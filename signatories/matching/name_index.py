"""The forms of all known names, each once, and those that resemble another one."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from signatories.matching.blocks import Blocks
from signatories.matching.organisation_names import Form
from signatories.matching.vocabulary import GENERIC

_RESEMBLING = 84  # of 100, by words in any order; a name within another one has 100


class NameIndex:
    """Forms by number. Their words are only looked at when somebody asks for resemblance: many files never do."""

    def __init__(self) -> None:
        self._texts: list[str] = []  # the words of each form: a third of the memory of the forms
        self._numbers: dict[str, int] = {}
        self._blocks = Blocks()

    def __iter__(self) -> Iterator[Form]:
        return map(_form, self._texts)

    def add(self, form: Form) -> None:
        """Know a form; one of the same key is known already."""
        if self._numbers.setdefault(form.key, len(self._texts)) == len(self._texts):
            self._texts.append(" ".join(form.words))

    def near(self, form: Form) -> Iterator[Form]:
        """The forms that share a rare word, or two common ones, and that resemble it as a whole."""
        texts = self._texts
        for number in range(self._blocks.count, len(texts)):
            self._blocks.add(number, _own_words(texts[number].split()))
        near = [texts[number] for number in self._blocks.near(_own_words(form.words))]
        found = process.extract_iter(
            " ".join(form.words), near, scorer=fuzz.token_set_ratio, score_cutoff=_RESEMBLING
        )
        return (_form(text) for text, _, _ in found)


def _form(text: str) -> Form:
    return Form(tuple(text.split()), text.replace(" ", ""))


def _own_words(words: Sequence[str]) -> Sequence[str]:
    """The words by which a name is looked for: half of all bodies are some network or association."""
    return [word for word in words if word not in GENERIC] or words
