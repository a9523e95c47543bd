"""A block is kept under a name for other letters, without what only its own letter has."""

import pytest

from signatories import saved_presets
from signatories.block.presets import Preset
from signatories.block.settings import BlockSettings, Pin
from signatories.database import Database
from signatories.errors import NotFound, Refused
from signatories.models import NamedSetting
from signatories.models.block import PinPlace
from signatories.undoing import undo

OURS = BlockSettings(heading="Unterzeichnende ({count})", count_line=True)


def saved(database: Database) -> tuple[Preset, ...]:
    with database.reading() as session:
        return saved_presets.saved(session)


def test_a_block_is_saved_replaced_and_removed(database: Database) -> None:
    assert saved(database) == ()
    with database.work("Change") as unit:
        saved_presets.save(unit.session, "  Two   columns ", OURS)
        saved_presets.save(unit.session, "Annex", BlockSettings())
    assert saved(database) == (Preset("Annex", BlockSettings()), Preset("Two columns", OURS))
    with database.work("Change") as unit:
        saved_presets.save(unit.session, "Two columns", BlockSettings(count_line=True))
        saved_presets.remove(unit.session, "Annex")
    assert saved(database) == (Preset("Two columns", BlockSettings(count_line=True)),)
    undo(database)
    assert saved(database) == (Preset("Annex", BlockSettings()), Preset("Two columns", OURS))


def test_what_is_about_lines_of_one_letter_is_not_saved(database: Database) -> None:
    settings = BlockSettings(pins=(Pin(1, PinPlace.LAST),), lines={1: "{name}"}, heading="Signed")
    with database.work("Change") as unit:
        saved_presets.save(unit.session, "Ours", settings)
    assert saved(database) == (Preset("Ours", BlockSettings(heading="Signed")),)


def test_a_block_of_a_newer_program_is_named_and_hides_no_other(database: Database) -> None:
    with database.work("Change") as unit:
        saved_presets.save(unit.session, "Ours", OURS)
        newer = NamedSetting(kind="block presets", name="Newer", value={"hologram": True})
        unit.session.add(newer)
    with database.work("Change") as unit:
        saved_presets.save(unit.session, "Plain", BlockSettings())
    assert [preset.name for preset in saved(database)] == ["Ours", "Plain"]
    with database.reading() as session:
        assert saved_presets.unreadable(session) == ("Newer",)


def test_a_saved_block_has_a_name_and_is_there(database: Database) -> None:
    with (
        pytest.raises(Refused, match="Give the saved block a name"),
        database.work("Change") as unit,
    ):
        saved_presets.save(unit.session, "  ", OURS)
    with pytest.raises(NotFound, match="no saved block “Ours”"), database.work("Change") as unit:
        saved_presets.remove(unit.session, "Ours")
