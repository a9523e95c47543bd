"""One line of text taken apart into name, role, organisation and country, each part in its place."""

import re
from collections.abc import Mapping

from signatories.imports.lines import east_asian, known_names, labels, signatures
from signatories.imports.lines.affiliations import Found
from signatories.imports.lines.asides import is_beside
from signatories.imports.lines.corrections import Correction, corrected
from signatories.imports.lines.east_asian_words import SCRIPT
from signatories.imports.lines.known_names import Known
from signatories.imports.lines.outlines import Readable, has_footnote, readable
from signatories.imports.lines.parts import Part, Split
from signatories.imports.lines.spans import Span, has_brackets, is_balanced
from signatories.imports.lines.wraps import unwrapped

_NUMBER = re.compile(r"\(?\d{1,6}(?:[.)]\s|\t)")
_TIME = re.compile(r"\d:\d\d")
_IN_DOUBT = 0.6
_LABELLED = 0.85
_BEHIND_LABEL = 0.7  # a country may be part of the name
_TWO_COLUMNS = "   "  # nobody types three spaces: they come from two columns of a page


def split(
    text: str,
    known: Known | None = None,
    corrections: Mapping[str, Correction] | None = None,
) -> Split:
    """Take a line apart: as one built alike was corrected, else by the names that are known, else by rules.

    What is uncertain is proposed all the same, with a confidence below CERTAIN. A number at the beginning may be
    that of a list or, as in “1. FC Brunnen”, of a name: it stays, uncertain. So do two columns of a page.
    """
    line = readable(text)
    if line is None:
        return Split(text)
    source = "corrected"
    found = corrected(line, corrections) if corrections else None
    if found is None and line.core.text:
        source = "known"
        found = known_names.take_apart(line, known) if known else None
    if found is None:
        source = "rules"
        found = _by_rules(line)
    parts, confidence = found
    if line.email and any(a < line.email.start < b for _, a, b in parts):
        confidence = min(confidence, _IN_DOUBT)  # it stays inside what stands around it
    elif line.email:
        parts = [*parts, Part("email", line.email.start, line.email.end)]
    is_whole = not has_brackets(text) or all(is_balanced(text[a:b]) for _, a, b in parts)
    is_odd = not is_whole or _is_odd(text[line.core.start : line.core.end], line.core.text)
    if source != "corrected" and is_odd:
        confidence = min(confidence, _IN_DOUBT)
    return Split(text, _in_order(parts), confidence, source)


def _is_odd(core: str, plain: str) -> bool:
    """Whether a number stands before it, two columns, a footnote or the time of a message in it, or lines joined.

    So does an answer or a date beside a name. Which is which, no rule can know. `plain` is without marks of footnotes.
    """
    is_listed = bool(_NUMBER.match(core)) or _TWO_COLUMNS in core or "{" in core
    is_said = core.endswith(("!", "?")) or (":" in core and bool(_TIME.search(core)))
    return (
        is_listed
        or is_said
        or unwrapped(core) != core
        or (core != plain and has_footnote(core))
        or is_beside(core)
    )


def _by_rules(line: Readable) -> Found:
    plain, core, _ = line
    if not core.text:
        return [], 0.0
    core = labels.signed(plain, core)
    if (signed := labels.signed_behind(plain, core)) and (found := _by_signer(plain, *signed)):
        return found
    has_label = ":" in core.text or "：" in core.text
    labelled = labels.take_apart(plain, core) if has_label else None
    return _by_labels(plain, labelled) if labelled else _by_script(plain, core)


def _by_signer(plain: str, body: Span, signer: Span) -> Found | None:
    """The body that a label behind it names the signer of; None where it is no body, or nobody signs."""
    parts, _ = _by_script(plain, signer)
    has_name = [part.field for part in parts].count("name") == 1
    if not has_name or {part.field for part in parts} - {"name", "role", "country", "city"}:
        return None
    named, _ = _by_script(plain, body)
    fields = [part.field for part in named]
    if fields.count("organisation") != 1 or set(fields) - {"organisation", "country", "city"}:
        return None
    return [*named, *(part for part in parts if part.field not in fields)], _IN_DOUBT


def _by_labels(plain: str, labelled: labels.Labelled) -> Found:
    """What labels say is certain; of what stands behind a country, or has commas, only what the rules find."""
    if labelled.rest is None:
        return labelled.parts, _LABELLED
    parts, confidence = _by_script(plain, labelled.rest)
    said = {part.field for part in labelled.parts}
    parts = [part for part in parts if part.field not in said]
    return [*labelled.parts, *parts], min(confidence, _BEHIND_LABEL)


def _by_script(plain: str, core: Span) -> Found:
    found = None
    if not plain.isascii() and SCRIPT.search(core.text):
        found = east_asian.take_apart(plain, core)
    return found or signatures.take_apart(plain, core)


def _in_order(parts: list[Part]) -> tuple[Part, ...]:
    """The parts that hold something, in the order of the text."""
    return tuple(sorted((p for p in parts if p.start < p.end), key=lambda part: part.start))
