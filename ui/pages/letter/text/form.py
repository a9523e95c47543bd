"""The fields of a letter's text: the words that a version freezes, and the heading that stays free."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from signatories.dates import parse_date
from signatories.letters.headings import BY_LANGUAGE
from signatories.letters.text_file import LetterFile
from signatories.models import Paper
from signatories.texts import N_, Message
from ui.days import day, typed_day
from ui.pages.letter.text.paper_field import PaperField
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.field_editor import FieldChoice, FieldEditor
from ui.widgets.folded_part import FoldedPart
from ui.widgets.form import Form


class Part(NamedTuple):
    """One field of the form. `lines` 0: a single line without placeholders."""

    name: str
    text: str
    lines: int = 0
    is_list: bool = False


PAPER = "paper"
HEADING = (
    Part("title", N_("Title")),
    Part("letterhead", N_("Letterhead"), 2, is_list=True),
    Part(PAPER, N_("Paper")),
    Part("reference", N_("Reference"), 1),
    Part("place", N_("Place")),
    Part("date", N_("Date")),
    Part("addressee", N_("Addressee"), 2, is_list=True),
    Part("language", N_("Language")),
    Part("notes", N_("Notes"), 1, is_list=True),
)
WORDS = (
    Part("subject", N_("Subject"), 1),
    Part("salutation", N_("Salutation"), 1),
    Part("body", N_("Text"), 12),
    Part("closing", N_("Closing"), 1),
    Part("enclosures", N_("Enclosures"), 1, is_list=True),
    Part("cc", N_("Copies to"), 1, is_list=True),
    Part("audience", N_("Audience"), 1),
)
PARTS = tuple(part.name for part in (*HEADING, *WORDS))
HINTS = {
    "title": N_("For your list of letters and the names of files; it is not printed."),
    "date": N_("Such as 2010-07-26. Without one, none is printed."),
    "audience": N_(
        "In words: who gets the letter, and where it is published. Whoever signs agrees to that too; it is not printed."
    ),
    "notes": N_("For yourselves: they are not printed."),
    "language": N_("A code: en, fr, en-US …"),
}
Field = FieldEditor | QLineEdit | PaperField


class LetterForm(QScrollArea):
    """Shows a letter's file and gives back what was made of it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self._fields: dict[str, Field] = {}
        self._heading = self._build_form(HEADING)
        self._words = self._build_form(WORDS)
        self._folded = FoldedPart(self.tr("Heading"), self._heading)
        self._editor = self._fields["body"]
        self._content = QWidget()
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, GRID, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._folded)
        layout.addWidget(self._words)
        layout.addStretch(1)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_file(self, file: LetterFile, keep: Collection[str] = ()) -> None:
        """Show a letter, but for the parts to keep; fields that say the same already keep their cursor."""
        blocker = QSignalBlocker(self)
        for part in (one for one in (*HEADING, *WORDS) if one.name not in keep):
            text = _text(getattr(file, part.name))
            field = self._fields[part.name]
            if not isinstance(field, QLineEdit):
                field.set_text(text)
            elif field.text() != text:
                field.setText(text)
        for part in WORDS:
            field = self._fields[part.name]
            if isinstance(field, FieldEditor):
                field.set_language(file.language)
        blocker.unblock()
        self._show_summary(file)

    def file(self, base: LetterFile) -> LetterFile:
        """Return the letter as it stands in the fields; a date that is none is left out."""
        values: dict[str, Any] = {}
        for part in (*HEADING, *WORDS):
            text = self._fields[part.name].text()
            values[part.name] = _lines(text) if part.is_list else text
        values["date"] = _day(values["date"])
        values[PAPER] = Paper(values[PAPER])
        values["title"] = values["title"].strip()
        return replace(base, **values)

    def problems(self) -> dict[str, str]:
        """What must be mended before it can be saved, by field."""
        found = {}
        if not self._fields["title"].text().strip():
            found["title"] = translate(N_("A letter needs a title, if only for your list."))
        written = self._fields["date"].text()
        if written.strip() and _day(written) is None:
            text = N_("This is not one certain day. Write it as 2010-07-26.")
            found["date"] = translate(text)
        return found

    def show_marks(self, problems: Mapping[str, str]) -> None:
        """Show what must be mended beneath its field, and nothing beneath the others."""
        self._heading.mark_problems(problems)
        self._words.mark_problems(problems)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show what must be mended, and go to the first of it."""
        if any(part.name in problems for part in HEADING):
            self._folded.set_open(True)
        self._words.show_problems(problems)
        self._heading.show_problems(problems)

    def show_part(self, name: str) -> None:
        """Put the cursor into a part."""
        if any(part.name == name for part in HEADING):
            self._folded.set_open(True)
        if name in self._fields:
            self._fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_choices(self, choices: Sequence[FieldChoice]) -> None:
        """Offer these fields for the text."""
        for field in self._fields.values():
            if isinstance(field, FieldEditor):
                field.set_choices(choices)

    def set_translation(self, is_one: bool) -> None:
        """Show all of the heading, or what may stand otherwise above a translation."""
        for part in HEADING:
            self._heading.show_row(part.name, not is_one or part.name in BY_LANGUAGE)
        self._words.show_row("audience", not is_one)

    def set_frozen(self, is_frozen: bool, *, language_too: bool) -> None:
        """Let the words be read only, or the language; the rest of the heading stays free."""
        locked = {part.name: is_frozen for part in WORDS} | {"language": language_too}
        for name, is_locked in locked.items():
            field = self._fields[name]
            if not isinstance(field, PaperField):
                field.setReadOnly(is_locked)

    def offer_fields(self) -> None:
        """Offer the fields where the cursor was last."""
        if isinstance(self._editor, FieldEditor):
            self._editor.setFocus()
            self._editor.offer_fields()

    def _build_form(self, parts: Sequence[Part]) -> Form:
        form = Form()
        for part in parts:
            field = _field(part)
            field.setObjectName(part.name)
            field.textChanged.connect(self.edited)
            if isinstance(field, FieldEditor):
                field.cursor_moved.connect(partial(self._follow, field))
            form.add_row(
                part.name, translate(part.text), field, translate(HINTS.get(part.name, ""))
            )
            self._fields[part.name] = field
        return form

    def _follow(self, editor: FieldEditor, cursor: QRect) -> None:
        """Keep the cursor in sight: the fields grow, this area scrolls."""
        self._editor = editor
        place = editor.viewport().mapTo(self._content, cursor.center())
        self.ensureVisible(place.x(), place.y(), 0, 3 * GRID)

    def _show_summary(self, file: LetterFile) -> None:
        date = day(file.date) if file.date else ""
        parts = (*file.letterhead[:1], file.reference, file.place, date)
        self._folded.set_summary(" · ".join(part for part in parts if part))


def part_of(problem: Message) -> str:
    """The part of the text in which a problem is; empty when it is not about the text."""
    where = problem.values.get("where")
    if not isinstance(where, Message):
        return ""
    source = where.values.get("source", "")
    if not source:
        return "body"
    return source if source in PARTS else ""


def _field(part: Part) -> Field:
    if part.name == PAPER:
        return PaperField()
    return FieldEditor(part.lines) if part.lines else QLineEdit()


def _text(value: str | tuple[str, ...] | dt.date | Paper | None) -> str:
    if isinstance(value, tuple):
        return "\n".join(value)
    if isinstance(value, Paper):
        return value.value
    if isinstance(value, dt.date):
        return typed_day(value)
    return str(value or "")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.rstrip().split("\n")) if text.strip() else ()


def _day(text: str) -> dt.date | None:
    date = parse_date(text.strip())
    return date.first if date is not None and date.day is not None else None
