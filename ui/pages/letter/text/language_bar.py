"""In which of a letter's languages its text is shown, and what becomes of that text."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from signatories.languages import called
from signatories.letters import untranslated
from signatories.letters.translations import BEHIND, Translation
from signatories.overview import Overview
from signatories.texts import N_, message
from ui import operations
from ui.application import Application
from ui.days import moment
from ui.dialogs.translation import TranslationDialog, TranslationDraft
from ui.translation import translate
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import muted_label
from ui.widgets.stacking import stack


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
        self._keep = quiet_button(self.tr("It still says the same"))
        self._keep.setToolTip(
            self.tr("Note that the change of the first text asks none of this one")
        )
        self._remove = quiet_button(self.tr("Remove"))
        self._remove.setToolTip(self.tr("Remove this text: it is not declared"))
        self._build_layout()
        self._choice.activated.connect(self._choose)
        self._add.clicked.connect(self._ask)
        self._declare.clicked.connect(self._declare_shown)
        self._keep.clicked.connect(self._keep_shown)
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
                self._choice.addItems([called(each) for each in every])
        self._choice.setCurrentIndex(every.index(language) if language in every else 0)
        shown = overview.in_language(language)
        is_draft = shown.translation is not None and not shown.version.is_frozen
        same = _untranslated(overview, shown)
        self._state.setText("\n".join(self._words(overview, shown, same)))
        self._state.setToolTip("\n".join(same))
        self._state.setAccessibleDescription("\n".join(same))
        self._state.setVisible(shown.translation is not None)
        self._keep.setVisible(is_draft and _is_behind(shown))
        self._choice.setVisible(len(every) > 1)
        self._declare.setVisible(is_draft)
        self._remove.setVisible(is_draft)
        self._declare.setEnabled(overview.version.is_frozen and not is_edited)
        self._declare.setToolTip(self._why(overview, is_edited=is_edited))
        for control in (self._choice, self._keep, self._remove, self._add):
            control.setEnabled(not is_edited)
        self._choice.setToolTip(self.tr("Save or discard the text first") if is_edited else "")

    def _build_layout(self) -> None:
        row = FlowLayout()  # in a small window the buttons stand beneath
        for control in (self._choice, self._declare, self._keep, self._remove, self._add):
            row.addWidget(control)
        stack(self, row, self._state)

    @property
    def _shown(self) -> str:
        return self._languages[self._choice.currentIndex()]

    def _words(self, overview: Overview, shown: Overview, same: list[str]) -> list[str]:
        """What there is to say of the text that is shown, line by line; nothing of the letter's own.

        Of many paragraphs that are not translated only the first is told: the text needs the room.
        """
        if shown.translation is None:
            return []
        shared = self.tr("What its heading leaves empty is as in the letter.")
        lines = [f"{self._state_of(shown.translation, overview.file.language)}. {shared}"]
        if _is_behind(shown):
            lines.append(translate(message(BEHIND, language=called(shown.file.language))))
        if len(same) > 1:
            more = message(N_("And %n more paragraph(s) as in the first text."), n=len(same) - 1)
            return [*lines, f"{same[0]} {translate(more)}"]
        return lines + same

    def _state_of(self, translation: Translation, first: str) -> str:
        if translation.declared_at is None:
            return self.tr("Draft: not printed until it is declared")
        text = self.tr("Declared {at} by {who}; the text in {first} prevails")
        at = moment(translation.declared_at)
        return text.format(at=at, who=translation.declared_by, first=called(first))

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

    def _keep_shown(self) -> None:
        operations.letters.hold_translation(self._app, self._letter_id, self._shown)

    def _remove_shown(self) -> None:
        operations.letters.remove_translation(self._app, self._letter_id, self._shown)


def _is_behind(shown: Overview) -> bool:
    return shown.translation is not None and shown.translation.behind


def _untranslated(overview: Overview, shown: Overview) -> list[str]:
    """What of a draft still stands as in the letter's own text, in words."""
    if shown.translation is None or shown.version.is_frozen:
        return []
    return [translate(each.message) for each in untranslated.same(overview.file, shown.file)]
