"""What the dialogs of a letter's page ask of the directory while somebody types."""

from sqlalchemy.orm import Session

from signatories import queries
from ui.models.choices import country_name
from ui.widgets.directory_field import Known

OFFERED = 20  # names; who types on sees others


def organisations_like(session: Session, text: str) -> list[Known]:
    """Organisations with these words, told apart by country and acronym."""
    if not text:
        return []
    ids = queries.ids(session, queries.ORGANISATIONS, words=text)[:OFFERED]
    rows = queries.organisations(session, ids)
    return [
        Known(row.id, row.name, _joined(row.acronym, country_name(row.country)))
        for row in (rows[row_id] for row_id in ids)
    ]


def people_like(session: Session, text: str) -> list[Known]:
    """People with these words, told apart by role and organisation."""
    if not text:
        return []
    ids = queries.ids(session, queries.PEOPLE, words=text)[:OFFERED]
    rows = queries.people(session, ids)
    return [
        Known(row.id, row.name, _joined(row.role, row.organisation))
        for row in (rows[row_id] for row_id in ids)
    ]


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
