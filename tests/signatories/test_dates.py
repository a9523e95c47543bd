import datetime as dt
import subprocess
import sys

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from signatories.dates import PartialDate, long_date, parse_date, place_and_date

DAY = PartialDate(2010, 7, 26)


@pytest.mark.parametrize(
    "text",
    [
        "2010-07-26", " 2010-7-26 ", "2010/07/26", "2010-07-26 00:00:00", "2010-07-26T10:11:12Z",
        "26 Jul 2010", "26 July 2010", "26th July 2010", "26 JULY, 2010", "26-Jul-2010",
        "July 26, 2010", "Jul. 26th, 2010", "26.07.2010", "26. 7. 2010", "26/07/2010",
        "07/26/2010", "26-07-2010", "26. Juli 2010", "26 juillet 2010", "26 de julio de 2010",
    ],
)  # fmt: skip
def test_usual_ways_to_write_a_day_are_read(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2010", "2010"), ("2010-07", "2010-07"), ("July 2010", "2010-07"),
        ("julio de 2010", "2010-07"), ("Sept. 2010", "2010-09"), ("1er mars 2010", "2010-03-01"),
        ("5/5/2010", "2010-05-05"), ("29 Feb 2012", "2012-02-29"),
    ],
)  # fmt: skip
def test_what_is_known_of_a_date_is_kept(text: str, iso: str) -> None:
    assert str(parse_date(text)) == iso


@pytest.mark.parametrize(
    "text",
    [
        "", "03/04/2010", "3-4-2010", "31 Feb 2010", "2010-02-30", "2010-13", "2010-00-01", "0000",
        "26 Foo 2010", "Foo 2010", "jui 2010", "26/07/10", "soon", "12345", "26 July 2010 (a)",
    ],
)  # fmt: skip
def test_what_is_not_one_certain_date_is_not_guessed(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(min_value=dt.date(1000, 1, 1)), st.sampled_from(["en", "en-US", "fr", "de", "es"]))
def test_a_long_date_is_read_back(date: dt.date, language: str) -> None:
    assert parse_date(long_date(date, language)) == PartialDate.of(date)
    assert parse_date(str(PartialDate.of(date))) == PartialDate.of(date)


@pytest.mark.parametrize(
    ("language", "day", "first", "month", "year"),
    [
        ("en", "26 July 2010", "1 July 2010", "July 2010", "2010"),
        ("en-GB", "26 July 2010", "1 July 2010", "July 2010", "2010"),
        ("en_US", "July 26, 2010", "July 1, 2010", "July 2010", "2010"),
        ("fr", "26 juillet 2010", "1er juillet 2010", "juillet 2010", "2010"),
        ("de-CH", "26. Juli 2010", "1. Juli 2010", "Juli 2010", "2010"),
        ("es", "26 de julio de 2010", "1 de julio de 2010", "julio de 2010", "2010"),
        ("it", "26 luglio 2010", "1 luglio 2010", "luglio 2010", "2010"),
        ("ja", "2010年7月26日", "2010年7月1日", "2010年7月", "2010年"),
        ("zz", "26 July 2010", "1 July 2010", "July 2010", "2010"),
    ],
)
def test_dates_are_written_out(language: str, day: str, first: str, month: str, year: str) -> None:
    dates = (dt.date(2010, 7, 26), PartialDate(2010, 7, 1), PartialDate(2010, 7), PartialDate(2010))
    assert [long_date(date, language) for date in dates] == [day, first, month, year]


def test_our_own_tables_agree_with_babel() -> None:
    for month in range(1, 13):
        date = dt.date(2010, month, 2)
        for language, locale in {"en": "en_GB", "en-US": "en_US", "fr": "fr", "de": "de"}.items():
            assert long_date(date, language) == format_date(date, "long", locale=locale)
        assert long_date(date, "es") == format_date(date, "long", locale="es")


@pytest.mark.parametrize(
    ("place", "language", "line"),
    [
        ("Geneva", "en", "Geneva, 26 July 2010"),
        ("Genève", "fr", "Genève, le 26 juillet 2010"),
        ("Genf", "de", "Genf, den 26. Juli 2010"),
        ("", "de", "26. Juli 2010"),
        ("Geneva", "ar", "Geneva، \u200f26 يوليو 2010"),
        ("Geneva", "he", "Geneva, \u200f26 ביולי 2010"),
        ("日內瓦", "zh-TW", "日內瓦，2010年7月26日"),
        ("ジュネーブ", "ja", "ジュネーブ、2010年7月26日"),
        ("제네바", "ko", "제네바, 2010년 7월 26일"),
    ],
)
def test_place_and_date_make_one_line(place: str, language: str, line: str) -> None:
    assert place_and_date(place, DAY, language) == line
    assert place_and_date(place, None, language) == place


def test_a_month_takes_no_article() -> None:
    assert place_and_date("Genf", PartialDate(2010, 7), "de") == "Genf, Juli 2010"
    assert place_and_date("日內瓦", PartialDate(2026), "zh") == "日內瓦，2026年"


def test_a_partial_date_knows_its_first_and_last_day() -> None:
    assert PartialDate(2012, 2).last == dt.date(2012, 2, 29)
    assert PartialDate(2012).last == dt.date(2012, 12, 31)
    assert PartialDate(2012).first == dt.date(2012, 1, 1)


def test_common_languages_do_not_wait_for_babel() -> None:
    code = (
        "import sys, datetime; from signatories.dates import long_date\n"
        "[long_date(datetime.date(2010, 7, 26), l) for l in ('en', 'en-US', 'fr', 'de', 'es')]\n"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
