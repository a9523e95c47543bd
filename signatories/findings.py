"""What somebody should know before anything is printed, and where it is mended."""

import enum
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from signatories.texts import N_, Message, listed, message


class Level(enum.Enum):
    """How serious a finding is: an error blocks the run, a note is only good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Tab(enum.Enum):
    """The parts of a letter's page in which something can be mended."""

    TEXT = "text"
    SIGNATORIES = "signatories"
    BLOCK = "block"
    RECIPIENTS = "recipients"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a finding is mended: a tab, the part of the letter or the setting there, and the records by id.

    The ids are those of recipients or, in the other tabs, of sign-ons. Empty: the whole tab. `language`: of the
    translation that it is about.
    """

    tab: Tab
    field: str = ""
    ids: tuple[int, ...] = ()
    language: str = ""

    @property
    def words(self) -> Message:
        """What the window calls it."""
        tab = message(_TABS[self.tab])
        if not self.field:
            return tab
        named = _SETTINGS.get(self.field)
        return message(_SPOT, tab=tab, field=message(named) if named else self.field)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found, in words, with the names of those it is about, and where it is mended.

    `product`: the one that it keeps from being made, by its exporter's key; "" where it is about more than one.
    """

    level: Level
    message: Message
    names: tuple[str, ...] = ()
    place: Spot | None = None
    product: str = ""

    @property
    def digest(self) -> str:
        """What tells it from others in any language: the same for the same words about the same names and records."""
        ids = self.place.ids if self.place else ()
        said = json.dumps([self.message.as_data(), self.names, ids], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()

    @property
    def sentence(self) -> Message:
        """What was found, and in words where to mend it."""
        if self.place is None:
            return self.message
        text = N_("{finding} [{place}]")
        return message(text, finding=self.message, place=self.place.words)


def serious_first(findings: Iterable[Finding]) -> list[Finding]:
    """The most serious before the others, else as they were."""
    levels = tuple(Level)
    return sorted(findings, key=lambda finding: levels.index(finding.level))


def about(
    text: str, names: Iterable[str], place: Spot | None = None, **values: object
) -> Iterator[Finding]:
    """A warning about those of these names, who may share one; none when there is nobody."""
    every = [*names]
    if every:
        named = tuple(dict.fromkeys(every))
        words = message(text, n=len(every), names=listed(named), **values)
        yield Finding(Level.WARNING, words, named, place)


_SPOT = N_("{tab}: {field}")
_TABS = {
    Tab.TEXT: N_("Text"),
    Tab.SIGNATORIES: N_("Signatories"),
    Tab.BLOCK: N_("Block"),
    Tab.RECIPIENTS: N_("Recipients"),
    Tab.RUN: N_("Run"),
}
_SETTINGS = {
    "as_of": N_("standing as of"),
    "cc": N_("copies"),
    "form_of_address": N_("form of address"),
    "identification_notice": N_("notice of identification"),
    "not_before": N_("not before"),
    "signed_by": N_("signed by"),
    "where": N_("who is on the list"),
}
"""What people call a field whose name is none of their words; of the others the name is one."""
