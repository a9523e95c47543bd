"""An organisation's name taken apart: what tells who it is, and the forms in which it may be written."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from signatories.matching.spelling import initials, words_of
from signatories.matching.vocabulary import FILLING, LEGAL_FORMS, places

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_TELLING_NOTHING = FILLING | LEGAL_FORMS
_LONGEST_ACRONYM = 12


class Form(NamedTuple):
    """One way to write a name. `key` is equal for spellings that differ by signs, spaces and small words."""

    words: tuple[str, ...]
    key: str


class BodyName(NamedTuple):
    """A name's forms, the whole without its brackets first, and its acronyms, folded."""

    forms: tuple[Form, ...]
    acronyms: tuple[str, ...]


@lru_cache(maxsize=4096)  # a name is looked up and then added, and rows beside each other repeat it
def main_form(name: str) -> Form:
    """The form of a name without brackets that only repeat or explain it."""
    if has_brackets(name):
        name = _without_brackets(name)
    return form_of(words_of(name))


def form_of(words: list[str]) -> Form:
    """The words that tell something, or all when none does."""
    core = [word for word in words if word not in _TELLING_NOTHING] or words
    return Form(tuple(core), "".join(core))


def take_apart(name: str, acronym: str = "") -> BodyName:
    """All forms of a name: the whole, each side of a slash, what brackets say in several words."""
    if not acronym and not has_parts(name):
        return BodyName((main_form(name),), _folded(_first_word(name)))
    inside = _BRACKETS.findall(name) if has_brackets(name) else []
    outside = _BRACKETS.sub(" ", name) if inside else name
    main = main_form(name)
    forms = {main.key: main}
    others = [*(outside.split("/") if "/" in outside else ()), *inside]
    for part in [*others, name] if others else ():
        form = form_of(words_of(part))
        if len(form.words) > 1:
            forms.setdefault(form.key, form)
    shorts = [acronym, *inside, *_first_word(outside)]
    return BodyName(tuple(forms.values()), _folded(shorts))


def has_parts(name: str) -> bool:
    """Whether a name may hold an acronym or a second name: most hold none, and need not be taken apart."""
    return has_brackets(name) or "/" in name or " " not in name


def has_brackets(name: str) -> bool:
    """Whether anything in a name is bracketed."""
    return "(" in name or "[" in name


def is_short(text: str) -> bool:
    """Whether a text looks like an acronym: one word, mostly of capitals."""
    if text[1:].islower():  # as nearly all words are
        return False
    capitals = sum(map(str.isupper, text))
    return " " not in text and 1 < capitals <= _LONGEST_ACRONYM and 2 * capitals >= len(text)


def is_acronym_of(short: str, words: tuple[str, ...]) -> bool:
    """Whether an acronym is made of the first letters of words that tell something, or of the first of them."""
    return len(short) > 2 and initials(words).startswith(short)


def _first_word(name: str) -> list[str]:
    return [word.rstrip(":,") for word in name.split(maxsplit=1)[:1]]


def _folded(shorts: Iterable[str]) -> tuple[str, ...]:
    """The acronyms among some texts, folded."""
    found = ["".join(words_of(short)) for short in shorts if is_short(short.strip())]
    return tuple(dict.fromkeys(filter(None, found))) if found else ()


def _without_brackets(name: str) -> str:
    """The name without what brackets repeat; a place that is told nowhere else, or one plain word, stays."""
    outside = _BRACKETS.sub(" ", name)
    there = set(words_of(outside))
    return _BRACKETS.sub(lambda bracket: _kept(bracket[1], there), name)


def _kept(inside: str, there: set[str]) -> str:
    words = words_of(inside)
    if len(words) == 1 and not is_short(inside.strip()):
        return inside
    return " ".join([word for word in words if word in places() and word not in there]) or " "
