"""Records that may be one and the same, with the reasons; a person says which are, and which are not."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton
from sqlalchemy.orm import Session

from signatories import duplicates
from signatories.collation import fold
from signatories.duplicates import Merging, Pair
from signatories.errors import UserFacingError
from signatories.texts import N_, message
from ui import operations
from ui.application import Application
from ui.models.columns import Column
from ui.pages.imports.field_names import field_words
from ui.pages.table_page import Kind, TablePage, Wanted
from ui.places import Place
from ui.theme import GRID
from ui.translation import translate
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.labels import small_label

MOVED = {
    "sign_ons": N_("%n signature(s) moved to it"),
    "roles": N_("%n role(s) moved to it"),
    "taggings": N_("%n tag(s) moved to it"),
}
WORDS = {
    "organisations": (N_("Duplicates among organisations"), "organisation"),
    "people": (N_("Duplicates among people"), "person"),
}


@dataclass
class Pairs:
    """The pairs found last, by their number. No Qt object: it is filled in a worker thread."""

    subject: str
    found: list[Pair] = field(default_factory=list)

    def ids(self, session: Session, wanted: Wanted) -> "array[int]":
        """Look for pairs; with words to search for, those that have them in a name."""
        words = fold(wanted.words)
        pairs = duplicates.find(session, self.subject)
        self.found = [pair for pair in pairs if words in fold(f"{pair.a.name} {pair.b.name}")]
        return array("q", range(len(self.found)))

    def rows(self, _session: Session, numbers: Sequence[int]) -> Mapping[int, Pair]:
        """Return pairs by their numbers."""
        found = self.found
        return {number: found[number] for number in numbers if number < len(found)}


class DuplicatesPage(TablePage):
    """Merges a pair into either of the two, or remembers that they are different; both can be undone."""

    def __init__(self, subject: str, app: Application) -> None:
        self._subject = subject
        self._details = small_label(role="text", wrap=True)
        self._details.setFixedHeight(6 * GRID)  # three lines; the table must not move
        super().__init__(app)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._details)
        self._place = 0
        self.table.selectionModel().currentChanged.connect(self._show_what_can_be_done)
        self.rows_shown.connect(self._go_on)
        self._show_what_can_be_done()

    def make_kind(self) -> Kind:
        """Say what the table shows."""
        title, sign = WORDS[self._subject]
        pairs = Pairs(self._subject)
        return Kind(
            name=f"duplicates of {self._subject}",
            title=translate(title),
            icon=sign,
            columns=_columns(),
            ids=pairs.ids,
            rows=pairs.rows,
            tables=(self._subject, "differences", "organisation_names", "roles"),
            empty_heading=self.tr("No duplicates found"),
            empty_words=self.tr(
                "Names, acronyms and addresses were compared. What you have called different is "
                "not shown again."
            ),
        )

    def buttons(self) -> Sequence[QPushButton]:
        """Keep the one, keep the other, or keep both."""
        back = quiet_button(self.tr("Back"), "left")
        back.clicked.connect(lambda: self.place_requested.emit(Place(self._subject)))
        self._choices = (
            plain_button(self.tr("Keep the first")),
            plain_button(self.tr("Keep the second")),
            plain_button(self.tr("They are different")),
        )
        first, second, different = self._choices
        first.clicked.connect(lambda: self._merge(keeps_first=True))
        second.clicked.connect(lambda: self._merge(keeps_first=False))
        different.clicked.connect(self._declare_different)
        return (back, *self._choices)

    def _current(self) -> Pair | None:
        row = self.table.currentIndex().row()
        pair: Pair | None = self.model.row_at(row) if 0 <= row < self.model.rowCount() else None
        return pair

    def _merge(self, *, keeps_first: bool) -> None:
        if (pair := self._current()) is not None:
            kept, other = (pair.a, pair.b) if keeps_first else (pair.b, pair.a)
            operations.duplicates.merge(self.app, self._subject, kept, other)

    def _declare_different(self) -> None:
        if (pair := self._current()) is not None:
            operations.duplicates.declare_different(self.app, self._subject, pair)

    def _go_on(self) -> None:
        """Put the pair in focus that stands where the last one did: after a merge, the next one."""
        count = self.model.rowCount()
        if self._current() is None and count:
            self.table.selectRow(min(self._place, count - 1))
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        pair = self._current()
        if pair is not None:
            self._place = self.table.currentIndex().row()
        for button in self._choices:
            button.setEnabled(pair is not None)
        self._details.setText("\n".join(self._outcomes(pair)) if pair else "")

    def _outcomes(self, pair: Pair) -> Iterator[str]:
        """What either merge would do, in words."""
        ways = (
            (self.tr("Keep the first, “{name}”"), pair.a, pair.b),
            (self.tr("Keep the second, “{name}”"), pair.b, pair.a),
        )
        with self.app.reading() as session:
            for words, kept, other in ways:
                try:
                    merging = duplicates.look(session, self._subject, kept.id, other.id)
                except UserFacingError as error:  # one of them is gone meanwhile
                    yield translate(error.message)
                else:
                    yield f"{words.format(name=kept.name)}: {_outcome(merging)}"


def _columns() -> tuple[Column[Pair], ...]:
    return (
        Column("a", _tr("First"), _first, 280, is_sortable=False, tip=_first),
        Column("b", _tr("Second"), _second, 280, is_sortable=False, tip=_second),
        Column("score", _tr("Alike"), _percent, 72, is_number=True, is_sortable=False),
        Column("reasons", _tr("Why"), _reasons, 320, is_sortable=False, tip=_reasons),
    )


def _outcome(merging: Merging) -> str:
    parts = [
        translate(message(MOVED[table], n=count))
        for table, count in merging.moved.items()
        if count and table in MOVED
    ]
    if merging.filled:
        parts.append(_tr("it gets: {values}").format(values=_values(merging.filled)))
    if merging.given_up:
        parts.append(_tr("given up: {values}").format(values=_values(merging.given_up)))
    if merging.twice:
        said = N_("%n letter(s) answered by both: those sign-ons stay two, with a question")
        parts.append(translate(message(said, n=len(merging.twice))))
    return " · ".join(parts or [_tr("nothing else changes")])


def _values(values: Mapping[str, object]) -> str:
    return ", ".join(f"{field_words(name)} {value}" for name, value in values.items())


def _first(pair: Pair) -> str:
    return pair.a.name


def _second(pair: Pair) -> str:
    return pair.b.name


def _percent(pair: Pair) -> str:
    return _tr("{percent} %").format(percent=round(100 * pair.score))


def _reasons(pair: Pair) -> str:
    return " ".join(translate(reason) for reason in pair.reasons)


def _tr(text: str) -> str:
    return QCoreApplication.translate("columns", text)
