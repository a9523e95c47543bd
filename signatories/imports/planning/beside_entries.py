"""A signatory in one text, and the cells beside it: what they say together, and where they contradict each other."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from signatories import countries
from signatories.collation import fold
from signatories.imports.lines import shapes
from signatories.imports.lines.parts import CERTAIN, Split, tidy
from signatories.imports.lines.splitting import split
from signatories.texts import N_, Message, message

_SURE = 0.9
_SAYS_MORE = re.compile(r"[\n,(（:：]|\s[–—-]\s")


class Together(NamedTuple):
    """The texts by field, the text of the signatory as it was taken apart, and what somebody should look at."""

    fields: dict[str, str]
    parts: Split | None
    problems: tuple[Message, ...]


def says_more(name: str) -> bool:
    """Whether a name may hold a role or a body too."""
    return _SAYS_MORE.search(name) is not None


def with_entry(cells: Mapping[str, str]) -> Mapping[str, str]:
    """The cells, a name that holds a role or a body too as an entry: Anna Berg, Director."""
    name = cells.get("name", "").strip()
    if "entry" in cells or not says_more(name):
        return cells
    parts = split(name)
    said = parts.fields.keys()
    is_more = "role" in said or ("organisation" in said and parts.confidence >= CERTAIN)
    if "name" not in said or not is_more:
        return cells
    return {"entry": name, **{field: text for field, text in cells.items() if field != "name"}}


def together(cells: Mapping[str, str], parts: Split | None) -> Together:
    """Cells go before what a text of several parts seems to say, but no name beside a signatory signs in their place.

    It is the contact, whose address it then is: both are kept in the notes.
    """
    given = {name: text for name, cell in cells.items() if name != "entry" and (text := tidy(cell))}
    if parts is None:
        return Together(given, None, ())
    said = _as_person(parts, given)
    sure = bool(given.get("organisation")) and set(said) <= {"name", "role"} and "name" in said
    if sure and not shapes.names_two(said["name"]):
        parts = replace(parts, confidence=max(parts.confidence, _SURE))
    problems = list(parts.problems)
    contact, signer = given.get("name", ""), said.get("name", "")
    if contact and signer and fold(contact) != fold(signer):
        problems.append(
            message(
                N_("“{contact}” stands beside “{signer}”, who signs: kept in the notes."),
                contact=contact,
                signer=signer,
            )
        )
        given = _contact_in_notes(given)
    problems += _contradictions(said, given)
    return Together({**said, **given}, parts, tuple(problems))


def _as_person(parts: Split, given: Mapping[str, str]) -> dict[str, str]:
    """The parts of the signatory; beside another body, a text that sounds like none is a person's name."""
    said = parts.fields
    body = said.get("organisation", "")
    is_alone = set(said) == {"organisation"} and "organisation" in given and "name" not in given
    if is_alone and fold(body) != fold(given["organisation"]) and shapes.looks_like_person(body):
        return {"name": body}
    return said


def _contact_in_notes(given: Mapping[str, str]) -> dict[str, str]:
    contact = " ".join(filter(None, (given["name"], given.get("email"))))
    notes = "; ".join(filter(None, (given.get("notes"), contact)))
    others = {name: text for name, text in given.items() if name not in ("name", "email")}
    return {**others, "notes": notes}


def _contradictions(said: Mapping[str, str], given: Mapping[str, str]) -> Iterator[Message]:
    """What the signatory's text says otherwise than the cells beside it, which are taken."""
    for name in sorted(said.keys() & given.keys()):
        if not _alike(name, said[name], given[name]):
            text = N_("“{said}” is left out: “{given}” stands in a column of its own.")
            yield message(text, said=said[name], given=given[name])


def _alike(name: str, one: str, other: str) -> bool:
    if fold(one) == fold(other):
        return True
    found = countries.find(one) if name == "country" else None
    return found is not None and found == countries.find(other)
