"""The faces of the paper, for what the system has no letters for: a name in Khmer is no row of boxes in the window."""

from collections import deque

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from signatories.typesetting.fonts import BY_SCRIPT, HAN, FontFile

LETTERS = {
    "Arab": "ب",
    "Armn": "Ա",
    "Beng": "ক",
    "Deva": "क",
    "Ethi": "ሀ",
    "Geor": "ა",
    "Gujr": "ક",
    "Guru": "ਕ",
    "Hebr": "א",
    "Khmr": "ក",
    "Knda": "ಕ",
    "Laoo": "ກ",
    "Mlym": "ക",
    "Mymr": "က",
    "Orya": "କ",
    "Sinh": "ක",
    "Taml": "க",
    "Telu": "క",
    "Thai": "ก",
}
HAN_LETTERS = {"SC": "漢", "JP": "あ", "KR": "한"}
"""A letter of each script: whoever can draw it can draw the others."""


class ScriptFonts(QObject):
    """Looks at one script at a time while nothing else is to do: all at once take a quarter of a second.

    The system's own faces come first. A face that is added is opened when something is drawn with it. Korean is thin,
    if legible: its file holds all weights, and Qt takes the first one for letters that the font itself has not.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = deque(faces())
        self._missing: list[FontFile] = []
        self._pause = QTimer(self, interval=0)
        self._pause.timeout.connect(self.look_at_next)

    def begin(self) -> None:
        """Look at one after the other."""
        self._pause.start()

    def look_at_next(self) -> bool:
        """Look whether the letters of the next script can be drawn; after the last one add the faces of the others.

        Return whether any script is left. They come together, since the window is drawn anew for them.
        """
        if self._left:
            letter, file = self._left.popleft()
            if not QFontMetrics(QApplication.font()).inFontUcs4(ord(letter)):
                self._missing.append(file)
            return True
        self._pause.stop()
        for file in self._missing:
            QFontDatabase.addApplicationFont(str(file.path))
        for widget in QApplication.allWidgets() if self._missing else ():
            widget.update()  # Qt does not draw by itself what was drawn as boxes
        return False


def faces() -> list[tuple[str, FontFile]]:
    """Return a letter of each script, with the face that has it."""
    scripts = [(letter, BY_SCRIPT[script]) for script, letter in LETTERS.items()]
    return [*scripts, *((letter, HAN[name]) for name, letter in HAN_LETTERS.items())]
