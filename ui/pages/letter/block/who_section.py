"""The section *Who is in it* of the designer."""

from dataclasses import replace

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from signatories.block import filtering
from signatories.block.settings import BlockSettings
from signatories.errors import UserFacingError
from ui.pages.letter.block.section import Section
from ui.translation import translate
from ui.widgets.form import Form


class WhoSection(Section):
    """All who confirmed, or those who meet a condition."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = QLineEdit()
        self._where.setPlaceholderText(self.tr("Everybody"))
        self._form = Form()
        hint = self.tr("Such as: country = Ghana or capacity = personal")
        self._form.add_row("where", self.tr("&Only if"), self._where, hint)
        self._column.addWidget(self._form)
        self._where.textEdited.connect(self._wish)
        self._is_wrong = False
        self._given = ""  # what holds while something wrong is typed

    def show_settings(self, settings: BlockSettings) -> None:
        """Show the condition; what is typed and still has a mistake stays while the condition does."""
        if settings.where != self._given:
            self._is_wrong = False
        self._given = settings.where
        self._show_given()

    def summary(self, settings: BlockSettings) -> str:
        """Give the condition."""
        return settings.where or self.tr("Everybody who confirmed")

    def hideEvent(self, event: QHideEvent) -> None:
        """Go back to the condition that holds: nobody sees what is wrong with the other any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._is_wrong = False
            self._show_given()

    def _show_given(self) -> None:
        if not self._is_wrong:
            self._form.mark_problems({})
            if self._where.text().strip() != self._given:
                self._where.setText(self._given)

    def _wish(self) -> None:
        where = self._where.text().strip()
        problem = self._problem(where)
        self._is_wrong = bool(problem)
        self._form.mark_problems({"where": problem} if problem else {})
        if not problem:
            self.wanted.emit(lambda settings: replace(settings, where=where), "where")

    def _problem(self, where: str) -> str:
        try:
            filtering.parse(where, self.known.columns)
        except UserFacingError as error:
            return translate(error.message)
        return ""
