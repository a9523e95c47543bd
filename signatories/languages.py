"""Languages as lists of recipients name them: by a code, in English or in other words; one or several."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain

from signatories import countries
from signatories.collation import fold
from signatories.language_tags import Tag, likely, locale, parse, script_of

_NAMED_IN = ("en", "fr", "es", "de", "pt", "it", "nl", "ru", "ar", "zh", "zh_Hant", "ja")
_SCRIPTS = ("Cyrl", "Hans", "Hant", "Latn")  # those that are told beside a language
_LONGEST_CODE = (
    3  # characters; a short word in brackets may be the code of a language or of a country
)
_ALSO = {
    "es": {"castellano", "castilian", "castillan", "castella", "kastilisch"},
    "fa": {"farsi", "dari"},
    "nl": {"flemish", "vlaams", "flamand", "flamisch"},
    "zh": {"mandarin", "mandarim", "putonghua", "普通话", "普通話", "汉语", "漢語", "华语", "華語"},
}
"""Names that Babel does not give, folded."""
_WHATEVER = {
    *("any", "all", "every", "various", "multiple", "multilingual", "mul", "und", "unknown", "none", "n", "a"),
    *("language", "languages", "toute", "toutes", "tous", "todas", "todos", "cualquiera", "qualquer", "alle", "egal"),
}  # fmt: skip
_BETWEEN = re.compile(r"[,;/\\&+|()]|\b(?:and|or|et|ou|y|und|oder)\b")
_BESIDE = re.compile(r"\s*[(,]\s*(?P<words>[^(),;/]*[^(),;/\s])\s*(?:\)|(?=[,;/])|$)")
_WORD = re.compile(r"[^\W_]+")


def reads(told: str, code: str) -> bool:
    """Whether the language of a code, whatever the region, is among those that somebody told, in a script they read.

    Who reads any language, or of whom it is not known, reads this one.
    """
    every = _parts(told)
    return _is_any(every) or any(_told(each, parse(code)) for each in every)


@lru_cache(maxsize=1024)
def preferred(told: str, codes: tuple[str, ...]) -> str | None:
    """The one of these codes that somebody would rather read who told this, in the order of what was told.

    A region counts where it is told. The first one for who reads any language, or of whom it is not known; None for
    who reads none of them.
    """
    every = _parts(told)
    if _is_any(every):
        return codes[0]
    for each in filter(None, every):
        found = {code: tag for code in codes if (tag := _told(each, parse(code)))}
        if found:
            return min(found, key=lambda code: _distance(found[code], parse(code)))
    return None


@cache
def called(code: str) -> str:
    """What a language calls itself, with its code: "français (fr)"; of one that no table names only the code."""
    known = locale(code)
    return f"{known.display_name} ({code})" if known else code


def code_of(words: str) -> str | None:
    """The code of the language that these words name, in one of the languages most widely read: "pt-BR"."""
    return _codes().get(fold(words.strip()))


def _parts(told: str) -> list[str]:
    """Each language that is told, folded; a script or a region beside it as in a code: "serbian-latn"."""
    return [each.strip() for each in _BETWEEN.split(_BESIDE.sub(_as_subtag, fold(told)))]


def _as_subtag(beside: re.Match[str]) -> str:
    """What stands in brackets or after a comma, if it is a script or a country in words, as in a code."""
    words = beside["words"]
    found = countries.find(words) if len(words) > _LONGEST_CODE else None
    subtag = _scripts().get(words) or (found.iso if found else "")
    return f"-{subtag}" if subtag else beside[0]


def _is_any(parts: Sequence[str]) -> bool:
    """Whether the words of each part say any language, or none."""
    words = [_WORD.findall(each) for each in parts]
    return any(each and _WHATEVER.issuperset(each) for each in words) or not any(words)


def _told(part: str, wanted: Tag) -> Tag | None:
    """What a part tells of this language; None where it tells of others, or of a script that this one is not in."""
    found = _found(part, wanted.language)
    if found is None or found[1:] == ("", ""):
        return found
    script, there = script_of(found), script_of(wanted)
    return None if script and there and script != there else found


def _found(part: str, language: str) -> Tag | None:
    """A language in the words of a part, with the script and region beside it."""
    names = _names(language)
    if part in names:
        return parse(names[part])
    tags = [parse(word) for word in part.split()]
    named = [tag for tag in (*tags, *map(Tag, _WORD.findall(part))) if tag.language in names]
    tag = next(chain((tag for tag in tags if tag.language == language), named), None)
    if tag is None:
        return None
    called = parse(names.get(tag.language, language))
    beside = next((code for each in tags if (code := _scripts().get(each.language))), "")
    return Tag(language, tag.script or called.script or beside, tag.region or called.region)


def _distance(told: Tag, offered: Tag) -> int:
    """How far what is offered is from what was told."""
    return 0 if told == offered else 1 if likely(told) == likely(offered) else 2


@cache
def _scripts() -> dict[str, str]:
    """The codes of scripts by what they are called, folded."""
    every = (known.scripts for known in filter(None, map(locale, _NAMED_IN)))
    return {fold(names[code]): code for names in every for code in _SCRIPTS}


@cache
def _names(wanted: str) -> dict[str, str]:
    """The codes of a language and its regional forms by what they are called, folded."""
    own = (wanted, *(f"{wanted}_{script}" for script in _SCRIPTS))
    named_in = dict.fromkeys(filter(None, map(locale, (*_NAMED_IN, *own))))
    return dict.fromkeys(_ALSO.get(wanted, ()), wanted) | {
        fold(name): code
        for each in named_in
        for code, name in each.languages.items()
        if parse(code).language == wanted
    }


@cache
def _codes() -> dict[str, str]:
    """The codes of all languages by what they are called, folded; where two share a name, that of the first wins."""
    named_in = tuple(filter(None, map(locale, _NAMED_IN)))
    return {name: code for code, names in _ALSO.items() for name in names} | {
        fold(name): code.replace("_", "-")
        for each in reversed(named_in)
        for code, name in each.languages.items()
    }
