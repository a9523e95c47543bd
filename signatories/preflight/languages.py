"""Languages as lists of recipients name them: by a code, in English, or in their own words; one or several."""

import re
from functools import cache

from signatories.collation import fold

_OWN_NAMES = ("ar", "de", "en", "es", "fr", "it", "ja", "nl", "pt", "ru", "zh")
_BETWEEN = re.compile(r"[,;/\\&+|()]|\b(?:and|or|et|ou|y|und|oder)\b")


def reads(told: str, code: str) -> bool:
    """Whether the language of a code, whatever the region, is among those that somebody told."""
    wanted = _base(code)
    every = [each.strip() for each in _BETWEEN.split(told) if each.strip()]
    return any(_base(each) == wanted or _codes().get(fold(each)) == wanted for each in every)


def _base(code: str) -> str:
    return code.strip().replace("_", "-").partition("-")[0].casefold()


@cache
def _codes() -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - 0.05 s, for lists that name languages in words

    english = {fold(name): code for code, name in Locale("en").languages.items()}
    own = {fold(Locale(code).languages[code]): code for code in _OWN_NAMES}
    return english | own
