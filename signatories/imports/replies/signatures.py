"""Who writes a mail: read from the lines under it, or from where it says how to be listed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signatories import column_names
from signatories.collation import fold
from signatories.imports.lines import shapes
from signatories.imports.lines.east_asian_words import SCRIPT
from signatories.imports.lines.parts import tidy
from signatories.imports.lines.roles_in_bodies import role_and_body
from signatories.imports.lines.spans import span_of
from signatories.imports.lines.splitting import split
from signatories.imports.replies import listing

FIELDS = ("name", "role", "organisation", "country")
"""What a signature can tell."""

_DASHES = re.compile(r"\s*(?:--|—|–|-{2,5})\s*")
_CLOSING = re.compile(
    r"(?:(?:yours|very|most) )*(?:sincerely|faithfully|truly|respectfully|cordially|warmly)(?: yours)?"
    r"|(?:(?:with|my|our|kind|kindest|best|warm|warmest|very|all|many|and|the) ?)*(?:regards|wishes|greetings"
    r"|best|thanks)"
    r"|cheers|in solidarity|solidarity|in peace|thanks?(?: you)?(?: (?:again|so much|very much|a lot))?|yours"
    r"|(?:bien |tres |meilleures? |sinceres? |mes |avec )*(?:cordialement|salutations(?: distinguees)?|a vous"
    r"|sentiments)"
    r"|amicalement|respectueusement|merci(?: d'avance| beaucoup)?|bien a (?:toi|vous)|belle journee|bonne journee"
    r"|(?:un |cordiales |muchos |con )*(?:saludos?|abrazos?)(?: cordial(?:es)?| fraternos?)?"
    r"|(?:muy )?(?:atentamente|cordialmente)|(?:muchas )?gracias"
    r"|(?:mit )?(?:freundlichen?|herzlichen?|besten?|vielen?|liebe[nr]?|schonen?|solidarischen?|viele|beste"
    r"|herzliche)? ?gru(?:ss|sse|ssen)(?: aus \w+)?"
    r"|mfg|lg|vg|hochachtungsvoll|(?:vielen|herzlichen|besten) dank|danke"
    r"|(?:com os (?:melhores|meus) )?(?:cumprimentos|atenciosamente|respeitosamente)|(?:um )?(?:forte )?abracos?"
    r"|obrigad[oa]|um abraco"
    r"|(?:un |con |i (?:miei|nostri) )*(?:cordiali|cordiale|distinti|migliori|cari)? ?salut[io]|cordialmente"
    r"|grazie(?: mille)?"
    r"|с (?:\w+ )?уважением|с (?:наилучшими )?пожеланиями|с приветом|спасибо"
    r"|(?:و?مع |و)?(?:اطيب |خالص |فائق |جزيل )?(?:التحيات|التحية|تحيات\w*|التقدير|الاحترام|الشكر|شكرا)"
    r"(?: و\w+)?|وتفضلوا بقبول.*|敬具|此致(?:敬礼)?"
    r"|(?:met )?(?:vriendelijke |hartelijke )?groet(?:en)?|(?:med )?(?:vennlig |vanliga )?(?:hilsen|halsningar)"
)
_FORM = re.compile(r"\s*[*•-]?\s*(?P<label>[^:：]{2,40}?)\s*[:：]\s*(?P<value>\S.*)")
_FORM_FIELDS = {"person": "name", "entry": "name", "form_of_address": "role"}
_CONTACT = re.compile(
    r"https?://|www\.|\S+@\S+|(?:\+|\(0|\b00)[\d ()/.-]{6,}|\b0\d[\d /-]{6,}"
    r"|\b(?:tel|telefon|telephone|phone|mobile?|mob|cell|fax|handy|skype|twitter|whatsapp|e|t|m|p|f|w)\b\.? ?:"
)
_STREET = re.compile(
    r"\d{4,}|\d+[a-z]?$|^\d+[,\s]|\b(?:po box|p\.o\. box|bp|postfach|apartado|c\.p\.)\b"
)
_BARS = re.compile(r"\s*[|·•]\s*")
_GREETED = re.compile(
    r".*(?:様|さま|御中|各位|殿|您好|你好|님께|귀하|귀중)[，,:：！!]?|(?:尊敬|亲爱)的.*"
)
_PRONOUNS = re.compile(r"\(?\s*(?:she|he|they|elle|il|ella|er|sie)\s*/.{2,30}")
_PLACE = re.compile(
    r"^.*,|^[^\W\d_]+ de "
)  # what stands before a country: "Lima, Perú", "Santiago de Chile"
_LONGEST_BLOCK = 10
_LONGEST_LINE = 110
_SENTENCE = re.compile(r".{25,}[.!?]")


@dataclass(frozen=True, slots=True)
class Signature:
    """Where the text ends (a number of lines), and who wrote it. `fields` hold those of FIELDS that were found.

    `is_told`: they stand where the mail says how to be listed, and not only under it. `others` are lines there that
    name further people.
    """

    text_ends: int
    fields: dict[str, str]
    confidence: float
    is_told: bool = False
    others: tuple[str, ...] = ()


def read(lines: Sequence[str]) -> Signature:
    """Read who wrote a mail from its own lines. What it asks to be listed as goes before what it is signed with."""
    lines = [piece for line in lines for piece in _closing_apart(line)]
    start, first = _block(lines)
    signed, confidence = _of_block(lines[first:])
    if "name" in signed and first:
        signed = {**_body_above(lines[first - 1]), **signed}
    listed, others = listing.read(lines)
    told = {field: text for field, text in listed.items() if field in FIELDS}
    told |= _form(lines)
    if told:
        kept = {} if {"name", "organisation"} <= told.keys() else signed
        sureness = 0.5 if others else 0.95
        return Signature(start, {**kept, **told}, sureness, is_told=True, others=others)
    return Signature(start, signed, confidence)


def _block(lines: Sequence[str]) -> tuple[int, int]:
    """Where the text ends, and where the lines begin that say who wrote it."""
    closing = next((n for n in reversed(range(len(lines))) if _is_closing(lines[n])), None)
    dashes = next((n for n in range(len(lines)) if _DASHES.fullmatch(lines[n])), None)
    if dashes is not None and dashes + 1 < len(lines):
        before = closing if closing is not None and closing < dashes else dashes
        return before, dashes + 1
    if closing is not None and _names_somebody(lines[closing + 1 :]):
        return closing, closing + 1
    first = _trailing(lines)
    end = closing if closing is not None and closing < first else first
    return end, first


def _trailing(lines: Sequence[str]) -> int:
    """The first of the short lines at the end that begin with a name."""
    start = len(lines)
    while start > 0 and len(lines) - start < _LONGEST_BLOCK and _may_sign(lines[start - 1]):
        start -= 1
    for n in range(start, len(lines)):
        if _name_in(lines[n]) and (n > 0 or len(lines) > 1):
            return n
    return len(lines)


def _may_sign(line: str) -> bool:
    text = line.strip()
    return (len(text) <= _LONGEST_LINE and not text.endswith((*"?!.。！？",))) or not text  # fmt: skip


def _is_closing(line: str) -> bool:
    text = fold(line[:80]).strip(" ,.!-–—")
    return bool(text and _CLOSING.fullmatch(text))


def _closing_apart(line: str) -> list[str]:
    """A closing and a name in one line as two lines: "Best, Bo Lind"."""
    closing, comma, name = line.partition(",")
    is_pair = comma and _is_closing(closing) and shapes.looks_like_full_name(name.strip())
    return [closing, name] if is_pair else [line]


def _names_somebody(lines: Sequence[str]) -> bool:
    return any(line.strip() for line in lines) and not any(
        _SENTENCE.fullmatch(line.strip()) for line in lines[:3]
    )


def _of_block(lines: Sequence[str]) -> tuple[dict[str, str], float]:
    """Name first, then role, organisation and country, each on a line of its own or with commas between."""
    found: dict[str, str] = {}
    for line in _telling(lines):
        for field, text in _of_line(line, found).items():
            found.setdefault(field, text)
    places = (_PLACE.split(line)[-1].strip(" .") for line in lines[:_LONGEST_BLOCK])
    country = next((place for place in places if shapes.is_country(place)), "")
    if found and country:
        found.setdefault("country", country)
    return found, 0.8 if {"name", "organisation"} <= found.keys() else 0.6


def _body_above(line: str) -> dict[str, str]:
    """Hill Trust, Kenya, and the name below it: the body and its country, where that is all that the line says."""
    fields = split(line).fields if _may_sign(line) and shapes.looks_like_organisation(line) else {}
    is_body = "organisation" in fields and fields.keys().isdisjoint({"name", "role"})
    return {field: text for field, text in fields.items() if field in FIELDS} if is_body else {}


def _telling(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a signature that say who, without telephones, addresses, pronouns and further closings."""
    for line in lines[:_LONGEST_BLOCK]:
        text = _before_contacts(_PRONOUNS.sub("", line)).strip(" \t*_|,;·•")
        if (
            text
            and not _is_closing(text)
            and not _STREET.search(fold(text))
            and len(text) < _LONGEST_LINE
        ):
            yield text


def _before_contacts(line: str) -> str:
    """The line up to where a telephone, a mail address or a page begins."""
    contact = _CONTACT.search(fold(line)) if len(fold(line)) == len(line) else _CONTACT.search(line)
    return line if contact is None else line[: contact.start()]


def _of_line(line: str, found: dict[str, str]) -> dict[str, str]:
    """What one line adds to what the lines above it said."""
    if not found and SCRIPT.match(line) and {"role", "organisation"} & split(line).fields.keys():
        return {field: text for field, text in split(line).fields.items() if field in FIELDS}
    if "name" not in found and not found:
        if parts := _name_in(line):
            return parts
        return {"organisation": line} if shapes.looks_like_organisation(line) else {}
    if SCRIPT.match(line):  # the role stands behind the body, and a space between
        return {field: text for field, text in split(line).fields.items() if field in FIELDS}
    pieces = [
        piece.strip()
        for piece in re.split(rf"{_BARS.pattern}|\s+[–—-]\s+|,\s+|،\s*", line)
        if piece.strip()
    ]
    country = pieces.pop() if len(pieces) > 1 and shapes.is_country(pieces[-1]) else ""
    if len(pieces) == 1 and shapes.is_country(pieces[0]):
        return {"country": pieces[0]}
    return _role_and_body(line, pieces, country, found)


def _role_and_body(
    line: str, pieces: list[str], country: str, found: dict[str, str]
) -> dict[str, str]:
    added = {"country": country} if country else {}
    first = span_of(pieces[0], 0, len(pieces[0]))
    if len(pieces) == 1 and not found.keys() & {"role", "organisation"}:  # Director Well Fund
        parts = role_and_body(pieces[0], first)
        if parts:
            return added | {field: tidy(pieces[0][a:b]) for field, a, b in parts}
    is_role = shapes.looks_like_role(pieces[0])
    if is_role and "role" not in found:
        added["role"] = pieces.pop(0)
    if pieces and "organisation" not in found and not (country and "organisation" in found):
        body = line[line.index(pieces[0]) : line.rindex(pieces[-1]) + len(pieces[-1])]
        added["organisation"] = _BARS.split(body)[0]
    return added


def _name_in(line: str) -> dict[str, str]:
    """A line that begins with a person's name, taken apart; else nothing."""
    text = _before_contacts(_PRONOUNS.sub("", line)).strip(" \t*_|,;")
    if not text or _is_closing(text) or _GREETED.fullmatch(text) or len(text) > _LONGEST_LINE:
        return {}
    first = re.split(r"\s*[|,]\s*|\s+[–—-]\s+", text)[0]
    if not shapes.looks_like_full_name(first) or shapes.looks_like_role(first):
        return {}
    fields = split(text.replace(" | ", ", ")).fields
    named = {field: fields[field] for field in FIELDS if field in fields}
    return named if "name" in named else {"name": tidy(first)}


def _form(lines: Sequence[str]) -> dict[str, str]:
    """Lines such as "Organisation: Well Fund", two at least."""
    found: dict[str, str] = {}
    for line in lines:
        if match := _FORM.fullmatch(line.rstrip()):
            for meant in column_names.meant_by(match["label"])[:1]:
                field = _FORM_FIELDS.get(meant, meant)
                if field in FIELDS:
                    found.setdefault(field, tidy(match["value"]))
    return found if len(found) > 1 else {}
