"""The tab *Text*: the letter's words beside the page that they make."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from signatories.findings import Tab
from signatories.overview import Overview
from signatories.texts import N_, Message, message
from ui.application import Application
from ui.pages.letter.field_words import choices
from ui.pages.letter.text.foot import TextFoot
from ui.pages.letter.text.form import LetterForm, part_of
from ui.pages.letter.text.in_sight import TextInSight, language_of
from ui.pages.letter.text.language_bar import LanguageBar
from ui.pages.letter.text.preview import LetterPreview, Look
from ui.pages.letter.text.typed import TypedText
from ui.pages.letter.text.version_banner import Mode, VersionBanner
from ui.pages.letter.todo_line import TodoLine
from ui.theme import GRID
from ui.translation import translate

REMOVED = N_("This text was removed. To save what you typed, bring it back with Edit, Redo.")


class TextTab(QWidget):
    """Edits a letter's file. What is typed stays until it is saved or discarded."""

    save_requested = Signal(object, object)  # the LetterFile; the reason of a correction, or None
    translation_save_requested = Signal(object, object)  # the same of a further language
    edited_changed = Signal(bool)

    def __init__(self, app: Application, letter_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sight = TextInSight()
        self._problem: Message | None = None
        self._was_edited = False
        self._languages = LanguageBar(app, letter_id)
        self._banner = VersionBanner()
        self._todo = TodoLine()
        self._form = LetterForm()
        self._typed = TypedText(self._form)
        self._foot = TextFoot()
        self._preview = LetterPreview(app, letter_id)
        self._build_layout(app)
        self._connect()

    @property
    def is_edited(self) -> bool:
        """Whether something is typed that is not saved."""
        return self._typed.is_edited

    @property
    def _is_removed(self) -> bool:
        """Whether the text in which something is typed is not there any more."""
        return self.is_edited and self._sight.is_gone

    def show_overview(self, overview: Overview) -> None:
        """Show a letter. What was typed and not saved stays, field by field; so does a text that was removed since."""
        before = self._sight.shown
        self._sight.take(overview, is_edited=self.is_edited)
        if self._is_removed:
            self._show_state()
        elif self._sight.shown is not None:
            self._show_text(self._sight.shown, before)
            self._take_edit()
        self._show_languages()

    def show_language(self, language: str) -> None:
        """Show the text in another language, as soon as there is one."""
        self._sight.language = language
        if self._sight.letter is not None:
            self.show_overview(self._sight.letter)

    def save(self) -> None:
        """Wish to save, unless something must be mended first."""
        shown = self._sight.shown
        if not self.is_edited or self._is_removed or shown is None:
            return
        problems = self._form.problems() | self._text_problems()
        self._form.show_problems(problems)
        if not problems:
            wish = self.translation_save_requested if shown.translation else self.save_requested
            wish.emit(self._form.file(shown.file), self._banner.reason or None)

    def show_part(self, name: str, language: str = "") -> None:
        """Put the cursor into a part of the text in a language; while one is being edited, into a part of that."""
        if not self.is_edited:
            self.show_language(language)
        self._form.show_part(name)

    def discard(self) -> None:
        """Go back to the saved text."""
        if self._sight.shown is not None:
            self._typed.fill(self._sight.shown.file, is_same=False)
            self._show_version(self._sight.shown)
        if self._sight.letter is not None:
            self.show_overview(self._sight.letter)  # another one, if this text was removed

    def _build_layout(self, app: Application) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        column.addWidget(self._languages)
        column.addWidget(self._form, 1)
        column.addWidget(self._foot)
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(self._preview)
        parts.setChildrenCollapsible(False)
        parts.setSizes([560, 440])
        app.window_state.remember_splitter(parts, "letter text")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        layout.setSpacing(GRID)
        for widget in (self._banner, self._todo):
            layout.addWidget(widget)
        layout.addWidget(parts, 1)

    def _connect(self) -> None:
        self._form.edited.connect(self._take_edit)
        self._languages.chosen.connect(self.show_language)
        self._foot.fields_requested.connect(self._form.offer_fields)
        self._foot.save_requested.connect(self.save)
        self._foot.discard_requested.connect(self.discard)
        self._preview.looked.connect(self._take_look)
        self._banner.mode_changed.connect(self._take_mode)
        self._banner.back_requested.connect(self.discard)
        self._banner.changes_requested.connect(lambda: self._preview.show_changes(True))
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save)

    def _show_text(self, shown: Overview, before: Overview | None) -> None:
        """Show the text that is in sight now in place of the one before, which may be the same."""
        is_same = before is not None and language_of(before) == language_of(shown)
        self._form.set_translation(shown.translation is not None)
        self._form.set_choices(choices(shown.known_fields))
        self._typed.fill(shown.file, is_same=is_same)
        if before is None or not is_same or _stands_elsewhere(before, shown):
            self._show_version(shown)
        self._todo.show_todo([todo for todo in shown.todo if todo.part is Tab.TEXT])
        if self._sight.letter is not None:
            self._preview.show_overview(shown, self._sight.letter)

    def _take_edit(self) -> None:
        """Something was typed: say so, and set the page anew."""
        shown = self._sight.shown
        if shown is not None:
            version = shown.version
            earlier = version.earlier if version.earlier_number else None
            self._preview.show_text(self._form.file(shown.file), earlier)
            self._show_state()

    def _take_look(self, seen: Look) -> None:
        self._problem = seen.problem
        self._form.show_marks(self._form.problems() | self._text_problems())
        self._show_state()

    def _text_problems(self) -> dict[str, str]:
        """The problem of the text, by the part that it is in; a problem of others is none of ours."""
        part = part_of(self._problem) if self._problem else ""
        return {part: translate(self._problem)} if self._problem and part else {}

    def _show_state(self) -> None:
        edited = self.is_edited
        trouble = message(REMOVED) if self._is_removed else self._problem
        problem = translate(trouble) if trouble else ""
        can_save = edited and not self._is_removed
        self._foot.show_state(problem, is_edited=edited, can_save=can_save)
        if edited != self._was_edited:
            self._was_edited = edited
            self._show_languages()
            self.edited_changed.emit(edited)

    def _show_languages(self) -> None:
        sight = self._sight
        if sight.letter is not None:
            self._languages.show_overview(sight.letter, sight.language, is_edited=self._was_edited)

    def _show_version(self, shown: Overview) -> None:
        """Say how the words may be changed now; what is typed already is the next version's."""
        mode = Mode.FREE
        if shown.version.is_frozen:
            mode = Mode.NEXT if self._typed.is_reworded else Mode.LOCKED
        self._banner.show_overview(shown, mode)

    def _take_mode(self, mode: Mode) -> None:
        is_locked = mode is Mode.LOCKED
        self._form.set_frozen(is_locked, language_too=mode is not Mode.FREE)
        self._foot.set_frozen(is_locked)


def _stands_elsewhere(before: Overview, after: Overview) -> bool:
    """Whether the version is another one, or was opened for signature since."""
    old, new = before.version, after.version
    return (old.number, old.is_frozen) != (new.number, new.is_frozen)
