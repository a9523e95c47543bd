"""In which of a letter's languages its text is shown, and what becomes of that text."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from signatories.letters import untranslated
from signatories.overview import Overview
from ui import operations
from ui.application import Application
from ui.dialogs.translation import TranslationDialog, TranslationDraft
from ui.models.choices import language_name
from ui.models.columns import moment
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import muted_label


class LanguageBar(QWidget):
    """Chooses a language, adds one, and declares or removes the text in the chosen one."""

    chosen = Signal(str)

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._letter_id = letter_id
        self._languages: tuple[str, ...] = ()
        self._choice = QComboBox()
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._choice.setAccessibleName(self.tr("Language of the text that is shown"))
        self._state = muted_label(wrap=True)
        self._add = quiet_button(self.tr("Add a translation…"))
        self._declare = plain_button(self.tr("Declare"))
        self._remove = quiet_button(self.tr("Remove"))
        self._remove.setToolTip(self.tr("Remove this text: it is not declared"))
        self._build_layout()
        self._choice.activated.connect(self._choose)
        self._add.clicked.connect(self._ask)
        self._declare.clicked.connect(self._declare_shown)
        self._remove.clicked.connect(self._remove_shown)

    def show_overview(self, overview: Overview, language: str, *, is_edited: bool) -> None:
        """Show a letter's languages, and the state of the text in the one that is shown.

        While that is edited there is no other, so that nothing typed is lost.
        """
        every = (overview.file.language, *(each.file.language for each in overview.spoken))
        if every != self._languages:
            self._languages = every
            with QSignalBlocker(self._choice):
                self._choice.clear()
                self._choice.addItems([language_name(each) for each in every])
        self._choice.setCurrentIndex(every.index(language) if language in every else 0)
        shown = overview.in_language(language)
        is_draft = shown.translation is not None and not shown.version.is_frozen
        shared = self.tr("Letterhead, reference, place and addressee are those of the letter.")
        same = [translate(each.message) for each in untranslated.same(overview.file, shown.file)]
        words = f"{self._words(shown, every[0])}. {shared}"
        self._state.setText("\n".join([words, *(same if is_draft else [])]))
        self._state.setVisible(shown.translation is not None)
        self._choice.setVisible(len(every) > 1)
        self._declare.setVisible(is_draft)
        self._remove.setVisible(is_draft)
        self._declare.setEnabled(overview.version.is_frozen and not is_edited)
        self._declare.setToolTip(self._why(overview, is_edited=is_edited))
        for control in (self._choice, self._remove, self._add):
            control.setEnabled(not is_edited)
        self._choice.setToolTip(self.tr("Save or discard the text first") if is_edited else "")

    def _build_layout(self) -> None:
        row = FlowLayout()  # in a small window the buttons stand beneath
        for control in (self._choice, self._declare, self._remove, self._add):
            row.addWidget(control)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(row)
        layout.addWidget(self._state)

    @property
    def _shown(self) -> str:
        return self._languages[self._choice.currentIndex()]

    def _words(self, shown: Overview, first: str) -> str:
        if shown.translation is None:
            return ""
        at = shown.translation.declared_at
        if at is None:
            return self.tr("Draft: not printed until it is declared")
        text = self.tr("Declared {at} by {who}; the text in {first} prevails")
        who = shown.translation.declared_by
        return text.format(at=moment(at), who=who, first=language_name(first))

    def _why(self, overview: Overview, *, is_edited: bool) -> str:
        if is_edited:
            return self.tr("Save or discard the text first")
        if not overview.version.is_frozen:
            return self.tr("Once version {number} is open for signature").format(
                number=overview.version.number
            )
        return self.tr("Freeze this text, to be printed; nobody is asked to confirm again")

    def _choose(self) -> None:
        self.chosen.emit(self._shown)

    def _ask(self) -> None:
        dialog = TranslationDialog(self._languages, self)
        dialog.drafted.connect(self._begin)
        dialog.open()

    def _begin(self, draft: TranslationDraft) -> None:
        self.chosen.emit(draft.language)  # it is shown as soon as it is there
        operations.letters.begin_translation(self._app, self._letter_id, draft.language)

    def _declare_shown(self) -> None:
        operations.letters.declare_translation(self._app, self._letter_id, self._shown)

    def _remove_shown(self) -> None:
        operations.letters.remove_translation(self._app, self._letter_id, self._shown)
