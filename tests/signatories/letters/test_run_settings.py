"""Settings of a run are read strictly: no product is made with one that this program does not know."""

import datetime as dt

import pytest

from signatories.errors import Refused
from signatories.letters import run_settings
from signatories.letters.run_settings import RunSettings


def test_only_what_differs_from_the_standing_settings_is_kept() -> None:
    assert run_settings.to_json(RunSettings()) == {}
    assert run_settings.to_json(RunSettings(duplex=True)) == {"duplex": True}


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ({"dupplex": True}, "nearest one is “duplex”"),
        ({"duplex": 1}, "“duplex” cannot be “1”"),
        ({"not_before": "tomorrow"}, "“not_before” cannot be “tomorrow”"),
    ],
)
def test_what_is_no_setting_is_refused(data: dict[str, object], error: str) -> None:
    with pytest.raises(Refused, match=error):
        run_settings.from_json(data)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(Refused, match="time zone"):
        RunSettings(not_before=dt.datetime(2010, 7, 26))  # noqa: DTZ001 - the case


def test_a_list_and_a_moment_at_once_are_refused() -> None:
    with pytest.raises(Refused, match="not both"):
        RunSettings(signed_by=dt.datetime(2010, 7, 26, tzinfo=dt.UTC), list_number=1)
