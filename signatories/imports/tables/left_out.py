"""Rows of a sheet that are no records: titles, headings, totals, notes, sources, who made the table."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from signatories.collation import fold
from signatories.contradictions import about_count, other_count
from signatories.imports.lines import shapes
from signatories.imports.tables.headers import filled_cells
from signatories.sources.documents import Row
from signatories.texts import N_, Message, message

TITLE = message(N_("above the table"))
HEADER_AGAIN = message(N_("the header again"))
HASHTAGS = message(N_("hashtags of the columns"))
HEADING = message(N_("heading of the rows below"))
TOTAL = message(N_("a total"))
NOTE = message(N_("a note, a source or who made the table"))
UPPER = message(N_("headings above the header"))
BELOW = message(N_("below the notes under the table"))
KEPT = message(N_("below the notes, and kept"))
TOLD = (HEADER_AGAIN, TOTAL, NOTE, BELOW)
"""Reasons to tell beside the plan; a title is none, and headings and hashtags become something."""

_SEARCHED_ROWS = 200  # notes under a table may be a page or two
_LONGEST_TEXT = 200
_LONGEST_NAME_WITH_DOT = 4  # words: more are a sentence
_LABEL = re.compile(r"\(?\d+[.)]")
_OF_ROWS = (
    r"organi[sz]ations?|people|persons|individuals|signator(?:y|ies)|signatures?|rows|records|organisationen|personen"
    r"|personnes|signataires|organizaciones|personas|firmantes|firmas|organizzazioni"
)
_COUNTED = (
    rf"(?:{_OF_ROWS}|associations?|networks?|countries|states|members?|lander|pays|paises"
    r"|membres|miembros|paesi)"
)
_TOTALS = (
    r"(?:grand |sub-?|overall )?totals?(?: general| geral| generale)?|sous-?total|sums?|summen?|gesamt(?:summe|zahl)?"
    r"|insgesamt|zwischensumme|somme|suma|soma|somma|итого|всего|합계|小計|合計|总计|合计|小计|總計|المجموع|الاجمالي"
)
_TOTAL = re.compile(
    rf"(?:{_TOTALS})(?: (?:number|nombre|numero|anzahl|de|of|der|des|di|{_COUNTED}))*\s*[:=]?\s*[\d\s.,]*{_COUNTED}?"
    rf"|[\d.,\s]+{_COUNTED}(?: in (?:total|all))?|n\s*=\s*[\d\s.,]+"
)
_COUNT = re.compile(rf"[\d.,\s]+{_COUNTED}")
_ROWS = re.compile(rf"\b(?:{_OF_ROWS})\b")
_INTEGER = re.compile(r"\d+(?:[ .,’'\u202f]\d{3})*")  # however its thousands are parted
_SAID = re.compile(r"[\d:=：]")
_NUMBER = re.compile(r"[-+\d\s.,'’%€$£¥()]+")
_MARK = re.compile(r"[¹²³⁴-⁹]\s*\w")
_RULE = re.compile(r"[\W_]+")
_NOTE = re.compile(
    r"(?:foot|end)?notes?\b\s*(?:[:.]|$)|(?:re)?sources?(?:\s+of data)?\s*[:.]|(?:fuss|end)noten?\b|anmerkung(?:en)?\b"
    r"|hinweise?\s*:|quellen?(?:\(n\))?\s*:|stand\s*:|remarques?\s*:|nota(?:s|\(s\))?\s*[:.]|fuentes?\s*:|fontes?\s*:"
    r"|fonti\s*:|n\.?\s?b\.?\s*:|remarks?\s*:|disclaimer\b"
    r"|примечани[ея]|источники?\s*:|注[：:]|註[：:]|備考|出典|来源[：:]|资料来源|مصدر|ملاحظ|المصدر"
    r"|(?:prepared|compiled|generated|created|exported|downloaded|printed|drawn up|updated|last updated|last modified"
    r"|as of|as at|retrieved|erstellt|abgerufen|zusammengestellt|exportiert|gedruckt|elabore|etabli|elaborado"
    r"|preparado|generado|actualizado|mis a jour|aggiornato|atualizado)\b.{0,60}(?:\d|:)"
    r"|die tabelle wurde\b|(?:page|seite|pagina)\s+\d+(?:\s*(?:/|of|von|de|sur)\s*\d+)?\s*$"
    r"|(?:\*+\s+|†\s*|‡\s*|§\s*|\[\d+\]\s*)\w|\(\*+\)|https?://\S+\s*$|©|\(c\) "
)
_MADE_BY = re.compile(
    r"(?:prepared|compiled|generated|created|exported|drawn up|updated|erstellt|zusammengestellt|elabore|etabli"
    r"|elaborado|preparado|generado|actualizado|aggiornato|atualizado) (?:by|par|por|von|da) ",
)
_KEY = re.compile(r"(?:legende?|key)\s*:\s*")
_STARRED = re.compile(r"\*+(?=\w)")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that makes no record, as it is shown: its line, its text and why."""

    line: int
    text: str
    reason: Message

    def as_json(self) -> dict[str, Any]:
        """The row as the command line prints it."""
        return {"line": self.line, "text": self.text, "reason": str(self.reason)}


def left_out(row: Row, reason: Message) -> LeftOut:
    """The row with its text shortened to what a list can show."""
    text = " · ".join(" ".join(cell.split()) for cell in filled_cells(row))
    return LeftOut(
        row.line, text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…", reason
    )


def counts_told(left_out: Iterable[LeftOut], rows: int) -> Iterator[Message]:
    """Questions about numbers of signatories that the lines left out tell, where there are not so many rows."""
    return filter(
        None, (about_count(line.text, rows) or _about_total(line, rows) for line in left_out)
    )


def _about_total(line: LeftOut, rows: int) -> Message | None:
    """The question about a total that says what it counts. One of numbers alone may sum up a column of them."""
    numbers = _INTEGER.findall(line.text)
    if line.reason != TOTAL or len(numbers) != 1 or not _ROWS.search(_plain(line.text)):
        return None
    told = int(re.sub(r"\D", "", numbers[0]))
    return other_count(line.text, rows) if told != rows else None


def states_told(left_out: Iterable[LeftOut]) -> Iterator[Message]:
    """The question about countries that head the lines below them without a colon: States can sign, too."""
    countries = [
        f"“{line.text}”"
        for line in left_out
        if line.reason == HEADING and line.text[-1:] != ":" and shapes.is_country(line.text)
    ]
    if countries:
        yield message(
            N_(
                "%n name(s) of States head the lines below them: {names}. If these sign, keep their lines."
            ),
            n=len(countries),
            names=", ".join(countries),
        )


def is_total(row: Row) -> bool:
    """Whether the row sums others up: a word for a total, and nothing else but numbers, of which it has one.

    A word alone may be a body's name: “SOMA”, “2000 People”. It is one only with a number or a colon.
    """
    return sums_up(filled_cells(row))


def sums_up(filled: Sequence[str]) -> bool:
    """Whether these cells, the filled ones of a row, are a total."""
    first, *others = filled
    if not all(map(_is_number, others)) or not _TOTAL.fullmatch(_plain(first)):
        return False  # in this order: every row is asked, and few have nothing but numbers
    is_said = bool(_SAID.search(first)) and not (first != first.lower() and _is_count(first))
    return bool(others) or is_said


def may_be_no_name(text: str) -> bool:
    """Whether a name is only a word for a total or a number of something, or looks like a note: to be asked about."""
    plain = _plain(text)
    return bool(_TOTAL.fullmatch(plain) or _NOTE.match(plain))


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and any(map(str.isdigit, text))


def _is_count(text: str) -> bool:
    return bool(_COUNT.fullmatch(_plain(text)))


def below_table(
    rows: Sequence[Row], begin: int, usual: int, naming: Collection[int]
) -> Iterator[tuple[int, LeftOut]]:
    """Totals and notes at the end, with their places: from the first sure sign on, as far as no row may be a record.

    `usual` is how many cells of a row are filled; a list of single cells ends only with sure signs. A row below these
    that has a name in one of the columns `naming` is KEPT.
    """
    start = max(begin, len(rows) - _SEARCHED_ROWS)
    last = list(rows[start:])
    end = len(last)
    while end and _may_stand_below(last[end - 1], usual):
        end -= 1
    first = next(
        (n for n in range(end, len(last)) if is_total(last[n]) or _is_note(last[n])), len(last)
    )
    for number in range(first, len(last)):
        row = last[number]
        reason = TOTAL if is_total(row) else NOTE if _is_note(row) else BELOW
        if reason is BELOW and _may_be_record(row, naming):
            reason = KEPT
        yield start + number, left_out(row, reason)


def _may_be_record(row: Row, naming: Collection[int]) -> bool:
    """Whether it has a name, and not some words about the table, where the others have theirs."""
    place, text = next((n, cell.strip()) for n, cell in enumerate(row.cells) if cell.strip())
    if place not in naming and not shapes.looks_like_organisation(text):
        return False
    is_prose = text[-1] in ".:;" and len(text.split()) > _LONGEST_NAME_WITH_DOT
    is_label = text.endswith(":") or bool(_LABEL.fullmatch(text))
    return any(map(str.isalpha, text)) and not is_prose and not is_label


def _may_stand_below(row: Row, usual: int) -> bool:
    if is_total(row) or (usual < 2 and _is_note(row)):
        return True
    first, *others = filled_cells(row)
    has_label = first.endswith(":") or bool(_LABEL.fullmatch(first))
    return usual > 1 and (not others or (has_label and 2 * len(others) <= usual))


def _is_note(row: Row) -> bool:
    first = filled_cells(row)[0]
    plain = _plain(first)
    is_rule = len(first) > 2 and bool(_RULE.fullmatch(first))
    if is_rule or _MARK.match(first) or _NOTE.match(plain):
        return True
    if mark := _MADE_BY.match(plain):
        return shapes.looks_like_full_name(first[mark.end() :])
    found = _KEY.match(plain) or _STARRED.match(plain)
    return found is not None and not _may_be_name(first[found.end() :])


def _may_be_name(text: str) -> bool:
    """Whether what follows a mark or a label is a name: “*Transvanilla”, “Key: Youth Network”."""
    is_short = len(text.split()) < _LONGEST_NAME_WITH_DOT and text[:1] != text[:1].lower()
    return is_short or shapes.looks_like_organisation(text)


def _plain(text: str) -> str:
    return fold(text).replace("：", ":")
