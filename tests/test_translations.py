"""Translators' files: all texts are collected, what is translated stays so, and the window can load it."""

import ast
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator

import translations
from translations import Text

SOURCE = """
from PySide6.QtCore import QCoreApplication

TITLE = N_("At the top")

class Page(QWidget):
    def build(self):
        self.tr("In one line, " "in two parts")
        self.show(self.tr("%n row(s)", "", 2), message(N_("Within {name}"), name=self.name))

class Other(Page):
    def build(self):
        return _say("Through a function"), QCoreApplication.translate("table", "Said “here”\\n")

def _say(text):
    return QCoreApplication.translate("columns", text)
"""
TEXTS = {
    Text("signatories", "At the top"),
    Text("Page", "In one line, in two parts"),
    Text("Page", "%n row(s)"),
    Text("signatories", "Within {name}"),
    Text("columns", "Through a function"),
    Text("table", "Said “here”\n"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "translations" / "signatories_fr.ts"


def put(path: Path, source: str, *words: str) -> None:
    """Translate a text, in its forms if there are several."""
    tree = ET.parse(path)
    (message,) = [each for each in tree.iter("message") if each.findtext("source") == source]
    translation = message.find("translation")
    assert translation is not None
    del translation.attrib["type"]
    for form, text in zip(list(translation) or [translation], words, strict=True):
        form.text = text
    tree.write(path, "utf-8")


def test_texts_are_found_however_they_are_marked() -> None:
    assert set(translations._texts(ast.parse(SOURCE))) == TEXTS


def test_the_texts_of_the_program_are_collected() -> None:
    found = translations.collected()
    assert Text("FileBanners", "Start my own") in found
    assert Text("signatories", "{sentence} {following}") in found
    assert all(text.context and text.words for text in found)


def test_a_file_has_each_text_once_and_tells_what_changed(path: Path) -> None:
    translations.update(path, TEXTS)
    assert translations.differences(path, TEXTS) == []
    changed = TEXTS - {Text("Page", "%n row(s)")} | {Text("Page", "%n line(s)")}
    assert translations.differences(path, changed) == [
        "lacks “%n line(s)” (Page)",
        "has “%n row(s)” (Page)",
    ]


def test_what_is_translated_stays_so_and_can_be_loaded(path: Path) -> None:
    translations.update(path, TEXTS)
    put(path, "Said “here”\n", "Dit « ici »\n")
    put(path, "%n row(s)", "%n ligne", "%n lignes")
    translations.update(path, {*TEXTS, Text("Page", "New")})
    translations.release(path)
    french = QTranslator()
    assert french.load(str(path.with_suffix(".qm")))
    assert french.translate("table", "Said “here”\n") == "Dit « ici »\n"
    assert [french.translate("Page", "%n row(s)", n=n) for n in (1, 2)] == ["%n ligne", "%n lignes"]
    assert french.translate("Page", "New") in ("", None)
