"""What one cell looks like by itself: an address, a date, a country, a person's name."""

import re
from functools import cache

from signatories.collation import fold
from signatories.dates import parse_date
from signatories.imports.lines import shapes
from signatories.imports.lines.name_words import TITLES

_LONGEST = 200
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.\w{2,}")
_WEBSITE = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|info|int|eu|ngo|edu|[a-z]{2})(?:/\S*)?"
)
_DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:[ T,].{0,25})?")
_TELEPHONE = re.compile(r"\+?[\d\s()./-]{6,24}(?:\s*(?:ext|x)\.?\s*\d+)?")
_SEPARATED = re.compile(r"[\s()./-]")
_NUMBER = re.compile(r"[+-]?\d[\d.,'’\s]*\s?%?")
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9._/-]{2,14}")
_ANSWERS = (
    "yes no y n true false oui non si ja nein sim nao нет да نعم لا はい いいえ 是 否 예 아니요 tak nie evet "
    "hayır agree disagree confirmed promised declined invited considering withdrawn"
)
_LANGUAGES = (
    "English French Spanish German Portuguese Italian Russian Arabic Chinese Japanese Dutch Polish Turkish Korean "
    "anglais français espagnol allemand portugais italien russe arabe chinois japonais "
    "inglés francés español alemán portugués italiano ruso árabe chino japonés "
    "Englisch Französisch Spanisch Deutsch Portugiesisch Italienisch Russisch Arabisch Chinesisch Japanisch "
    "inglês francês espanhol alemão português inglese francese spagnolo tedesco portoghese "
    "английский французский испанский русский немецкий العربية الإنجليزية الفرنسية 日本語 英語 中文 英文 "
    "en fr es de pt it ru ar zh ja nl pl tr ko"
)
_ANSWER_FIRST = re.compile(
    r"(?:yes|no|not|oui|non|si|ja|nein|sim|nao|нет|да|maybe|perhaps)\b(?!\.?\s*\d)"
)
_BETWEEN_LANGUAGES = re.compile(r"[;,/&\s]+")


def kinds_of(cell: str) -> frozenset[str]:
    """All that a cell can be; nothing when it is only text. The unmistakable excludes the rest."""
    text = " ".join(cell.split())
    if not text or len(text) > _LONGEST:
        return frozenset()
    certain = _certain(text, cell.strip())
    return frozenset({certain}) if certain else _likely(text, cell.strip())


def is_like_answer(cell: str) -> bool:
    """Whether it is a yes or a no, or begins with one: "Yes, if …"."""
    return bool(_ANSWER_FIRST.match(fold(cell))) or "answer" in kinds_of(cell)


def has_several_words(cell: str) -> bool:
    """Whether it can be a whole name, and not one half of it."""
    return shapes.has_several_words(cell.strip())


def _certain(text: str, cell: str) -> str | None:
    """What a cell is beyond doubt; a country before a code, for codes of countries are countries."""
    tests = (
        ("email", _EMAIL.search(text)),
        ("website", _WEBSITE.fullmatch(text.casefold())),
        ("date", _is_date(text)),
        ("telephone", _are_telephones(cell)),
        ("number", _NUMBER.fullmatch(text)),
        ("country", shapes.is_country(text)),
        ("code", _CODE.fullmatch(text)),
    )
    return next((kind for kind, is_it in tests if is_it), None) or _word(text)


def _word(text: str) -> str | None:
    """What a word or two say that have one meaning only."""
    folded = fold(text)
    if folded in _folded(_ANSWERS):
        return "answer"
    if {word.rstrip(".") for word in re.split(r"[\s/]+", folded)} <= TITLES:
        return "form_of_address"
    languages = {word for word in _BETWEEN_LANGUAGES.split(folded) if word}
    return "language" if languages <= _folded(_LANGUAGES) else None


def _likely(text: str, cell: str) -> frozenset[str]:
    """What the shape of a text may be: a person and an organisation at once."""
    first, comma, rest = cell.partition("\n") if "\n" in cell else text.partition(",")
    return frozenset(
        kind
        for kind, is_it in (
            ("entry", bool(comma) and shapes.looks_like_full_name(first) and _is_addition(rest)),
            ("organisation", shapes.looks_like_organisation(text)),
            ("role", shapes.looks_like_role(text)),
            ("person", shapes.looks_like_full_name(text)),
        )
        if is_it
    )


def _is_addition(text: str) -> bool:
    return shapes.looks_like_organisation(text) or shapes.looks_like_role(text.strip())


def _is_date(text: str) -> bool:
    """Whether it is a day or a month; a year alone is a number."""
    if _DATE.fullmatch(text):
        return True
    return any(map(str.isdigit, text)) and not text.isdigit() and parse_date(text) is not None


def _are_telephones(cell: str) -> bool:
    """Seven digits and more in each line, with what telephone numbers begin with or are divided by."""
    lines = [line.strip() for line in re.split(r"[\n;]", cell) if line.strip()]
    return all(
        7 <= sum(map(str.isdigit, line)) <= 18
        and (line[0] in "+0(" or bool(_SEPARATED.search(line)))
        and bool(_TELEPHONE.fullmatch(line))
        for line in lines
    )


@cache
def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())
