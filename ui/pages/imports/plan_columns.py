"""The columns in which the rows of an import are shown: by what they are, and by what the file has."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from signatories.imports.planned import ImportPlan
from signatories.imports.planned_row import PlannedRow
from ui.models.columns import Column
from ui.pages.imports.field_names import cell_words, field_words
from ui.pages.imports.row_words import problems

SHOWN = {
    "sign-ons": ("name", "role", "organisation", "country"),
    "replies": ("answer", "name", "said", "organisation", "role"),
    "recipients": ("name", "country", "person", "salutation", "language"),
    "organisations": ("name", "acronym", "country", "email"),
    "people": ("name", "role", "organisation", "country", "email"),
    "treaty": ("participant", "signature", "ratification", "withdrawal"),
}
JOINED = {"given_name", "family_name"}
WIDTHS = {"name": 160, "organisation": 208, "participant": 200, "role": 136, "said": 280}
WIDER = 264
"""A name by itself, without the person or body that belongs to it."""

LINE = "text"
"""The column with a line as it stands, its parts in colour."""


def plan_columns(
    plan: ImportPlan,
    state: Callable[[PlannedRow], str],
    sign: Callable[[PlannedRow], tuple[str, str]],
) -> tuple[Column[PlannedRow], ...]:
    """Return the columns of a plan's rows; a line stands for the fields that are taken out of it."""
    first, others = _shown_fields(plan)
    is_line = plan.kind == "sign-ons" and _is_split(plan)
    can_be_typed = not is_line and plan.kind != "replies"
    shown = [_field_column(name, can_be_typed=can_be_typed) for name in first]
    if len(first) == 1:
        shown = [replace(shown[0], width=WIDER)]
    sure: list[Column[PlannedRow]] = []
    if is_line:
        shown = [_line_column(), *(replace(column, is_hidden=True) for column in shown)]
        sure = [Column("confidence", _tr("Sure"), _confidence, 64, is_number=True)]
    number = _tr("Mail") if plan.kind == "replies" else _tr("Line")
    columns = (
        Column[PlannedRow]("line", number, lambda row: str(row.line), 56, is_number=True),
        Column[PlannedRow]("state", _tr("State"), state, 124, icon=sign),
        *shown[:1],
        Column[PlannedRow]("problems", _tr("To look at"), problems, 240, tip=problems),
        *shown[1:],
        *sure,
        *(_field_column(name, can_be_typed=can_be_typed) for name in others),
    )
    return tuple(replace(column, is_sortable=False) for column in columns)


def _is_split(plan: ImportPlan) -> bool:
    """Whether rows are lines taken apart."""
    return not plan.mapping or "entry" in plan.mapping.values()


def _shown_fields(plan: ImportPlan) -> tuple[list[str], list[str]]:
    """The fields that rows of this plan can have: what matters most, and the others.

    Where no column was named, as in lines and mails, nothing but a row itself tells its fields.
    """
    usual = SHOWN[plan.kind]
    given = dict.fromkeys(plan.mapping.values())
    if not given or "entry" in given:
        return list(usual), []
    joined = "person" if plan.kind == "recipients" else "name"
    first = [name for name in usual if name in given or (name == joined and JOINED & set(given))]
    return first, [name for name in given if name not in (*first, *JOINED)]


def _line_column() -> Column[PlannedRow]:
    return Column(LINE, _tr("As it stands"), _text, 280, tip=_text, is_editable=True)


def _field_column(name: str, *, can_be_typed: bool) -> Column[PlannedRow]:
    def text(row: PlannedRow) -> str:
        return cell_words(name, row)

    width = WIDTHS.get(name, 120)
    return Column(name, field_words(name), text, width, tip=text, is_editable=can_be_typed)


def _text(row: PlannedRow) -> str:
    return row.split.text if row.split else ""


def _confidence(row: PlannedRow) -> str:
    return _tr("{percent} %").format(percent=round(100 * row.confidence)) if row.split else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("columns", text)
