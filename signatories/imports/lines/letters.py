"""Where in a letter or a mail the list of those who sign stands, and what stands around it."""

import re
from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from signatories.collation import fold
from signatories.imports.lines import shapes
from signatories.imports.lines.prose import (
    LONGEST_SIGNATURE,
    is_marked,
    is_said,
    may_be_signature,
    names_somebody,
    unmarked,
)
from signatories.sources.documents import Row
from signatories.texts import N_, Message, message

ABOVE = message(N_("above the list of signatures"))
BELOW = message(N_("below the list of signatures"))
COPIES = message(N_("copies, enclosures or notes of a letter"))

_ANNOUNCING = re.compile(
    r"(?:signed|endorsed|signatories|signatories to this letter|list of signatories|signataires)"
    r"|(?:the|we the|we, the) (?:signatories|undersigned)|firmantes|firman esta carta|firmado"
    r"|(?:signed|endorsed)(?: by)?(?: those listed below)?|unterzeichnende|unterzeichner(?:innen)?"
)
_CLOSING = re.compile(
    r"(?:yours )?(?:most )?(?:very )?(?:sincerely|faithfully|truly|respectfully)(?: yours)?"
    r"|(?:with |my |our |all |kind |kindest |best |warm |warmest )+(?:regards|wishes|greetings)"
    r"|regards|respectfully submitted|in solidarity|respectueusement|с уважением"
    r"|(?:bien )?cordialement|(?:meilleures )?salutations(?: distinguees)?|bien a (?:vous|toi)"
    r"|(?:muy )?(?:atentamente|cordialmente|respetuosamente)|(?:cordiales )?saludos(?: cordiales)?"
    r"|atenciosamente|cordiali saluti|distinti saluti|hochachtungsvoll|met vriendelijke groet(?:en)?"
    r"|(?:mit )?(?:freundlichen?|besten?|vielen?|liebe|herzlichen?) gru(?:ss|e)en?"
)
_THANKS = re.compile(
    r"(?:with )?(?:many )?thanks(?: (?:again|a lot|so much|and (?:best|kind|warm) (?:regards|wishes)))?"
    r"|(?:thank you|thanks)(?: (?:very much|so much|for .{1,40}))?|best|cheers|merci(?: beaucoup| d'avance)?"
    r"|(?:muchas )?gracias|(?:muito )?obrigad[oa]|(?:molte )?grazie|(?:vielen |herzlichen )?dank|mfg|lg|спасибо"
)
_COPIES = re.compile(r"(?:cc|c\.c|copy to|copies?|copie|annexe?|enclosures?|encl|notes?)\b\.? ?:")
_SALUTATION = re.compile(
    r"(?:dear|hi|hello|hallo|hola|ola|good (?:morning|afternoon|day)|your excellency|excellenc(?:y|ies)"
    r"|to whom it may concern|cher|chere|chers|cheres|bonjour|madame|monsieur|estimad[oa]s?|querid[oa]s?"
    r"|apreciad[oa]s?|buenos dias|sehr geehrte[rn]?|liebe[rs]?|guten tag|prezad[oa]s?|car[oaie]|gentil[ei]"
    r"|egregi[oa]|geachte|beste"
    r"|уважаем\w*|дорогие|здравствуйте)\b.*"
)
_TRIED_CLOSINGS = 5  # a text with more is no letter, and trying each would take quadratic time
_LONGEST_SENDER = 8  # lines of name, role, organisation, address, telephone


@dataclass(frozen=True, slots=True)
class Place:
    """The rows of the list, and every other row with why it is none of it, in the order of the text."""

    rows: Sequence[Row]
    around: tuple[tuple[Row, Message], ...] = ()


def list_in(rows: Sequence[Row]) -> Place:
    """The rows that read like the list: below the last closing, or above it where only a sender stands below.

    Otherwise, as for a list without a letter around it, all rows.
    """
    closings = deque((n for n, row in enumerate(rows) if is_closing(row)), _TRIED_CLOSINGS)
    greeted = next((n + 1 for n, row in enumerate(rows) if _greets(row)), 0)
    for number in reversed(closings):
        below = range(number + 1, _end_of_list(rows, number + 1))
        above = _listed(rows, *_above(closings, number, greeted))
        if _is_above(rows, number, above, below):
            return _placed(rows, above)
        is_thanks = bool(_THANKS.fullmatch(_closing_text(rows[number])))  # and the letter may go on
        if below and not is_thanks and all(may_be_signature(rows[n].cells[0]) for n in below):
            return _placed(rows, below)
    start = max(greeted, closings[-1] + 1 if closings else 0)
    found = _listed(rows, start, len(rows))
    if start and found and not reads_like_a_letter(rows):
        return _placed(rows, found)
    return Place(rows)


def is_closing(row: Row) -> bool:
    """Whether the row ends a letter, or says that signatures follow."""
    if len(row.cells[0]) > LONGEST_SIGNATURE:
        return False
    text = _closing_text(row)
    return len(text) < 60 and any(
        words.fullmatch(text) for words in (_CLOSING, _THANKS, _ANNOUNCING)
    )


def are_copies(row: Row) -> bool:
    """Whether the row says who gets copies, or what is enclosed."""
    return bool(_COPIES.match(fold(unmarked(row.cells[0]))))


def reads_like_a_letter(rows: Sequence[Row]) -> bool:
    """Whether so much of it are sentences that it is no list of signatures."""
    sentences = sum(not may_be_signature(row.cells[0]) for row in rows)
    return sentences > 1 and 4 * sentences > len(rows)


def _closing_text(row: Row) -> str:
    return fold(unmarked(row.cells[0])).strip(" ,:.;!")


def _greets(row: Row) -> bool:
    """Whether it is a salutation, perhaps with a first sentence."""
    text = unmarked(row.cells[0]).strip()
    return any(mark in text for mark in ",:!.") and bool(_SALUTATION.fullmatch(fold(text)))


def _end_of_list(rows: Sequence[Row], start: int) -> int:
    """Where copies and enclosures begin, or the text ends."""
    return next((n for n in range(start, len(rows)) if are_copies(rows[n])), len(rows))


def _above(closings: Collection[int], closing: int, greeted: int) -> tuple[int, int]:
    """The first and the last row but one of what a closing ends; "Many thanks," above it is part of the closing."""
    end = closing
    while end - 1 in closings:
        end -= 1
    before = [n + 1 for n in closings if n < end]
    return min(end, max([greeted, *before])), end


def _is_above(rows: Sequence[Row], closing: int, above: range, below: range) -> bool:
    """Whether the list stands above the closing: a sender alone below it, or fewer lines than above."""
    if not above or _ANNOUNCING.fullmatch(_closing_text(rows[closing])):
        return False
    listed = sum(names_somebody(rows[n].cells[0]) for n in above)
    lines = [rows[n].cells[0] for n in below]
    return listed >= (1 if _is_one_sender(lines) else len(lines))


def _is_one_sender(lines: Sequence[str]) -> bool:
    """Whether they are a person with role, organisation and address: at most one other body, and no other name."""
    if not 1 <= len(lines) <= _LONGEST_SENDER:
        return False
    first, others = lines[0].strip(" ,"), lines[1:]
    is_name = shapes.looks_like_full_name(first) or len(first.split()) == 1
    bodies = sum(shapes.looks_like_organisation(line) for line in others)
    names = sum(shapes.looks_like_full_name(line) for line in others)
    return is_name and bodies < 2 and names < 2 and len(others) != bodies + names + 1


def _listed(rows: Sequence[Row], start: int, end: int) -> range:
    """The places of the list between two rows, without what is said before and after it; empty where none is."""
    marked = [n for n in range(start, end) if is_marked(rows[n].cells[0])]
    if marked and _reads_as_list([rows[n] for n in marked]):
        first, last = marked[0], marked[-1]
        while first > start and not is_said(rows[first - 1].cells[0]):
            first -= 1
        while last + 1 < end and not is_said(rows[last + 1].cells[0]):
            last += 1
        return range(first, last + 1)
    first, last = start, end
    while first < last and is_said(rows[first].cells[0]):
        first += 1
    while first < last and is_said(rows[last - 1].cells[0]):
        last -= 1
    found = rows[first:last]
    is_list = not marked and len(found) > 1 and _reads_as_list(found)
    is_list = is_list and not any(is_said(row.cells[0]) for row in found)
    return range(first, last) if is_list else range(0)


def _reads_as_list(rows: Sequence[Row]) -> bool:
    """Whether at least half of the lines name somebody."""
    return 2 * sum(names_somebody(row.cells[0]) for row in rows) >= len(rows)


def _placed(rows: Sequence[Row], found: range) -> Place:
    around = [(row, ABOVE) for row in rows[: found.start]]
    copies = _end_of_list(rows, found.stop)
    around += [(row, BELOW) for row in rows[found.stop : copies]]
    around += [(row, COPIES) for row in rows[copies:]]
    return Place(rows[found.start : found.stop], tuple(around))
