"""What to look at in the text of a letter."""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from signatories.block.signatory import count
from signatories.expressions.letter_text import parse_body
from signatories.findings import Finding, Level, Spot, Tab
from signatories.languages import called
from signatories.letters import printed_parts
from signatories.letters.translations import BEHIND
from signatories.letters.untranslated import same
from signatories.merge.links import is_safe
from signatories.merge.snapshot import Snapshot
from signatories.merge.values import run_values
from signatories.preflight import words
from signatories.texts import N_, message

_BRACKETED = (
    "date|day|place|name|names|title|country|organi[sz]ation|address|salutation|number|amount|link|signature|"
    "signatures|tbc|tbd|insert [^]]*|your [^]]*|nom|lieu|pays|organisation|adresse|datum|ort|land|unterschrift|"
    "fecha|lugar|nombre|pais|país|firma"
)
_THIRTIETH = r"(?:(?<=[Tt]he )|(?<=\b[Ee]l )|(?<=\b[Ll]a ))XXX [A-Z]"  # "the XXX Olympiad"
_PLACEHOLDER = re.compile(
    r"\bTODO\b(?=\W*(?::|$))|\b(?:TBC|TBD|FIXME)\b|(?<!\w)x{2}(?=[./-]x{2})|\?{3,}|"
    rf"(?<!\w)(?!{_THIRTIETH})[Xx]{{3,}}(?!\w)|\blorem ipsum\b|«(?-i:[A-Z_]{{3,}})»|<<[^<>]+>>|\[(?i:{_BRACKETED})\]"
)
_TO_DO = re.compile(r"\bTODO\b")
_EVERYTHING = frozenset({"es", "pt", "gl"})  # languages in which "TODO" is a word
_ADDRESS = re.compile(
    r"(?<![\w@.])(?:(?:https?|htp|htpps?|ttps?|hhtps?):[^\s<>\"“”«»]+|www\.[^\s<>\"“”«»]+)"
)
_HOST = re.compile(
    r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\.(?:[^\W\d_]{2,}|xn--[\w-]+)\.?"
)
_MAILBOX = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]{2,}")
_AFTER_LINK = ".,;:!?)]}'’"
_COMMAS = frozenset(",،，")
_AFTER_NAMES = _COMMAS | frozenset(":!：")


def fields_without_value(snapshot: Snapshot) -> Iterator[Finding]:
    """Fields that have the same value in all letters, and have none."""
    values = run_values(snapshot, count(snapshot.signatories))
    every = printed_parts.fields_of(snapshot.text, snapshot.known_fields)
    common = [field for field in every if not field.is_of_recipient]
    for name in dict.fromkeys(field.name for field in common if field.value(values) is None):
        text = N_(
            "The field “{field}” has no value and no fallback. Write {example} in the text, or leave it out."
        )
        words_of_it = message(text, field=name, example="{{ " + name + ' | "…" }}')
        yield Finding(Level.ERROR, words_of_it, place=Spot(Tab.TEXT))


def placeholders(snapshot: Snapshot) -> Iterator[Finding]:
    """What somebody meant to replace before it is printed."""
    text = N_("The {part} says “{words}”, which looks like something to be filled in.")
    base = snapshot.text.language.partition("-")[0]
    for part, said in dict.fromkeys(words.written(snapshot)):
        found = [each[0] for each in _PLACEHOLDER.finditer(said)]
        if base not in _EVERYTHING:
            found += _TO_DO.findall(said)
        for each in dict.fromkeys(found):
            yield _in_part(part, text, words=each)


def parts(snapshot: Snapshot) -> Iterator[Finding]:
    """What a letter lacks: a text, a salutation, a closing. The body may begin and end with the last two."""
    written = [*words.written(snapshot)]
    parts = dict(written)
    body = [said.strip() for part, said in written if part == printed_parts.BODY and said.strip()]
    first, last = (body[0], body[-1]) if body else ("", "")
    if not parts["salutation"].strip() and first[-1:] not in _AFTER_NAMES:
        yield _lacking("salutation", N_("The letter has no salutation."))
    if not body:
        yield _lacking(printed_parts.BODY, N_("The letter has no text yet."))
    if not parts["closing"].strip() and last[-1:] not in _COMMAS:
        text = N_("The letter has no closing, such as “Yours sincerely,”.")
        yield _lacking("closing", text)


def links(snapshot: Snapshot) -> Iterator[Finding]:
    """Addresses that nobody can follow."""
    text = N_("The {part} has the link “{link}”, which leads nowhere.")
    found = [(printed_parts.BODY, link) for link in words.links(snapshot) if link]
    for part, said in words.written(snapshot):
        bare = (each[0].rstrip(_AFTER_LINK) for each in _ADDRESS.finditer(said))
        found += [(part, link) for link in bare if words.FIELD not in link]
    for part, link in dict.fromkeys(found):
        if not _leads_somewhere(link):
            yield _in_part(part, text, link=link)


def looks(snapshot: Snapshot) -> Iterator[Finding]:
    """What in the body will not look as its writer may expect."""
    for problem in parse_body(snapshot.text.body, snapshot.known_fields).problems:
        yield Finding(Level.WARNING, problem, place=Spot(Tab.TEXT, printed_parts.BODY))


def untranslated(snapshot: Snapshot) -> Iterator[Finding]:
    """Paragraphs of a declared translation that are those of the first text."""
    for text in snapshot.translations:
        for found in same(snapshot.text, text):
            spot = Spot(Tab.TEXT, found.part, language=text.language)
            said = message(
                N_("In “{language}”: {finding}"),
                language=called(text.language),
                finding=found.message,
            )
            yield Finding(Level.WARNING, said, place=spot)


def behind(snapshot: Snapshot) -> Iterator[Finding]:
    """Translations that were written before the text that they translate was changed."""
    for text in snapshot.texts:
        if text.language in snapshot.concerns.behind:
            spot = Spot(Tab.TEXT, printed_parts.BODY, language=text.language)
            yield Finding(
                Level.WARNING, message(BEHIND, language=called(text.language)), place=spot
            )


def _leads_somewhere(link: str) -> bool:
    scheme, colon, rest = link.partition(":")
    if link.startswith("www."):
        scheme, rest = "http", f"//{link}"
    elif not colon:
        return False
    if scheme.lower() == "mailto":
        return bool(_MAILBOX.fullmatch(rest.partition("?")[0]))
    if scheme.lower() == "tel":
        return bool(rest)
    try:
        host = urlsplit(f"{scheme}:{rest}").hostname or ""
    except ValueError:
        return False
    return is_safe(f"{scheme}:{rest}") and _is_host(host)


def _is_host(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return bool(_HOST.fullmatch(name))
    return True


def _lacking(part: str, text: str) -> Finding:
    return Finding(Level.WARNING, message(text), place=Spot(Tab.TEXT, part))


def _in_part(part: str, text: str, **values: object) -> Finding:
    said = message(text, part=message(printed_parts.NAMES[part]), **values)
    return Finding(Level.WARNING, said, place=Spot(Tab.TEXT, part))
