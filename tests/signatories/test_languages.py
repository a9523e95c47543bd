"""Whether somebody reads the language of a letter, however a list names languages."""

import pytest

from signatories.languages import called, code_of, preferred, reads


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("fr", "fr"),
        ("FR", "fr-CA"),
        ("pt_BR", "pt"),
        ("French", "fr"),
        ("français", "fr"),
        ("Französisch oder Deutsch", "de"),
        ("English/French", "fr"),
        ("French; English", "en-US"),
        ("English\\French", "en"),
        ("Russian and English", "en"),
        ("日本語", "ja"),
        ("British English", "en"),
        ("American English", "en-US"),
        ("Brazilian Portuguese", "pt"),
        ("Simplified Chinese", "zh"),
        ("简体中文", "zh"),
        ("Mandarin", "zh"),
        ("Castellano", "es"),
        ("eng", "en"),
        ("fre", "fr"),
        ("Anglais", "en"),
        ("inglés", "en"),
        ("anglais britannique", "en"),
        ("English only", "en"),
        ("EN only", "en"),
        ("Svenska", "sv"),
        ("Norwegian", "nb"),
        ("any", "en"),
        ("Any language", "en"),
        ("?", "en"),
        ("n/a", "en"),
        ("German or any", "en"),
        ("Norsk", "nn"),
        ("no", "nb"),
    ],
)
def test_who_reads_it(told: str, code: str) -> None:
    assert reads(told, code)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("fr", "en"),
        ("Spanish", "en"),
        ("Klingon", "fr"),
        ("deu", "en"),
        ("Mandarin", "en"),
        ("anglais", "fr"),
        ("pt_BR", "br"),
        ("Deutsch und Englisch", "fr"),
    ],
)
def test_who_does_not(told: str, code: str) -> None:
    assert not reads(told, code)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("French", "fr"),
        ("French/English", "fr"),
        ("English or French", "en"),
        ("fr_CA", "fr"),
        ("pt-BR", "pt-BR"),
        ("pt", "pt"),
        ("any", "en"),
        ("", "en"),
        ("español", None),
        ("Brazilian Portuguese", "pt-BR"),
        ("Portuguese (Brazil)", "pt-BR"),
        ("Portuguese, Brazil; English", "pt-BR"),
        ("English (French)", "en"),
    ],
)
def test_what_was_told_first_is_preferred(told: str, code: str | None) -> None:
    assert preferred(told, ("en", "fr", "pt", "pt-BR")) == code


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("zh-TW", "zh-Hant"),
        ("zh_HK", "zh-Hant"),
        ("zh-hant", "zh-Hant"),
        ("Traditional Chinese", "zh-Hant"),
        ("Chinese (Traditional)", "zh-Hant"),
        ("Chinese (Hong Kong)", "zh-Hant"),
        ("中文（繁體）", "zh-Hant"),
        ("zh-SG", "zh"),
        ("Simplified Chinese", "zh"),
        ("Chinese", "zh"),
        ("Serbian (Latin)", "sr-Latn"),
        ("sr-ME", "sr-Latn"),
        ("Serbian (Cyrillic)", "sr"),
        ("Serbian", "sr"),
    ],
)
def test_a_script_counts_where_it_is_told_or_goes_with_the_region(told: str, code: str) -> None:
    assert preferred(told, ("en", "zh", "zh-Hant", "sr", "sr-Latn")) == code


@pytest.mark.parametrize("told", ["zh-TW", "Traditional Chinese", "Serbian (Latin)", "sr-Latn"])
def test_nobody_gets_a_text_in_another_script(told: str) -> None:
    assert preferred(told, ("en", "zh", "sr")) is None
    assert not any(reads(told, code) for code in ("en", "zh", "sr"))


@pytest.mark.parametrize("code", ["zh-TW", "zh"])
def test_a_language_without_its_script_is_read_in_any(code: str) -> None:
    assert preferred("Chinese", ("en", code)) == code


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("fr", "français (fr)"),
        ("pt_BR", "português (Brasil) (pt_BR)"),
        ("sr-Latn", "srpski (latinica) (sr-Latn)"),
        ("qaa", "qaa"),
    ],
)
def test_a_language_is_called_as_it_calls_itself(code: str, words: str) -> None:
    assert called(code) == words


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("French", "fr"),
        (" français ", "fr"),
        ("Francais", "fr"),
        ("Spanish", "es"),
        ("Castellano", "es"),
        ("Arabic", "ar"),
        ("Farsi", "fa"),
        ("Swahili", "sw"),
        ("Brazilian Portuguese", "pt-BR"),
        ("Traditional Chinese", "zh-Hant"),
        ("日本語", "ja"),
        ("Qwertyish", None),
        ("", None),
    ],
)
def test_a_language_is_found_by_its_name(words: str, code: str | None) -> None:
    assert code_of(words) == code
