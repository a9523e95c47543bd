"""What the user keeps under names of their own, as JSON. It belongs to the workspace; every change can be undone."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from signatories.models import NamedSetting


def read(session: Session, kind: str) -> dict[str, Any]:
    """What is kept of a kind, by name. Of two by one name, as an undo once left them, the later one counts."""
    return {setting.name: setting.value for setting in _kept(session, kind)}


def write(session: Session, kind: str, name: str, value: Any) -> None:
    """Keep this under a name, in place of what was kept there."""
    if (setting := _get(session, kind, name)) is None:
        session.add(NamedSetting(kind=kind, name=name, value=value))
    else:
        setting.value = value


def rename(session: Session, kind: str, name: str, other: str) -> bool:
    """Keep under another name what is kept under this one; return whether anything was."""
    if (setting := _get(session, kind, name)) is None:
        return False
    setting.name = other
    return True


def remove(session: Session, kind: str, name: str) -> bool:
    """Forget what is kept under a name; return whether anything was."""
    if (setting := _get(session, kind, name)) is None:
        return False
    session.delete(setting)
    return True


def _get(session: Session, kind: str, name: str) -> NamedSetting | None:
    return next((each for each in reversed(_kept(session, kind)) if each.name == name), None)


def _kept(session: Session, kind: str) -> list[NamedSetting]:
    query = select(NamedSetting).where(NamedSetting.kind == kind)
    return list(session.scalars(query.order_by(NamedSetting.id)))
