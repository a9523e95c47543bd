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

_FEWEST_LETTERS = 3  # of a word that is searched for: fewer begin anything
_FEWEST_DIGITS = 7  # of a telephone number: fewer may be anything
_SIGNS = 5  # that may stand between two words of a name, unless it has more of them itself
_CODES = (1, 2, 3)  # digits of a country's telephone code
_LETTER, _SIGN = r"[^\W_]", r"[\W_]"  # "_" stands for a space in the names of files
_APART = rf"{_SIGN}{{0,3}}"  # what stands between two digits of a number
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
        folded = fold(_spaced(unicodedata.normalize("NFC", text)))
        return any(each.hint in folded and each.found.search(folded) for each in self._patterns)

    def stand_in_json(self, text: str) -> bool:
        """Whether any of them may stand in one of the texts of some JSON."""
        return self.stand_in(_ESCAPED.sub(" ", text))

    def is_name(self, text: str) -> bool:
        """Whether a text is one of the names and nothing else."""
        return fold(text) in self._folded_names

    def are_found_by(self, search: str) -> bool:
        """Whether a search for these words may be one for the person: each is a word of a name, or begins one."""
        words = fold(search).split()
        return bool(words) and any(
            all(_begins(word, name.split()) for word in words) for name in self._folded_names
        )

    def blotted(self, text: str) -> str:
        """The text with BLOT in their places; the same text where none stands."""
        if not self.stand_in(text):
            return text
        text = unicodedata.normalize("NFC", text)
        folded, places = _folded_with_places(_spaced(text))
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


def _begins(word: str, names: Sequence[str]) -> bool:
    return word in names or (
        len(word) >= _FEWEST_LETTERS and any(name.startswith(word) for name in names)
    )


class _Pattern(NamedTuple):
    """What finds a trace, and what stands in every text in which it does: looked for first, a tenth of the time."""

    hint: str
    found: re.Pattern[str]


def _of_names(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        folded = fold(_spaced(name))
        words = re.findall(rf"{_LETTER}+", folded)
        if len(words) > 1:
            most = max(_SIGNS, *map(len, re.findall(rf"{_SIGN}+", folded)))
            together = rf"{_SIGN}{{1,{most}}}".join(words)
            yield rf"(?<!{_LETTER}){together}(?!{_LETTER})", max(words, key=len)
        elif words and _OWN_SCRIPT.fullmatch(words[0]):
            yield words[0], words[0]
        elif words:
            yield _alone(folded, words[0]), words[0]


def _alone(name: str, word: str) -> str:
    """A name of one word with the signs around it, where it is all or set off from what else there is."""
    before, _, after = (len(part) for part in name.partition(word))
    signs = r'(?:_|[^\w",;.])'
    begins = r'(?:^|(?<=[",:;])|(?<=[,:;] ))'
    return rf'{begins}{signs}{{0,{before}}}{word}{signs}{{0,{after}}}(?=[",;.]|$)'


def _of_emails(emails: Iterable[str]) -> Iterator[tuple[str, str]]:
    for email in emails:
        if address := fold(email):
            yield rf"(?<![\w.+-]){re.escape(address)}(?!-|{_LETTER})", address


def _of_numbers(telephones: Iterable[str]) -> Iterator[tuple[str, str]]:
    for telephone in telephones:
        digits = re.sub(r"\D", "", telephone)
        if len(digits) >= _FEWEST_DIGITS:
            yield _number("", digits), digits[0]
        for before, rest in _parts_of_number(telephone.strip(), digits):
            if len(rest) >= _FEWEST_DIGITS:
                yield (
                    _number(rf"(?:(?:00)?{before}{_APART}(?:0{_APART})?|0{_APART})", rest),
                    rest[0],
                )


def _parts_of_number(telephone: str, digits: str) -> Iterator[tuple[str, str]]:
    """What finds the code of a country, and the number as it is dialled there after a zero.

    Nobody says how long a code is: each of the possible lengths is one.
    """
    if telephone.startswith(("+", "00")):
        whole = digits.removeprefix("00")
        yield from ((whole[:length], whole[length:]) for length in _CODES)
    elif digits.startswith("0"):
        yield rf"\d{{{_CODES[0]},{_CODES[-1]}}}", digits[1:]


def _number(before: str, digits: str) -> str:
    return rf"(?<!\d){before}{_APART.join(digits)}(?!\d)"


def _spaced(text: str) -> str:
    """The text with a space, which `fold` keeps, for each that has no width."""
    return text.replace("\u200b", " ")


def _folded_with_places(text: str) -> tuple[str, list[int]]:
    """A text folded character by character, and where in it each folded character comes from."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for each in fold(f"x{character}x")[1:-1]:  # amid others: alone a space would be nothing
            if each != " " or folded[-1:] not in ([], [" "]):  # several are one, as `fold` has it
                folded.append(each)
                places.append(place)
    return "".join(folded).rstrip(), places
