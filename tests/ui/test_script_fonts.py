"""Letters that the system cannot draw are drawn with the faces of the paper, and no others are added."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from signatories.typesetting.fonts import BY_SCRIPT, REGULAR, face
from signatories.typesetting.scripts import script_of
from ui import script_fonts
from ui.script_fonts import LETTERS, ScriptFonts, faces

NOBODYS = "\U0010fffd"  # a letter that no face has


MISSING_AFTERWARDS = """
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from ui.script_fonts import ScriptFonts, faces

application = QApplication(["-platform", "offscreen"])
fonts = ScriptFonts(application)
while fonts.look_at_next():
    pass
application.processEvents()
metrics = QFontMetrics(application.font())
print([ascii(letter) for letter, _ in faces() if not metrics.inFontUcs4(ord(letter))])
"""


def test_each_script_of_the_paper_has_a_letter_that_its_face_has() -> None:
    assert {script_of(letter) for letter in LETTERS.values()} == LETTERS.keys() == BY_SCRIPT.keys()
    for letter, file in faces():
        assert ord(letter) in face(file, REGULAR).coverage


def test_all_of_them_can_be_drawn_afterwards() -> None:
    # In a process of its own, where no faces of other tests come and go.
    command = [sys.executable, "-c", MISSING_AFTERWARDS]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "[]\n"


def test_what_the_system_draws_is_left_to_it(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    added: list[str] = []
    monkeypatch.setattr(QFontDatabase, "addApplicationFont", added.append)
    latin = ("a", BY_SCRIPT["Thai"])  # every system has it
    monkeypatch.setattr(script_fonts, "faces", lambda: [latin, (NOBODYS, latin[1])])
    fonts = ScriptFonts(qapp)
    while fonts.look_at_next():
        pass
    assert [Path(path).name for path in added] == ["NotoSansThai[wght].ttf"], "once, for no letter"
