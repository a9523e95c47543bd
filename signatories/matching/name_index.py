"""All forms in which known organisations may be written: by key, by acronym, by initials and by resemblance."""

from array import array
from collections.abc import Iterator, Sequence

from signatories.matching.blocks import Blocks
from signatories.matching.organisation_names import Form, has_parts, main_form, take_apart
from signatories.matching.records import Ref
from signatories.matching.refs import RefsByKey
from signatories.matching.spelling import initials
from signatories.matching.vocabulary import GENERIC


class NameIndex:
    """Names taken apart. What few files ask for is only made when somebody asks: words, and initials."""

    def __init__(self) -> None:
        self.named = RefsByKey[str]()
        self.also_named = RefsByKey[str]()
        self.short = RefsByKey[str]()
        self._texts: list[str] = []  # the words of each form: a third of the memory of the forms
        self._letters = array("Q")  # that the words of each form begin with
        self._blocks = Blocks()
        self._initials: RefsByKey[str] | None = None

    def add(self, ref: Ref, name: str, acronym: str) -> None:
        """Know a name of a record."""
        form = main_form(name)
        if self.named.add(form.key, ref):
            self._texts.append(" ".join(form.words))
        if acronym or has_parts(name):
            body = take_apart(name, acronym)
            for other in body.forms[1:]:
                self.also_named.add(other.key, ref)
            for short in body.acronyms:
                self.short.add(short, ref)
        if self._initials is not None:
            _add_initials(self._initials, form, ref)

    def by_initials(self, short: str) -> Sequence[Ref]:
        """Those whose name has three words or more, that begin with these letters."""
        if self._initials is None:
            self._initials = RefsByKey()
            for form in map(_form, self._texts):
                for ref in self.named.of(form.key):
                    _add_initials(self._initials, form, ref)
        return self._initials.of(short)

    def near(self, form: Form) -> Iterator[Form]:
        """The forms that share a rare word, or two common ones, and may resemble it as a whole.

        What is misspelt begins with the same letter, so that the words of one form begin with letters of the other.
        """
        texts, letters = self._texts, self._letters
        for number in range(self._blocks.count, len(texts)):
            words = texts[number].split()
            self._blocks.add(number, _own_words(words))
            letters.append(_letters(words))
        own = _letters(form.words)
        for number in self._blocks.near(_own_words(form.words)):
            if own & letters[number] in (own, letters[number]):
                yield _form(texts[number])


def _add_initials(refs: RefsByKey[str], form: Form, ref: Ref) -> None:
    if len(form.words) > 2:
        refs.add(initials(form.words), ref)


def _letters(words: Sequence[str]) -> int:
    """The letters that words begin with, as bits: other letters may share a bit."""
    bits = 0
    for word in words:
        bits |= 1 << (ord(word[0]) & 63)
    return bits


def _form(text: str) -> Form:
    return Form(tuple(text.split()), text.replace(" ", ""))


def _own_words(words: Sequence[str]) -> Sequence[str]:
    """The words by which a name is looked for: half of all bodies are some network or association."""
    return [word for word in words if word not in GENERIC] or words
