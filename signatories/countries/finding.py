"""Finds the country that a text means, or none: a name that may mean two is not guessed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from signatories.countries.spelling import keys
from signatories.countries.table import Country, by_code, rows
from signatories.countries.translations import spellings

# Where names that are not in our own tables are looked up: the languages of the UN and of most
# forms and signatures that reach an office.
LANGUAGES = (
    *("en", "fr", "es", "ar", "zh", "ru"),
    *("de", "it", "pt", "nl", "pl", "sv", "da", "nb", "fi", "cs", "el", "hu", "ro"),
    *("tr", "uk", "ja", "ko"),
)

_Index = Mapping[str, set[str]]  # key of a spelling -> the ISO codes that it may mean


def find(text: str, languages: Sequence[str] = LANGUAGES) -> Country | None:
    """Return the country that a cell or a line names; None when it names none or may name two.

    Known are the short and official names in English and French, former and other common names,
    and ISO codes in capitals. After these come Babel's names in `languages`: the first text that
    gets so far takes 0.04 s, later ones do not. With no languages only our own names count.
    """
    return _find(text, tuple(languages))


@lru_cache(4096)  # a table of 100,000 rows names some hundred countries: 40 µs each time
def _find(text: str, languages: tuple[str, ...]) -> Country | None:
    if found := _by_iso_code().get(text.replace(".", "").strip()):
        return found
    written = keys(text)
    found = _meant(written, _own_index())
    if found is None and languages:
        found = _meant(written, _index_of(languages))
    return found


def _meant(written: Collection[str], index: _Index) -> Country | None:
    codes = {code for key in written if key in index for code in index[key]}
    return by_code()[codes.pop()] if len(codes) == 1 else None


@cache
def _by_iso_code() -> dict[str, Country]:
    entries = by_code().values()
    return {code: entry for entry in entries for code in (entry.iso, entry.iso3)}


@cache
def _own_index() -> _Index:
    listed = ((row["iso"], row["name"]) for row in rows("names.csv"))
    return _index([*listed, *_table_names()])


def _table_names() -> Iterator[tuple[str, str]]:
    for iso, entry in by_code().items():
        for name in (entry.english, entry.french, entry.official_english, entry.official_french):
            yield iso, name.alone  # not "l'Inde": that would make a country of Linde


@cache
def _index_of(languages: tuple[str, ...]) -> _Index:
    pairs = (pair for language in languages for pair in spellings(language))
    return _index((iso, name) for iso, name in pairs if iso in by_code())


def _index(pairs: Iterable[tuple[str, str]]) -> _Index:
    index: dict[str, set[str]] = defaultdict(set)
    for iso, name in dict.fromkeys(pairs):
        for key in keys(name):
            index[key].add(iso)
    return index
