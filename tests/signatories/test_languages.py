"""Whether somebody reads the language of a letter, however a list names languages."""

import pytest

from signatories.languages import reads


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
