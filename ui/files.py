"""Which file the window opens: the user's own, another one, or the sample."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from signatories import sample
from signatories.database import SUFFIX, place_of_copy, restore
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
        dialog = self._dialog(self.tr("New file"), QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda name: self.open(Path(name), create=True))
        dialog.open()

    def choose_existing(self) -> None:
        """Ask which file to open."""
        dialog = self._dialog(self.tr("Open file"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def choose_copy(self) -> None:
        """Ask where to put a copy of the file, and write it; the file stays open."""
        dialog = self._dialog(self.tr("Save a copy"), QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(place_of_copy(self._app.database.path).name)
        dialog.fileSelected.connect(lambda name: self._copy(Path(name)))
        dialog.open()

    def choose_restore(self) -> None:
        """Ask for a copy, and make the file what the copy is."""
        dialog = self._dialog(self.tr("Restore a copy"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Restore"))
        dialog.fileSelected.connect(lambda name: self._restore(Path(name)))
        dialog.open()

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

    def _copy(self, path: Path) -> None:
        label = self.tr("Copying the file…")
        job = self._app.produce(label, lambda database, _progress: database.backup(path))
        said = self.tr("The copy is {file}. “Open file” opens it like any other.")
        job.succeeded.connect(lambda _: self._app.say(said.format(file=path)))

    def _restore(self, copy: Path) -> None:
        if self._may_leave():
            path = self._app.database.path
            label = self.tr("Restoring the copy…")
            job = self._app.jobs.write(lambda _progress: restore(copy, path), label)
            job.failed.connect(self._app.errors.show)
            job.succeeded.connect(partial(self._show_restored, path, copy))

    def _show_restored(self, path: Path, copy: Path, kept: Path) -> None:
        """Open the file anew; first what was begun meanwhile ends: until then no other file is opened."""
        if self._app.jobs.working:
            once = Qt.ConnectionType.SingleShotConnection
            again = partial(self._show_restored, path, copy, kept)
            self._app.jobs.became_idle.connect(again, once)
            return
        self._app.open_workspace(path)
        said = self.tr("The file is as it was in {copy}. What was in it is kept in {kept}.")
        back = partial(self._restore, kept)
        words = said.format(copy=copy.name, kept=kept.name)
        self._app.say(words, action=self.tr("Go back"), act=back)

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._app.database.path.parent))
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(self.tr("Workspaces") + f" (*{SUFFIX})")
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
