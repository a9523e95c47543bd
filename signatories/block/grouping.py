"""The groups of a block: what its lines share, in words of the letter's language, in printed order."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from signatories import countries
from signatories.block import wording
from signatories.block.settings import BlockSettings, GroupSettings
from signatories.block.signatory import Signatory
from signatories.block.values import printable
from signatories.collation import sort_key
from signatories.language_tags import locale
from signatories.models import Capacity
from signatories.models.block import Grouping


class Group(NamedTuple):
    """Lines that share a value: its words, what was chosen for it, the lines in block order, how many there are.

    The one without a value has no words; it stands first unless its place was chosen, as nothing tells it from the
    group above it.
    """

    key: str
    words: str
    chosen: GroupSettings
    members: list[Signatory]
    size: int


def groups(signatories: Iterable[Signatory], settings: BlockSettings, language: str) -> list[Group]:
    """Part a list into groups: those chosen in their order, then the others by alphabet."""
    every = list(signatories)
    members: dict[str, list[Signatory]] = {}
    if every and settings.grouping is Grouping.NONE:
        members[""] = every
    else:
        key_of = _key(settings)
        for signatory in every:
            members.setdefault(key_of(signatory), []).append(signatory)
    chosen = {group.key: group for group in settings.groups}
    found = [
        Group(
            key,
            printable(_words(key, lines, settings, language)),
            chosen.get(key, GroupSettings(key)),
            lines,
            len(lines),
        )
        for key, lines in members.items()
    ]
    places = {key: place for place, key in enumerate(chosen)}
    return sorted(found, key=lambda group: _place(group, places, settings.grouping, language))


def _key(settings: BlockSettings) -> Callable[[Signatory], str]:
    if settings.grouping is Grouping.EXTRA:
        return lambda line: line.extra.get(settings.grouping_column, "")
    return _KEYS[settings.grouping]


_KEYS: Mapping[Grouping, Callable[[Signatory], str]] = {
    Grouping.NONE: lambda _line: "",
    Grouping.GROUP: lambda line: line.group,
    Grouping.COUNTRY: lambda line: line.country_code or line.country,
    Grouping.REGION: lambda line: line.region,
    Grouping.KIND: lambda line: line.kind,
    Grouping.LANGUAGE: lambda line: line.language,
    Grouping.CAPACITY: lambda line: line.capacity.value,
}


def _words(key: str, lines: list[Signatory], settings: BlockSettings, language: str) -> str:
    match settings.grouping:
        case Grouping.COUNTRY:
            return _country(lines, language)
        case Grouping.LANGUAGE:
            return _language(key, language)
        case Grouping.CAPACITY:
            return wording.capacity(Capacity(key), language)
        case _:
            return key


def _country(lines: list[Signatory], language: str) -> str:
    """The country's name in the language of the letter; as all of them print it if that is no name that we know."""
    code, printed = lines[0].country_code, {line.country for line in lines}
    if code is None:
        return lines[0].country
    own = printed.pop() if len(printed) == 1 else ""
    meant = countries.find(own) if own else None
    if own and (meant is None or meant.iso != code):
        return own
    return countries.name(code, language)


def _language(code: str, language: str) -> str:
    shown, named = locale(language), locale(code)
    if shown is None or named is None:
        return code
    return (named.get_language_name(shown) or code).capitalize()


def _place(
    group: Group, places: Mapping[str, int], grouping: Grouping, language: str
) -> tuple[int, int, bytes]:
    if group.key in places:
        return 1, places[group.key], b""
    if not group.key:
        return 0, 0, b""
    if grouping is Grouping.CAPACITY:
        return 2, [capacity.value for capacity in Capacity].index(group.key), b""
    return 2, 0, sort_key(group.words, language)
