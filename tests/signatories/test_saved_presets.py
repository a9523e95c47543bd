"""A block is kept under a name for other letters, without what only its own letter has."""

import json

import pytest

from signatories import saved_presets
from signatories.block.presets import Preset
from signatories.block.settings import BlockSettings, Pin
from signatories.database import Database
from signatories.errors import NotFound, Refused
from signatories.history import next_undo
from signatories.models import WorkspaceSetting
from signatories.models.block import PinPlace

OURS = BlockSettings(heading="Unterzeichnende ({count})", count_line=True)


def saved(database: Database) -> tuple[Preset, ...]:
    with database.reading() as session:
        return saved_presets.saved(session)


def test_a_block_is_saved_replaced_and_removed(database: Database) -> None:
    assert saved(database) == ()
    with database.writing() as session:
        saved_presets.save(session, "  Two   columns ", OURS)
        saved_presets.save(session, "Annex", BlockSettings())
    assert saved(database) == (Preset("Annex", BlockSettings()), Preset("Two columns", OURS))
    with database.writing() as session:
        saved_presets.save(session, "Two columns", BlockSettings(count_line=True))
        saved_presets.remove(session, "Annex")
    assert saved(database) == (Preset("Two columns", BlockSettings(count_line=True)),)
    with database.reading() as session:
        assert next_undo(session) is None, "a setting of the workspace is no action to be undone"


def test_what_is_about_lines_of_one_letter_is_not_saved(database: Database) -> None:
    settings = BlockSettings(pins=(Pin(1, PinPlace.LAST),), lines={1: "{name}"}, heading="Signed")
    with database.writing() as session:
        saved_presets.save(session, "Ours", settings)
    assert saved(database) == (Preset("Ours", BlockSettings(heading="Signed")),)


def test_a_block_of_a_newer_program_is_named_and_hides_no_other(database: Database) -> None:
    with database.writing() as session:
        saved_presets.save(session, "Ours", OURS)
        setting = session.get_one(WorkspaceSetting, "block presets")
        setting.value = json.dumps({**json.loads(setting.value), "Newer": {"hologram": True}})
    with database.writing() as session:
        saved_presets.save(session, "Plain", BlockSettings())
    assert [preset.name for preset in saved(database)] == ["Ours", "Plain"]
    with database.reading() as session:
        assert saved_presets.unreadable(session) == ("Newer",)


def test_a_saved_block_has_a_name_and_is_there(database: Database) -> None:
    with pytest.raises(Refused, match="Give the saved block a name"), database.writing() as session:
        saved_presets.save(session, "  ", OURS)
    with pytest.raises(NotFound, match="no saved block “Ours”"), database.writing() as session:
        saved_presets.remove(session, "Ours")
