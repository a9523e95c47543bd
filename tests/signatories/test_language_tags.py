"""What a code of a language names and implies."""

import pytest

from signatories.language_tags import parse, script_of, ways


@pytest.mark.parametrize(
    ("code", "script"),
    [
        ("zh", "Hans"),
        ("zh-TW", "Hant"),
        ("zh_hans_hk", "Hans"),
        ("sr", "Cyrl"),
        ("sr-BA", "Cyrl"),
        ("sr-ME", "Latn"),
        ("sh", "Latn"),
        ("pa-PK", "Arab"),
        ("xyz", ""),
    ],
)
def test_a_script_is_named_or_goes_with_the_region(code: str, script: str) -> None:
    assert script_of(parse(code)) == script


def test_a_code_is_read_however_it_is_written() -> None:
    assert parse("ZH_hant_tw") == parse("zh-Hant-TW") == ("zh", "Hant", "TW")
    assert parse("eng") == ("en", "", "")


def test_words_of_the_same_script_come_before_those_of_the_language() -> None:
    assert list(ways("zh-HK")) == ["zh-hk", "zh-hant", "zh"]
