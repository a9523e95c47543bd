"""The domain's messages in words, with Qt's plural and without a translation."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from signatories.texts import message
from ui.translation import CONTEXT, translate


class German(QTranslator):
    """A translation in a few lines, in place of a compiled file."""

    WORDS = {
        "Imported %n row(s) from {file}": ("%n Zeile aus {file}", "%n Zeilen aus {file}"),
        "Undo: {action}": ("Rückgängig: {action}", ""),
    }

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        if context != CONTEXT or source not in self.WORDS:
            return ""
        return self.WORDS[source][0 if n in (1, -1) else 1]

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translator = German()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.parametrize(("count", "words"), [(1, "1 row"), (14, "14 rows")])
def test_english_needs_no_translation(qapp: QApplication, count: int, words: str) -> None:
    text = translate(message("Imported %n row(s) from {file}", n=count, file="a.csv"))
    assert text == f"Imported {words} from a.csv"


@pytest.mark.parametrize(("count", "words"), [(1, "1 Zeile"), (14, "14 Zeilen")])
def test_a_translation_brings_its_own_plural(german: None, count: int, words: str) -> None:
    text = translate(message("Imported %n row(s) from {file}", n=count, file="{n}.csv"))
    assert text == f"{words} aus {{n}}.csv"


def test_a_message_within_a_message_is_translated_too(german: None) -> None:
    inner = message("Imported %n row(s) from {file}", n=2, file="a.csv")
    assert translate(message("Undo: {action}", action=inner)) == "Rückgängig: 2 Zeilen aus a.csv"


def test_no_text_has_no_words(qapp: QApplication) -> None:
    assert translate("") == ""
