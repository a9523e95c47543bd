"""Days and moments as the reader writes them; in a field only as they are read back."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from signatories.dates import parse_date
from signatories.texts import message
from ui.days import day, moment, typed_day
from ui.translation import translate

OPENING = dt.date(1926, 11, 22)


@pytest.fixture
def locale(request: pytest.FixtureRequest) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("C", "1926-11-22"),
        ("en_US", "11/22/1926"),
        ("en_GB", "22/11/1926"),
        ("de_DE", "22.11.1926"),
    ],
    indirect=["locale"],
)
def test_a_day_has_its_whole_year(locale: None, words: str) -> None:
    assert day(OPENING) == words
    assert moment(dt.datetime.combine(OPENING, dt.time(12))).startswith(words)


@pytest.mark.parametrize("locale", ["en_US"], indirect=True)
def test_what_the_domain_tells_is_in_the_readers_form(locale: None) -> None:
    told = "Closed as of {moment}, checked on {day}, found in {file}."
    values = {"moment": "2026-11-22 17:05 (UTC+01:00)", "day": "2026-11-22", "file": "2026-11-22"}
    said = translate(message(told, **values))
    assert said.replace("\u202f", " ") == (
        "Closed as of 11/22/2026 5:05 PM (UTC+01:00), checked on 11/22/2026, found in 2026-11-22."
    )


@pytest.mark.parametrize("locale", ["en_GB"], indirect=True)
def test_words_that_are_no_day_stay_as_they_are(locale: None) -> None:
    assert (
        translate(message("“{date}” is no date.", date="2026-02-30")) == "“2026-02-30” is no date."
    )


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en_GB", "22 Nov 1926"), ("fr_FR", "22 nov. 1926"), ("pl_PL", "1926-11-22")],
    indirect=["locale"],
)
def test_a_day_in_a_field_is_read_back(locale: None, text: str) -> None:
    assert typed_day(OPENING) == text
    read = parse_date(text)
    assert read is not None
    assert read.first == read.last == OPENING
