"""The common blocks: each can be kept, laid out, and taken for a block that was already worked on."""

import datetime as dt

import pytest

from signatories.block.arrangement import arrange
from signatories.block.presets import COMMON, Preset, applied
from signatories.block.settings import BlockSettings, Pin, from_json, to_json
from signatories.models import Capacity
from signatories.models.block import Order, PinPlace, Place
from tests.signing import signatory

LINES = [
    signatory(
        1, "Ada Moss", role="Director", organisation="Haven", country="Chad", group="National"
    ),
    signatory(2, "Zoe Vance", role="Chair", organisation="Aurora (AUR)", group="International"),
    signatory(3, "Ben Abel", capacity=Capacity.PERSONAL, group="Individuals"),
    signatory(4, "Withheld Person", organisation="Hidden", withheld=True),
]


@pytest.mark.parametrize("preset", COMMON, ids=lambda preset: preset.name)
def test_every_common_block_is_kept_and_shows_the_list(preset: Preset) -> None:
    settings = preset.settings
    assert from_json(to_json(settings)) == settings
    block = arrange(LINES, settings, "en", as_of=dt.date(2026, 5, 1))
    shown = {entry.signatory.sign_on_id: entry.text for entry in block.entries}
    assert set(shown) == (set() if settings.place is Place.COUNT_ONLY else {1, 2, 3})
    assert all(shown.values())


def test_names_tell_the_common_blocks_apart() -> None:
    assert len({preset.name for preset in COMMON}) == len({preset.settings for preset in COMMON})


def test_a_preset_leaves_what_is_about_the_block_s_own_lines() -> None:
    chosen = BlockSettings(
        pins=(Pin(1, PinPlace.LAST),),
        lines={2: "{organisation}"},
        where="country = Chad",
        notice="Hm",
    )
    two_columns = next(preset for preset in COMMON if preset.name == "Two columns of names")
    found = applied(two_columns.settings, chosen)
    assert (found.pins, found.lines, found.where) == (chosen.pins, chosen.lines, chosen.where)
    assert (found.order.order, found.layout.columns, found.notice) == (Order.FAMILY, 2, "")
