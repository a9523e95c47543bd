"""What the list of imports shows."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale

from signatories.queries.rows import ImportRow
from signatories.texts import N_, Message
from ui.days import moment
from ui.models.columns import Column
from ui.translation import translate

KINDS = {
    "sign-ons": N_("Signatories"),
    "replies": N_("Answers by mail"),
    "recipients": N_("Recipients"),
    "treaty": N_("States in a treaty"),
    "organisations": N_("Organisations"),
    "people": N_("People"),
}
"""What the rows of an import are."""

COUNTED = {
    "new": N_("%n new"),
    "added": N_("%n added"),
    "linked": N_("%n linked"),
    "updated": N_("%n updated"),
    "update": N_("%n updated"),
    "duplicate": N_("%n duplicates?"),
    "same": N_("%n the same"),
    "left_out": N_("%n left out"),
    "error": N_("%n left out"),
}


def import_columns() -> tuple[Column[ImportRow], ...]:
    """Return the columns of the imports that were done."""
    columns = (
        Column[ImportRow]("at", _tr("When"), lambda row: moment(row.at), 128),
        Column[ImportRow]("source", _tr("From"), _source, 208, tip=_source),
        Column[ImportRow]("subject", _tr("Rows are"), _kind, 120),
        Column[ImportRow]("letter", _tr("Letter"), _letter, 144, tip=_letter),
        Column[ImportRow]("counts", _tr("Result"), _counts, 184, tip=_counts),
        Column[ImportRow]("questions", _tr("Questions"), _questions, 88, is_number=True),
        Column[ImportRow]("state", _tr("State"), _state, 104, icon=_sign),
    )
    return tuple(replace(column, is_sortable=False) for column in columns)


def _source(row: ImportRow) -> str:
    return f"{row.source} · {row.sheet}" if row.sheet else row.source


def _kind(row: ImportRow) -> str:
    return translate(KINDS.get(row.subject, row.subject))


def _letter(row: ImportRow) -> str:
    return row.letter


def _counts(row: ImportRow) -> str:
    found = [(COUNTED[key], count) for key, count in row.counts.items() if count and key in COUNTED]
    return ", ".join(translate(Message(text, {"n": count})) for text, count in found)


def _questions(row: ImportRow) -> str:
    return QLocale().toString(row.questions) if row.questions else ""


def _state(row: ImportRow) -> str:
    return _tr("Undone") if row.undone else _tr("In force")


def _sign(row: ImportRow) -> tuple[str, str]:
    return ("undo", "muted") if row.undone else ("check", "success")


def _tr(text: str) -> str:
    return QCoreApplication.translate("columns", text)
