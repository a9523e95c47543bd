"""What each part of a line stands for, in plain words, and lines that are ready to choose."""

from collections.abc import Sequence

from signatories.block.fields import FIELDS
from signatories.block.settings import PATTERN
from signatories.texts import N_
from ui.translation import translate
from ui.widgets.field_editor import FieldChoice

NUMBER = "number"
GROUPS = {
    N_("The person"): {
        "name": N_("Name, as it is printed"),
        "given": N_("Given name"),
        "family": N_("Family name"),
        "FAMILY": N_("Family name in capitals"),
        "role": N_("Role"),
    },
    N_("The organisation"): {
        "organisation": N_("Organisation"),
        "acronym": N_("Acronym"),
        "kind": N_("Kind of organisation"),
        "description": N_("Description in a few words"),
    },
    N_("Where from"): {
        "country": N_("Country, as it is printed"),
        "region": N_("Region"),
        "group": N_("Group of the sign-on"),
    },
}
OWN = N_("Your own columns")
READY = (
    PATTERN,
    "{name}, {organisation}",
    "{name} ({role})",
    "{name}, on behalf of {organisation} ({acronym})",
    "{organisation} – {name}",
    "{organisation} ({acronym}), {country}",
    "{organisation}, {country}",
    "{given} **{FAMILY}**, {organisation}",
    "**{name}**\n{role}\n{organisation}",
)
"""Patterns that letters often have."""


def part_choices(columns: Sequence[str]) -> list[FieldChoice]:
    """The parts of a line as a menu offers them; extra columns last."""
    named = [
        FieldChoice(name, translate(words), translate(group))
        for group, fields in GROUPS.items()
        for name, words in fields.items()
    ]
    told = {choice.name for choice in named}
    others = (*(name for name in FIELDS if name not in told), *columns)
    return [*named, *(FieldChoice(name, name, translate(OWN)) for name in others)]


def column_words(columns: Sequence[str]) -> dict[str, str]:
    """What a table may have for columns, with their words."""
    number = {NUMBER: translate(N_("Number"))}
    return number | {choice.name: choice.words for choice in part_choices(columns)}
