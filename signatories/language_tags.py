"""Codes of languages (BCP 47): the language, the script and the region that one names or implies."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from babel import Locale

_REPLACED = {
    "bh": "bho",
    "in": "id",
    "iw": "he",
    "ji": "yi",
    "jw": "jv",
    "mo": "ro",
    "nb": "no",
    "nn": "no",
    "sh": "sr_Latn",
    "tl": "fil",
    "tw": "ak",
}
"""Codes of two letters that stand for others; longer ones stand in Unicode's tables, which take longer to load."""


class Tag(NamedTuple):
    """A language, with its script and its region where the code says so: "zh", "Hant", "TW"."""

    language: str
    script: str = ""
    region: str = ""

    @property
    def code(self) -> str:
        """As Unicode's tables write it: "zh_Hant_TW"."""
        return "_".join(filter(None, self))


@lru_cache(maxsize=1024)
def parse(code: str) -> Tag:
    """Read a code, the language in the shortest of its codes: that of "eng" and "en_GB" is "en"."""
    language, *rest = code.strip().replace("_", "-").split("-")
    short, *implied = _present_code(language.casefold()).split("_")
    subtags = [*rest, *implied]
    script = next((each.title() for each in subtags if len(each) == 4 and each.isalpha()), "")
    region = next((each.upper() for each in subtags if _is_region(each)), "")
    return Tag(short, script, region)


@lru_cache(maxsize=1024)
def script_of(tag: Tag) -> str:
    """The script that a tag names or implies: "Hant" of "zh-TW"; "" where that is not known."""
    return tag.script or likely(tag).script


@lru_cache(maxsize=1024)
def likely(tag: Tag) -> Tag:
    """The tag with the script and the region that most who write it mean: "zh-Hans-CN" of "zh"."""
    shorter = (tag, tag._replace(region=""), tag._replace(script=""), Tag(tag.language))
    known = next(
        (full for each in shorter if (full := _table("likely_subtags").get(each.code))), ""
    )
    _, script, region = [*known.split("_"), "", ""][:3]
    return Tag(tag.language, tag.script or script, tag.region or region)


def ways(code: str) -> Iterator[str]:
    """The codes, in lower case, under which words of a language may stand, the best first: zh-tw, zh-hant, zh."""
    whole = code.strip().replace("_", "-").lower()
    yield whole
    tag = parse(code)
    yield f"{tag.language}-{script_of(tag).lower()}"
    yield tag.language


def _is_region(subtag: str) -> bool:
    return (len(subtag) == 2 and subtag.isalpha()) or (len(subtag) == 3 and subtag.isdecimal())


def _present_code(language: str) -> str:
    """The code that a language has by now, with a script where the old one implied it."""
    short = language if len(language) == 2 else _table("language_aliases").get(language, language)
    return _REPLACED.get(short, short)


@cache
def _table(name: Literal["language_aliases", "likely_subtags"]) -> Mapping[str, str]:
    """A table of Unicode's about codes; they take 0.05 s to load, and plain letters need none."""
    from babel.core import get_global  # noqa: PLC0415 - see above

    return get_global(name)


@lru_cache(maxsize=1024)
def locale(code: str) -> "Locale | None":
    """What Unicode knows of a language: its names, its dates. None where it knows nothing; as dear as the tables."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - see above

    try:
        return Locale.parse(code.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError):
        return None
