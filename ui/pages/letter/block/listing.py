"""The lines of a block as a list to look at and to move about in: why each stands where it does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from signatories.block import comparing
from signatories.block.arrangement import Section
from signatories.block.comparing import Comparison, compare
from signatories.block.entries import Entry
from signatories.block.grouping import Group
from signatories.block.ordering import ordered
from signatories.block.pinning import in_force, pinned, released
from signatories.block.reasons import why
from signatories.block.settings import BlockSettings, OrderRule, Pin
from signatories.block.signatory import Signatory
from signatories.models.block import PinPlace
from signatories.texts import N_, Message

KEPT = {
    PinPlace.FIRST: N_("first"),
    PinPlace.LAST: N_("last"),
    PinPlace.AFTER: N_("here"),
}


@dataclass(frozen=True, slots=True)
class Listing:
    """The printed lines in their sections, and all that decides their order.

    `rules` are those of lines in groups with an order of their own, by sign-on; `kept` the pins that hold.
    """

    settings: BlockSettings
    sections: tuple[Section, ...] = ()
    language: str = "en"
    others: Mapping[int, Signatory] = field(default_factory=dict)
    rules: Mapping[int, OrderRule] = field(default_factory=dict)
    kept: Mapping[int, Pin] = field(default_factory=dict)

    def why(self, entry: Entry) -> Message:
        """Say why a line stands where it does."""
        line = entry.signatory
        rule = self.rules.get(line.sign_on_id, self.settings.order)
        return why(line, rule, self.language, self.settings.pins, self.others)

    def kept_words(self, sign_on_id: int) -> str:
        """Say how a line is kept in place, as a key for its words; empty when it is not."""
        pin = self.kept.get(sign_on_id)
        return KEPT[pin.place] if pin else ""


class Compared(NamedTuple):
    """What a list from elsewhere says, and the pins that would give its order."""

    comparison: Comparison
    pins: tuple[Pin, ...]


def listing(
    settings: BlockSettings, sections: tuple[Section, ...], groups: Sequence[Group], language: str
) -> Listing:
    """Gather what decides the order of the lines of these groups."""
    others = {line.sign_on_id: line for group in groups for line in group.members}
    rules = {
        line.sign_on_id: group.chosen.order
        for group in groups
        if group.chosen.order is not None
        for line in group.members
    }
    kept = in_force(settings.pins, set(others))
    return Listing(settings, sections, language, others, rules, kept)


def pin_before(entries: Sequence[Entry], moved: int, before: int) -> Pin | None:
    """The pin that keeps entry `moved` in front of entry `before`; None where it stands there already.

    `before` may be the number of entries: at the end. Both count in one section.
    """
    if before in (moved, moved + 1):
        return None
    sign_on_id = entries[moved].signatory.sign_on_id
    if before == 0:
        return Pin(sign_on_id, PinPlace.FIRST)
    if before == len(entries):
        return Pin(sign_on_id, PinPlace.LAST)
    return Pin(sign_on_id, PinPlace.AFTER, entries[before - 1].signatory.sign_on_id)


def with_pin(settings: BlockSettings, pin: Pin) -> BlockSettings:
    """Keep a line in a place."""
    return replace(settings, pins=pinned(settings.pins, pin))


def without_pin(settings: BlockSettings, sign_on_id: int) -> BlockSettings:
    """Let a line go where the order puts it."""
    return replace(settings, pins=released(settings.pins, sign_on_id))


def with_line(settings: BlockSettings, sign_on_id: int, pattern: str) -> BlockSettings:
    """Give one line a pattern of its own; an empty one: that of all."""
    others = {key: text for key, text in settings.lines.items() if key != sign_on_id}
    return replace(settings, lines=others | ({sign_on_id: pattern} if pattern else {}))


def compared(shown: Listing, texts: Sequence[str]) -> Compared:
    """Hold the order against a list from elsewhere, a text for each line."""
    parts = _groups(shown)
    unpinned = [
        comparing.Group(ordered(part.lines, part.rule, shown.language), part.rule) for part in parts
    ]
    return Compared(
        compare(parts, texts, shown.language), compare(unpinned, texts, shown.language).pins
    )


def _groups(shown: Listing) -> list[comparing.Group]:
    groups = []
    for section in shown.sections:
        lines = [entry.signatory for entry in section.entries]
        rule = shown.rules.get(lines[0].sign_on_id, shown.settings.order)
        groups.append(comparing.Group(lines, rule, shown.kept))
    return groups
