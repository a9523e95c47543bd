"""Languages as lists of recipients name them: by a code, in English or in other words; one or several."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain

from signatories.collation import fold

_NAMED_IN = ("en", "fr", "es", "de", "pt", "it", "nl", "ru", "ar", "zh", "ja")
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
_WORD = re.compile(r"[^\W_]+")


def reads(told: str, code: str) -> bool:
    """Whether the language of a code, whatever the region, is among those that somebody told.

    Who reads any language, or of whom it is not known, reads this one.
    """
    every = _parts(told)
    words = [_WORD.findall(each) for each in every]
    if _is_any(words):
        return True
    wanted = _base(code)
    codes = {_base(word) for each in every for word in each.split()}
    return wanted in codes or not _names(wanted).isdisjoint(chain(every, *words))


@lru_cache(maxsize=1024)
def preferred(told: str, codes: tuple[str, ...]) -> str | None:
    """The one of these codes that somebody would rather read who told this, in the order of what was told.

    A region counts where it is told. The first one for who reads any language, or of whom it is not known; None for
    who reads none of them.
    """
    every = _parts(told)
    if _is_any([_WORD.findall(each) for each in every]):
        return codes[0]
    for each in filter(None, every):
        same = (code for code in codes if code.casefold() == each.replace("_", "-").casefold())
        found = next(same, None) or next((code for code in codes if reads(each, code)), None)
        if found is not None:
            return found
    return None


def _parts(told: str) -> list[str]:
    return [each.strip() for each in _BETWEEN.split(fold(told))]


def _is_any(words: Sequence[Sequence[str]]) -> bool:
    """Whether the words of each part say any language, or none."""
    return any(each and _WHATEVER.issuperset(each) for each in words) or not any(words)


def _base(code: str) -> str:
    """The language of a code without region and script, in the shorter one of its codes: "en" of "eng" and "en_GB"."""
    base = code.strip().replace("_", "-").partition("-")[0].casefold()
    return _aliases().get(base, base)


@cache
def _aliases() -> dict[str, str]:
    from babel.core import get_global  # noqa: PLC0415 - 0.01 s, for lists that tell languages

    told = {old: new.partition("_")[0] for old, new in get_global("language_aliases").items()}
    return told | {"nb": "no", "nn": "no"}


@cache
def _names(wanted: str) -> frozenset[str]:
    """How the language and its regional forms are called, folded."""
    from babel import Locale  # noqa: PLC0415 - 0.05 s, for lists that name them in words
    from babel.localedata import exists  # noqa: PLC0415 - as above

    named_in = {*_NAMED_IN, *([wanted] if exists(wanted) else ())}
    return frozenset(_ALSO.get(wanted, ())).union(
        fold(name)
        for each in named_in
        for code, name in Locale(each).languages.items()
        if _base(code) == wanted
    )
