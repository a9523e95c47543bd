"""The words that the program itself prints in a letter."""

import pytest

from signatories.merge import wording


@pytest.mark.parametrize(
    ("language", "foot", "copies"),
    [
        ("zh-TW", "第 1 頁，共 2 頁", "副本："),
        ("zh-Hans-HK", "第 1 页，共 2 页", "抄送："),
        ("pt_BR", "Página 1 de 2", "C.c.:"),
        ("sw", "1 / 2", "cc:"),
    ],
)
def test_they_are_in_its_language_and_script(language: str, foot: str, copies: str) -> None:
    assert wording.page_of(1, 2, language) == foot
    assert wording.copies(language) == copies
