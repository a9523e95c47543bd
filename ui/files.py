"""Which file the window opens: the user's own, another one, or the sample."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from signatories import sample
from signatories.database import SUFFIX
from signatories.locations import default_workspace, sample_workspace
from ui.application import Application


class Files(QObject):
    """Opens files for the window, asking for their names where needed."""

    def __init__(self, app: Application, window: QWidget, may_leave: Callable[[], bool]) -> None:
        """`may_leave` says whether nothing typed would be lost with the present file."""
        super().__init__(window)
        self._app = app
        self._window = window
        self._may_leave = may_leave

    def choose_new(self) -> None:
        """Ask for the name of a new file, and open it empty."""
        self._ask(QFileDialog.AcceptMode.AcceptSave, self.tr("New file"), create=True)

    def choose_existing(self) -> None:
        """Ask which file to open."""
        self._ask(QFileDialog.AcceptMode.AcceptOpen, self.tr("Open file"), create=False)

    def open_own(self) -> None:
        """Open the user's own file; a missing one is made, empty."""
        self.open(default_workspace(), create=True)

    def open_sample(self) -> None:
        """Open the sample, which is written when it is not there yet."""
        path = sample_workspace()
        if path.exists():
            self.open(path)
        else:
            job = self._app.jobs.write(
                lambda _progress: sample.write(path), self.tr("Writing the sample…")
            )
            job.failed.connect(self._app.errors.show)
            job.succeeded.connect(lambda _: self.open(path))

    def open(self, path: Path, *, create: bool = False) -> None:
        """Open a file, and remember it for the next start."""
        if self._may_leave() and self._app.open_workspace(path, create=create):
            self._app.window_state.last_file = path

    def _ask(self, mode: QFileDialog.AcceptMode, title: str, *, create: bool) -> None:
        dialog = QFileDialog(self._window, title, str(self._app.database.path.parent))
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(self.tr("Workspaces") + f" (*{SUFFIX})")
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setFileMode(
            QFileDialog.FileMode.AnyFile if create else QFileDialog.FileMode.ExistingFile
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.open(Path(name), create=create))
        dialog.open()
