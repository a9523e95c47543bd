"""What settings name must be there, or a letter could not be printed."""

import pytest

from signatories.block.checking import check
from signatories.block.presets import COMMON, Preset
from signatories.block.settings import BlockSettings, GroupSettings, Layout, OrderRule
from signatories.errors import UserFacingError
from signatories.models.block import Form, Grouping, Order

COLUMNS = ["constituency", "footnote"]


def nobody_asks() -> list[str]:
    raise AssertionError("a long list is read for this")


@pytest.mark.parametrize("preset", COMMON, ids=lambda preset: preset.name)
def test_common_blocks_name_no_extra_columns(preset: Preset) -> None:
    check(preset.settings, nobody_asks)


def test_extra_columns_can_be_named_wherever_a_field_can() -> None:
    table = Layout(Form.TABLE, table_columns=("number", "constituency", "{name} ({constituency})"))
    settings = BlockSettings(
        layout=table,
        grouping=Grouping.EXTRA,
        grouping_column="constituency",
        groups=(GroupSettings("Avon", "{group}: {count}", Layout(pattern="{constituency}")),),
        lines={1: "{constituency}"},
        heading="Signed by {organisations} and {people}",
        where="constituency = Avon",
    )
    check(settings, lambda: COLUMNS)


@pytest.mark.parametrize(
    ("settings", "nearest"),
    [
        (BlockSettings(layout=Layout(pattern="{nmae}")), "name"),
        (BlockSettings(lines={1: "{constituancy}"}), "constituency"),
        (BlockSettings(groups=(GroupSettings("A", layout=Layout(pattern="{rle}")),)), "role"),
        (BlockSettings(layout=Layout(Form.TABLE, table_columns=("contry",))), "country"),
        (BlockSettings(heading="{cuont}"), "count"),
        (BlockSettings(groups=(GroupSettings("A", "{gruop}"),)), "group"),
        (BlockSettings(grouping=Grouping.EXTRA, grouping_column="constituncy"), "constituency"),
        (BlockSettings(OrderRule(Order.COLUMN, column="constituncy")), "constituency"),
        (BlockSettings(where="cuntry = Chad"), "country"),
    ],
)
def test_what_is_not_there_is_refused_with_the_nearest(
    settings: BlockSettings, nearest: str
) -> None:
    with pytest.raises(UserFacingError) as refusal:
        check(settings, lambda: COLUMNS)
    assert f"nearest one is “{nearest}”" in str(refusal.value)
