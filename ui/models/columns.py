"""What each table shows: columns as data, so that one model class serves every table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QLocale

from signatories.history import Entry
from signatories.letters import LetterRow
from signatories.models import LetterStage
from signatories.queries.rows import OrganisationRow, PersonRow, RecipientRow
from signatories.texts import N_
from ui.days import moment
from ui.models.choices import country_name
from ui.translation import translate

Row = TypeVar("Row")


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column. `name` is its key for sorting, editing and remembered widths; `text` reads a row.

    `icon` gives an icon's name and its role of colour, for a state that the text says as well.
    """

    name: str
    title: str
    text: Callable[[Row], str]
    width: int = 160  # pixels, until the reader changes it
    is_number: bool = False
    is_sortable: bool = True
    is_editable: bool = False
    is_hidden: bool = False  # until the reader chooses it
    icon: Callable[[Row], tuple[str, str] | None] | None = None
    tip: Callable[[Row], str] | None = None


def organisation_columns() -> tuple[Column[OrganisationRow], ...]:
    """Return the columns of organisations."""
    return (
        Column(
            "name",
            _tr("Name"),
            lambda row: row.name,
            width=320,
            tip=lambda row: row.name,
            is_editable=True,
        ),
        Column("acronym", _tr("Acronym"), lambda row: row.acronym, width=104, is_editable=True),
        _number("people", _tr("People"), lambda row: row.people),
        _number("letters", _tr("Letters"), lambda row: row.letters),
        Column("country", _tr("Country"), lambda row: country_name(row.country)),
        Column("kind", _tr("Kind"), lambda row: row.kind, width=120, is_editable=True),
    )


def person_columns() -> tuple[Column[PersonRow], ...]:
    """Return the columns of people."""
    return (
        Column(
            "sort_name", _tr("Sort name"), lambda row: row.sort_name, width=168, is_editable=True
        ),
        Column("name", _tr("Printed name"), lambda row: row.name, width=168, is_editable=True),
        Column("role", _tr("Role"), lambda row: row.role, width=128, is_sortable=False),
        Column(
            "organisation",
            _tr("Organisation"),
            lambda row: row.organisation,
            width=240,
            is_sortable=False,
            tip=lambda row: row.organisation,
        ),
        Column("email", _tr("E-mail"), lambda row: row.email, width=184, is_editable=True),
        Column("country", _tr("Country"), lambda row: country_name(row.country), is_hidden=True),
    )


def recipient_columns() -> tuple[Column[RecipientRow], ...]:
    """Return the columns of recipients."""
    return (
        Column(
            "name",
            _tr("Name"),
            lambda row: row.name,
            width=216,
            tip=lambda row: row.name,
            is_editable=True,
        ),
        Column("country", _tr("Country"), lambda row: country_name(row.country)),
        Column("person", _tr("Person"), lambda row: row.person, width=152, is_editable=True),
        Column(
            "salutation",
            _tr("Salutation"),
            lambda row: row.salutation,
            is_sortable=False,
            is_editable=True,
        ),
        Column("language", _tr("Language"), lambda row: row.language, width=88, is_editable=True),
        Column(
            "letter",
            _tr("For the letter"),
            lambda row: row.letter or _tr("all letters"),
            is_sortable=False,
        ),
    )


def letter_columns() -> tuple[Column[LetterRow], ...]:
    """Return the columns of letters."""
    return (
        Column("title", _tr("Title"), lambda row: row.title, width=360, tip=lambda row: row.title),
        _number("version", _tr("Version"), lambda row: row.version),
        _number("sign_ons", _tr("Asked"), lambda row: row.sign_ons),
        _number("confirmed", _tr("Confirmed"), lambda row: row.confirmed),
        Column(
            "stage", _tr("Stage"), lambda row: translate(STAGES[row.stage][0]), icon=_stage_icon
        ),
    )


def history_columns() -> tuple[Column[Entry], ...]:
    """Return the columns of the history."""
    return (
        Column("at", _tr("When"), lambda row: moment(row.at), width=160, is_sortable=False),
        Column(
            "message",
            _tr("What"),
            lambda row: translate(row.message),
            width=440,
            is_sortable=False,
            tip=lambda row: translate(row.message),
        ),
        Column("actor", _tr("Who"), lambda row: row.actor, width=120, is_sortable=False),
        Column("state", _tr("State"), _history_state, is_sortable=False, icon=_history_icon),
    )


STAGES = {
    LetterStage.DRAFT: (N_("Draft"), ("edit", "muted")),
    LetterStage.OPEN: (N_("Open for signature"), ("signature", "accent")),
    LetterStage.CLOSED: (N_("Closed"), ("check", "muted")),
    LetterStage.SENT: (N_("Sent"), ("send", "success")),
}


def _stage_icon(row: LetterRow) -> tuple[str, str]:
    return STAGES[row.stage][1]


def _history_state(row: Entry) -> str:
    return _tr("Undone") if row.undone_by else ""


def _history_icon(row: Entry) -> tuple[str, str] | None:
    return ("undo", "muted") if row.undone_by else None


def _number(name: str, title: str, count: Callable[[Row], int]) -> Column[Row]:
    return Column(
        name,
        title,
        lambda row: QLocale().toString(count(row)),
        width=88,
        is_number=True,
        is_sortable=False,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("columns", text)
