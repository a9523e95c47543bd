"""Rows of a sheet that are no records: titles, headings, totals, notes, sources, who made the table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from signatories.collation import fold
from signatories.imports.tables.headers import filled_cells
from signatories.sources.documents import Row
from signatories.texts import N_, Message, message

TITLE = message(N_("above the table"))
HEADER_AGAIN = message(N_("the header again"))
HASHTAGS = message(N_("hashtags of the columns"))
HEADING = message(N_("heading of the rows below"))
TOTAL = message(N_("a total"))
NOTE = message(N_("a note, a source or who made the table"))
BELOW = message(N_("below the notes under the table"))
TOLD = (HEADER_AGAIN, TOTAL, NOTE, BELOW)
"""Reasons to tell beside the plan; a title is none, and headings and hashtags become something."""

_SEARCHED_ROWS = 200  # notes under a table may be a page or two
_LONGEST_TEXT = 200
_COUNTED = (
    r"(?:organi[sz]ations?|associations?|networks?|countries|states|people|persons|individuals|signator(?:y|ies)"
    r"|signatures?|members?|rows|records|organisationen|lander|personen|organisations?|pays|personnes|signataires"
    r"|organizaciones|paises|personas|firmantes|firmas|membres|miembros|organizzazioni|paesi)"
)
_TOTALS = (
    r"(?:grand |sub-?|overall )?totals?(?: general| geral| generale)?|sous-?total|sums?|summen?|gesamt(?:summe|zahl)?"
    r"|insgesamt|zwischensumme|somme|suma|soma|somma|итого|всего|합계|小計|合計|总计|合计|小计|總計|المجموع|الاجمالي"
)
_TOTAL = re.compile(
    rf"(?:{_TOTALS})(?: (?:number|nombre|numero|anzahl|de|of|der|des|di|{_COUNTED}))*\s*[:=]?\s*[\d\s.,]*"
    rf"|[\d.,\s]+{_COUNTED}(?: in (?:total|all))?|n\s*=\s*[\d\s.,]+"
)
_NUMBER = re.compile(r"[-+]?[\d\s.,'’%€$£¥()-]*\d[\d\s.,'’%€$£¥()-]*")
_MARK = re.compile(r"[¹²³⁴-⁹]\s*\w")
_RULE = re.compile(r"[\W_]+")
_NOTE = re.compile(
    r"(?:foot|end)?notes?\b\s*(?:[:.]|$)|(?:re)?sources?(?:\s+of data)?\s*[:.]|(?:fuss|end)noten?\b|anmerkung(?:en)?\b"
    r"|hinweise?\s*:|quellen?(?:\(n\))?\s*:|stand\s*:|remarques?\s*:|nota(?:s|\(s\))?\s*[:.]|fuentes?\s*:|fontes?\s*:"
    r"|fonti\s*:|legende?\s*:|legend\s*:|key\s*:|n\.?\s?b\.?\s*:|remarks?\s*:|disclaimer\b"
    r"|примечани[ея]|источники?\s*:|注[：:]|註[：:]|備考|出典|来源[：:]|资料来源|مصدر|ملاحظ|المصدر"
    r"|(?:prepared|compiled|generated|created|exported|downloaded|printed|drawn up|updated|last updated|last modified"
    r"|as of|as at|retrieved|erstellt|abgerufen|zusammengestellt|exportiert|gedruckt|elabore|etabli|elaborado"
    r"|preparado|generado|actualizado|mis a jour|aggiornato|atualizado)\b.{0,60}(?:\d|\bby\b|\bpar\b|\bpor\b|\bvon\b|:)"
    r"|die tabelle wurde\b|(?:page|seite|pagina)\s+\d+(?:\s*(?:/|of|von|de|sur)\s*\d+)?\s*$"
    r"|(?:\*+|†|‡|§|\[\d+\])\s*\w|\(\*+\)|https?://\S+\s*$|©|\(c\) "
)


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


def is_total(row: Row) -> bool:
    """Whether the row sums others up: a word for a total, and nothing else but numbers."""
    first, *others = filled_cells(row)
    return bool(_TOTAL.fullmatch(_plain(first))) and all(map(_NUMBER.fullmatch, others))


def below_table(rows: Sequence[Row], begin: int, usual: int) -> Iterator[tuple[int, LeftOut]]:
    """Totals and notes at the end, with their places: from the first sure sign on, as far as no row may be a record.

    `usual` is how many cells of a row are filled; a list of single cells ends only with sure signs.
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
        yield start + number, left_out(row, reason)


def _may_stand_below(row: Row, usual: int) -> bool:
    if is_total(row) or (usual < 2 and _is_note(row)):
        return True
    first, *others = filled_cells(row)
    has_label = first.endswith(":") or bool(re.fullmatch(r"\(?\d+[.)]", first))
    return usual > 1 and (not others or (has_label and 2 * len(others) <= usual))


def _is_note(row: Row) -> bool:
    first = filled_cells(row)[0]
    is_rule = len(first) > 2 and bool(_RULE.fullmatch(first))
    return is_rule or bool(_MARK.match(first) or _NOTE.match(_plain(first)))


def _plain(text: str) -> str:
    return fold(text).replace("：", ":")
