"""A field for a picture: chosen or dropped, shown as it is printed, removed."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from signatories import assets
from signatories.errors import UnreadableFile
from signatories.pictures import fitting
from signatories.pictures.files import PictureFile
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button
from ui.widgets.labels import muted_label, yielding

SHOWN = QSize(20 * GRID, 9 * GRID)


class PictureField(QWidget):
    """Holds a picture's file. What cannot be printed is refused in words, and the one before stays."""

    changed = Signal()
    refused = Signal(str)  # why; empty when a file was taken

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = PictureFile()
        self._paper = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._paper.setFixedSize(SHOWN)
        self._name = yielding(muted_label())
        self._choose = plain_button(self.tr("Choose…"), "folder")
        self._remove = plain_button(self.tr("Remove"), "delete")
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(lambda: self._take(PictureFile()))
        self.setFocusProxy(self._choose)
        self.setAcceptDrops(True)
        self.setFixedHeight(SHOWN.height())
        self._build_layout()
        self.set_picture(PictureFile())

    def picture(self) -> PictureFile:
        """Return the chosen file; an empty one for none."""
        return self._picture

    def set_picture(self, picture: PictureFile) -> None:
        """Show a picture."""
        self._picture = picture
        self._remove.setEnabled(bool(picture.content))
        self._name.setText(picture.name if picture.content else self.tr("or drop a PNG or JPEG"))
        self._paper.setPixmap(_drawn(picture))
        if not picture.content:
            self._paper.setText(self.tr("None"))
        self._paper.setProperty("role", "paper" if picture.content else "no_paper")
        self._paper.style().polish(self._paper)

    def choose(self, path: Path) -> None:
        """Take a file, or say why it cannot be printed."""
        try:
            picture = PictureFile(path.name, assets.read(path))
            fitting.check(picture.content, picture.name)
        except UnreadableFile as error:
            self.refused.emit(translate(error.message))
        else:
            self._take(picture)

    def setAccessibleName(self, name: str) -> None:
        """Name the buttons too: “Choose” alone does not say what."""
        super().setAccessibleName(name)
        self._paper.setAccessibleName(name)
        for button in (self._choose, self._remove):
            button.setAccessibleName(f"{name}: {button.text()}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the dropped file."""
        self.choose(Path(event.mimeData().urls()[0].toLocalFile()))
        event.acceptProposedAction()

    def _take(self, picture: PictureFile) -> None:
        self.set_picture(picture)
        self.refused.emit("")
        self.changed.emit()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Pictures (*.png *.jpg *.jpeg)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def _build_layout(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        beside = QVBoxLayout()
        beside.setSpacing(GRID // 2)
        beside.addLayout(buttons)
        beside.addWidget(self._name)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self._paper)
        row.addLayout(beside, 1)


def _drawn(picture: PictureFile) -> QPixmap:
    """The picture as it is printed, within the field; none for what is damaged."""
    drawn = QPixmap()
    try:
        if picture.content:
            drawn.loadFromData(fitting.for_print(picture.content, picture.name).content)
    except UnreadableFile:
        return drawn
    room = SHOWN - QSize(GRID, GRID)
    if drawn.width() > room.width() or drawn.height() > room.height():
        smooth = Qt.TransformationMode.SmoothTransformation
        drawn = drawn.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    return drawn
