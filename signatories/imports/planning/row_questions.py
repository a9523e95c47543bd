"""What a row says of an organisation that cannot all be true: asked while it is read, never changed."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from signatories import contradictions
from signatories.imports.lines import shapes
from signatories.imports.lines.name_words import TITLES
from signatories.imports.lines.officers import is_role
from signatories.texts import N_, Message, message

_BETWEEN_NAMES = (
    re.compile(  # it begins with a set of characters, by which a search finds its places far faster
        r"[()（）\[\]/;；、\s](?:(?<=[(（\[])\s*(?:for|pour|für|por)\s|(?<=[()（）\[\]/;；、\n])"
        r"|(?:[–—-]|and|und|et|&|и|c/o)\s"
        r"|(?<!\b(?:MP|TD)\s)(?<!\b(?:MEP|MLA|MSP)\s)(?:for|pour|für|за|p\.\s?p\.)\s)"
    )
)
_DITTO = frozenset(
    (
        '"',
        "''",
        "“",
        "”",
        "„",
        "″",
        "〃",
        "〞",
        '-"-',
        "ditto",
        "dito",
        "do.",
        "idem",
        "id.",
        "dto.",
        "то же",
        "同上",
    )
)
_FEWEST, _MOST = 2, 5  # words of a personal name, without its title


def about_organisations(
    names: Sequence[str], codes: Sequence[str | None], *addresses: Sequence[str]
) -> Iterator[tuple[int, Message]]:
    """Questions about the names of organisations in some rows, the ISO codes of their countries, and their e-mail and
    web addresses, each with the number of its row.
    """
    columns = zip(names, codes, *addresses, strict=True)
    for number, (name, country, *given) in enumerate(columns):
        if name and (question := about_name(name)):
            yield number, question
        if country and (question := _about_country(country, name, given)):
            yield number, question


def _about_country(country: str, name: str, addresses: Sequence[str]) -> Message | None:
    """One question is enough: where the name contradicts the country, the addresses are not asked about too."""
    if name and (question := contradictions.about_country(name, country)):
        return question
    asked = (contradictions.about_domain(each, country) for each in addresses if each)
    return next(filter(None, asked), None)


def about_signers(names: Sequence[str]) -> Iterator[tuple[int, Message]]:
    """Questions about the names of persons in some rows, each with the number of its row."""
    if _BETWEEN_NAMES.search("|".join(names)):
        for number, name in enumerate(names):
            for question in about_signer(name):
                yield number, question


def about_signer(name: str) -> Iterator[Message]:
    """A question when two people stand in the name of one: "Anna Berg (Dr. Bo Lee)", "Anna and Bo Lee".

    One name in two alphabets, or a part of it again, is that of the same person.
    """
    pieces = _BETWEEN_NAMES.split(name)
    if len(pieces) == 1 or shapes.is_country(name):  # Bosnia and Herzegovina
        return
    names = [piece for piece in map(str.strip, pieces) if _is_whole_name(piece)]
    are_family = shapes.names_two(name) and shapes.looks_like_person(name)
    if are_family or any(_are_two(one, other) for one, other in combinations(names, 2)):
        text = N_("“{name}” may be two people: is it to be printed so?")
        yield message(text, name=name)


def _is_whole_name(text: str) -> bool:
    if " " not in text or TITLES.issuperset(shapes.words(text)):
        return False
    return shapes.looks_like_full_name(text) and not is_role(text)


def _are_two(one: str, other: str) -> bool:
    said, also = set(shapes.words(one)), set(shapes.words(other))
    return _script(one) == _script(other) and not (said <= also or also <= said)


def _script(text: str) -> str:
    """The first word of what Unicode calls the first letter: LATIN, CJK, HIRAGANA."""
    letter = next(filter(str.isalpha, text))
    return unicodedata.name(letter, "").partition(" ")[0]


@lru_cache(maxsize=4096)
def about_name(organisation: str) -> Message | None:
    """A question when what stands in the place of an organisation is none: a mark of repetition, or a person."""
    if organisation.casefold() in _DITTO:
        text = N_("“{name}” repeats what stands above it: write it out.")
        return message(text, name=organisation)
    return _about_person(organisation)


def _about_person(organisation: str) -> Message | None:
    """A question about a person with a title: "Dr. Anna Berg"."""
    if not shapes.begins_with_title(organisation) or not shapes.looks_like_person(organisation):
        return None
    if not _FEWEST < len(organisation.split()) <= _MOST + 1:
        return None
    text = N_("“{name}” looks like a person, and stands as an organisation.")
    return message(text, name=organisation)
