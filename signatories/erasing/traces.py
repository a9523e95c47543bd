"""The words by which a person is found in any text, whatever its case, accents or normal form."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from signatories.collation import fold

BLOT = "[…]"
"""What stands where a name was."""

_FEWEST_DIGITS = 7  # of a telephone number: fewer may be anything
_SIGNS = 5  # that may stand between two words of a name, unless it has more of them itself
_ESCAPED = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)")  # the end of a line, a quote
_OWN_SCRIPT = re.compile("[\u2e80-\uffff]{2,}")  # written without spaces, as East Asian names are


@dataclass(frozen=True)
class Traces:
    """Names, e-mail addresses and telephone numbers of one person.

    A name of two words or more is found wherever it stands. One of a single word is found only where it is the whole
    text or set off by commas: "Rose" is a flower too. A given name alone in a note is found by nobody but its reader.
    """

    names: Sequence[str]
    emails: Sequence[str] = ()
    telephones: Sequence[str] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All of them, the names first."""
        return *self.names, *self.emails, *self.telephones

    def stand_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        folded = fold(unicodedata.normalize("NFC", text))
        return any(each.hint in folded and each.found.search(folded) for each in self._patterns)

    def stand_in_json(self, text: str) -> bool:
        """Whether any of them may stand in one of the texts of some JSON."""
        return self.stand_in(_ESCAPED.sub(" ", text))

    def is_name(self, text: str) -> bool:
        """Whether a text is one of the names and nothing else."""
        return fold(text) in self._folded_names

    def blotted(self, text: str) -> str:
        """The text with BLOT in their places; the same text where none stands."""
        if not self.stand_in(text):
            return text
        text = unicodedata.normalize("NFC", text)
        folded, places = _folded_with_places(text)
        parts: list[str] = []
        end = 0
        for found in self._pattern.finditer(folded):
            parts += text[end : places[found.start()]], BLOT
            end = places[found.end() - 1] + 1
        return "".join((*parts, text[end:]))

    def blotted_data(self, data: Any) -> Any:
        """Plain data as JSON has it, with all its texts so; keys stay."""
        match data:
            case str():
                return self.blotted(data)
            case list():
                return [self.blotted_data(each) for each in data]
            case dict():
                return {key: self.blotted_data(each) for key, each in data.items()}
            case _:
                return data

    @cached_property
    def _folded_names(self) -> frozenset[str]:
        return frozenset(fold(name) for name in self.names)

    @cached_property
    def _patterns(self) -> tuple["_Pattern", ...]:
        """What finds them in folded text."""
        every = (*_of_names(self.names), *_of_emails(self.emails), *_of_numbers(self.telephones))
        return tuple(_Pattern(hint, re.compile(text)) for text, hint in dict(every).items())

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """All of them as one; one that finds nothing where there are none."""
        return re.compile("|".join(each.found.pattern for each in self._patterns) or "(?!)")


class _Pattern(NamedTuple):
    """What finds a trace, and what stands in every text in which it does: looked for first, a tenth of the time."""

    hint: str
    found: re.Pattern[str]


def _of_names(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        words = re.findall(r"\w+", fold(name))
        if len(words) > 1:
            most = max(_SIGNS, *map(len, re.findall(r"\W+", fold(name))))
            together = rf"\W{{1,{most}}}".join(words)
            yield rf"(?<!\w){together}(?!\w)", max(words, key=len)
        elif words and _OWN_SCRIPT.fullmatch(words[0]):
            yield words[0], words[0]
        elif words:
            yield _alone(fold(name), words[0]), words[0]


def _alone(name: str, word: str) -> str:
    """A name of one word with the signs around it, where it is all or set off from what else there is."""
    before, _, after = (len(part) for part in name.partition(word))
    signs = r'[^\w",;.]'
    begins = r'(?:^|(?<=[",:;])|(?<=[,:;] ))'
    return rf'{begins}{signs}{{0,{before}}}{word}{signs}{{0,{after}}}(?=[",;.]|$)'


def _of_emails(emails: Iterable[str]) -> Iterator[tuple[str, str]]:
    for email in emails:
        if address := fold(email):
            yield rf"(?<![\w.+-]){re.escape(address)}(?![\w-])", address


def _of_numbers(telephones: Iterable[str]) -> Iterator[tuple[str, str]]:
    for telephone in telephones:
        digits = re.findall(r"\d", telephone)
        if len(digits) >= _FEWEST_DIGITS:
            number = r"[^\d\w]{0,3}".join(digits)
            yield rf"(?<!\d){number}(?!\d)", digits[0]


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """A text folded character by character, and where in it each folded character comes from."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for each in fold(f"x{character}x")[1:-1]:  # amid others: alone a space would be nothing
            if each != " " or folded[-1:] != [" "]:  # several are one, as `fold` has it
                folded.append(each)
                places.append(place)
    return "".join(folded), places
