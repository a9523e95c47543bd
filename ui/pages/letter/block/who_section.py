"""The section *Who is in it* of the designer."""

from dataclasses import replace

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

    def show_settings(self, settings: BlockSettings) -> None:
        """Show the condition; what is typed and still has a mistake stays."""
        if not self._is_wrong and self._where.text().strip() != settings.where:
            self._where.setText(settings.where)

    def summary(self, settings: BlockSettings) -> str:
        """Give the condition."""
        return settings.where or self.tr("Everybody who confirmed")

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
