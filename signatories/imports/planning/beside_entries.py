"""A signatory in one text, and the cells beside it: what they say together, and where they contradict each other."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from signatories import countries
from signatories.collation import fold
from signatories.imports.lines import shapes
from signatories.imports.lines.officers import holds_office, may_be_called
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
    if not _holds_more(split(name)):
        return cells
    return {"entry": name, **{field: text for field, text in cells.items() if field != "name"}}


def _holds_more(parts: Split) -> bool:
    """Whether a role or a body surely stands beside the name.

    So does a role in doubt, unless it may be a family name: a comma follows, or somebody is called so. A colon or a
    dash that follows shows that nobody is.
    """
    said = parts.fields
    if "name" not in said:
        return False
    if parts.confidence >= CERTAIN:
        return "role" in said or "organisation" in said
    if "role" not in said or holds_office(said["role"]) or _is_before_comma(parts):
        return False
    return not may_be_called(said["role"]) or bool(_behind_role(parts))


def _is_before_comma(parts: Split) -> bool:
    """Whether a comma follows a role that begins the text: Bishop, Anna."""
    return _behind_role(parts).startswith((",", "，"))


def _behind_role(parts: Split) -> str:
    """What stands between a role that begins the text and the next part."""
    (field, _), *rest = parts.pieces
    return rest[0][1].strip() if field == "role" and rest else ""


def together(cells: Mapping[str, str], parts: Split | None) -> Together:
    """Cells go before what a text of several parts seems to say, but no name beside a signatory signs in their place.

    It is the contact, whose address it then is: both are kept in the notes.
    """
    given = {name: text for name, cell in cells.items() if name != "entry" and (text := tidy(cell))}
    if parts is None:
        return Together(given, None, ())
    said = _as_person(parts, given)
    if given.get("organisation") and _is_one_person(parts, said):
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


def _is_one_person(parts: Split, said: Mapping[str, str]) -> bool:
    """Whether a text names one person, perhaps with a role, so that beside a body nothing is in doubt."""
    if not set(said) <= {"name", "role"} or "name" not in said or _is_before_comma(parts):
        return False
    name, role = said["name"], said.get("role", "")
    return shapes.looks_like_person(name) and not shapes.names_two(name) and not holds_office(role)


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
