"""Languages as lists of recipients name them: by a code, in English, or in their own words."""

from functools import cache

from signatories.collation import fold

_OWN_NAMES = ("ar", "de", "en", "es", "fr", "it", "ja", "nl", "pt", "ru", "zh")


def is_language(told: str, code: str) -> bool:
    """Whether a language that somebody told is that of a code, whatever the region."""
    wanted = _base(code)
    return _base(told) == wanted or _codes().get(fold(told)) == wanted


def _base(code: str) -> str:
    return code.strip().replace("_", "-").partition("-")[0].casefold()


@cache
def _codes() -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - 0.05 s, for lists that name languages in words

    english = {fold(name): code for code, name in Locale("en").languages.items()}
    own = {fold(Locale(code).languages[code]): code for code in _OWN_NAMES}
    return english | own
