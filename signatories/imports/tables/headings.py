"""Rows with a single cell that head those below them: a country, a kind of organisation, a letter of the alphabet."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from signatories.collation import fold
from signatories.imports.lines import shapes
from signatories.imports.tables.headers import filled_cells
from signatories.sources.documents import Row
from signatories.texts import N_

COUNTRY, GROUP = N_("Country"), N_("Group")
_LONGEST = 80  # no heading is longer, and the words of a long text fit in too many ways
_GOES_ON = re.compile(r".*(?::|…|\.\.\.)", re.DOTALL)
_COUNT = re.compile(r"\s*[(（\[]\s*\d{1,6}\s*[)）\]]\s*:?\Z")  # of those below it: Europe (12)
_ENDS_OF_COUNTS = (")", "）", "]", ":")
_GROUP_WORDS = re.compile(
    r"(?:(?:other|supporting|signatory|endorsing|national|international|regional|global|local|individual|european"
    r"|african|asian|latin|american|middle|central|(?:north|south|east|west)(?:ern)?|sub-?saharan|africa|asia|europe"
    r"|americas?|caribbean|the|non-?governmental|civil society|faith-based|and|&|et|y|und|e|/|,"
    r"|internationale?s?|nationale?s?|regionale?s?|internacionales|nacionales|regionales|internazionali|nazionali)\s*)*"
    r"(?:organi[sz]ations?|networks?|associations?|ngos?|individuals?|experts?|academics?|institutions?|coalitions?"
    r"|members?|signator(?:y|ies)|unions?|churches|parliamentarians|africa|asia|europe"
    r"|americas?|middle east|caribbean|pacific|oceania|world(?:wide)?"
    r"|organisations|reseaux|particuliers|personnes|experts|syndicats|organizaciones|redes|personas|individuos"
    r"|organisationen|netzwerke|einzelpersonen|verbande|organizzazioni|reti|organizacoes|international|global|regional)"
)


@dataclass(frozen=True, slots=True)
class Headings:
    """The places of rows that head others, and the column that they make: how many texts, the first of them."""

    places: tuple[int, ...]
    column: str
    count: int
    example: str


def find(thin: Mapping[int, Row], begin: int, merged_lines: Collection[int]) -> Headings | None:
    """The headings among rows with a single cell, by their place; None when nothing shows that they are any.

    A cell that is merged across the table or ends as if it went on heads the rows below it. A country or a word for a
    group does where there are several, or one right under the header. Any other row may be a record.
    """
    sure = {n for n, row in thin.items() if row.line in merged_lines or _goes_on(row)}
    likely = {n for n, row in thin.items() if n not in sure and _is_group(_text(row))}
    if sure or len(likely) > 1 or begin in likely:
        sure |= likely
    if not sure:
        return None
    places = tuple(sorted(sure))
    texts = [text for n in places if n + 1 not in sure and (text := text_of(thin[n]))]
    countries = sum(map(shapes.is_country, texts))
    column = COUNTRY if 2 * countries > len(texts) else GROUP
    return Headings(places, column, len(texts), next(iter(texts), ""))


def _goes_on(row: Row) -> bool:
    return bool(_GOES_ON.fullmatch(_text(row)))


def _is_group(text: str) -> bool:
    if len(text) >= _LONGEST:
        return False
    text = _uncounted(text)
    is_letter = len(text) == 1 and text.isalpha()
    return is_letter or shapes.is_country(text) or bool(_GROUP_WORDS.fullmatch(fold(text)))


def in_list(texts: Sequence[str]) -> dict[int, str]:
    """The headings in a list of lines, by their place: a word for a group or a line that ends in a colon.

    One alone heads only what is a list from there on: it is the first line. So is a country, where there are several
    and never two in a row: those would be a list of States.
    """
    lines = [_uncounted(text.strip()) for text in texts]
    found = {n for n, text in enumerate(lines) if len(text) < _LONGEST and _heads_list(text)}
    if len(found) < 2 and 0 not in found:
        found = set()
    found |= _countries(lines, found)
    return {n: lines[n].rstrip(": ") for n in sorted(found)}


def _countries(lines: Sequence[str], headings: Collection[int]) -> set[int]:
    """The countries that head lines below them, beside other headings or the first line of all."""
    found = {n for n, text in enumerate(lines) if shapes.is_country(text)}
    are_apart = all(n + 1 not in found and n + 1 < len(lines) for n in found)
    begins = any(n == 0 or n - 1 in headings for n in found)
    return found if len(found) > 1 and are_apart and begins else set()


def _uncounted(text: str) -> str:
    return _COUNT.sub("", text) if text.endswith(_ENDS_OF_COUNTS) else text


def _heads_list(text: str) -> bool:
    return text.endswith(":") or bool(_GROUP_WORDS.fullmatch(fold(text)))


def text_of(row: Row) -> str:
    """A heading's text, as it stands in the cells of the rows below it; a single letter says nothing."""
    text = _uncounted(_text(row)).rstrip(": ….").strip()
    return text if len(text) > 1 else ""


def _text(row: Row) -> str:
    return " ".join(filled_cells(row)[0].split())
