"""What the header of a column means, by its words."""

import re
from functools import cache

from signatories.collation import fold
from signatories.column_names import phrases
from signatories.column_names.words import (
    ANSWERS,
    BARE_NAMES,
    HEADER_WORDS,
    HOLDERS,
    TELLING,
    UNIMPORTANT,
)

_WORDS = re.compile(r"(?:[^\W_]|[\u0900-\u0963\u0e31-\u0e4e])+")  # Hindi, Thai: with vowel signs
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BRACKETS = re.compile(r"\s*[(\[（【].*?[)\]）】]|[*＊※:：]")
_BETWEEN_LANGUAGES = re.compile(r"\s*[/|\n]\s*|\s+[-–—]\s+")
_LONGEST = 2000
"""Letters that a heading may have: form questions have hundreds. Brackets are sought from each letter to the end."""
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_known(cell: str) -> bool:
    """Whether a cell is, as a whole, a word that heads columns."""
    return bool(meant_by(cell))


def meant_by(header: str) -> tuple[str, ...]:
    """The fields that a header names as a whole: "State" is a country or a participant.

    What stands in brackets may be left aside; a header in several languages must mean the same in each. "number",
    "city" and "postal_code" are known words that are no field of ours. A text of thousands of letters heads nothing.
    """
    if len(header) > _LONGEST:
        return ()
    header = _last_of_path(header)
    for text in (header, _BRACKETS.sub("", header)):
        if found := _shared(text) or _exact().get(tuple(_words(text)), ()):
            return found
    return ()


def suggested_by(header: str) -> tuple[str, ...]:
    """Fields whose longest header stands within these words: "Address of the mission" is an address.

    A single word decides only where it cannot mean the name or the state of something else. The head of an organisation
    is a person, and a question that is answered by yes or no asks for no name.
    """
    if len(header) > _LONGEST:
        return ()
    header = _last_of_path(header)
    if _UNSPACED.search(header):
        return _last_within(header)
    if phrases.asks_yes_or_no(header):
        return tuple(field for field in _within(header) if field in ANSWERS)
    if phrases.names_somebody(header):
        return ("person",)
    if phrases.belongs_to_somebody(header):
        head = phrases.parts_of(header)[0]
        return meant_by(head) or _within(head)
    return _within(header)


def _last_of_path(header: str) -> str:
    """The question alone, where a form puts the names of its groups before it: group_who/name."""
    groups, _, question = header.rpartition("/")  # Country/Pays is in two languages
    is_path = "_" in groups and header.replace("/", "").isidentifier()
    return question or header if is_path else header


def asked_about(question: str) -> tuple[str, ...]:
    """What a question answered by yes or no is about: an organisation, in "Do you represent an organisation?"."""
    return tuple(field for field in _within(question) if field not in ANSWERS)


def _within(header: str) -> tuple[str, ...]:
    words = set(_words(header))
    begun = (each for word in words for each in _by_first_word().get(word, ()))
    within = [
        known
        for _, known in sorted(begun)
        if words.issuperset(known) and (len(known) > 1 or TELLING.issuperset(known))
    ]
    longest = max(map(len, within), default=0)
    found = [field for known in within if len(known) == longest for field in _exact()[known]]
    belonging = [field for field in found if field not in HOLDERS]
    return tuple(dict.fromkeys(belonging or found))


def is_bare_name(header: str) -> bool:
    """Whether it says no more than "name", which beside a column of first names means the other half."""
    return fold(" ".join(_words(_BRACKETS.sub("", header)))) in BARE_NAMES


def _shared(header: str) -> tuple[str, ...]:
    """What all parts of a header mean: Country / Pays. Name / Organisation is a whole entry, and a bare name
    under another heading is of what that says: Organisation / Name.
    """
    parts = [_exact().get(tuple(_words(part)), ()) for part in _BETWEEN_LANGUAGES.split(header)]
    if len(parts) == 1 or not all(parts):
        return ()
    if is_bare_name(_BETWEEN_LANGUAGES.split(header)[-1]) and "name" not in parts[0]:
        return parts[0] if "person" not in parts[0] else ("name",)
    shared = tuple(field for field in parts[0] if all(field in part for part in parts))
    is_entry = {"name", "organisation"} <= {field for part in parts for field in part}
    return shared or (("entry",) if is_entry else ())


@cache
def _exact() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Fields by the words of a header. One header may mean several: "State" is a country or a participant."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for field, headers in HEADER_WORDS.items():
        for words in dict.fromkeys(tuple(_words(header)) for header in headers):
            found[words] = (*found.get(words, ()), field)
    return found


@cache
def _by_first_word() -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """The words of headers with their places among all, by the first of them."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for place, known in enumerate(_exact()):
        found.setdefault(known[0], []).append((place, known))
    return found


@cache
def _unspaced() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Words of two signs and more in scripts without spaces, folded, with their fields."""
    words = {
        header: meant_by(header)
        for headers in HEADER_WORDS.values()
        for header in headers
        if len(header) > 1 and _UNSPACED.search(header)
    }
    return tuple((fold(word), fields) for word, fields in words.items())


def _last_within(header: str) -> tuple[str, ...]:
    """The fields of the word that ends last, as the head of a compound does: 担当者メールアドレス is an address."""
    text = fold(_BRACKETS.sub("", header))
    within = [
        (text.rfind(word) + len(word), len(word), fields)
        for word, fields in _unspaced()
        if word in text
    ]
    return max(within)[2] if within else ()


def _words(header: str) -> list[str]:
    """The words that matter, folded: "MC_eMail (required)" gives mc, e, mail. A lone sign is a word: #."""
    plain = fold(_CAMEL.sub(" ", header.replace("-", " ")))
    words = _WORDS.findall(plain) or plain.split()
    return [word for word in words if word not in UNIMPORTANT] or words
