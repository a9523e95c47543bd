"""Where a text without spaces may be parted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signatories.typesetting.breaking import is_japanese, may_part, unbroken_pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Anne‐Sophie", ["Anne‐", "Sophie"]),
        ("Anne-Sophie", ["Anne-", "Sophie"]),
        ("Paris–Dakar", ["Paris–", "Dakar"]),
        ("words—more", ["words—", "more"]),
        ("and/or", ["and/", "or"]),
        ("co\u2011op", ["co\u2011op"]),
        ("2010-2012", ["2010-2012"]),
        ("26/07/2010", ["26/07/2010"]),
        ("-5", ["-5"]),
        ("a\u00a0b", ["a\u00a0b"]),
        ("a\u200bb", ["a\u200b", "b"]),
        ("日本語、テスト", ["日", "本", "語、", "テ", "ス", "ト"]),
        ("「国際」協会。", ["「国", "際」", "協", "会。"]),
        ("中国（上海）", ["中", "国", "（上", "海）"]),
        ("キャッチ", ["キャッ", "チ"]),
        ("ภาษาไทย", ["ภาษา", "ไทย"]),
        ("한국어", ["한국어"]),
    ],
)
def test_a_text_is_parted_where_its_script_allows(text: str, pieces: list[str]) -> None:
    assert list(unbroken_pieces(text)) == pieces


@settings(deadline=None)
@given(st.text(max_size=30))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(unbroken_pieces(text)) == text


def test_two_texts_are_parted_as_one_would_be() -> None:
    assert may_part("Anne-", "Sophie")
    assert may_part("国", "際")
    assert not may_part("Anne", ", Oxfam")
    assert not may_part("国", "。")


def test_kana_shows_japanese() -> None:
    assert is_japanese("日本ユニセフ協会")
    assert not is_japanese("中国")
