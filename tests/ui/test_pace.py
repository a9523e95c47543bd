"""The numbers beside a progress bar: counts of many units, and a rate once there is one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from ui.jobs import Step
from ui.pace import Pace


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


def at(*seconds: float) -> Pace:
    moments = iter(seconds)
    return Pace(lambda: next(moments))


def test_few_units_need_no_numbers() -> None:
    assert at(0.0).words(Step(3, 12, "Writing letters")) == ""
    assert at(0.0).words(Step(3, None, "Reading")) == ""


def test_a_rate_is_told_after_a_second() -> None:
    pace = at(0.0, 0.5, 2.0)
    assert pace.words(Step(1_000, 100_000, "Writing")) == "1,000 of 100,000"
    assert pace.words(Step(2_000, 100_000, "Writing")) == "2,000 of 100,000"
    assert pace.words(Step(9_000, 100_000, "Writing")) == (
        "9,000 of 100,000, 4,000 a second, 23 seconds left"
    )


def test_another_step_has_a_rate_of_its_own() -> None:
    pace = at(0.0, 10.0, 12.0)
    pace.words(Step(0, 5_000, "Comparing rows"))
    assert pace.words(Step(0, 4_000, "Writing")) == "0 of 4,000"
    assert pace.words(Step(600, 4_000, "Writing")) == "600 of 4,000, 300 a second, 11 seconds left"


def test_what_takes_long_is_told_in_minutes() -> None:
    pace = at(0.0, 10.0)
    pace.words(Step(0, 5_000, "Writing"))
    told = pace.words(Step(100, 5_000, "Writing"))
    assert told == "100 of 5,000, 10 a second, about 8 minutes left"


def test_few_units_have_numbers_where_they_are_asked_for() -> None:
    moments = iter((0.0, 2.0))
    pace = Pace(lambda: next(moments), fewest=1)
    assert pace.words(Step(3, 12, "")) == "3 of 12"
    assert pace.words(Step(9, 12, "")) == "9 of 12, 3 a second, 1 second left"
