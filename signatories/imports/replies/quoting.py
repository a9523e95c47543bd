"""A mail's own words: what its writer quoted, forwarded or had appended by a program is cut off."""

import re
from collections.abc import Sequence
from itertools import takewhile

from signatories.collation import fold

_ATTRIBUTION = re.compile(
    r"(?:on|am|le|el|em|il|op|den|pa|w dniu|dne|a) .{4,300}?"
    r"(?:wrote|schrieb|a ecrit|ecrivait|escribio|escreveu|ha scritto|scrisse|schreef|skrev"
    r"|napisal\(?a?\)?)\b.{0,80}:"
)
_DATE = re.compile(
    r"(?:(?:في|在) ?)?(?:[^\W\d]+[.,،]* ){0,2}"
    r"(?:\d{4} ?[年./-] ?\d|\d{1,2}[./-] ?\d|\d{1,2}\.? (?:de )?[^\W\d]+[.,]* (?:de )?\d{4}\b)"
)
_DATED = re.compile(
    r".{6,250}(?:\b(?:написал(?:а|\(а\))?|пишет|kirjoitti|napsal(?:a|\(a\))?) ?:"
    r"|(?:写道|寫道|書きました|のメール) ?[:：]|\b(?:كتبت?|كتابة)\b.{0,120}[:：])"
    r"|.{6,80}\b\d{1,2}[:.]\d\d\b.{0,120}<[^\s<>@]+@[^\s<>@]+> ?[:：]"
)
"""What begins with a date, as programs in further languages have it: some with no word of writing."""
_NAMED = re.compile(
    r".{2,120}<[^\s<>@]+@[^\s<>@]+>,? (?:.{0,40}\d.{0,40} tarihinde (?:sunu )?yazdi ?:|ezt irta(?: \(.{4,60}\))? ?:"
    r"|[于於] ?\d.{6,40}(?:写道|寫道) ?[:：])"
)
"""On one line only: what stands before it would be taken for a part of the name."""
_LONGEST_ATTRIBUTION = 4  # lines
_SENTENCE_ENDS = (".", "!", "?", ":", "。")
_SEPARATOR = re.compile(
    r"[-_ ]{2,}(?:original message|original appointment|forwarded message|begin forwarded message|reply message"
    r"|ursprungliche (?:nachricht|mail)|originalnachricht|weitergeleitete nachricht"
    r"|message (?:d'origine|original|transfere|initial)|courriel original"
    r"|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)|messaggio (?:originale|inoltrato)"
    r"|oorspronkelijk bericht|ursprungligt meddelande)[-_ ]{2,}.*|begin forwarded message:|_{10,}"
)
_FROM = re.compile(r"\W*(?:from|von|de|da|van|fran|fra|od|ot|от|发件人|寄件者|差出人|من)\W* ?[:：]")
_FURTHER = re.compile(
    r"\W*(?:sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|envoye|a|objet|enviado|enviada|fecha|para"
    r"|asunto|assunto|data|inviato|oggetto|verzonden|aan|onderwerp|skickat|till|amne|отправлено|дата|кому|тема"
    r"|发送时间|收件人|主题|日期|送信日時|宛先|件名)(?: le| em)?\W* ?[:：]"
)
_HEADER_LINES = 6  # in which two further headers follow the sender's
_FOOTER = re.compile(
    r"(?:sent|gesendet|envoye|enviado|enviada|inviato|verzonden|skickat)\b.{0,20}?\b(?:from|via|von|mit|de|do"
    r"|desde|da|dal|van|fran|with)\b"
    r".{0,60}|von meinem .{3,40} gesendet\.?|get outlook for .*|outlook (?:fur|pour|para|per) .{3,20} (?:holen"
    r"|beziehen)"
    r"|(?:telecharger|obtener|obter|scarica) outlook .*|yahoo mail.*"
)
_DISCLAIMER = re.compile(
    r"(?:this|the information in this|the contents of this|this message|diese|ce|cet|este|esta|questo|questa"
    r"|il presente)"
    r" (?:e-?mail|message|communication|courriel|courrier|nachricht|correo|mensaje|mensagem|messaggio)\b.*"
    r"(?:confiden|vertraulich|intended|destin|privileged)|(?:confidentiality notice|disclaimer"
    r"|haftungsausschluss)\b.*"
    r"|(?:please )?(?:consider|think of) the environment.*|the information in this (?:e-?mail|message)\b.*"
)


def own_lines(text: str) -> list[str]:
    """The lines that the writer wrote, signature included, blank lines at both ends left out."""
    lines = text.splitlines()
    kept: list[str] = []
    number = 0
    while number < len(lines):
        if (skipped := _attribution(lines, number)) and not _is_quoted(lines, number + skipped):
            break
        if _ends(lines, number):
            break
        if not skipped and not lines[number].lstrip().startswith(">"):
            kept += [] if _FOOTER.fullmatch(_plain(lines[number])) else [lines[number].rstrip()]
        number += max(skipped, 1)
    return _trimmed(kept)


def _ends(lines: Sequence[str], number: int) -> bool:
    """Whether another mail, or a lawyer's text, begins at this line."""
    text = _plain(lines[number])
    if _SEPARATOR.fullmatch(text) or _DISCLAIMER.match(text):
        return True
    if not _FROM.match(text):
        return False
    following = [_plain(line) for line in lines[number + 1 : number + 1 + _HEADER_LINES]]
    return sum(bool(_FURTHER.match(line)) for line in following) >= 2


def _attribution(lines: Sequence[str], number: int) -> int:
    """How many lines say who wrote what follows: "On Monday Bo wrote:" may be broken into several."""
    plain = _plain(lines[number])
    if _NAMED.fullmatch(plain):
        return 1
    forms = [_ATTRIBUTION, _DATED] if _DATE.match(plain) else [_ATTRIBUTION]
    joined = ""
    for count, line in enumerate(lines[number : number + _LONGEST_ATTRIBUTION], 1):
        if not line.strip() or line.lstrip().startswith(">"):
            return 0
        joined = f"{joined} {_plain(line)}".strip()
        if any(form.fullmatch(joined) for form in forms):
            return count
        if joined.endswith(_SENTENCE_ENDS):
            return 0
    return 0


def _is_quoted(lines: Sequence[str], number: int) -> bool:
    """Whether the next line that is not blank is marked as quoted: then the writer may go on below it."""
    blank = sum(1 for _ in takewhile(lambda line: not line.strip(), lines[number:]))
    following = lines[number + blank : number + blank + 1]
    return any(line.lstrip().startswith(">") for line in following)


def _trimmed(lines: list[str]) -> list[str]:
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _plain(line: str) -> str:
    return fold(line[:600]).strip(" *")
