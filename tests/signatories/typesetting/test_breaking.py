"""Where a text without spaces may be parted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signatories.typesetting.breaking import is_japanese, may_part, tokens, unbroken_pieces


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
        # not behind or before a single letter
        ("e-mail", ["e-mail"]),
        ("सीता-राम", ["सीता-", "राम"]),
        ("בית־ספר", ["בית־", "ספר"]),
        ("ልጆች፡መብት", ["ልጆች፡", "መብት"]),
        # East Asia: nothing that ends stands at the start of a line, no number is parted
        ("“国际”——好", ["“国", "际”——", "好"]),
        ("他……说", ["他……", "说"]),
        ("约12.5公里", ["约", "12.5", "公", "里"]),
        ("１２３人", ["１２３", "人"]),
        ("佐々木さん", ["佐々", "木", "さ", "ん"]),
        ("ガッコー", ["ガッ", "コー"]),
        ("ｷｬｯﾁﾞ､ﾊ", ["ｷｬｯ", "ﾁﾞ､", "ﾊ"]),
        ("￥500円", ["￥500", "円"]),
        # between syllables, never inside one
        ("สมาคมเพื่อสิทธิเด็ก", ["สมาคม", "เพื่อสิทธิ", "เด็ก"]),
        ("ประชาชน", ["ประ", "ชาชน"]),
        ("ໂຄງການເດັກ", ["ໂຄງການ", "ເດັກ"]),
        ("ពារសិទ្ធិកុមារ", ["ពារ", "សិ", "ទ្ធិ", "កុ", "មារ"]),
        ("ស្ត្រីខ្មែរ", ["ស្ត្រី", "ខ្មែរ"]),
        ("မြန်မာကလေး", ["မြန်", "မာ", "က", "လေး"]),
        ("သန္တာ", ["သန္တာ"]),
        # addresses end a line after "/" or before a mark, never at a hyphen
        (
            "https://www.example.org/a-b/c.html",
            ["https://www", ".example", ".org/", "a-b/", "c", ".html"],
        ),
        (
            "（见www.example.org/zh/页面）2012年",
            ["（见", "www", ".example", ".org/", "zh/", "页", "面）", "2012", "年"],
        ),
        ("anna.roux@well-network.org", ["anna", ".roux", "@well-network", ".org"]),
    ],
)
def test_a_text_is_parted_where_its_script_allows(text: str, pieces: list[str]) -> None:
    assert list(unbroken_pieces(text)) == pieces


@settings(deadline=None)
@given(st.text(max_size=30))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(unbroken_pieces(text)) == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("by J. R. Okonkwo today", ["by ", "J. R. Okonkwo ", "today"]),
        ("Mr. J.-P. Roux, Lyon", ["Mr. J.-P. Roux, ", "Lyon"]),
        ("Mme Fatou Diop", ["Mme Fatou ", "Diop"]),
        ("on 26 July 2010", ["on ", "26 July ", "2010"]),
        ("26. Juli 2010", ["26. Juli ", "2010"]),
        ("some 12 km off", ["some ", "12 km ", "off"]),
        ("of 1 000 000 people", ["of ", "1 000 000 ", "people"]),
        ("by 12.5 % or so", ["by ", "12.5 % ", "or ", "so"]),
        ("under No. 5 or § 3", ["under ", "No. 5 ", "or ", "§ 3"]),
        ("under Article 12", ["under ", "Article 12"]),
        ("vraiment ? Oui : « tous »", ["vraiment ? ", "Oui : ", "« tous »"]),
        ("Well – Ghana", ["Well – ", "Ghana"]),
        ("in 2010 they", ["in ", "2010 ", "they"]),
        ("  two  spaces ", [" ", " ", "two ", " ", "spaces "]),
    ],
)
def test_a_space_that_holds_words_together_ends_no_line(text: str, parts: list[str]) -> None:
    assert tokens(text) == parts


@given(st.text(alphabet="ab1. –?«№J٣, ", max_size=30))
def test_tokens_hold_the_whole_text(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_two_texts_are_parted_as_one_would_be() -> None:
    assert may_part("Anne-", "Sophie")
    assert may_part("国", "際")
    assert not may_part("Anne", ", Oxfam")
    assert not may_part("国", "。")


def test_kana_shows_japanese() -> None:
    assert is_japanese("日本ユニセフ協会")
    assert not is_japanese("中国")
