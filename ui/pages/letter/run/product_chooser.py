"""What to make of a letter, and where: the products to tick, and the folder."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from signatories.exports import EXPORTERS, Exporter
from signatories.exports.naming import file_name
from signatories.runs import Request
from signatories.texts import N_, message
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.labels import label

FILES = {
    "letters": N_("{title} – letters"),
    "block": N_("{title} – signatories"),
    "annex": N_("{title} – annex"),
    "sign-ons": N_("{title} – answers, internal"),
    "labels-l7159": N_("{title} – labels L7159"),
    "labels-l7163": N_("{title} – labels L7163"),
    "labels-5160": N_("{title} – labels 5160"),
    "envelopes-dl": N_("{title} – envelopes DL"),
    "envelopes-c5": N_("{title} – envelopes C5"),
    "envelopes-10": N_("{title} – envelopes no. 10"),
    "cover": N_("{title} – cover note"),
}
SAMPLE = N_("Sample of {name}")


class ProductChooser(QWidget):
    """Every exporter is a box to tick, those of one product side by side; the letters are ticked at first."""

    changed = Signal()

    def __init__(self, folder: Path | None, parent: QWidget | None = None) -> None:
        """`folder` is where the last run went; without one, the user's documents."""
        super().__init__(parent)
        self._boxes: dict[QCheckBox, Exporter] = {}
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = QLineEdit(str(folder or QStandardPaths.writableLocation(documents)))
        self._form = Form()
        choose = plain_button(self.tr("Choose…"), "folder")
        choose.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._form, 1)
        row.addWidget(choose, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for title, exporters in groupby(EXPORTERS, lambda exporter: exporter.title):
            column.addWidget(label(translate(title)))
            column.addLayout(self._build_boxes(exporters))
        column.addSpacing(GRID)
        column.addLayout(row)
        hint = self.tr("Files of the same names are replaced there.")
        self._form.add_row("folder", self.tr("&Folder"), self._folder, hint)

    @property
    def folder(self) -> Path:
        """Return where the files go."""
        return Path(self._folder.text().strip())

    @property
    def chosen(self) -> list[Exporter]:
        """Return what is ticked."""
        return [exporter for box, exporter in self._boxes.items() if box.isChecked()]

    def requests(self, title: str, limit: int | None) -> list[Request]:
        """Return what is to be made, for all recipients or the first few; nothing without a folder."""
        problem = translate(message(N_("There is no folder {folder}."), folder=self.folder))
        self._form.show_problems({} if self.folder.is_dir() else {"folder": problem})
        if not self.folder.is_dir():
            return []
        return [self._request(exporter, title, limit) for exporter in self.chosen]

    def _build_boxes(self, exporters: Iterable[Exporter]) -> FlowLayout:
        boxes = FlowLayout()
        for exporter in exporters:
            boxes.addWidget(self._build_box(exporter))
        return boxes

    def _build_box(self, exporter: Exporter) -> QCheckBox:
        box = QCheckBox(translate(exporter.variant))
        box.setAccessibleName(f"{translate(exporter.title)}, {box.text()}")
        box.setChecked(not self._boxes)
        box.toggled.connect(self.changed)
        self._boxes[box] = exporter
        return box

    def _request(self, exporter: Exporter, title: str, limit: int | None) -> Request:
        name = translate(message(FILES[exporter.product], title=title))
        if limit is not None:
            name = translate(message(SAMPLE, name=name))
        return Request(
            product=exporter.product,
            format=exporter.format,
            target=self.folder / file_name(name, exporter.suffix),
            separate=exporter.separate,
        )

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the files"), str(self.folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()
