"""Settings of a block come back from JSON as they were, and nothing else is taken for one."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signatories.block.settings import (
    BlockSettings,
    GroupSettings,
    Layout,
    OrderRule,
    Pin,
    Reduced,
    from_json,
    to_json,
)
from signatories.errors import Refused
from signatories.models.block import Articles, Form, Grouping, Order, PinPlace

LAYOUTS = st.builds(Layout, size=st.floats(5, 36), columns=st.integers(1, 4))
PINS = st.builds(Pin, st.integers(1), st.sampled_from([PinPlace.FIRST, PinPlace.LAST]))
SETTINGS = st.builds(
    BlockSettings,
    order=st.builds(OrderRule),
    layout=LAYOUTS,
    grouping=st.sampled_from([Grouping.NONE, Grouping.COUNTRY]),
    groups=st.lists(st.builds(GroupSettings, layout=st.none() | LAYOUTS)).map(tuple),
    pins=st.lists(PINS).map(tuple),
    lines=st.dictionaries(st.integers(1), st.text()),
    limit=st.none() | st.integers(1),
    late_after=st.none() | st.datetimes(timezones=st.just(dt.UTC)),
    reduced=st.none() | st.builds(Reduced),
)


@given(SETTINGS)
def test_settings_come_back_as_they_were(settings: BlockSettings) -> None:
    assert from_json(json.loads(json.dumps(to_json(settings)))) == settings


def test_only_what_was_chosen_is_kept() -> None:
    assert to_json(BlockSettings()) == {}
    assert to_json(BlockSettings(layout=Layout(columns=3))) == {"layout": {"columns": 3}}


def test_the_settings_of_the_first_version_are_still_read() -> None:
    assert from_json({"order": "family", "articles": "ignore"}).order == OrderRule(
        Order.FAMILY, Articles.IGNORE
    )
    assert from_json({"articles": "ignore"}).order == OrderRule(articles=Articles.IGNORE)


@pytest.mark.parametrize(
    ("data", "nearest"),
    [
        ({"ordr": {}}, "order"),
        ({"order": "famly"}, "family"),
        ({"layout": {"form": "tabel"}}, Form.TABLE.value),
        ({"groups": [{"key": "A", "layuot": {}}]}, "layout"),
    ],
)
def test_what_is_no_setting_is_refused_with_the_nearest(data: Any, nearest: str) -> None:
    """A block is never printed with a setting that this program does not know."""
    with pytest.raises(Refused, match=f"nearest one is “{nearest}”"):
        from_json(data)


@pytest.mark.parametrize(
    "data",
    [
        {"layout": {"columns": 5}},
        {"layout": {"columns": True}},
        {"layout": {"size": float("nan")}},
        {"limit": 0},
        {"pins": [{}]},
        {"pins": [{"sign_on_id": 1, "place": "after"}]},
        {"pins": [{"sign_on_id": 1, "place": "first", "after": 2}]},
        {"grouping": "extra"},
        {"groups": {}},
        {"lines": {"x": "{name}"}},
        {"late_after": "yesterday"},
        {"late_after": 5},
        {"order": {"order": 7}},
    ],
)
def test_a_value_of_another_kind_is_refused(data: Any) -> None:
    with pytest.raises(Refused, match=r"setting|block|line"):
        from_json(data)


def test_a_size_may_be_written_without_decimals() -> None:
    assert from_json({"layout": {"size": 9}}).layout.size == 9.0


def test_what_is_chosen_for_one_run_holds_for_all_groups() -> None:
    by_country = OrderRule(Order.COUNTRY, seed=3)
    groups = GroupSettings("A", layout=Layout(size=9), order=by_country), GroupSettings("B")
    settings = BlockSettings(groups=groups)
    assert settings.overridden() == settings
    found = settings.overridden(order=Order.FAMILY, articles=Articles.IGNORE, columns=3)
    assert found.order == OrderRule(Order.FAMILY, Articles.IGNORE)
    assert found.groups[0].order == OrderRule(Order.FAMILY, Articles.IGNORE, seed=3)
    assert (found.layout, found.groups[0].layout) == (Layout(columns=3), Layout(size=9, columns=3))
    assert found.groups[1] == groups[1]
