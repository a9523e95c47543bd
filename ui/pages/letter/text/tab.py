"""The tab *Text*: the letter's words beside the page that they make."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from signatories.findings import Tab
from signatories.letters.file_words import words_of
from signatories.letters.text_file import LetterFile
from signatories.overview import Overview
from signatories.texts import N_, Message, message
from ui.application import Application
from ui.dialogs.spelling import SpellingDialog
from ui.pages.letter.field_words import choices
from ui.pages.letter.text.foot import TextFoot
from ui.pages.letter.text.form import PARTS, LetterForm, part_of
from ui.pages.letter.text.language_bar import LanguageBar
from ui.pages.letter.text.preview import LetterPreview, Look
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
        self._every: Overview | None = None
        self._overview: Overview | None = None  # in the language that is shown
        self._language = ""
        self._shown = LetterFile(title="")  # what the fields said when they were last filled
        self._mode, self._reason = Mode.FREE, ""
        self._problem: Message | None = None
        self._was_edited = False
        self._languages = LanguageBar(app, letter_id)
        self._banner = VersionBanner()
        self._todo = TodoLine()
        self._form = LetterForm()
        self._foot = TextFoot()
        self._preview = LetterPreview(app, letter_id)
        self._build_layout(app)
        self._connect()

    @property
    def is_edited(self) -> bool:
        """Whether something is typed that is not saved."""
        if self._overview is None:
            return False
        return self._form.file(self._shown) != self._shown or bool(self._form.problems())

    @property
    def _is_removed(self) -> bool:
        """Whether the text in which something is typed is not there any more."""
        if self._overview is None or self._every is None or not self.is_edited:
            return False
        shown = _language(self._overview)
        return _language(self._every.in_language(shown)) != shown

    def show_overview(self, overview: Overview) -> None:
        """Show a letter. What was typed and not saved stays, field by field; so does a text that was removed since."""
        self._every, before = overview, self._overview
        if before is not None and self.is_edited:
            self._language = _language(before)  # the text in which one is typing
        if self._is_removed:
            self._show_state()
            self._show_languages()
            return
        overview = overview.in_language(self._language)
        if before is not None and _language(before) != _language(overview):
            before = self._overview = None  # another text: what was typed is none of it
        typed = self._typed_parts()
        self._overview = overview
        self._form.set_translation(overview.translation is not None)
        self._form.set_choices(choices(overview.known_fields))
        self._form.show_file(overview.file, keep=typed)
        stored = {part: getattr(overview.file, part) for part in typed}
        self._shown = replace(self._form.file(overview.file), **stored)
        if before is None or _stands_elsewhere(before, overview):
            self._set_mode(self._mode_of(overview))
        self._todo.show_todo([todo for todo in overview.todo if todo.part is Tab.TEXT])
        selection = overview.choice.selection
        self._preview.set_recipients(
            [one.name for one in selection.recipients] if selection else []
        )
        written = overview.file.language
        others = [each for each in self._every.changes if each.language != written]
        self._preview.set_languages(others, are_several=bool(self._every.spoken))
        self._take_edit()
        self._show_languages()

    def show_language(self, language: str) -> None:
        """Show the text in another language, as soon as there is one."""
        self._language = language
        if self._every is not None:
            self.show_overview(self._every)

    def save(self) -> None:
        """Wish to save, unless something must be mended first."""
        if not self.is_edited or self._is_removed or self._overview is None:
            return
        problems = self._form.problems() | self._text_problems()
        self._form.show_problems(problems)
        if not problems:
            reason = self._reason if self._mode is Mode.SPELLING else None
            own = self._overview.translation is None
            wish = self.save_requested if own else self.translation_save_requested
            wish.emit(self._form.file(self._overview.file), reason)

    def show_part(self, name: str, language: str = "") -> None:
        """Put the cursor into a part of the text in a language; while one is being edited, into a part of that."""
        if not self.is_edited:
            self.show_language(language)
        self._form.show_part(name)

    def discard(self) -> None:
        """Go back to the saved text."""
        if self._overview is not None:
            self._form.show_file(self._overview.file)
            self._set_mode(self._mode_of(self._overview))
            self._take_edit()
        if self._every is not None:
            self.show_overview(self._every)  # another one, if this text was removed

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
        self._banner.next_requested.connect(lambda: self._set_mode(Mode.NEXT))
        self._banner.back_requested.connect(self.discard)
        self._banner.spelling_requested.connect(self._ask_reason)
        self._banner.changes_requested.connect(lambda: self._preview.show_changes(True))
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.save)

    def _take_edit(self) -> None:
        """Something was typed: say so, and set the page anew."""
        overview = self._overview
        if overview is None:
            return
        file = self._form.file(overview.file)
        version = overview.version
        self._preview.show_text(file, version.earlier if version.earlier_number else None)
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
        if self._every is not None:
            self._languages.show_overview(self._every, self._language, is_edited=self._was_edited)

    def _set_mode(self, mode: Mode, reason: str = "") -> None:
        self._mode, self._reason = mode, reason
        if self._overview is not None:
            self._banner.show_overview(self._overview, mode, reason)
        is_locked = mode is Mode.LOCKED
        self._form.set_frozen(is_locked, language_too=mode is not Mode.FREE)
        self._foot.set_frozen(is_locked)

    def _mode_of(self, overview: Overview) -> Mode:
        if not overview.version.is_frozen:
            return Mode.FREE
        typed, shown = self._form.file(self._shown), self._shown
        return Mode.LOCKED if words_of(typed) == words_of(shown) else Mode.NEXT

    def _typed_parts(self) -> set[str]:
        """The parts in which something is typed that is not saved, or that cannot be read yet."""
        if self._overview is None:
            return set()
        typed = self._form.file(self._shown)
        changed = {part for part in PARTS if getattr(typed, part) != getattr(self._shown, part)}
        return changed | set(self._form.problems())

    def _ask_reason(self) -> None:
        dialog = SpellingDialog(self)
        dialog.drafted.connect(lambda draft: self._set_mode(Mode.SPELLING, draft.reason))
        dialog.open()


def _language(overview: Overview) -> str:
    """The language of the translation that is shown; none for the letter's own text, which may change it."""
    return overview.translation.language if overview.translation else ""


def _stands_elsewhere(before: Overview, after: Overview) -> bool:
    """Whether the version is another one, or was opened for signature since."""
    old, new = before.version, after.version
    return (old.number, old.is_frozen) != (new.number, new.is_frozen)
