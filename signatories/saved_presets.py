"""Blocks that the user keeps under a name of their own. They belong to the workspace."""

from dataclasses import replace

from sqlalchemy.orm import Session

from signatories import named_settings
from signatories.block.presets import Preset
from signatories.block.settings import BlockSettings, from_json, to_json
from signatories.errors import NotFound, Refused
from signatories.texts import N_

_KIND = "block presets"


def saved(session: Session) -> tuple[Preset, ...]:
    """The saved blocks that this program can read, by name."""
    return tuple(preset for preset in _read(session).values() if preset)


def unreadable(session: Session) -> tuple[str, ...]:
    """The names of those with settings that this program does not know: a newer one saved them."""
    return tuple(name for name, preset in _read(session).items() if not preset)


def save(session: Session, name: str, settings: BlockSettings) -> None:
    """Keep a block under a name, in place of what was kept under it.

    What is about single lines of its letter is left out. Raises Refused for an empty name.
    """
    name = " ".join(name.split())
    if not name:
        raise Refused(N_("Give the saved block a name."))
    general = replace(settings, pins=(), lines={}, late_after=None)
    named_settings.write(session, _KIND, name, to_json(general))


def remove(session: Session, name: str) -> None:
    """Forget a saved block. Raises NotFound."""
    if not named_settings.remove(session, _KIND, name):
        raise NotFound(N_("There is no saved block “{name}”."), name=name)


def _read(session: Session) -> dict[str, Preset | None]:
    """The saved blocks by name, None for one that cannot be read."""
    found: dict[str, Preset | None] = {}
    for name, settings in sorted(named_settings.read(session, _KIND).items()):
        try:
            found[name] = Preset(name, from_json(settings))
        except Refused:
            found[name] = None
    return found
