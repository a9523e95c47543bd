"""What to make of a letter, and where: the products to tick, the folder, and the names of the files."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from signatories.exports import Exporter
from signatories.exports.naming import file_name
from signatories.runs import Request
from signatories.texts import N_, Message, message
from ui.pages.letter.run.product_boxes import ProductBoxes
from ui.theme import CONTROL_HEIGHT, GRID
from ui.translation import translate
from ui.widgets.buttons import icon_button
from ui.widgets.form import Form
from ui.widgets.labels import small_label, yielding

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
MOST = 6  # files by name; the others are counted


class ProductChooser(QWidget):
    """Names the files after the letter, and after the numbered list that it prints."""

    changed = Signal()  # what is ticked
    folder_changed = Signal()

    def __init__(self, folder: Path | None, parent: QWidget | None = None) -> None:
        """`folder` is where the last run went; without one, the user's documents."""
        super().__init__(parent)
        self._title = ""
        self._list: int | None = None
        self.boxes = ProductBoxes()
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = QLineEdit(str(folder or QStandardPaths.writableLocation(documents)))
        self._names = yielding(small_label(wrap=True))
        self._names.setAccessibleName(self.tr("Files that will be made"))
        self._form = Form()
        self._build_layout()
        self._show_names()

    @property
    def folder(self) -> Path | None:
        """Return where the files go; None unless a whole path is given: a part of one would begin anywhere."""
        folder = Path(self._folder.text().strip())
        return folder if folder.is_absolute() else None

    @property
    def chosen(self) -> list[Exporter]:
        """Return what is ticked."""
        return self.boxes.chosen

    @property
    def names(self) -> list[str]:
        """Return the names of the files and folders that will be made."""
        return [self._words(exporter) for exporter in self.chosen]

    def set_title(self, title: str) -> None:
        """Name the files after a letter."""
        self._title = title
        self._show_names()

    def set_list(self, number: int | None) -> None:
        """Name the files after a numbered list, too: those of another list stay beside them."""
        self._list = number
        self._show_names()

    def chosen_folder(self) -> Path | None:
        """Return the folder if it is there; that it is not is said at the field, which takes the cursor."""
        folder = self.folder
        if folder is not None and folder.is_dir():
            self._form.mark_problems({})
            return folder
        text = (
            N_("There is no folder {folder}.") if folder else N_("Choose a folder for the files.")
        )
        self._form.show_problems({"folder": translate(message(text, folder=folder))})
        return None

    def requests(self, folder: Path) -> list[Request]:
        """Return what is to be made in a folder."""
        return [self._request(exporter, folder) for exporter in self.chosen]

    def _build_layout(self) -> None:
        self.boxes.changed.connect(self._take)
        self._folder.textChanged.connect(self._take_folder)
        choose = icon_button("folder", self.tr("Choose the folder"))
        choose.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._form, 1)
        choose.setFixedHeight(CONTROL_HEIGHT)
        row.addWidget(choose, 0, Qt.AlignmentFlag.AlignTop)
        hint = self.tr("Files of the same names are replaced there.")
        self._form.add_row("folder", self.tr("&Folder"), self._folder, hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.boxes)
        column.addLayout(row)
        column.addWidget(self._names)

    def _take(self) -> None:
        self._show_names()
        self.changed.emit()

    def _take_folder(self) -> None:
        self._form.mark_problems({})
        self.folder_changed.emit()

    def _show_names(self) -> None:
        names = self.names
        more = message(N_("and %n more"), n=len(names) - MOST)
        shown = names[:MOST] + ([translate(more)] if len(names) > MOST else [])
        self._names.setText("\n".join(shown))
        self._names.setVisible(bool(names))

    def _words(self, exporter: Exporter) -> str:
        text = N_("{name} (a folder)") if exporter.separate else N_("{name}")
        return translate(message(text, name=self._name(exporter)))

    def _name(self, exporter: Exporter) -> str:
        title: Message | str = self._title
        if self._list is not None:
            title = message(N_("{title} – list {number}"), title=title, number=self._list)
        words = message(FILES[exporter.product], title=title)
        return file_name(translate(words), exporter.suffix)

    def _request(self, exporter: Exporter, folder: Path) -> Request:
        return Request(
            product=exporter.product,
            format=exporter.format,
            target=folder / self._name(exporter),
            separate=exporter.separate,
        )

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the files"), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()
