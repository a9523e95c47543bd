"""The section *Counts and notices* of the designer: what stands around the lines."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from signatories.block.settings import BlockSettings
from ui.pages.letter.block.section import Section
from ui.widgets.record_form import RecordForm, whole_number

MOST_LINES = 1_000_000


class NoticesSection(Section):
    """Heading, count, date and notices; and how many lines are shown before the rest is named."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = RecordForm()
        self._build_form()
        self._column.addWidget(self._form)
        self._form.edited.connect(self._wish)

    def show_settings(self, settings: BlockSettings) -> None:
        """Show the wording around the lines."""
        self._form.show_record(settings)
        self._form.show_row("notice_above", bool(settings.notice))

    def summary(self, settings: BlockSettings) -> str:
        """Name what is switched on."""
        chosen = {
            self.tr("heading"): settings.heading,
            self.tr("count"): settings.count_line,
            self.tr("date"): settings.as_of_line,
            self.tr("notice"): settings.notice or settings.identification_notice,
            self.tr("limit"): settings.limit,
        }
        return ", ".join(words for words, value in chosen.items() if value) or self.tr("None")

    def _build_form(self) -> None:
        form = self._form
        form.add_text("heading", self.tr("&Heading"), self.tr("May hold {count}."))
        form.add_tick("count_line", self.tr("Say how man&y signed"))
        form.add_tick("as_of_line", self.tr("Say as of which &day"))
        form.add_lines("notice", self.tr("&Notice"))
        form.add_tick("notice_above", self.tr("Notice abo&ve the lines, not below"))
        hint = self.tr(
            "A standard sentence, where somebody is named with a body for which they do not sign."
        )
        form.add_tick("identification_notice", self.tr("“For &identification only”"), hint)
        shown = whole_number(0, MOST_LINES)
        shown.setSpecialValueText(self.tr("All"))
        hint = self.tr("The others are counted, and stand in the annex.")
        form.add_number("limit", self.tr("Lines s&hown"), shown, hint)

    def _wish(self, edited: BlockSettings, typed_in: str) -> None:
        names = ("heading", "count_line", "as_of_line", "notice", "notice_above")
        values = {
            name: getattr(edited, name) for name in (*names, "identification_notice", "limit")
        }
        self.wanted.emit(lambda settings: replace(settings, **values), typed_in)
