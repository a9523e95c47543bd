"""How a line is built: the pieces a person may give a field to, and a key that is the same for lines built alike."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from signatories.imports.lines import shapes
from signatories.imports.lines.east_asian_words import SCRIPT
from signatories.imports.lines.links import cue_in, links_in, whole_names, without_article
from signatories.imports.lines.name_words import BODY_WORDS
from signatories.imports.lines.spans import BLANK, COLUMNS, COMMAS, Span, cut, span_of, unmarked
from signatories.imports.lines.wraps import unwrapped

LONGEST = 600
"""Letters in a line that can be a signature; longer texts stay whole."""

_BULLET = re.compile(r"\s*(?:>\s*)*(?:[-–—•*·▪◦●‣○■□✓➢►❖]\s+)?\s*")
_EMAIL = re.compile(
    r"(?:[<(\[]\s*)?(?:mailto:)?([^\s@<>()\[\],;:|]+@[^\s@<>()\[\],;:|]+\.[^\W\d_]{2,24})(?:\s*[>)\]])?"
)
_FOOTNOTE = re.compile(
    r"(?<=\w)(?:[†‡§¶⁰¹²³⁴-⁹]+(?!\w)|(?i:(?<!trans)(?<!inter)(?<!queer))\*{1,3}(?=\s*[,;]))"
)
_MAY_BE_FOOTNOTE = re.compile("[*†‡§¶⁰¹²³⁴-⁹]")
_BETWEEN_LETTERS = re.compile(
    rf"(?<=[{SCRIPT.pattern[1:-1]})）」])\s+(?=\S)|(?<=\S)\s+(?=[{SCRIPT.pattern[1:-1]}])"
)
_SOFT = re.compile(
    r"(?P<open>[(（\[【])|(?P<close>[)）\]】])|(?P<dash>\s+(?:[–—―‐-]|--|~|//?)\s+|[:：](?=\s)|：)|(?P<mark>[,;，；、])"
)


class Readable(NamedTuple):
    """A text with all that is no word blanked, so that every place stays its own; `core` is what to take apart."""

    plain: str
    core: Span
    email: Span | None


class Piece(NamedTuple):
    """A piece, what stands before it, and whether that cuts every line ("," but no dash)."""

    span: Span
    before: str
    is_cut: bool


def readable(text: str) -> Readable | None:
    """The line without bullet, marks, e-mail address and commas at its end; None for nothing and for a page."""
    if not 0 < len(text.strip()) <= LONGEST:
        return None
    plain, email = unwrapped(unmarked(text)), None
    if "@" in plain and (found := _EMAIL.search(plain)):
        email = span_of(text, *found.span(1))
        plain = plain[: found.start()] + " " * len(found[0]) + plain[found.end() :]
    if has_footnote(plain):
        plain = _FOOTNOTE.sub(lambda mark: " " * len(mark[0]), plain)
    if not plain.isascii() and SCRIPT.search(plain):
        plain = _BETWEEN_LETTERS.sub(lambda space: BLANK * len(space[0]), plain)
    bullet = _BULLET.match(plain)
    core = span_of(plain, bullet.end() if bullet else 0, len(plain.rstrip(" \t\r\n\v\f\u00a0,;:")))
    if core.text.endswith(".") and _ends_in_whole_word(core.text[:-1]):
        core = span_of(plain, core.start, core.end - 1)
    return Readable(plain, core, email) if core.text or email else None


def _ends_in_whole_word(text: str) -> bool:
    """Whether its last word is one that bodies have, and no legal form: a full stop behind it ends the line."""
    last = text.split()[-1:]
    return bool(last) and last[0].lower() in BODY_WORDS and not shapes.is_legal_form(last[0])


def has_footnote(text: str) -> bool:
    """Whether the mark of a footnote stands behind a name; the star of “Trans*” is part of its word."""
    return bool(_MAY_BE_FOOTNOTE.search(text)) and bool(_FOOTNOTE.search(text))


def outline(line: Readable) -> list[Piece]:
    """The finest pieces of a line, in order."""
    plain, core, _ = line
    if not core.text:
        return []
    cue = cue_in(plain, core)
    if cue is None:
        return list(_pieces(plain, core, ""))
    body = span_of(plain, without_article(plain, cue.end(), core.end), core.end)
    return [
        *_pieces(plain, span_of(plain, core.start, cue.start()), ""),
        *_pieces(plain, body, "~"),
    ]


def shape_of(text: str) -> str:
    """The key of how a text is built: `p` a piece, `r` a role, `c` a country, with what stands between them.

    Dashes and brackets count only where nothing else cuts the text.
    """
    line = readable(text)
    if line is None:
        return ""
    return key([piece for piece, _ in coarse(line.plain, outline(line))])


def key(pieces: list[Piece]) -> str:
    """The key of pieces: their separators and those kinds that are certain."""
    return "".join(piece.before + _kind(piece) for piece in pieces)


def coarse(plain: str, pieces: list[Piece]) -> list[tuple[Piece, int]]:
    """The pieces joined where only a dash or bracket stands between, each with the number of its finer ones.

    Joined are names with their acronyms; where nothing else cuts, or a dash or bracket sets off a role or a country,
    all stay apart.
    """
    apart = [(piece, 1) for piece in pieces]
    if any(not piece.is_cut and _kind(piece) != "p" for piece in pieces):
        return apart
    joined: list[tuple[Piece, int]] = []
    for piece in pieces:
        if piece.is_cut or not joined:
            joined.append((piece, 1))
        else:
            group, number = joined[-1]
            whole = span_of(plain, *grown(plain, group.span.start, piece.span.end))
            joined[-1] = (group._replace(span=whole), number + 1)
    return joined if len(joined) > 1 else apart


def grown(plain: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the bracket that closes or opens what stands in it."""
    inside = plain[start:end]
    opened = sum(map(inside.count, "(（[【"))
    closed = sum(map(inside.count, ")）]】"))
    if opened > closed and (rest := plain[end:].lstrip()) and rest[0] in ")）]】":
        end = len(plain) - len(rest) + 1
    if closed > opened and (rest := plain[:start].rstrip()) and rest[-1] in "(（[【":
        start = len(rest) - 1
    return start, end


def _kind(piece: Piece) -> str:
    """What a piece certainly is. An acronym in brackets may be a country's code."""
    text = piece.span.text
    if shapes.is_country(text) and not (piece.before == "(" and text.isupper()):
        return "c"
    return "r" if shapes.looks_like_role(text) else "p"


def _pieces(plain: str, whole: Span, before: str) -> Iterator[Piece]:
    """The pieces of a stretch: first cut at commas and the like, then at brackets, dashes and small words."""
    if not whole.text:
        return
    end = whole.start
    for number, span in enumerate(whole_names(plain, cut(plain, whole))):
        mark = before if not number else _mark(plain[end : span.start])
        is_cut = True
        for finer, soft in _finer(plain, span):
            yield Piece(finer, soft or mark, is_cut)
            is_cut = False
        end = span.end


def _finer(plain: str, span: Span) -> Iterator[tuple[Span, str]]:
    """The stretches between brackets, dashes, and "of" after a role; what stands before the first is empty."""
    depth, start, before = 0, span.start, ""
    for mark in _SOFT.finditer(plain, span.start, span.end):
        if mark["mark"] and not depth:
            continue
        piece = span_of(plain, start, mark.start())
        if piece.text:
            yield from _linked(plain, piece, before)
        depth = max(0, depth + bool(mark["open"]) - bool(mark["close"]))
        start, before = (
            mark.end(),
            "(" if mark["open"] else ")" if mark["close"] else _soft(mark[0]),
        )
    if (piece := span_of(plain, start, span.end)).text:
        yield from _linked(plain, piece, before)


def _linked(plain: str, piece: Span, before: str) -> Iterator[tuple[Span, str]]:
    """Director of the Well Fund: two pieces."""
    for link in links_in(plain, piece):
        left = span_of(plain, piece.start, link.start())
        if shapes.looks_like_role(left.text) or shapes.looks_like_full_name(left.text):
            start = without_article(plain, link.end(), piece.end)
            if (right := span_of(plain, start, piece.end)).text:
                yield left, before
                yield right, "&"
                return
    yield piece, before


def _mark(between: str) -> str:
    """The separator as the key has it: all kinds of commas are one."""
    for mark in between:
        if mark == BLANK:
            return "_"
        if mark in COMMAS:
            return ","
        if mark in COLUMNS:
            return "|"
        if mark in "\r\n":
            return "/"
        if mark in ";；؛":
            return ";"
    return ","


def _soft(mark: str) -> str:
    bare = mark.strip()
    return (
        bare if bare in (":", ",", ";") else ":" if bare == "：" else "," if bare in COMMAS else "-"
    )
